import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { describeInBrowser, openAllDetails } from './browser.ts';
import { browserProgram } from './browser-program.ts';
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

// The checks that the report's pages are held to, on a small page that passes and on ones that each break one thing:
// a check that cannot fail proves nothing.

const style = `
body { background: #fff; color: #111; margin: 1rem }
.skip { position: absolute; left: -999px } .skip:focus { left: 0 }
.wide { overflow-x: auto } .wide p { width: 900px }
@page { size: A4 }
@media (prefers-color-scheme: dark) { body { background: #111; color: #eee } a { color: #9cf } }
@media print { body { background: #fff; color: #111 } details::details-content { content-visibility: visible; block-size: auto } }
`;

function soundPage({ head = '', body = '', styles = style } = {}): string {
  return `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>${styles}</style>${head}</head>
<body><a class="skip" href="#main">To the main part</a>
<header><p>A head with <a href="#main">a link</a>.</p></header>
<main id="main"><h1>A heading</h1>
<details><summary>More</summary><p>What is in it.</p></details>
<div class="wide" role="region" aria-label="Wide" tabindex="0"><p>A wide text</p></div>
${body}</main></body></html>`;
}

function writtenPage(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'microcred-browser-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'page.html');
  writeFileSync(file, source);
  return file;
}

describeInBrowser('a check of pages in the browser', (open) => {
  const opened = (source: string, options = {}) => open(writtenPage(source), options);

  it('finds nothing wrong with a sound page', async () => {
    const { page, requests, complaints, dialogs } = await opened(soundPage());
    expect(await keyboardFaults(page)).toEqual([]);
    await openAllDetails(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await addressFaults(page)).toEqual([]);
    expect(await misleadingCharacters(page)).toEqual([]);
    expect(await emptyContainers(page)).toEqual([]);
    expect([...requests, ...complaints, ...dialogs]).toEqual([]);
    const narrow = await opened(soundPage(), { viewport: narrowViewport, colours: 'dark' });
    expect(await skipLinkFaults(narrow.page)).toEqual([]);
    expect(await widthFaults(narrow.page)).toEqual([]);
    expect(await printFaults(narrow.page)).toEqual([]);
    expect(sizeFaults(await printedPages(narrow.page))).toEqual([]);
  });

  it.each([
    {
      what: 'a picture without words',
      body: '<img alt src="data:,">'.replace(' alt', ''),
      fault: /image-alt/,
    },
    { what: 'faint text', body: '<p class="faint">Faint</p>', fault: /color-contrast/ },
    { what: 'a heading that skips levels', body: '<h4>Deep</h4>', fault: /heading-order/ },
  ])('finds what people with a disability cannot use: $what', async ({ body, fault }) => {
    const styles = `${style} .faint { color: #aaa; background: #fff }`;
    const { page } = await opened(soundPage({ body, styles }));
    expect((await accessibilityFaults(page)).join('\n')).toMatch(fault);
  });

  it.each([
    { where: 'in a drawing', fill: '#ccc', faults: 1 },
    { where: 'in a drawing, dark enough', fill: '#333', faults: 0 },
    { where: 'on a shape in a drawing', fill: '#fff', shape: '#ddd', faults: 1 },
    { where: 'on a dark shape in a drawing', fill: '#fff', shape: '#333', faults: 0 },
  ])('finds faint text that axe-core says nothing about: $where', async ({ fill, shape, faults }) => {
    const rect = shape === undefined ? '' : `<rect width="200" height="30" fill="${shape}"/>`;
    const body = `<svg role="img" aria-label="A drawing" width="200" height="30">${rect}<text x="80" y="20" fill="${fill}">Nine</text></svg>`;
    const { page } = await opened(soundPage({ body }));
    const found = await accessibilityFaults(page);
    expect(found).toHaveLength(faults);
    expect(found.join('')).toMatch(faults === 0 ? /^$/ : /contrast/);
  });

  it('finds text that is faint in dark colours only', async () => {
    const source = soundPage({ styles: style.replace('color: #eee', 'color: #444') });
    const dark = await opened(source, { colours: 'dark' });
    expect((await accessibilityFaults(dark.page)).join('\n')).toMatch(/color-contrast/);
    const light = await opened(source);
    expect(await accessibilityFaults(light.page)).toEqual([]);
  });

  it('finds what is asked of the network', async () => {
    const address = 'http://127.0.0.1:9/picture.png';
    const { page, requests } = await opened(soundPage({ body: `<img alt="A picture" src="${address}">` }));
    expect(requests).toEqual([address]);
    expect(await addressFaults(page)).toHaveLength(1);
  });

  it('finds what a script says, and what the content security policy forbids', async () => {
    const alerting = await opened(soundPage({ body: '<script>alert(1); console.error("no")</script>' }));
    expect(alerting.dialogs).toEqual(['1']);
    expect(alerting.complaints).toEqual(['no']);
    const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`;
    const forbidden = await opened(soundPage({ head: policy, body: '<p style="color: #000">Styled</p>' }));
    expect(forbidden.complaints.join('\n')).toMatch(/Content Security Policy/);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '#nowhere', 'other.html', '//example.org'])(
    'finds the address %s',
    async (address) => {
      const { page } = await opened(soundPage({ body: `<p><a href="${address}">A link</a></p>` }));
      expect(await addressFaults(page)).toHaveLength(1);
      expect(await addressFaults(page, ['other.html'])).toHaveLength(address === 'other.html' ? 0 : 1);
    },
  );

  it('finds characters that mislead, and containers that nobody filled', async () => {
    const { page } = await opened(soundPage({ body: '<p>one\u202etwo</p><div id="controls"></div>' }));
    expect(await misleadingCharacters(page)).toEqual(['U+202e']);
    expect(await emptyContainers(page)).toEqual(['<div id="controls"></div>']);
  });

  it('tells text from the words of controls', async () => {
    const { page } = await opened(soundPage({ body: '<p>A text</p><button type="button">Sort</button>' }));
    const { outsideControls, all } = await textLines(page);
    expect(all).toEqual(expect.arrayContaining(['A text', 'Sort']));
    expect(outsideControls).toContain('A text');
    expect(outsideControls).not.toContain('Sort');
  });

  it.each([
    {
      what: 'a focus that does not show',
      body: '<a class="bare" href="#main">A link</a>',
      fault: /not show/,
    },
    { what: 'another order', body: '<button tabindex="1" type="button">First</button>', fault: /the order/ },
    {
      what: 'a scroller without a name',
      body: '<div class="wide"><p>Wide</p></div>',
      fault: /focus goes to/,
    },
    {
      what: 'a focus that is covered',
      body: '<div class="lid"></div><button type="button">Below</button>',
      fault: /hides what has the focus/,
    },
    { what: 'a focus out of sight', body: '<a class="away" href="#main">A link</a>', fault: /out of sight/ },
    {
      what: 'a trap',
      body: '<button type="button" id="trap">Trap</button><button type="button">After</button><script>document.getElementById("trap").addEventListener("keydown", (event) => event.preventDefault())</script>',
      fault: /the order/,
    },
  ])('finds what the keyboard cannot do: $what', async ({ body, fault }) => {
    const styles = `${style} .bare:focus { outline: none } .lid { position: fixed; inset: 0; background: #fff }
      .away { position: absolute; left: -999px }`;
    const { page } = await opened(soundPage({ body, styles }), { viewport: { width: 600, height: 600 } });
    expect((await keyboardFaults(page)).join('\n')).toMatch(fault);
  });

  it('finds a page that cannot be skipped into', async () => {
    const without = soundPage().replace('href="#main">To', 'href="#top">To');
    expect(await skipLinkFaults((await opened(without)).page)).toEqual([
      'the first stop is no link to the main part',
    ]);
  });

  it.each([
    { what: 'wide', body: '<pre class="long">A text that takes many pixels</pre>', fault: /reaches too far/ },
    { what: 'an unnamed scroller', body: '<div class="wide"><p>Wide</p></div>', fault: /no labelled region/ },
  ])('finds what does not fit into 320 pixels: $what', async ({ body, fault }) => {
    const styles = `${style} .long { width: 400px }`;
    const { page } = await opened(soundPage({ body, styles }), { viewport: narrowViewport });
    expect((await widthFaults(page)).join('\n')).toMatch(fault);
  });

  it('finds what print leaves out, in wrong colours or on wrong paper', async () => {
    const styles = style.replace(/@media print.*/, '').replace('A4', 'A5');
    const { page } = await opened(soundPage({ styles }), { colours: 'dark' });
    expect(await printFaults(page)).toEqual([
      expect.stringMatching(/not printed/),
      expect.stringMatching(/dark colours/),
    ]);
    expect(sizeFaults(await printedPages(page))).toEqual([expect.stringMatching(/^page 1 is 4/)]);
    expect(sizeFaults([])).toHaveLength(1);
  });
});

describe('a check of the source', () => {
  it('finds nothing wrong with a sound page', () => {
    expect(markupFaults(soundPage())).toEqual([]);
  });

  it.each([
    { body: '<p id="a">One</p><p id="a">Two</p>', rule: 'no-dup-id' },
    { body: '<p style="color: red">One</p>', rule: 'no-inline-style' },
    { body: '<p><div>One</div></p>', rule: 'no-implicit-close|close-order' },
    { body: '<table><tr><td>One</td></tr></section></table>', rule: 'close-order' },
    { body: '<p>one & two <three</p>', rule: 'parser-error|no-raw-characters' },
  ])('finds $rule', ({ body, rule }) => {
    expect(markupFaults(soundPage({ body })).join('\n')).toMatch(new RegExp(rule));
  });
});

describe('the search for a browser', () => {
  it('takes the program that is named, and no other', () => {
    const before = process.env['MICROCRED_CHROMIUM'];
    onTestFinished(() => {
      if (before === undefined) delete process.env['MICROCRED_CHROMIUM'];
      else process.env['MICROCRED_CHROMIUM'] = before;
    });
    process.env['MICROCRED_CHROMIUM'] = import.meta.filename;
    expect(browserProgram()).toBe(import.meta.filename);
    process.env['MICROCRED_CHROMIUM'] = join(import.meta.dirname, 'nothing');
    expect(browserProgram()).toBeUndefined();
  });
});
