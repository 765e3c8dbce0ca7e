import type { AppliedWaiver, Citation, Finding, Severity } from '../../descriptor/finding.ts';
import { isFormFinding } from '../../descriptor/form-fault.ts';
import { childPointer, fieldName, type JsonPointer } from '../../descriptor/json-pointer.ts';
import { isAboutNothing } from '../code-frame.ts';
import { isStaleAnswer, staleQuestionWords } from '../stale-answers.ts';
import { basisWords, capitalised, lineWords, shortened } from '../words.ts';
import { html, link, type Markup, prose, userText } from './markup.ts';
import type { StatementView } from './statement-view.ts';

const groups: readonly (readonly [Severity, string, string])[] = [
  ['error', 'Mandatory', 'bad'],
  ['warning', 'Recommended', 'caution'],
  ['info', 'Possible improvements', 'quiet'],
];

/** What is to be mended, by weight and then in the order of the text, what is to be judged again, and what is waived. */
export function* findingsSection(view: StatementView): Generator<Markup> {
  const { descriptor, report } = view;
  const { findings } = descriptor;
  const counting = findings.filter((finding) => finding.waiver === undefined && !isStaleAnswer(finding));
  yield html`<section aria-labelledby="first">
<h2 id="first">What to do first</h2>`;
  if (counting.length === 0) yield html`<p>Nothing: no rule found anything to mend.</p>`;
  for (const [severity, heading, tone] of groups) {
    const own = counting.filter((finding) => finding.severity === severity);
    if (own.length === 0) continue;
    yield html`<h3>${heading} (${own.length})</h3>
<ol class="findings tone-${tone}">`;
    for (const finding of own) yield html`<li>${findingBlock(finding, descriptor.path)}</li>`;
    yield html`</ol>`;
  }
  yield* againPart(view);
  const waived = findings.filter(({ waiver }) => waiver !== undefined);
  if (waived.length > 0) {
    yield html`<h3 id="waived">Waived (${waived.length})</h3>
<p class="note">These do not hold, but exceptions were agreed: they no longer count against the award.</p>
<ol class="findings tone-caution">`;
    for (const finding of waived) yield html`<li>${findingBlock(finding, descriptor.path)}</li>`;
    yield html`</ol>`;
  }
  if (report.findings.length > 0) {
    yield html`<p class="note">There is more to mend in files of waivers: see <a href="#provenance">provenance</a>.</p>`;
  }
  yield html`</section>`;
}

/** Answers that no longer count: nothing to mend, but each a question to judge again. */
function* againPart({ descriptor, questions }: StatementView): Generator<Markup> {
  const stale = descriptor.findings.filter(isStaleAnswer);
  if (stale.length === 0) return;
  yield html`<h3 id="again">To judge again (${stale.length})</h3>
<p class="note">These questions were answered, but what they concern has changed since.</p>
<ol class="findings tone-open">`;
  for (const finding of stale) {
    const words = staleQuestionWords(finding, descriptor);
    const asked = questions.find(({ requirement: { id } }) => id === finding.data['requirement']);
    const question =
      asked === undefined || words === undefined
        ? words
        : html`<a href="#${asked.anchor}">${capitalised(words)}</a>`;
    yield html`<li><p class="message">${prose(finding.message)}</p>
${question === undefined ? '' : html`<p class="weight">${question}</p>`}
${placeOf(finding, descriptor.path)}
<p class="mend"><b>To do:</b> ${prose(finding.help)}</p>
<p class="why"><b>Why:</b> ${prose(finding.why)}</p></li>`;
  }
  yield html`</ol>`;
}

/** One finding: what is the case, where, how to mend it, why it matters, and what that rests on. */
function findingBlock(finding: Finding, path: string): Markup {
  const { message, help, why, sources, related, waiver, rule } = finding;
  return html`<p class="message">${prose(message)}</p>
${placeOf(finding, path)}
${waiver === undefined ? html`<p class="mend"><b>To mend:</b> ${prose(help)}</p>` : waiverWords(waiver)}
<p class="why"><b>Why:</b> ${prose(why)}</p>
${related.map(
  ({ message: words, location }) =>
    html`<p class="why"><b>See</b> ${placeWords(location.path, path)}${lineWords(location.range.start.line)}: ${prose(words)}</p>`,
)}${isFormFinding(finding) ? '' : html`<details><summary>Rule and sources</summary><p>Rule <code>${rule}</code></p>${sourceList(sources)}</details>`}`;
}

/** Where a finding is: its lines, its field, and the text itself where there is any. */
function placeOf(finding: Finding, path: string): Markup {
  const { location, excerpt, data } = finding;
  const file = placeWords(location.path, path);
  const { start, end } = location.range;
  const missing = data['missing'];
  if (isAboutNothing(finding) && typeof missing === 'string') {
    const line = location.pointer === '' ? '' : `${lineWords(start.line)}, `;
    return html`<p class="place">${file}${line}${fieldCode(childPointer(location.pointer, missing))} is missing</p>`;
  }
  const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  const field = location.pointer === '' ? '' : html`, ${fieldCode(location.pointer)}`;
  const shown = excerpt.trim();
  const text = shown === '' ? '' : html`: <code>${shortened(shown, 120)}</code>`;
  return html`<p class="place">${file}${lineWords(start.line, last)}${field}${text}</p>`;
}

function fieldCode(pointer: JsonPointer): Markup {
  return html`<code>${shortened(fieldName(pointer), 120)}</code>`;
}

/** The file, where it is another one than the descriptor's. */
function placeWords(path: string, own: string): Markup | string {
  return path === own ? '' : html`<span class="path">${userText(path)}</span>, `;
}

/** An agreed exception: why, by whom, until when, and where it is written down. */
export function waiverWords({ reason, approver, until, path, line, origin }: AppliedWaiver): Markup {
  const by = approver === undefined ? html`approver not named` : html`approved by ${userText(approver)}`;
  const end = until === undefined ? 'without an end' : `until ${until}`;
  const kind = origin === 'comment' ? 'a comment in' : 'the file of waivers';
  return html`<p class="waiver"><b>Waived:</b> ${userText(shortened(reason, 1_000))} (${by}, ${end}; ${kind}
<span class="path">${userText(path)}</span>, ${lineWords(line)})</p>`;
}

/** What a rule goes back to, each with the way in which it stands behind it. */
export function sourceList(sources: readonly Citation[]): Markup {
  if (sources.length === 0) return html`<p>It names no source.</p>`;
  return html`<ul class="sources">${sources.map(
    ({ document, url, basis, quote, note }) => html`<li>${url === undefined ? document : link(url, document)}
<span class="basis">(${basisWords[basis]})</span>${quote === undefined ? '' : html`: <q>${quote}</q>`}${note === undefined ? '' : html` ${note}`}</li>`,
  )}</ul>`;
}
