/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** What the watcher in the page has seen of the way that the focus took. */
interface FocusLog {
  /** Number of the element among those that can be reached, in the order of the text; -1 for any other. */
  readonly stops: number[];
  readonly faults: string[];
  readonly count: number;
}

type Watched = typeof globalThis & { focusLog: FocusLog };

/**
 * Goes through the page with the Tab key alone. Faults: something that can be operated is not reached, or not in the
 * order of the text; the focus does not show, is out of sight or behind something else; or it never gets out again.
 */
export async function keyboardFaults(page: Page): Promise<string[]> {
  const count = await page.evaluate(watchFocus);
  for (let press = 0; press <= count; press++) await page.keyboard.press('Tab');
  const { stops, faults } = await page.evaluate(() => (globalThis as Watched).focusLog);
  const expected = Array.from({ length: count }, (_, index) => index);
  const order = stops.slice(0, count);
  const isInOrder = order.length === count && order.every((stop, index) => stop === expected[index]);
  const next = stops[count];
  return [
    ...(isInOrder ? [] : [`the order is ${order.join(' ')} instead of ${expected.join(' ')}`]),
    ...(next === undefined || next === 0 ? [] : [`after the last one the focus stays at ${next}`]),
    ...faults,
  ];
}

/** Runs in the page: notes where the focus goes from now on. Gives how many elements it has to come to. */
function watchFocus(): number {
  const reachable = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    ),
  ].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      element.getAttribute('tabindex') !== '-1' &&
      !element.matches(':disabled'),
  );
  const shadows = reachable.map((element) => getComputedStyle(element).boxShadow);
  const log: FocusLog = { stops: [], faults: [], count: reachable.length };
  Object.assign(globalThis, { focusLog: log });
  const nameOf = (element: Element): string => element.outerHTML.slice(0, 120);
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const index = reachable.indexOf(target);
    log.stops.push(index);
    if (index === -1) log.faults.push(`the focus goes to ${nameOf(target)}`);
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(target);
    const hasOutline = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
    if (!hasOutline && boxShadow === (shadows[index] ?? 'none'))
      log.faults.push(`the focus does not show at ${nameOf(target)}`);
  });
  // Only when the next key is pressed has the page been scrolled for certain.
  const watchPlace = (): void => {
    const { activeElement: target } = document;
    if (target === null || target === document.body) return;
    const box = target.getClientRects()[0];
    const left = Math.max(0, box?.left ?? 0);
    const top = Math.max(0, box?.top ?? 0);
    const right = Math.min(innerWidth, box?.right ?? 0);
    const bottom = Math.min(innerHeight, box?.bottom ?? 0);
    if (left >= right || top >= bottom) {
      log.faults.push(`out of sight while it has the focus: ${nameOf(target)}`);
      return;
    }
    const shown = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (shown !== null && !target.contains(shown) && !shown.contains(target))
      log.faults.push(`${nameOf(shown)} hides what has the focus: ${nameOf(target)}`);
  };
  addEventListener('keydown', watchPlace, { capture: true });
  return reachable.length;
}

/** Whether the first stop of the Tab key is a link to the main part, and leads there. */
export async function skipLinkFaults(page: Page): Promise<string[]> {
  await page.keyboard.press('Tab');
  const address = await page.evaluate(() => {
    const { activeElement } = document;
    const main = document.querySelector('main');
    const href = activeElement?.getAttribute('href') ?? '';
    const target = href.startsWith('#') ? document.getElementById(href.slice(1)) : null;
    const isMain = main !== null && target !== null && (main.contains(target) || target.contains(main));
    return activeElement?.localName === 'a' && isMain ? href : undefined;
  });
  if (address === undefined) return ['the first stop is no link to the main part'];
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  return page.evaluate((hash) => {
    const main = document.querySelector('main');
    const { activeElement } = document;
    const faults = location.hash === hash ? [] : ['the link leads nowhere'];
    if (main === null || activeElement === null || activeElement === document.body) return faults;
    const isAhead = (main.compareDocumentPosition(activeElement) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    return isAhead ? [...faults, `the next stop is still before it: ${activeElement.outerHTML}`] : faults;
  }, address);
}
