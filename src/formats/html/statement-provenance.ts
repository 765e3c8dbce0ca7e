import type { Framework } from '../../conformance/framework.ts';
import { fieldName } from '../../descriptor/json-pointer.ts';
import type { NamedFile } from '../../report/report.ts';
import type { JudgedWaiver, WaiverState } from '../../report/waiver.ts';
import { incidentText } from '../incidents-text.ts';
import { scopeInFull } from '../scope-text.ts';
import { lineWords, shortened } from '../words.ts';
import { html, link, type Markup, prose, userText } from './markup.ts';
import type { StatementView } from './statement-view.ts';

/** Lines of a list that may be long without being about this descriptor. */
const mostListed = 20;

/** What the statement rests on, to the byte, and what it is not. */
export function* provenanceSection(view: StatementView): Generator<Markup> {
  const { report, descriptor } = view;
  const { path, document, sha256, review, evidence } = descriptor;
  const facts: readonly (readonly [string, Markup | string])[] = [
    ['Made by', `${report.tool.name} ${report.tool.version}`],
    ['Judged for', report.date],
    ...(report.scope === undefined ? [] : [['Scope', prose(scopeInFull(report.scope))] as const]),
    ['Descriptor', fileWords({ path, sha256: sha256 ?? '' })],
    ['Document in the file', `number ${document + 1}`],
    ['Descriptor format', `version ${report.descriptorFormat}`],
    [
      'Rule set',
      html`${report.rules.length} rules, digest <code class="digest">${report.ruleSetDigest}</code>`,
    ],
    ['Review file', review === undefined ? 'none' : fileWords(review)],
    [
      'Files of waivers',
      report.waiverFiles.length === 0 ? 'none' : html`${report.waiverFiles.map(fileWords)}`,
    ],
  ];
  yield html`<section aria-labelledby="provenance">
<h2 id="provenance">Provenance</h2>
<dl class="provenance">
${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>
${evidence === undefined && descriptor.status === 'checked' ? html`<p>Values of the descriptor were not collected in this run, so none are shown as evidence.</p>` : ''}`;
  yield html`<h3>Frameworks</h3>
${view.frameworks.map(({ framework }) => frameworkBlock(framework))}`;
  yield* waiverParts(view);
  yield* incidentParts(view);
  yield html`<h3>What this statement is not</h3>
<p>It says what rules found in a descriptor, and what people answered about it. It is no approval, credit rating or
accreditation of the award, and does not show that the award is taught as the descriptor says.</p>
</section>`;
}

function fileWords({ path, sha256 }: NamedFile): Markup {
  const digest =
    sha256 === ''
      ? 'no digest, for it could not be read'
      : html`SHA-256 <code class="digest">${sha256}</code>`;
  return html`<span class="path">${userText(path)}</span>, ${digest}. `;
}

function frameworkBlock({ id, title, version, date, about, url, clausesFrom }: Framework): Markup {
  const clauses =
    clausesFrom === undefined
      ? 'No clause numbers were laid over it: read none of its requirements as a clause of a document.'
      : html`Clause numbers from ${userText(clausesFrom)} were laid over it; the wording of its requirements is its own.`;
  const name = url === undefined ? html`${title}` : link(url, title);
  return html`<p><b>${name}</b> (<code>${id}</code>, version ${version}, ${date}). ${about.trim()} ${clauses}</p>\n`;
}

const stateWords: Record<WaiverState, string> = {
  used: 'in use',
  expired: 'expired: it covers nothing any more',
  'not-run': 'not looked at: its rule was not run',
  unused: 'unused: there is nothing for it to cover',
};

function* waiverParts({ descriptor, report }: StatementView): Generator<Markup> {
  const { waivers = [] } = descriptor;
  if (waivers.length > 0) {
    yield html`<h3>Waivers</h3>
<ul class="waivers">${waivers.map(waiverItem)}</ul>`;
  }
  if (report.findings.length === 0) return;
  yield html`<h3>To mend in files of waivers</h3>
<ul>${report.findings.slice(0, mostListed).map(
    ({ message, help, location }) => html`<li><span class="path">${userText(location.path)}</span>,
${lineWords(location.range.start.line)}: ${prose(message)} ${prose(help)}</li>`,
  )}${moreItem(report.findings.length)}</ul>`;
}

function waiverItem({ rule, reason, approver, until, covers, location, state }: JudgedWaiver): Markup {
  const what =
    covers === 'everything'
      ? 'the whole descriptor'
      : 'pointer' in covers
        ? html`<code>${shortened(fieldName(covers.pointer), 120)}</code>`
        : lineWords(covers.firstLine, covers.lastLine);
  const by = approver === undefined ? 'approver not named' : html`approved by ${userText(approver)}`;
  return html`<li><b>${stateWords[state]}</b>. Rule <code>${rule}</code>, for ${what}: ${userText(shortened(reason, 1_000))}
(${by}, ${until === undefined ? 'without an end' : `until ${until}`}; <span class="path">${userText(location.path)}</span>, ${lineWords(location.range.start.line)})</li>`;
}

function* incidentParts({ report: { incidents } }: StatementView): Generator<Markup> {
  if (incidents.length === 0) return;
  yield html`<h3>Incidents of the run</h3>
<ul>${incidents.slice(0, mostListed).map((incident) => html`<li>${prose(incidentText(incident))}</li>`)}${moreItem(incidents.length)}</ul>`;
}

function moreItem(count: number): Markup | undefined {
  return count > mostListed ? html`<li>and ${count - mostListed} more</li>` : undefined;
}
