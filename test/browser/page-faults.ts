/// <reference lib="dom" />
import axe from 'axe-core';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { Page } from 'playwright-core';
import { contrastFaults } from './contrast.ts';

/** WCAG 2.2 at levels A and AA, and what axe-core counts as good practice beyond it. */
const everything: axe.RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** The rules of axe-core that look at colours; the others cannot come out differently when only colours change. */
const colourRules: axe.RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/**
 * What axe-core finds in the page as it is shown now: one line for each element concerned. What it leaves open counts as
 * found, but for contrasts, which are then measured in another way.
 *
 * @param what everything, or only colours, of a page on which everything else has been looked at
 */
export async function accessibilityFaults(
  page: Page,
  what: 'everything' | 'colours' = 'everything',
): Promise<string[]> {
  await page.evaluate(axe.source);
  const runOnly = what === 'everything' ? everything : colourRules;
  const { faults, unseenContrasts } = await page.evaluate(async (only) => {
    const runner = (globalThis as unknown as { axe: typeof axe }).axe;
    const { violations, incomplete } = await runner.run(document, {
      runOnly: only,
      resultTypes: ['violations', 'incomplete'],
      // There is nothing to load beforehand, for there is nothing but the page.
      preload: false,
    });
    const isContrast = ({ id }: axe.Result): boolean => id === 'color-contrast';
    const found = [...violations, ...incomplete.filter((result) => !isContrast(result))];
    return {
      faults: found.flatMap(({ id, help, nodes }) =>
        nodes.map(
          (node) => `${id} (${help}) at ${node.target.join(' ')}: ${node.failureSummary ?? 'left open'}`,
        ),
      ),
      unseenContrasts: incomplete
        .filter(isContrast)
        .flatMap(({ nodes }) => nodes.map(({ target }) => target.join(' '))),
    };
  }, runOnly);
  return [...faults, ...(await contrastFaults(page, unseenContrasts))];
}

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    // The HTML standard, WCAG and good habits.
    extends: ['html-validate:recommended'],
    rules: {
      // White space at the ends of lines is no matter of the standard, and user texts bring their own.
      'no-trailing-whitespace': 'off',
      // The limit of 70 characters is advice for search engines; a descriptor's title is as long as it is.
      'long-title': 'off',
      // A region by role is a region to everybody; `<section>` is not more so.
      'prefer-native-element': ['error', { exclude: ['region'] }],
      // The standard allows a name wherever it does not forbid one: to say what a list is of, for instance.
      'aria-label-misuse': ['error', { allowAnyNamable: true }],
    },
  }),
);

/** What html-validate finds in a page's source: one line for each fault. */
export function markupFaults(source: string): string[] {
  return validator
    .validateStringSync(source)
    .results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
    );
}

/** Addresses that the page should not have: ones that run something, lead to nothing in the page, or load something. */
export function addressFaults(page: Page, neighbours: readonly string[] = []): Promise<string[]> {
  return page.evaluate((files) => {
    const faults: string[] = [];
    for (const element of document.querySelectorAll(
      '[href], [src], [action], [formaction], [srcset], [data]',
    )) {
      const address = element.getAttribute('href');
      if (element.localName !== 'a' || address === null) faults.push(element.outerHTML.slice(0, 120));
      else if (address.startsWith('#')) {
        if (document.getElementById(address.slice(1)) === null) faults.push(`${address} leads nowhere`);
      } else if (!/^(?:https?:\/\/|mailto:)/.test(address)) {
        const [file = ''] = address.split('#');
        if (!files.includes(file))
          faults.push(`${address} is neither a web address nor a page of the report`);
      }
    }
    return faults;
  }, neighbours);
}

/** Marks that turn the reading direction or hide, and controls: none may be in the page's text as they are. */
export async function misleadingCharacters(page: Page): Promise<string[]> {
  const text = await page.evaluate(() => document.documentElement.textContent);
  const found = text?.match(/[\p{Bidi_Control}\u200b\u2060\ufeff]|[^\P{Cc}\n\t]/gu) ?? [];
  return [...new Set(found)].map((character) => `U+${character.codePointAt(0)?.toString(16)}`);
}

/** The lines of text in a page outside its controls, and the lines in all of it, whether or not they are shown. */
export function textLines(page: Page): Promise<{ outsideControls: string[]; all: string[] }> {
  return page.evaluate(() => {
    const lines = { outsideControls: [] as string[], all: [] as string[] };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const line = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
      const parent = node.parentElement;
      if (line === '' || parent === null || parent.closest('script, style') !== null) continue;
      lines.all.push(line);
      if (parent.closest('button, label, select, [aria-live], [role="status"]') === null)
        lines.outsideControls.push(line);
    }
    return lines;
  });
}

/**
 * Elements that are shown, hold content as a rule and have none: what is left of something that a script was to fill. The cells of a
 * table may be empty, to be filled in by hand.
 */
export function emptyContainers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const containers =
      'main, nav, header, footer, section, article, aside, div, p, ul, ol, dl, table, thead, tbody, tr, figure, details, form, h1, h2, h3, h4';
    return [...document.querySelectorAll(containers)].flatMap((element) => {
      if (!element.checkVisibility()) return [];
      const isFilled =
        (element.textContent ?? '').trim() !== '' || element.querySelector('svg, img, td') !== null;
      return isFilled ? [] : [element.outerHTML.slice(0, 120)];
    });
  });
}
