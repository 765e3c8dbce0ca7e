import type { Report } from '../../report/report.ts';

/** What every page looks like on paper: A4, always light, numbered, nothing folded away and nothing torn apart. */
export const printStyle: string = `
@page { size: A4; margin: 18mm 17mm 20mm 20mm;
  @bottom-left { font: 7.5pt "Liberation Sans", Arial, sans-serif; color: #545c68; vertical-align: top; padding-top: 4mm; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt "Liberation Sans", Arial, sans-serif; color: #545c68; vertical-align: top; padding-top: 4mm; }
}
@media print {
  :root { color-scheme: light; }
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; line-height: 1.42; }
  .skip, .contents, .screen-only, .back, .page-footer { display: none; }
  .page-header { padding-top: 0; }
  h1 { font-size: 21pt; }
  h2 { font-size: 14.5pt; margin: 6mm 0 3mm; padding-top: 2mm; border-top-width: .4mm; }
  h3 { font-size: 11.5pt; margin: 4mm 0 1.5mm; }
  h1, h2, h3, caption, summary, thead { break-after: avoid; }
  tr, dl > div { break-inside: avoid; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  p, li, dd { max-width: none; orphans: 3; widows: 3; }
  .scroll { overflow: visible; }
  a { color: inherit; text-decoration: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  summary { list-style: none; color: var(--quiet); font-weight: 600; }
  summary::-webkit-details-marker { display: none; }
  .said, .verdict, .notice, .question { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

/** What stands at the foot of each printed page: what the page rests on. */
export function footerStyle({ tool, date, ruleSetDigest }: Report): string {
  const words = `${tool.name} ${tool.version} · judged for ${date} · rule set ${ruleSetDigest.slice(0, 12)}`;
  return `@page { @bottom-left { content: ${cssText(words)} } }`;
}

/** A text as CSS takes it. Whatever is no plain letter or digit is escaped, so that it can end neither text nor style. */
function cssText(text: string): string {
  const plain = text.replace(
    /[^a-zA-Z0-9 .-]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${plain}"`;
}
