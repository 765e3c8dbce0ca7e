/// <reference lib="dom" />
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../cli-case.ts';
import { describeInBrowser, openAllDetails } from './browser.ts';
import { keyboardFaults, skipLinkFaults } from './keyboard-faults.ts';
import { narrowViewport, printedPages, printFaults, sizeFaults, widthFaults } from './layout-faults.ts';
import {
  accessibilityFaults,
  addressFaults,
  emptyContainers,
  markupFaults,
  misleadingCharacters,
  textLines,
} from './page-faults.ts';
import { hostileFiles, reportOn, sharedFolder, writeFiles, writePage } from './pages.ts';

describeInBrowser('the portfolio in the browser', (open) => {
  const folder = sharedFolder();

  describe.each(['the shipped descriptors', 'hostile descriptors by two frameworks'])('of %s', (name) => {
    let written: { file: string; source: string };

    beforeAll(async () => {
      const cwd = join(folder(), name.replaceAll(' ', '-'));
      const isHostile = name.startsWith('hostile');
      if (isHostile) writeFiles(cwd, hostileFiles);
      else cpSync(join(root, 'fixtures', 'descriptors'), cwd, { recursive: true });
      const report = await reportOn(cwd, ['.'], isHostile ? ['scotland', 'scotland-extended'] : ['scotland']);
      written = writePage(report, join(folder(), `${name}.html`));
    });

    it('is sound HTML', () => {
      expect(markupFaults(written.source)).toEqual([]);
    });

    it('can be used by everyone, in light and in dark', async () => {
      const { page } = await open(written.file);
      await openAllDetails(page);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await accessibilityFaults(page, 'colours')).toEqual([]);
    });

    it('asks for nothing, runs nothing and hides nothing', async () => {
      const { page, requests, complaints, dialogs } = await open(written.file);
      await openAllDetails(page);
      expect([...requests, ...complaints, ...dialogs]).toEqual([]);
      expect(await addressFaults(page)).toEqual([]);
      expect(await misleadingCharacters(page)).toEqual([]);
      expect(await page.locator('img, iframe, object, embed, form, base, link').count()).toBe(0);
    });

    it('says the same without script, and has no controls then', async () => {
      const plain = (await open(written.file, { script: false })).page;
      const { page } = await open(written.file);
      const withoutScript = (await textLines(plain)).all;
      const lines = new Set(withoutScript);
      const { outsideControls, all } = await textLines(page);
      expect(outsideControls.filter((line) => !lines.has(line))).toEqual([]);
      const linesWithScript = new Set(all);
      expect(withoutScript.filter((line) => !linesWithScript.has(line))).toEqual([]);
      expect(await plain.locator('button, input, select, [aria-sort], [role="status"]').count()).toBe(0);
      expect(await emptyContainers(plain)).toEqual([]);
    });

    it('can be used with the keyboard alone, folded and unfolded', async () => {
      expect(await skipLinkFaults((await open(written.file)).page)).toEqual([]);
      expect(await keyboardFaults((await open(written.file)).page)).toEqual([]);
      const { page } = await open(written.file);
      await openAllDetails(page);
      expect(await keyboardFaults(page)).toEqual([]);
    });

    it('fits into 320 pixels, folded and unfolded', async () => {
      const { page } = await open(written.file, { viewport: narrowViewport });
      expect(await widthFaults(page)).toEqual([]);
      await openAllDetails(page);
      expect(await widthFaults(page)).toEqual([]);
    });

    it('is printed in full and in light colours, on A4', async () => {
      const { page } = await open(written.file, { colours: 'dark' });
      expect(await printFaults(page)).toEqual([]);
      expect(sizeFaults(await printedPages(page))).toEqual([]);
    });
  });

  it('sorts with the Enter key, says how, and sorts back', async () => {
    const { page } = await open(join(folder(), 'the shipped descriptors.html'));
    const before = await firstCells(page, 'Score');
    const head = page.locator('#descriptors thead th', { hasText: 'Score' });
    const button = head.locator('button');
    expect(await head.getAttribute('aria-sort')).toBe('none');
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    const up = (await firstCells(page, 'Score')).map(Number.parseFloat).filter(Number.isFinite);
    expect(up).toEqual(up.toSorted((left, right) => left - right));
    expect(up.length).toBeGreaterThan(10);
    await page.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    const down = (await firstCells(page, 'Score')).map(Number.parseFloat).filter(Number.isFinite);
    expect(down).toEqual(up.toReversed());
    expect(await page.locator('#descriptors [aria-sort]:not([aria-sort="none"])').count()).toBe(1);
    await page.keyboard.press('Enter');
    expect(await firstCells(page, 'Score')).toEqual(before);
  });

  it('filters by what is typed and by verdict, and says how many are left', async () => {
    const { page } = await open(join(folder(), 'the shipped descriptors.html'));
    const rows = page.locator('#descriptors tbody tr:visible');
    const count = page.locator('#filter-count');
    const all = await rows.count();
    expect(await count.textContent()).toContain(String(all));
    expect(await count.getAttribute('aria-live')).toBe('polite');
    await page.locator('#filter-text').focus();
    await page.keyboard.type('glasgow');
    const found = await rows.count();
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(all);
    for (const text of await rows.allTextContents()) expect(text).toMatch(/glasgow/i);
    expect(await count.textContent()).toContain(`${found} of ${all}`);
    await page.keyboard.type(' that nobody wrote');
    expect(await rows.count()).toBe(0);
    expect(await count.textContent()).toContain(`0 of ${all}`);
    await page.locator('#filter-text').fill('');
    await page.locator('#filter-verdict').selectOption({ index: 1 });
    const ofVerdict = await rows.count();
    expect(ofVerdict).toBeGreaterThan(0);
    expect(ofVerdict).toBeLessThanOrEqual(all);
    expect(await count.textContent()).toContain(String(ofVerdict));
  });

  it('leads from a row to the statement below, which opens', async () => {
    const { page } = await open(join(folder(), 'the shipped descriptors.html'));
    const link = page.locator('#descriptors tbody tr:last-child a').first();
    const target = page.locator((await link.getAttribute('href')) ?? 'none');
    await link.press('Enter');
    await target.scrollIntoViewIfNeeded();
    expect(await target.isVisible()).toBe(true);
    const details = page.locator('details', { has: target });
    for (const one of await details.all()) expect(await one.getAttribute('open')).toBe('');
  });
});

/** What the cells of a column say, from the first row to the last. */
function firstCells(page: Page, column: string): Promise<string[]> {
  return page.locator('#descriptors').evaluate((table, words) => {
    const heads = [...table.querySelectorAll('thead th')];
    const index = heads.findIndex((head) => head.textContent?.includes(words));
    return [...table.querySelectorAll('tbody tr')].map((row) => row.children[index]?.textContent ?? '');
  }, column);
}
