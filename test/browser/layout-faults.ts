/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** A window of 1280 by 1024 pixels at 400 %, which is what WCAG's criterion on reflow asks for. */
export const narrowViewport = { width: 320, height: 256 };

/**
 * What makes the page wider than its window; and parts that scroll sideways of their own, but that the keyboard cannot
 * reach or that have no name.
 */
export function widthFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const { documentElement: root } = document;
    const nameOf = (element: Element): string => element.outerHTML.slice(0, 120);
    const scrolls = (element: Element): boolean =>
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) &&
      element.scrollWidth > element.clientWidth + 1;
    for (const element of document.body.querySelectorAll('*')) {
      if (element === root || !scrolls(element)) continue;
      const isNamed = element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby');
      const isRegion = element.getAttribute('role') === 'region' || element.localName === 'section';
      if (element.getAttribute('tabindex') !== '0' || !isNamed || !isRegion)
        faults.push(`scrolls, but is no labelled region with tabindex="0": ${nameOf(element)}`);
    }
    if (root.scrollWidth <= root.clientWidth) return faults;
    faults.push(`the page is ${root.scrollWidth} pixels wide in a window of ${root.clientWidth}`);
    const isInScroller = (element: Element): boolean => {
      for (let above = element.parentElement; above !== null; above = above.parentElement)
        if (above !== root && above !== document.body && getComputedStyle(above).overflowX !== 'visible')
          return true;
      return false;
    };
    const tooWide = [...document.body.querySelectorAll('*')].filter(
      (element) =>
        element.checkVisibility() &&
        element.getBoundingClientRect().right > root.clientWidth + 0.5 &&
        !isInScroller(element),
    );
    return [...faults, ...tooWide.slice(0, 5).map((element) => `reaches too far: ${nameOf(element)}`)];
  });
}

/**
 * What print leaves out: parts of closed `<details>`, and the light colours. To be asked of a page in dark colours.
 *
 * @param leftOut a selector of details that are meant to be on the screen only
 */
export async function printFaults(page: Page, leftOut = 'none'): Promise<string[]> {
  const coloursOf = (): Promise<string[]> =>
    page.evaluate(() =>
      [document.documentElement, document.body].map((element) => {
        const { color, backgroundColor } = getComputedStyle(element);
        return `${element.localName}: ${color} on ${backgroundColor}`;
      }),
    );
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  const light = await coloursOf();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const dark = await coloursOf();
  const hidden = await page.evaluate((selector) => {
    const closed = [...document.querySelectorAll('details:not([open])')];
    return closed.flatMap((details) =>
      [...details.children]
        .filter((child) => {
          if (child.localName === 'summary' || details.matches(selector)) return false;
          const { width, height } = child.getBoundingClientRect();
          return !child.checkVisibility() || width === 0 || height === 0;
        })
        .map((child) => `not printed: ${child.outerHTML.slice(0, 120)}`),
    );
  }, leftOut);
  await page.emulateMedia({ media: null, colorScheme: null });
  const isDark = dark.some((colours, index) => colours !== light[index]);
  return isDark ? [...hidden, `print is in dark colours: ${dark.join(', ')}`] : hidden;
}

/** The sizes of a PDF's pages in points, one for each page. */
export async function printedPages(page: Page): Promise<{ width: number; height: number }[]> {
  const bytes = await page.pdf({ preferCSSPageSize: true });
  // Chromium writes the objects of its pages as plain text, each with a box of its own.
  const pages = bytes.toString('latin1').match(/\/Type\s*\/Page\b[\s\S]*?endobj/g) ?? [];
  return pages.map((text) => {
    const [, width, height] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/.exec(text) ?? [];
    return { width: Number(width), height: Number(height) };
  });
}

/** Pages that are no A4, whichever way up, to the nearest point. */
export function sizeFaults(pages: readonly { width: number; height: number }[]): string[] {
  if (pages.length === 0) return ['there are no pages'];
  return pages.flatMap(({ width, height }, index) => {
    const isA4 =
      Math.abs(Math.min(width, height) - 595.28) <= 1 && Math.abs(Math.max(width, height) - 841.89) <= 1;
    return isA4 ? [] : [`page ${index + 1} is ${width} by ${height} points`];
  });
}
