/// <reference lib="dom" />
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { makeCorpus } from '../../bench/make-corpus.js';
import type { Report } from '../../src/report/report.ts';
import { describeInBrowser } from './browser.ts';
import { narrowViewport, widthFaults } from './layout-faults.ts';
import { addressFaults } from './page-faults.ts';
import { reportOn, sharedFolder, writePage } from './pages.ts';

describeInBrowser('the portfolio of 1,000 descriptors in the browser', (open) => {
  const folder = sharedFolder();
  let report: Report;
  let file: string;

  beforeAll(async () => {
    const corpus = join(folder(), 'corpus');
    makeCorpus(corpus, 1000);
    report = await reportOn(corpus, ['.']);
    ({ file } = writePage(report, join(folder(), 'portfolio.html')));
  });

  it('is a file of less than 5 MB', () => {
    expect(report.descriptors).toHaveLength(1000);
    expect(statSync(file).size).toBeLessThan(5_000_000);
  });

  it('asks for nothing, and fits into 320 pixels', async () => {
    const { page, requests, complaints, dialogs } = await open(file, { viewport: narrowViewport });
    expect(await addressFaults(page)).toEqual([]);
    expect([...requests, ...complaints, ...dialogs]).toEqual([]);
    expect(await widthFaults(page)).toEqual([]);
    expect(await page.locator('#descriptors tbody tr').count()).toBe(1000);
  });

  // How long this takes in milliseconds says more about the machine than about the page. The same browser shows in the
  // same moment what it needs to read and lay out such a table once; nobody would notice the page being slower if to
  // sort or filter cost a few times that, while work that grows with the square of the rows costs a hundred times it.
  it('sorts and filters without a noticeable wait', async () => {
    const { page } = await open(file);
    const times = await page.evaluate(measure);
    expect(times.sort / times.base, JSON.stringify(times)).toBeLessThan(4);
    expect(times.filter / times.base, JSON.stringify(times)).toBeLessThan(4);
    // Whatever the machine: nobody waits longer than that.
    expect(Math.max(times.sort, times.filter), JSON.stringify(times)).toBeLessThan(2_000);
  });
});

/** Runs in the page: milliseconds, each the median of five, to lay out a copy of the table, to sort and to filter. */
function measure(): { base: number; sort: number; filter: number } {
  const table = document.getElementById('descriptors');
  const text = document.querySelector<HTMLInputElement>('#filter-text');
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('#descriptors thead button')];
  if (table === null || text === null || buttons.length === 0) throw new Error('There are no controls.');
  const medianOf = (act: (round: number) => void): number => {
    const times = [0, 1, 2, 3, 4].map((round) => {
      const start = performance.now();
      act(round);
      // Asking for a size makes the browser lay the page out at once.
      document.body.getBoundingClientRect();
      return performance.now() - start;
    });
    return times.sort((left, right) => left - right)[2] ?? Number.NaN;
  };
  const place = document.createElement('div');
  table.after(place);
  const markup = table.outerHTML.replaceAll(/ id="[^"]*"/g, '');
  const base = medianOf(() => {
    place.innerHTML = markup;
  });
  place.remove();
  const sort = medianOf((round) => buttons[round % buttons.length]?.click());
  const filter = medianOf((round) => {
    text.value = ['a', 'data', 'food 7', 'nothing at all', ''][round] ?? '';
    text.dispatchEvent(new Event('input', { bubbles: true }));
  });
  return { base, sort, filter };
}
