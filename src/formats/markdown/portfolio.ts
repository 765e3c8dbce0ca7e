import type { RequirementLevel } from '../../conformance/framework.ts';
import { scoreRules } from '../../report/published-rules.ts';
import { type DescriptorReport, hasMandatoryTrouble, type Report } from '../../report/report.ts';
import { type Conformance, isNotMet, verdicts } from '../../report/verdict.ts';
import type { WriteOptions } from '../report-format.ts';
import { scopeInFull } from '../scope-text.ts';
import { isStaleAnswer, staleCount } from '../stale-answers.ts';
import { counted } from '../summary-text.ts';
import { verdictWords } from '../words.ts';
import { section, table } from './blocks.ts';
import { levelText } from './facts.ts';
import { briefFindings, frequentFailures } from './findings.ts';
import { percentText } from './principles.ts';
import { provenanceList } from './provenance.ts';
import { isOpen, questionsOf, unmetAnswers } from './questions.ts';
import { codeCell, proseText, valueText } from './text.ts';
import { nameOf, placeOf, undecidedItems, verdictBlocks } from './verdict.ts';

/** Characters that the report keeps to by leaving out last sections: a comment on GitHub holds 65,536. */
const mostCharacters = 64_000;

/** Several descriptors: how many conform, a table of all, what fails most often, and a section on each, worst first. */
export function* portfolioBlocks(report: Report, { isVerbose }: WriteOptions): Generator<string> {
  const descriptors = worstFirst(report.descriptors);
  const all = Number.MAX_SAFE_INTEGER;
  const tail = [
    ...section(2, 'Score', [scoreRules.join(' ')]),
    ...section(2, 'Provenance', [provenanceList(report, isVerbose ? all : 50)]),
  ];
  const head = overviewBlocks(report, descriptors);
  yield* head;
  let room = isVerbose ? all : mostCharacters - lengthOf([...head, ...tail]);
  let shown = 0;
  for (const descriptor of descriptors) {
    const blocks = [...descriptorBlocks(descriptor, report, isVerbose ? all : 20)];
    room -= lengthOf(blocks);
    if (room < 0) break;
    if (shown === 0) yield '## Each descriptor';
    yield* blocks;
    shown += 1;
  }
  const left = descriptors.length - shown;
  if (left > 0) yield leftOut(left);
  yield* tail;
}

function lengthOf(blocks: readonly string[]): number {
  return blocks.reduce((sum, block) => sum + block.length + 2, 0);
}

function leftOut(count: number): string {
  const some = `${counted(count, 'descriptor')} of the table ${count === 1 ? 'has' : 'have'}`;
  return `${some} no section here, so that the report fits into a comment; \`--verbose\` writes them all.`;
}

/** Only the descriptors with something mandatory that does not hold or cannot be told; nothing without any. */
export function* quietSections(report: Report): Generator<string> {
  for (const descriptor of worstFirst(report.descriptors)) {
    if (!hasMandatoryTrouble(descriptor)) continue;
    const findings = descriptor.findings.filter(({ severity }) => severity === 'error');
    yield* descriptorBlocks({ ...descriptor, findings }, report, 20, ['must']);
  }
}

function overviewBlocks(report: Report, descriptors: readonly DescriptorReport[]): string[] {
  const { summary, date } = report;
  const { error, warning, info } = summary.findings;
  const stale = staleCount(report);
  const looked = [
    `${counted(summary.descriptors, 'descriptor')} in ${counted(summary.files, 'file')} judged for ${valueText(date)}`,
    ...(summary.skipped > 0 ? [`${counted(summary.skipped, 'file')} without a descriptor skipped`] : []),
    ...(summary.ignored > 0 ? [`${counted(summary.ignored, 'file')} ignored`] : []),
  ].join(', ');
  const found = [
    `${error} to mend`,
    `${warning - stale} advised`,
    ...(info > 0 ? [counted(info, 'possible improvement')] : []),
    ...(summary.waived > 0 ? [`${summary.waived} waived`] : []),
    `${counted(summary.unanswered, 'question')} for people${stale === 0 ? '' : ` (${stale} to judge again)`}`,
  ].join(', ');
  const failures = frequentFailures(report, 10);
  return [
    `# Conformance of ${counted(descriptors.length, 'descriptor')}`,
    `${looked}: ${found}.`,
    report.scope === undefined ? '' : proseText(scopeInFull(report.scope)),
    ...section(2, 'Verdicts', [verdictTable(report)]),
    ...section(2, 'Descriptors', [
      descriptors.length === 0 ? 'There is none.' : descriptorTable(report, descriptors),
    ]),
    ...section(2, 'Most frequent failures', [
      failures.length === 0 ? '' : table(['What does not hold', 'Weight', 'In', 'Rule'], failures),
    ]),
  ];
}

function verdictTable({ frameworks, summary }: Report): string {
  const rows = summary.verdicts.map(({ framework, counts }) => [
    valueText(frameworks.find(({ id }) => id === framework)?.title ?? framework),
    ...verdicts.map((verdict) => String(counts[verdict])),
  ]);
  const heads = verdicts.map((verdict) => `${verdictWords[verdict].mark} ${verdictWords[verdict].words}`);
  return table(['Framework', ...heads], rows);
}

function descriptorTable(report: Report, descriptors: readonly DescriptorReport[]): string {
  const isOne = report.frameworks.length === 1;
  const titles = report.frameworks.map(({ title }) => valueText(title, 60));
  const head = [
    'Descriptor',
    'Level',
    ...titles.map((title) => (isOne ? 'Verdict' : `Verdict: ${title}`)),
    'Mandatory, not met',
    'Advised, not met',
    'Waived',
    'Open questions',
    ...titles.map((title) => (isOne ? 'Score' : `Score: ${title}`)),
    'Path',
  ];
  const rows = descriptors.map((descriptor) => {
    const { conformance, award, path, document, findings } = descriptor;
    const { must, should, could } = notMet(conformance);
    return [
      tableName(descriptor),
      levelText(award) || 'not stated',
      ...conformance.map(({ verdict }) => `${verdictWords[verdict].mark} ${verdictWords[verdict].words}`),
      must,
      should + could,
      findings.filter(({ waiver }) => waiver !== undefined).length,
      openQuestions(conformance),
      ...conformance.map(({ score }) => percentText(score)),
      codeCell(path, 500) + (document > 0 ? ` (document ${document + 1})` : ''),
    ].map(String);
  });
  return table(head, rows);
}

function tableName({ title, id }: DescriptorReport): string {
  return valueText(title ?? id ?? '', 100) || 'no title';
}

/** Requirements that are not met, by level, each once though frameworks may share it. */
function notMet(conformance: readonly Conformance[]): Record<'must' | 'should' | 'could', number> {
  const counts = { must: 0, should: 0, could: 0 };
  const known = new Set<string>();
  for (const { requirements } of conformance) {
    for (const result of requirements) {
      if (!isNotMet(result) || known.has(result.requirement)) continue;
      known.add(result.requirement);
      counts[result.level] += 1;
    }
  }
  return counts;
}

function openQuestions(conformance: readonly Conformance[]): number {
  const open = conformance.flatMap(({ requirements }) =>
    requirements.flatMap(({ outcome, requirement }) => (outcome === 'needsReview' ? [requirement] : [])),
  );
  return new Set(open).size;
}

/** By the worst of their verdicts, then by how much that is mandatory is not met; otherwise as the report has them. */
function worstFirst(descriptors: readonly DescriptorReport[]): DescriptorReport[] {
  return descriptors
    .map((descriptor) => ({
      descriptor,
      verdict: Math.max(-1, ...descriptor.conformance.map(({ verdict }) => verdicts.indexOf(verdict))),
      must: notMet(descriptor.conformance).must,
    }))
    .sort((left, right) => right.verdict - left.verdict || right.must - left.must)
    .map(({ descriptor }) => descriptor);
}

/** A section on one descriptor: findings on a line each, `most` at most, and what people found not to be met. */
function* descriptorBlocks(
  descriptor: DescriptorReport,
  report: Report,
  most: number,
  levels: readonly RequirementLevel[] = ['must', 'should', 'could'],
): Generator<string> {
  const { findings } = descriptor;
  const questions = questionsOf(descriptor, report);
  const open = questions.filter(isOpen).length;
  yield `### ${nameOf(descriptor)}`;
  yield placeOf(descriptor);
  yield* verdictBlocks(descriptor, report);
  const counting = findings.filter(({ waiver }) => waiver === undefined);
  const ordered = [
    ...(['error', 'warning', 'info'] as const).flatMap((severity) =>
      counting.filter((finding) => finding.severity === severity && !isStaleAnswer(finding)),
    ),
    ...counting.filter(isStaleAnswer),
  ];
  const lines = [
    briefFindings(ordered, descriptor.path, most),
    ...levels.flatMap((level) => unmetAnswers(questions, level)),
    ...undecidedItems(descriptor, report),
  ];
  yield lines.filter((line) => line !== '').join('\n');
  if (open > 0 && open < questions.length)
    yield `${open} of ${counted(questions.length, 'question')} still to answer.`;
}
