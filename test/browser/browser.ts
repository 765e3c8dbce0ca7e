import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { browserProgram, isBrowserRequired, noBrowserText } from './browser-program.ts';

/** What a test can do with the browser that its group shares. */
export type OpenPage = (file: string, options?: PageOptions) => Promise<Opened>;

/** How a page is looked at. */
export interface PageOptions {
  /** Whether its script may run; it may unless this is false. */
  readonly script?: boolean;
  readonly colours?: 'light' | 'dark';
  /** CSS pixels; 1280 by 1024 when not given. */
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A page that has been loaded, with what it has done so far; the lists grow while it is used. */
export interface Opened {
  readonly page: Page;
  /** Every address asked for, but for the page itself. */
  readonly requests: string[];
  /** Errors and warnings of the console (breaches of the content security policy among them), and uncaught errors. */
  readonly complaints: string[];
  /** What alerts and other dialogs said. */
  readonly dialogs: string[];
}

/**
 * A group of tests with one browser between them, and in it one tab with script and one without: to open a page is to
 * leave the one before. Without a browser it is a single test that says so: it passes, unless the browser is required.
 */
export function describeInBrowser(name: string, define: (open: OpenPage) => void): void {
  const executablePath = browserProgram();
  if (executablePath === undefined) {
    describe(name, () => {
      it('was NOT LOOKED AT, because there is no browser on this machine', () => {
        expect(isBrowserRequired(), noBrowserText()).toBe(false);
      });
    });
    return;
  }
  // A busy machine may take long to start a browser, or to make the pages.
  vi.setConfig({ hookTimeout: 60_000 });
  describe(name, () => {
    let browser: Browser | undefined;
    const tabs = new Map<boolean, Tab>();
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: launchArguments });
    });
    afterAll(() => browser?.close());
    define(async (file, options = {}) => {
      if (browser === undefined) throw new Error('A page can be opened only while a test runs.');
      const { script = true } = options;
      const tab = tabs.get(script) ?? (await openTab(browser, script));
      tabs.set(script, tab);
      return openPage(tab, file, options);
    });
  });
}

/** The sandbox and the graphics card are not to be had in containers; nothing may happen in the background. */
const launchArguments = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A tab, and what has happened in it since its page was opened. */
interface Tab {
  readonly page: Page;
  log: Omit<Opened, 'page'> & { readonly address: string };
}

/** A tab that is offline, in a profile of its own. */
async function openTab(browser: Browser, script: boolean): Promise<Tab> {
  const context = await browser.newContext({ offline: true, javaScriptEnabled: script });
  const page = await context.newPage();
  const tab: Tab = { page, log: { address: blank, requests: [], complaints: [], dialogs: [] } };
  page.on('request', (request) => {
    if (request.url() !== tab.log.address) tab.log.requests.push(request.url());
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) tab.log.complaints.push(message.text());
  });
  page.on('pageerror', (error) => tab.log.complaints.push(error.message));
  page.on('dialog', (dialog) => {
    tab.log.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return tab;
}

const blank = 'about:blank';

async function openPage(tab: Tab, file: string, options: PageOptions): Promise<Opened> {
  const { page } = tab;
  const { colours = 'light', viewport = { width: 1280, height: 1024 } } = options;
  await page.goto(blank);
  await page.setViewportSize(viewport);
  await page.emulateMedia({ media: null, colorScheme: colours });
  tab.log = { address: pathToFileURL(file).href, requests: [], complaints: [], dialogs: [] };
  await page.goto(tab.log.address);
  return { page, ...tab.log };
}

/** Opens every `<details>`, as a reader could. */
export async function openAllDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}
