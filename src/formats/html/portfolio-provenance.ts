import type { Report } from '../../report/report.ts';
import { html, type Markup, userText } from './markup.ts';
import { type Entry, mostStatements } from './portfolio-entries.ts';

/** What the page rests on, so that it can be told whether another rests on the same. */
export function provenance(entries: readonly Entry[], report: Report): Markup {
  const { tool, descriptorFormat, frameworks, ruleSetDigest, rules, date, waiverFiles } = report;
  const items: readonly (readonly [string, Markup | readonly Markup[]])[] = [
    ['Tool', html`${tool.name} ${tool.version}`],
    ['Format of descriptors', html`version ${descriptorFormat}`],
    [
      'Judged by',
      frameworks.map(
        ({ id, title, version }) => html`<p>${userText(title)} (<code>${id}</code>, version ${version})</p>`,
      ),
    ],
    ['Rules', html`${rules.length}`],
    ['Digest of the rule set', html`<code>${ruleSetDigest}</code>`],
    ['Judged for', html`${date}`],
    [
      'Files of waivers',
      waiverFiles.length === 0
        ? html`none`
        : waiverFiles.map(
            ({ path, sha256 }) =>
              html`<p>${userText(path)} <span class="digest">SHA-256 ${sha256}</span></p>`,
          ),
    ],
  ];
  return html`<section class="provenance" aria-labelledby="provenance">
<h2 id="provenance">Provenance</h2>
<dl>
${items.map(([term, description]) => html`<div><dt>${term}</dt><dd>${description}</dd></div>\n`)}</dl>
${fileList(entries)}
</section>`;
}

function fileList(entries: readonly Entry[]): Markup {
  if (entries.length > mostStatements) {
    return html`<p>For more than ${mostStatements} descriptors the SHA-256 of each file is left out of this page. The report in JSON has them: <code>-f json</code>.</p>`;
  }
  const digests = new Map<string, string | undefined>();
  for (const { path, sha256, review } of entries.map(({ descriptor }) => descriptor)) {
    digests.set(path, sha256);
    if (review !== undefined) digests.set(review.path, review.sha256);
  }
  if (digests.size === 0) return html`<p>No file was judged.</p>`;
  const items = [...digests].map(
    ([path, sha256]) =>
      html`<li>${userText(path)} <span class="digest">${sha256 === undefined ? 'could not be read' : sha256}</span></li>\n`,
  );
  return html`<details class="files"><summary>SHA-256 of ${digests.size === 1 ? 'the file' : `each of the ${digests.size} files`}, descriptors and reviews</summary>
<ul>
${items}</ul>
</details>`;
}
