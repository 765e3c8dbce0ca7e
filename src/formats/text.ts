import type { Framework } from '../conformance/framework.ts';
import type { Severity } from '../descriptor/finding.ts';
import { isFormFinding } from '../descriptor/form-fault.ts';
import type { DescriptorReport, Report } from '../report/report.ts';
import {
  type Conformance,
  type ConformanceVerdict,
  isNotMet,
  type RequirementResult,
} from '../report/verdict.ts';
import { findingText } from './finding-text.ts';
import { incidentsText } from './incidents-text.ts';
import { principleTable, titleOf } from './principle-table.ts';
import type { ReportFormat, Style, WriteOptions } from './report-format.ts';
import { counted, summaryText } from './summary-text.ts';
import { undecidedText } from './undecided-text.ts';
import { visibleText } from './visible-text.ts';
import { cutText, wrappedText } from './wrapped-text.ts';

/** For people at a terminal: what to mend in each file, then the principles, then one line that sums up. */
export const text: ReportFormat = {
  name: 'text',
  summary: 'For people: findings by file, the principles, and a summary.',
  fileExtension: 'txt',
  *write(report, options) {
    let lead = '';
    for (const part of options.isQuiet ? quietParts(report, options) : allParts(report, options)) {
      if (part === '') continue;
      yield lead + part;
      lead = '\n\n';
    }
    if (lead !== '') yield '\n';
  },
};

function* allParts(report: Report, options: WriteOptions): Generator<string> {
  const isSingle = report.descriptors.length === 1;
  for (const descriptor of report.descriptors) yield descriptorText(descriptor, report, options, isSingle);
  for (const [index, framework] of report.frameworks.entries()) {
    yield* frameworkText(framework, index, report, options, isSingle);
  }
  yield incidentsText(report, options);
  yield summaryText(report, options);
}

function* quietParts(report: Report, options: WriteOptions): Generator<string> {
  for (const descriptor of report.descriptors) {
    const errors = descriptor.findings.filter(({ severity }) => severity === 'error');
    const undecided = undecidedText(descriptor, report, options);
    if (errors.length > 0 || undecided !== '') yield headText(descriptor, options);
    for (const finding of errors) yield findingText(finding, report, options);
    yield undecided;
  }
  yield incidentsText(report, options);
}

const headings: readonly (readonly [Severity, string, keyof Style])[] = [
  ['error', 'Must be mended', 'error'],
  ['warning', 'Should be mended', 'warning'],
  ['info', 'Could be better', 'info'],
];

function descriptorText(
  descriptor: DescriptorReport,
  report: Report,
  options: WriteOptions,
  isSingle: boolean,
): string {
  const blocks = headings.flatMap(([severity, heading, paint]) => {
    const findings = descriptor.findings.filter((finding) => finding.severity === severity);
    if (findings.length === 0) return [];
    return [
      options.style[paint](options.style.strong(`${heading} (${findings.length})`)),
      ...findings.map((finding) => findingText(finding, report, options)),
    ];
  });
  const undecided = undecidedText(descriptor, report, options);
  if (undecided !== '') blocks.push(undecided);
  if (blocks.length === 0) blocks.push(`  ${options.style.good('✔')} No rule found anything to mend.`);
  const verdicts = isSingle
    ? []
    : descriptor.conformance.map((one) => verdictText(one, descriptor, report, options));
  return [headText(descriptor, options), ...blocks, ...verdicts].join('\n\n');
}

function headText({ path, document, title, id }: DescriptorReport, { style, width }: WriteOptions): string {
  const place = visibleText(path) + (document > 0 ? ` (document ${document + 1})` : '');
  const name = [title, id].flatMap((part) => (part === undefined ? [] : [visibleText(part)])).join(' · ');
  return style.strong(place) + (name === '' ? '' : `\n${style.faint(cutText(name, width))}`);
}

const verdictWords: Record<ConformanceVerdict, readonly [string, keyof Style]> = {
  conforms: ['conforms', 'good'],
  'conforms-with-advice': ['conforms, with advice', 'good'],
  'does-not-conform': ['does not conform', 'error'],
  undecided: ['undecided', 'warning'],
};

function verdictText(
  { framework, verdict, requirements }: Conformance,
  { findings }: DescriptorReport,
  { frameworks }: Report,
  { style, width }: WriteOptions,
): string {
  const [words, paint] = verdictWords[verdict];
  const title = frameworks.find(({ id }) => id === framework)?.title ?? framework;
  const reasons = reasonsOf(requirements, findings.filter(isFormFinding).length);
  const lines = wrappedText(`${visibleText(title)}: ${words}. ${reasons}`, width - 11);
  return lines
    .map((line, index) =>
      index === 0
        ? `  Verdict  ${line.replace(words, style[paint](style.strong(words)))}`
        : `${' '.repeat(11)}${line}`,
    )
    .join('\n');
}

/** Why the verdict is what it is: what is not met, undecided, and left to people. */
function reasonsOf(requirements: readonly RequirementResult[], formFaults: number): string {
  const count = (counts: (result: RequirementResult) => boolean): number =>
    requirements.filter(counts).length;
  const must = count((result) => result.level === 'must' && isNotMet(result));
  const should = count((result) => result.level !== 'must' && isNotMet(result));
  const open = count(({ outcome }) => outcome === 'cantTell');
  const untested = count(({ outcome }) => outcome === 'untested');
  const ask = count(({ outcome }) => outcome === 'needsReview');
  const parts = [
    ...(must > 0 ? [`${must} mandatory requirement${must === 1 ? ' is' : 's are'} not met`] : []),
    ...(formFaults > 0 ? [`the form is at fault in ${counted(formFaults, 'place')}`] : []),
    ...(should > 0 ? [`${should} recommendation${should === 1 ? ' is' : 's are'} not met`] : []),
    ...(open > 0 ? [`${open} cannot be told before what stands above is mended`] : []),
    ...(untested > 0 ? [`${untested} ${untested === 1 ? 'is' : 'are'} not tested`] : []),
    ...(ask > 0 ? [`${ask} question${ask === 1 ? ' is' : 's are'} for a person to judge`] : []),
  ];
  const isAnythingMet = requirements.some(({ outcome }) => outcome === 'passed' || outcome === 'reviewed');
  if (parts.length === 0) return isAnythingMet ? 'Everything that applies is met.' : 'Nothing in it applies.';
  return `${parts.join('; ')}.`.replace(/^./, (letter) => letter.toUpperCase());
}

function frameworkText(
  framework: Framework,
  index: number,
  report: Report,
  options: WriteOptions,
  isSingle: boolean,
): string[] {
  const { style, width, isVerbose } = options;
  const conformances = report.descriptors.flatMap(({ conformance }) => conformance[index] ?? []);
  if (conformances.length === 0) return [];
  const results = conformances.flatMap(({ requirements }) => requirements);
  const together = isSingle ? '' : `, requirements of ${conformances.length} descriptors together`;
  const clauses =
    framework.clausesFrom === undefined ? '' : `Clause numbers: ${visibleText(framework.clausesFrom)}`;
  const table = [
    ...wrappedText(visibleText(framework.title), width).map((line) => style.strong(line)),
    style.faint(`  ${framework.id} ${framework.version}${together}`),
    ...wrappedText(clauses, width - 2).map((line) => `  ${style.faint(line)}`),
    ...principleTable(framework, results, style, width - 2).map((line) => `  ${line}`),
  ];
  const [first] = conformances;
  const [descriptor] = report.descriptors;
  if (!isSingle || first === undefined || descriptor === undefined) return [table.join('\n')];
  return [
    table.join('\n'),
    ...(isVerbose ? [requirementsText(framework, first.requirements, options)] : []),
    questionsText(framework, first.requirements, options),
    verdictText(first, descriptor, report, options),
  ];
}

const outcomeWords: Record<RequirementResult['outcome'], string> = {
  passed: 'met',
  failed: 'not met',
  inapplicable: 'does not apply',
  cantTell: 'cannot be told',
  needsReview: 'to judge',
  reviewed: 'judged',
  untested: 'untested',
};

function requirementsText(
  framework: Framework,
  results: readonly RequirementResult[],
  { style, width }: WriteOptions,
): string {
  const blocks = framework.principles.map((principle) => {
    const lines = framework.requirements
      .filter((requirement) => requirement.principle === principle.id)
      .flatMap((requirement) => {
        const result = results.find((one) => one.requirement === requirement.id);
        if (result === undefined) return [];
        const clause = requirement.clause === undefined ? '' : `${requirement.clause.number} `;
        const words = outcomeWords[result.outcome].padEnd(14);
        const reason = result.reason === undefined ? '' : ` ${result.reason}`;
        const content = visibleText(
          `${clause}${requirement.text}${reason} (${requirement.level}, ${requirement.id})`,
        );
        return wrappedText(content, width - 20).map(
          (line, index) => `    ${index === 0 ? words : ' '.repeat(14)}  ${line}`,
        );
      });
    return [`  ${style.strong(titleOf(principle))}`, ...lines].join('\n');
  });
  return blocks.join('\n');
}

function questionsText(
  framework: Framework,
  results: readonly RequirementResult[],
  { style, width }: WriteOptions,
): string {
  const open = new Set(
    results.flatMap(({ outcome, requirement }) => (outcome === 'needsReview' ? [requirement] : [])),
  );
  if (open.size === 0) return '';
  const lines = framework.requirements.flatMap(({ id, review, level }) => {
    if (review === undefined || !open.has(id)) return [];
    const mark = level === 'must' ? '' : ' (recommended)';
    return wrappedText(visibleText(review.question) + mark, width - 4).map(
      (line, index) => `  ${index === 0 ? '?' : ' '} ${line}`,
    );
  });
  return [style.strong(`For a person to judge (${open.size})`), ...lines].join('\n');
}
