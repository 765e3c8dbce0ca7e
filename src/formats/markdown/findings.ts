import { type Citation, compareText, type Finding, type Severity } from '../../descriptor/finding.ts';
import { isFormFinding } from '../../descriptor/form-fault.ts';
import { fieldName } from '../../descriptor/json-pointer.ts';
import type { Report } from '../../report/report.ts';
import { isAboutNothing } from '../code-frame.ts';
import { isStaleAnswer } from '../stale-answers.ts';
import { counted } from '../summary-text.ts';
import { basisWords, levelWords } from '../words.ts';
import { item, strong } from './blocks.ts';
import { addressText, codeCell, codeText, cut, longestSentence, proseText, valueText } from './text.ts';

/** What the gravity of a finding is called: as the level of the requirement behind it. */
export const severityWords: Record<Severity, string> = {
  error: levelWords.must,
  warning: levelWords.should,
  info: levelWords.could,
};

const marks: Record<Severity, string> = { error: '✖', warning: '!', info: '·' };

/** How a list of findings is put. */
interface FindingLayout {
  /** The path of the file that a reader takes them to be in; another is named. */
  readonly home: string;
  readonly isVerbose: boolean;
  /** What a finding weighs, where the heading of the list does not say it. */
  readonly weightOf?: (finding: Finding) => string | undefined;
}

/** Findings as a numbered list, each with its place, how to mend it, why, and the rule behind it. */
export function findingList(findings: readonly Finding[], report: Report, layout: FindingLayout): string {
  return findings
    .map((finding, index) =>
      item(
        `${index + 1}.`,
        strong(proseText(finding.message)),
        findingDetails(finding, report, layout).filter((line) => line !== ''),
      ),
    )
    .join('\n');
}

function findingDetails(
  finding: Finding,
  report: Report,
  { home, isVerbose, weightOf }: FindingLayout,
): string[] {
  // Faults of form all have the same reason, which nobody wants to read ten times.
  const why = isFormFinding(finding) && !isVerbose ? '' : finding.why;
  const principles = finding.principles.flatMap((id) => {
    const principle = report.frameworks
      .flatMap((framework) => framework.principles)
      .find((one) => one.id === id);
    return principle === undefined ? [] : [valueText(principle.title)];
  });
  return [
    `Where: ${findingPlace(finding, home)}${excerptOf(finding)}`,
    labelled('Weight', weightOf?.(finding) ?? ''),
    labelled(isStaleAnswer(finding) ? 'Do' : 'Mend', proseText(finding.help)),
    labelled('Why', proseText(isVerbose ? why : firstSentence(why))),
    ...(isVerbose ? finding.sources.map((source) => `Source: ${sourceText(source)}`) : []),
    ...finding.related.map(
      ({ message, location }) =>
        `See: ${codeText(location.path, 500)}, line ${location.range.start.line}: ${proseText(message)}`,
    ),
    `Rule: ${[codeText(finding.rule), ...principles].join(' · ')}`,
  ];
}

function labelled(label: string, markdown: string): string {
  return markdown === '' ? '' : `${label}: ${markdown}`;
}

function firstSentence(words: string): string {
  return /^.*?[.!?](?=\s|$)/s.exec(cut(words, longestSentence))?.[0] ?? words;
}

/** Where a finding is, in words: its line and column, or that what it is about is missing, and the field. */
function findingPlace(finding: Finding, home: string): string {
  const { path, pointer, range } = finding.location;
  const field = pointer === '' ? '' : codeText(fieldName(pointer));
  if (isAboutNothing(finding) && pointer === '') return 'missing from the descriptor';
  const file = path === home ? '' : `${codeText(path, 500)}, `;
  const place = `${file}line ${range.start.line}, column ${range.start.column}`;
  return field === '' ? place : `${place}, in ${field}`;
}

function excerptOf(finding: Finding): string {
  if (isAboutNothing(finding)) return '';
  const excerpt = codeText(finding.excerpt.trim());
  return excerpt === '' ? '' : `: ${excerpt}`;
}

/** Findings on a line each: how grave, what is the case, and the line; those beyond `most` only as a number. */
export function briefFindings(findings: readonly Finding[], home: string, most: number): string {
  const lines = findings.slice(0, most).map((finding) => {
    const { severity, message, location, rule } = finding;
    const isNowhere = isAboutNothing(finding) && location.pointer === '';
    const file = location.path === home ? '' : `${codeText(location.path, 500)}, `;
    const place = isNowhere ? 'missing' : `${file}line ${location.range.start.line}`;
    const weight = isStaleAnswer(finding)
      ? '? to judge again'
      : `${marks[severity]} ${severityWords[severity]}`;
    return `- ${weight}: ${proseText(message, 300)} (${place}, ${codeText(rule)})`;
  });
  const more = findings.length - lines.length;
  return [...lines, ...(more > 0 ? [`- … and ${more} more`] : [])].join('\n');
}

/** Waived findings as a list: what is the case, and why, by whom and until when the exception was agreed. */
export function waivedList(findings: readonly Finding[], home: string): string {
  return findings
    .flatMap((finding) => {
      const { waiver } = finding;
      if (waiver === undefined) return [];
      const { reason, approver, until, path, line } = waiver;
      const below = [
        `Where: ${findingPlace(finding, home)}`,
        `Reason: ${proseText(reason)}`,
        `Agreed by: ${approver === undefined ? 'not stated' : valueText(approver)}`,
        `Holds: ${until === undefined ? 'until it is taken away' : `until ${valueText(until)}`}`,
        `Written down in: ${codeText(path, 500)}, line ${line}`,
        `Rule: ${codeText(finding.rule)} (${severityWords[finding.severity]})`,
      ];
      return [item('-', `◆ ${strong(proseText(finding.message))}`, below)];
    })
    .join('\n');
}

/** A source with the way in which it stands behind a rule. */
export function sourceText({ document, basis, quote, url, note }: Citation): string {
  return [
    `${proseText(document)} (${basisWords[basis]})`,
    ...(quote === undefined ? [] : [`“${proseText(quote)}”`]),
    ...(note === undefined ? [] : [proseText(note)]),
    ...(url === undefined ? [] : [addressText(url)]),
  ].join(' · ');
}

/** The rules that the most descriptors do not hold to, as rows of a table: what, how grave, how many, which rule. */
export function frequentFailures({ descriptors, rules }: Report, most: number): string[][] {
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  const failures = new Map<string, { severity: Severity; count: number }>();
  for (const { findings } of descriptors) {
    const open = findings.filter((finding) => finding.waiver === undefined && !isStaleAnswer(finding));
    for (const [rule, severity] of new Map(open.map((finding) => [finding.rule, finding.severity]))) {
      const failure = failures.get(rule) ?? { severity, count: 0 };
      failures.set(rule, { ...failure, count: failure.count + 1 });
    }
  }
  return [...failures]
    .sort(
      ([left, one], [right, other]) =>
        other.count - one.count ||
        gravest.indexOf(one.severity) - gravest.indexOf(other.severity) ||
        compareText(left, right),
    )
    .slice(0, most)
    .map(([rule, { severity, count }]) => [
      valueText(titles.get(rule) ?? formTitles.get(rule) ?? rule),
      severityWords[severity],
      `${count} of ${counted(descriptors.length, 'descriptor')}`,
      codeCell(rule),
    ]);
}

const gravest: readonly Severity[] = ['error', 'warning', 'info'];

const formTitles: ReadonlyMap<string, string> = new Map([
  ['file', 'The file can be read.'],
  ['yaml', 'The YAML is in order.'],
  ['schema', 'Fields and values have the form of the descriptor format.'],
]);
