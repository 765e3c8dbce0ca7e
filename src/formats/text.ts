import type { Framework } from '../conformance/framework.ts';
import type { Severity } from '../descriptor/finding.ts';
import type { DescriptorReport, Report } from '../report/report.ts';
import { standingOf } from '../report/standing.ts';
import type { RequirementResult } from '../report/verdict.ts';
import { findingText } from './finding-text.ts';
import { incidentsText } from './incidents-text.ts';
import { answersText, questionsText } from './judgement-text.ts';
import { principleTable, titleOf } from './principle-table.ts';
import type { ReportFormat, Style, WriteOptions } from './report-format.ts';
import { isStaleAnswer, staleQuestionWords } from './stale-answers.ts';
import { summaryText } from './summary-text.ts';
import { undecidedText } from './undecided-text.ts';
import { verdictText } from './verdict-text.ts';
import { visibleText } from './visible-text.ts';
import { standingWords } from './words.ts';
import { cutText, wrappedText } from './wrapped-text.ts';

/** For people at a terminal: what to mend in each file, then the principles, then one line that sums up. */
export const text: ReportFormat = {
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
  yield runFindingsText(report, options);
  for (const descriptor of report.descriptors) yield descriptorText(descriptor, report, options, isSingle);
  for (const [index, framework] of report.frameworks.entries()) {
    yield* frameworkText(framework, index, report, options, isSingle);
  }
  yield incidentsText(report, options);
  yield summaryText(report, options);
}

function* quietParts(report: Report, options: WriteOptions): Generator<string> {
  for (const descriptor of report.descriptors) {
    // What is mandatory stays to be seen although an exception was agreed.
    const errors = descriptor.findings.filter(({ severity }) => severity === 'error');
    const undecided = undecidedText(descriptor, report, options);
    if (errors.length > 0 || undecided !== '') yield headText(descriptor, options);
    for (const finding of errors) yield findingText(finding, report, options, descriptor.path);
    yield undecided;
  }
  yield incidentsText(report, options);
}

/** What is wrong with files of waivers. */
function runFindingsText(report: Report, options: WriteOptions): string {
  const { findings } = report;
  if (findings.length === 0) return '';
  const paths = [...new Set(findings.map(({ location }) => location.path))];
  return paths
    .flatMap((path) => [
      options.style.strong(visibleText(path)),
      ...findings
        .filter(({ location }) => location.path === path)
        .map((finding) => findingText(finding, report, options, path)),
    ])
    .join('\n\n');
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
    const findings = descriptor.findings.filter(
      (one) => one.severity === severity && !one.waiver && !isStaleAnswer(one),
    );
    if (findings.length === 0) return [];
    return [
      options.style[paint](options.style.strong(`${heading} (${findings.length})`)),
      ...findings.map((finding) => findingText(finding, report, options, descriptor.path)),
    ];
  });
  blocks.push(...againText(descriptor, report, options));
  const undecided = undecidedText(descriptor, report, options);
  if (undecided !== '') blocks.push(undecided);
  const waived = descriptor.findings.filter(({ waiver }) => waiver !== undefined);
  if (waived.length > 0) {
    const heading = options.style.strong(`Waived (${waived.length})`);
    blocks.push(heading, ...waived.map((finding) => findingText(finding, report, options, descriptor.path)));
  }
  if (blocks.length === 0) blocks.push(`  ${options.style.good('✔')} No rule found anything to mend.`);
  const verdicts = isSingle
    ? []
    : descriptor.conformance.map((one) => verdictText(one, descriptor, report, options));
  return [headText(descriptor, options), ...blocks, ...verdicts].join('\n\n');
}

/** The answers that no longer count, each with the weight of its question: nothing to mend, but to judge again. */
function againText(descriptor: DescriptorReport, report: Report, options: WriteOptions): string[] {
  const stale = descriptor.findings.filter(isStaleAnswer);
  if (stale.length === 0) return [];
  return [
    options.style.strong(`To judge again (${stale.length})`),
    ...stale.map((finding) =>
      findingText(finding, report, options, descriptor.path, staleQuestionWords(finding, descriptor)),
    ),
  ];
}

function headText({ path, document, title, id }: DescriptorReport, { style, width }: WriteOptions): string {
  const place = visibleText(path) + (document > 0 ? ` (document ${document + 1})` : '');
  const name = [title, id].flatMap((part) => (part === undefined ? [] : [visibleText(part)])).join(' · ');
  return style.strong(place) + (name === '' ? '' : `\n${style.faint(cutText(name, width))}`);
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
    answersText(framework, first.requirements, options),
    questionsText(framework, first.requirements, options),
    verdictText(first, descriptor, report, options),
  ];
}

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
        const words = standingWords[standingOf(result)].words.padEnd(22);
        const reason = result.reason === undefined ? '' : ` ${result.reason}`;
        const content = visibleText(
          `${clause}${requirement.text}${reason} (${requirement.level}, ${requirement.id})`,
        );
        return wrappedText(content, width - 28).map(
          (line, index) => `    ${index === 0 ? words : ' '.repeat(22)}  ${line}`,
        );
      });
    return [`  ${style.strong(titleOf(principle))}`, ...lines].join('\n');
  });
  return blocks.join('\n');
}
