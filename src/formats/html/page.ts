import { sha256Base64 } from '../../descriptor/fingerprint.ts';
import type { Report } from '../../report/report.ts';
import { visibleText } from '../visible-text.ts';
import { html, type Markup } from './markup.ts';
import { footerStyle, printStyle } from './print-style.ts';
import { baseStyle } from './style.ts';

/** What a page consists of, beside what every page has. */
export interface PageParts {
  /** For the tab and for search; plain text. */
  readonly title: string;
  /** CSS beside the base and print styles, which every page has. It may not come from a report. */
  readonly styles: readonly string[];
  /** JavaScript that the page reads as well without. It may not come from a report. */
  readonly script?: string;
  /** A `<header>`, perhaps a `<nav>`, and a `<main id="content">`; the footer comes from the page. */
  readonly body: Iterable<Markup>;
}

/**
 * A whole document in pieces. It stands alone: nothing is requested from anywhere, and its security policy admits no
 * other style or script than its own, not even style attributes.
 */
export function* page({ title, styles, script, body }: PageParts, report: Report): Generator<string> {
  const ownStyles = [baseStyle, ...styles, printStyle, footerStyle(report)];
  yield `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(ownStyles, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
${html`<title>${title}</title>`.markup}
${ownStyles.map((style) => `<style>${style}</style>`).join('\n')}
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
`;
  for (const { markup } of body) yield `${markup}\n`;
  yield `${footer(report).markup}\n`;
  if (script !== undefined) yield `<script>${script}</script>\n`;
  yield '</body>\n</html>\n';
}

function policy(styles: readonly string[], script: string | undefined): string {
  const hashes = styles.map((style) => `'sha256-${sha256Base64(style)}'`).join(' ');
  const scripts = script === undefined ? `'none'` : `'sha256-${sha256Base64(script)}'`;
  return `default-src 'none'; style-src ${hashes}; script-src ${scripts}; base-uri 'none'; form-action 'none'`;
}

function footer({ tool, date, ruleSetDigest }: Report): Markup {
  return html`<footer class="page-footer">
<p>${tool.name} ${tool.version} · judged for ${date} · rule set ${visibleText(ruleSetDigest.slice(0, 12))}</p>
</footer>`;
}
