import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from './browser.ts';
import { accessibilityFaults, addressFaults, markupFaults, misleadingCharacters } from './page-faults.ts';
import { fixture, hostileFiles, reportOn, sharedFolder, writeFiles, writePages } from './pages.ts';

describeInBrowser('the folder of pages in the browser', (open) => {
  const folder = sharedFolder();
  const pages = () => join(folder(), 'pages');
  let names: string[] = [];

  beforeAll(async () => {
    writeFiles(join(folder(), 'awards'), {
      ...hostileFiles,
      'model.yaml': fixture('model-data-for-communities'),
      'draft.yaml': fixture('draft-first-attempt'),
    });
    names = writePages(await reportOn(join(folder(), 'awards'), ['.']), pages());
  });

  it('has an index that everyone can use, and that leads to every statement', async () => {
    const [index = '', ...others] = names;
    expect(index).toBe('index.html');
    const { page, requests, complaints, dialogs } = await open(join(pages(), index));
    expect(markupFaults(readFileSync(join(pages(), index), 'utf8'))).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await addressFaults(page, names)).toEqual([]);
    expect([...requests, ...complaints, ...dialogs]).toEqual([]);
    const linked = await page
      .locator('#descriptors a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(linked.toSorted()).toEqual(others.toSorted());
    expect(others).toHaveLength(Object.keys(hostileFiles).length + 2);
  });

  it('has statements that lead back to the index', async () => {
    const { page, complaints } = await open(join(pages(), 'index.html'));
    await page.locator('#descriptors a', { hasText: 'Data Analysis for Community Projects' }).press('Enter');
    await page.waitForURL(/example-data-for-communities/);
    expect(await addressFaults(page, names)).toEqual([]);
    const back = page.locator('a[href="index.html"], a[href^="index.html#"]').first();
    await back.press('Enter');
    await page.waitForURL(/index\.html/);
    expect(complaints).toEqual([]);
  });

  it('has statements that do no harm', async () => {
    for (const name of names) {
      const { page, requests, complaints, dialogs } = await open(join(pages(), name));
      expect(await addressFaults(page, names), name).toEqual([]);
      expect(await misleadingCharacters(page), name).toEqual([]);
      expect([...requests, ...complaints, ...dialogs], name).toEqual([]);
    }
  });
});
