import type { Finding, Severity } from '../../descriptor/finding.ts';
import type { DescriptorReport, Report } from '../../report/report.ts';
import type { Conformance } from '../../report/verdict.ts';
import type { JudgedWaiver } from '../../report/waiver.ts';
import { whyAbsent } from '../absent-facts.ts';
import { isStaleAnswer } from '../stale-answers.ts';
import { counted } from '../summary-text.ts';
import { verdictReasons } from '../verdict-reasons.ts';
import { verdictWords } from '../words.ts';
import { html, type Markup, prose, userText } from './markup.ts';
import { type Entry, levelText, mostStatements } from './portfolio-entries.ts';
import { severityWords } from './portfolio-words.ts';
import { said } from './said.ts';

/** Above this number the statements are folded. */
const mostUnfolded = 10;
const mostFindings = 8;

const fullStatements = html`<code>-f html=folder/</code> writes a full statement on each descriptor, with every requirement, its evidence and its sources.`;

/** A short statement on each descriptor, or why there are none. */
export function* shortStatements(entries: readonly Entry[], report: Report): Generator<Markup> {
  yield html`<section class="statements" aria-labelledby="statements">
<h2 id="statements">Short statements</h2>`;
  if (entries.length > mostStatements) {
    yield html`<p>For more than ${mostStatements} descriptors they are left out of this page. ${fullStatements}</p>`;
  } else {
    yield html`<p>${fullStatements}</p>`;
    const titles = new Map(report.frameworks.map(({ id, title }) => [id, title]));
    for (const entry of entries) yield folded(entry, titles, entries.length > mostUnfolded);
  }
  yield html`</section>`;
}

function folded(entry: Entry, titles: ReadonlyMap<string, string>, isFolded: boolean): Markup {
  const { anchor, name, descriptor } = entry;
  const heading = html`<h3 id="${anchor}-title">${userText(name)}</h3>`;
  const content = statementContent(entry, titles);
  if (!isFolded) {
    return html`<section class="statement" id="${anchor}" aria-labelledby="${anchor}-title">
${heading}
${content}</section>`;
  }
  const verdicts = descriptor.conformance.map(({ verdict }) => said(verdictWords[verdict]));
  return html`<details class="statement"><summary>${heading} ${verdicts}</summary>
<section id="${anchor}" aria-labelledby="${anchor}-title">
${content}</section></details>`;
}

function statementContent(entry: Entry, titles: ReadonlyMap<string, string>): Markup {
  const { descriptor, place, counts } = entry;
  const { findings, conformance, status, waivers = [] } = descriptor;
  const reviewers = reviewersOf(conformance);
  const used = waivers.filter(({ state }) => state === 'used');
  return html`<p class="path">${userText(place)}</p>
${status === 'unreadable' ? html`<p><b>The descriptor could not be read, so nothing in it could be judged.</b></p>\n` : undefined}${conformance.map((one) => verdictLine(one, descriptor, titles))}<p class="facts">${factsLine(descriptor)}</p>
${findingList(findings)}<p>${openText(counts.open)} ${reviewers.length === 0 ? 'No review by a person counts.' : html`Judged by ${reviewers}.`}</p>
${waiverList(used)}`;
}

function verdictLine(
  conformance: Conformance,
  descriptor: DescriptorReport,
  titles: ReadonlyMap<string, string>,
): Markup {
  const { framework, verdict } = conformance;
  const title = titles.size > 1 ? html`${userText(titles.get(framework) ?? framework)}: ` : undefined;
  return html`<p class="why">${title}${said(verdictWords[verdict])}. ${verdictReasons(conformance, descriptor)}</p>\n`;
}

/** What tells awards apart, on one line; what is not stated is said to be so. */
function factsLine({ award, findings }: DescriptorReport): Markup[] {
  const { provider, creditPoints, creditScheme, notionalHours, mode, duration } = award;
  const credit =
    creditPoints === undefined ? undefined : `${creditPoints} ${creditScheme ?? ''} credit points`;
  const facts: readonly (readonly [label: string, value: string | undefined, absence?: string])[] = [
    ['Provider', provider],
    ['Level', levelText(award), whyAbsent('level', findings)],
    ['Credit', credit?.replace('  ', ' '), whyAbsent('points', findings)],
    ['Hours', notionalHours === undefined ? undefined : String(notionalHours), whyAbsent('hours', findings)],
    ['Mode', mode],
    ['Duration', duration],
  ];
  return facts.map(
    ([label, value, absence = 'not stated'], index) =>
      html`${index === 0 ? '' : ' · '}${label}: ${value === undefined ? absence : userText(value)}`,
  );
}

const order: readonly Severity[] = ['error', 'warning', 'info'];

function findingList(findings: readonly Finding[]): Markup | undefined {
  const counting = findings.filter(({ waiver }) => waiver === undefined);
  if (counting.length === 0) return html`<p>No rule found anything to mend.</p>\n`;
  const stale = counting.filter(isStaleAnswer);
  const sorted = [
    ...order.flatMap((severity) =>
      counting.filter((finding) => finding.severity === severity && !isStaleAnswer(finding)),
    ),
    ...stale,
  ];
  const items = sorted
    .slice(0, mostFindings)
    .map(
      ({ message, location, ...finding }) =>
        html`<li class="${finding.severity}"><b>${isStaleAnswer(finding) ? 'to judge again' : severityWords[finding.severity]}</b>: <bdi>${prose(message)}</bdi> <span class="note">line ${location.range.start.line}</span></li>\n`,
    );
  const more = sorted.length - items.length;
  return html`<ul class="findings">
${items}${more > 0 ? html`<li>and ${more} more</li>\n` : undefined}</ul>
`;
}

function openText(open: number): string {
  return open === 0 ? 'No question is open.' : `${counted(open, 'question')} open for a person to judge.`;
}

function reviewersOf(conformance: readonly Conformance[]): Markup[] {
  const names = new Set<string>();
  for (const { requirements } of conformance) {
    for (const { outcome, answer } of requirements) {
      if (outcome !== 'reviewed' || answer === undefined) continue;
      names.add(answer.role === undefined ? answer.reviewer : `${answer.reviewer} (${answer.role})`);
    }
  }
  return [...names].map((name, index) => html`${index === 0 ? '' : ', '}${userText(name)}`);
}

function waiverList(waivers: readonly JudgedWaiver[]): Markup | undefined {
  if (waivers.length === 0) return undefined;
  const items = waivers.map(({ rule, reason, approver, until }) => {
    const by = approver === undefined ? undefined : html`, agreed by ${userText(approver)}`;
    return html`<li><code>${rule}</code>: ${userText(reason)}${by}${until === undefined ? '' : `, until ${until}`}</li>\n`;
  });
  return html`<p>Waivers in use:</p>
<ul>${items}</ul>
`;
}
