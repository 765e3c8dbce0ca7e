import { compareText, type Severity } from '../../descriptor/finding.ts';
import type { Report } from '../../report/report.ts';
import { isNotMet } from '../../report/verdict.ts';
import { isStaleAnswer } from '../stale-answers.ts';
import { counted } from '../summary-text.ts';
import { cutText } from '../wrapped-text.ts';
import { html, type Markup, userText } from './markup.ts';
import { percentText } from './portfolio-charts.ts';
import type { Entry } from './portfolio-entries.ts';
import { severityWords } from './portfolio-words.ts';

/** Something that does not hold, with the descriptors in which it does not. */
export interface Failure {
  /** The rule, or the requirement where a person judged. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly isJudgement: boolean;
  readonly entries: readonly Entry[];
}

const mostFailures = 15;
const mostNames = 12;
/** Portfolios up to this size have the complete lists. */
const mostListed = 60;

/** What most often does not hold. */
export function failuresSection(entries: readonly Entry[], report: Report): Markup {
  const failures = failuresOf(entries, report);
  const shown = failures.slice(0, mostFailures);
  if (shown.length === 0) {
    return html`<section aria-labelledby="failures">
<h2 id="failures">What most often does not hold</h2>
<p>Nothing: no rule and no person found anything in these descriptors that does not hold.</p>
</section>`;
  }
  const about =
    shown.length < failures.length
      ? `The ${shown.length} most frequent of ${failures.length} rules and questions that do not hold somewhere, by number of descriptors.`
      : 'Every rule and question that does not hold somewhere, by number of descriptors.';
  return html`<section aria-labelledby="failures">
<h2 id="failures">What most often does not hold</h2>
<p>${about} What is waived does not count.</p>
<ol class="failures">
${shown.map((failure) => failureItem(failure, entries.length))}</ol>
</section>`;
}

function failureItem({ id, title, severity, isJudgement, entries }: Failure, total: number): Markup {
  const share = percentText(entries.length, total);
  const width = Math.round((10_000 * entries.length) / total) / 100;
  const by = isJudgement ? ', judged by a person' : '';
  return html`<li>
<h3>${userText(cutText(title, 300))}</h3>
<p class="share"><svg class="share-bar" width="100%" height="8" aria-hidden="true" focusable="false"><rect class="track" width="100%" height="8"/><rect class="${severity}" width="${width}%" height="8"/></svg><span><b>${entries.length}</b> of ${counted(total, 'descriptor')}, ${share}</span></p>
<p class="note">${severityWords[severity]}${by} · <code>${id}</code></p>
${namesOf(entries, total)}</li>\n`;
}

/** The descriptors concerned; in a small portfolio those beyond the first are folded, in a large one only counted. */
function namesOf(entries: readonly Entry[], total: number): Markup {
  const items = entries.map(({ link }) => html`<li>${link}</li>`);
  const more = items.length - mostNames;
  const first = items.slice(0, mostNames);
  if (more > 0 && total > mostListed) first.push(html`<li>and ${more} more</li>`);
  const names = html`<ul class="names">${first}</ul>\n`;
  if (more <= 0 || total > mostListed) return names;
  return html`${names}<details><summary>and ${more} more</summary>
<ul class="names">${items.slice(mostNames)}</ul></details>\n`;
}

/** Everything that does not hold, the most frequent first; what is mandatory comes before what is not. */
export function failuresOf(entries: readonly Entry[], report: Report): Failure[] {
  const found = new Map<string, { severity: Severity; isJudgement: boolean; entries: Entry[] }>();
  const add = (id: string, severity: Severity, isJudgement: boolean, entry: Entry): void => {
    const known = found.get(id);
    if (known === undefined) found.set(id, { severity, isJudgement, entries: [entry] });
    else {
      if (gravity[severity] > gravity[known.severity]) known.severity = severity;
      if (known.entries.at(-1) !== entry) known.entries.push(entry);
    }
  };
  for (const entry of entries) {
    for (const finding of entry.descriptor.findings) {
      if (finding.waiver !== undefined || isStaleAnswer(finding)) continue;
      add(finding.rule, finding.severity, false, entry);
    }
    for (const { requirements } of entry.descriptor.conformance) {
      for (const result of requirements) {
        if (result.outcome === 'reviewed' && isNotMet(result))
          add(result.requirement, severities[result.level], true, entry);
      }
    }
  }
  const titles = titlesOf(report);
  return [...found]
    .map(([id, failure]) => ({ id, title: titles.get(id) ?? id, ...failure }))
    .sort(
      (left, right) =>
        right.entries.length - left.entries.length ||
        gravity[right.severity] - gravity[left.severity] ||
        compareText(left.id, right.id),
    );
}

const gravity: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };
const severities = { must: 'error', should: 'warning', could: 'info' } as const;

function titlesOf({ rules, frameworks }: Report): Map<string, string> {
  return new Map([
    ['file', 'The file can be read'],
    ['yaml', 'The YAML can be read'],
    ['schema', 'Every field is known and has its proper form'],
    ...frameworks.flatMap(({ requirements }) => requirements.map(({ id, text }) => [id, text] as const)),
    ...rules.map(({ id, title }) => [id, title] as const),
  ]);
}
