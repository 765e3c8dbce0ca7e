import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { describeInBrowser, type OpenPage, openAllDetails } from './browser.ts';
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
import {
  fixture,
  hostileDescriptor,
  hostileTitles,
  type ReviewWords,
  reportOn,
  reviewText,
  sharedFolder,
  writeFiles,
  writePage,
} from './pages.ts';

const model = fixture('model-data-for-communities');
const draft = fixture('draft-first-attempt');
const allHostile = `${hostileTitles.script} ${hostileTitles['right-to-left']} ${hostileTitles.quotes}${hostileTitles.long}`;

const reviewer = { reviewer: 'Dr Ailsa Example', role: 'Quality officer' };
const allMet: ReviewWords = { ...reviewer, remark: 'Seen in the module handbook.', outcomes: ['met'] };
const mixed: ReviewWords = {
  reviewer: hostileTitles.script,
  role: hostileTitles['right-to-left'],
  remark: `${hostileTitles.quotes} ${hostileTitles.long}`.slice(0, 900),
  outcomes: ['met', 'partly', 'not-met', 'not-applicable'],
};

/** Every kind of statement: what is in the descriptor's file, who reviewed it, and by what it is judged. */
const statements: Record<string, { text: string; review?: ReviewWords; frameworks?: string[] }> = {
  'the reviewed model': { text: model, review: allMet },
  'the draft by two frameworks, with a waiver': {
    text: draft.replace(
      /^level: .*$/m,
      '# microcred-waive level-exists-in-scqf: Agreed by the panel. (until 2027-06-30)\n$&',
    ),
    frameworks: ['scotland', 'scotland-extended'],
  },
  'a file that cannot be read': { text: 'microcred: 1\ntitle: [\n' },
  'a hostile descriptor with a hostile review': { text: hostileDescriptor(allHostile), review: mixed },
};

describeInBrowser('the statement in the browser', (open) => {
  const folder = sharedFolder();

  describe.each(Object.entries(statements))('on %s', (name, { text, review, frameworks }) => {
    let report: Report;
    let written: { file: string; source: string };

    beforeAll(async () => {
      const place = name.replaceAll(' ', '-');
      writeFiles(folder(), { [`${place}/award.yaml`]: text });
      const cwd = join(folder(), place);
      report = await reportOn(cwd, ['award.yaml'], frameworks);
      if (review !== undefined) {
        writeFiles(cwd, { 'award.review.yaml': reviewText(text, report, review) });
        report = await reportOn(cwd, ['award.yaml'], frameworks);
        expect(report.summary.unanswered, 'the review answers everything').toBe(0);
      }
      expect(report.summary.waived > 0, 'the waiver is in use').toBe(text.includes('microcred-waive'));
      written = writePage(report, join(cwd, 'statement.html'));
    });

    it('is sound HTML', () => {
      expect(markupFaults(written.source)).toEqual([]);
    });

    it('can be used by everyone, in light and in dark', async () => {
      // Unfolded, for then everything is shown.
      const { page } = await open(written.file);
      await openAllDetails(page);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await accessibilityFaults(page, 'colours')).toEqual([]);
    });

    it('asks for nothing, runs nothing and hides nothing', async () => {
      expect(await harm(open, written.file)).toEqual([]);
    });

    it('says the same without script', async () => {
      const plain = (await open(written.file, { script: false })).page;
      const { page } = await open(written.file);
      expect((await textLines(plain)).all).toEqual((await textLines(page)).all);
      expect(await emptyContainers(plain)).toEqual([]);
    });

    it('can be read with the keyboard alone', async () => {
      expect(await skipLinkFaults((await open(written.file)).page)).toEqual([]);
      expect(await keyboardFaults((await open(written.file)).page)).toEqual([]);
    });

    it('fits into 320 pixels, folded and unfolded', async () => {
      const { page } = await open(written.file, { viewport: narrowViewport });
      expect(await widthFaults(page)).toEqual([]);
      await openAllDetails(page);
      expect(await widthFaults(page)).toEqual([]);
    });

    it('is printed in full and in light colours, on A4', async () => {
      const { page } = await open(written.file, { colours: 'dark' });
      // Why what holds is asked for would fill many pages: the paper says that it is to be found on the screen.
      expect(await printFaults(page, '.requirement details')).toEqual([]);
      await page.emulateMedia({ media: 'print' });
      const isShortened = (await page.locator('.requirement details').count()) > 0;
      expect((await page.locator('.paper-only:visible').count()) > 0).toBe(isShortened);
      expect(sizeFaults(await printedPages(page))).toEqual([]);
    });
  });

  it('can be used by everyone while it is folded, and opens with the Enter key', async () => {
    writeFiles(folder(), { 'keys/award.yaml': draft });
    const report = await reportOn(join(folder(), 'keys'), ['award.yaml']);
    const { page } = await open(writePage(report, join(folder(), 'keys', 'statement.html')).file);
    expect(await accessibilityFaults(page)).toEqual([]);
    const details = page.locator('details').first();
    await details.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await details.getAttribute('open')).toBe('');
    await page.keyboard.press('Enter');
    expect(await details.getAttribute('open')).toBeNull();
  });

  it('can be read with the keyboard alone while it is unfolded', async () => {
    writeFiles(folder(), { 'unfolded/award.yaml': draft });
    const report = await reportOn(join(folder(), 'unfolded'), ['award.yaml']);
    const { page } = await open(writePage(report, join(folder(), 'unfolded', 'statement.html')).file);
    await openAllDetails(page);
    expect(await keyboardFaults(page)).toEqual([]);
  });

  it.each(Object.entries(hostileTitles))('is not harmed by a title: %s', async (name, title) => {
    const cwd = join(folder(), `title-${name}`);
    writeFiles(cwd, { 'award.yaml': hostileDescriptor(title) });
    const { file } = writePage(await reportOn(cwd, ['award.yaml']), join(cwd, 'statement.html'));
    expect(await harm(open, file)).toEqual([]);
    const { page } = await open(file);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('h1').isVisible()).toBe(true);
  });
});

/** Everything that a page does, or could lead to, that it should not. */
async function harm(open: OpenPage, file: string): Promise<string[]> {
  const { page, requests, complaints, dialogs } = await open(file);
  await openAllDetails(page);
  const foreign = await page.locator('img, iframe, object, embed, form, base, link').count();
  return [
    ...requests,
    ...complaints,
    ...dialogs,
    ...(await addressFaults(page)),
    ...(await misleadingCharacters(page)),
    ...(foreign === 0 ? [] : [`${foreign} foreign elements`]),
  ];
}
