import type { Finding, Severity } from '../../descriptor/finding.ts';
import { scoreRules } from '../../report/published-rules.ts';
import { type DescriptorReport, hasMandatoryTrouble, isOpenError, type Report } from '../../report/report.ts';
import type { WriteOptions } from '../report-format.ts';
import { isStaleAnswer, staleQuestionWords } from '../stale-answers.ts';
import { section, strong } from './blocks.ts';
import { factTable } from './facts.ts';
import { findingList, waivedList } from './findings.ts';
import { percentText, principleTable, requirementBlocks } from './principles.ts';
import { provenanceList } from './provenance.ts';
import {
  answeredQuestions,
  isOpen,
  openQuestions,
  type Question,
  questionsOf,
  signOff,
  unmetAnswers,
} from './questions.ts';
import { proseText, valueText } from './text.ts';
import { nameOf, placeOf, undecidedItems, verdictBlocks } from './verdict.ts';

/** One descriptor in full: whether it conforms, why not, what to change first, what to judge, and who judged what. */
export function* statementBlocks(
  descriptor: DescriptorReport,
  report: Report,
  { isVerbose }: WriteOptions,
): Generator<string> {
  const questions = questionsOf(descriptor, report);
  const open = questions.filter(isOpen).length;
  yield* headBlocks(descriptor, report);
  yield* section(2, 'Key facts', [factTable(descriptor)]);
  yield* section(2, 'Principles', principleBlocks(descriptor, report));
  yield* section(2, 'What to change first', changeBlocks(descriptor, report, questions, isVerbose));
  yield* section(2, ...againBlocks(descriptor, report, isVerbose));
  yield* section(2, 'Cannot be told', [undecidedItems(descriptor, report).join('\n')]);
  const waived = descriptor.findings.filter(({ waiver }) => waiver !== undefined);
  yield* section(2, `Waived (${waived.length})`, [waivedList(waived, descriptor.path)]);
  yield* section(2, `For a person to judge (${open})`, [openQuestions(questions, descriptor)]);
  yield* section(2, `Judged by people (${questions.length - open})`, [answeredQuestions(questions)]);
  if (isVerbose) yield* everyRequirement(descriptor, report);
  yield* section(2, 'Sign-off', questions.length === 0 ? [] : signOff(questions));
  yield* section(2, 'Score', scoreBlocks(descriptor, report));
  yield* section(2, 'Provenance', [provenanceList(report, 1)]);
}

/** Only what is mandatory and does not hold or cannot be told; nothing when there is nothing of the kind. */
export function* quietBlocks(descriptor: DescriptorReport, report: Report): Generator<string> {
  if (!hasMandatoryTrouble(descriptor)) return;
  yield* headBlocks(descriptor, report);
  const errors = descriptor.findings.filter(isOpenError);
  yield findingList(errors, report, { home: descriptor.path, isVerbose: false });
  yield unmetAnswers(questionsOf(descriptor, report), 'must').join('\n');
  yield undecidedItems(descriptor, report).join('\n');
}

function headBlocks(descriptor: DescriptorReport, report: Report): string[] {
  return [
    `# ${nameOf(descriptor)}`,
    ...verdictBlocks(descriptor, report),
    `Conformance statement for ${placeOf(descriptor)}, judged for ${valueText(report.date)}.`,
  ];
}

function principleBlocks({ conformance }: DescriptorReport, { frameworks }: Report): string[] {
  return conformance.flatMap((one) => {
    const framework = frameworks.find(({ id }) => id === one.framework);
    if (framework === undefined) return [];
    const blocks = [
      principleTable(framework, one),
      framework.clausesFrom === undefined ? '' : `Clause numbers: ${proseText(framework.clausesFrom)}`,
    ];
    return frameworks.length === 1 ? blocks : section(3, valueText(framework.title), blocks);
  });
}

const groups: readonly (readonly [Severity, 'must' | 'should' | 'could', string])[] = [
  ['error', 'must', 'Mandatory'],
  ['warning', 'should', 'Recommended'],
  ['info', 'could', 'Possible improvements'],
];

function changeBlocks(
  { findings, status, path: home }: DescriptorReport,
  report: Report,
  questions: readonly Question[],
  isVerbose: boolean,
): string[] {
  const blocks = groups.flatMap(([severity, level, heading]) => {
    const open = findings.filter(
      (finding) => finding.severity === severity && finding.waiver === undefined && !isStaleAnswer(finding),
    );
    const unmet = unmetAnswers(questions, level);
    return section(3, `${heading} (${open.length + unmet.length})`, [
      findingList(open, report, { home, isVerbose }),
      unmet.join('\n'),
    ]);
  });
  if (blocks.length > 0) return blocks;
  return [status === 'checked' ? '✔ No rule and no person found anything to change.' : 'Nothing was judged.'];
}

/** Answers that no longer count, with the weight of their questions: nothing to change, but to judge again. */
function againBlocks(
  descriptor: DescriptorReport,
  report: Report,
  isVerbose: boolean,
): [heading: string, blocks: string[]] {
  const stale = descriptor.findings.filter(isStaleAnswer);
  const weightOf = (finding: Finding): string | undefined => staleQuestionWords(finding, descriptor);
  const list = findingList(stale, report, { home: descriptor.path, isVerbose, weightOf });
  return [`To judge again (${stale.length})`, [list]];
}

function* everyRequirement(descriptor: DescriptorReport, report: Report): Generator<string> {
  yield '## Every requirement';
  for (const conformance of descriptor.conformance) {
    const framework = report.frameworks.find(({ id }) => id === conformance.framework);
    if (framework === undefined) continue;
    yield `### ${valueText(framework.title)}`;
    yield* requirementBlocks(framework, conformance, descriptor, report);
  }
}

function scoreBlocks({ conformance }: DescriptorReport, { frameworks }: Report): string[] {
  const lines = conformance.map(({ framework, score }) => {
    const title = valueText(frameworks.find(({ id }) => id === framework)?.title ?? framework);
    const share = score.percent === undefined ? 'nothing applies' : `weight ${score.met} of ${score.of}`;
    return `- ${title}: ${strong(percentText(score))} (${share})`;
  });
  return [lines.join('\n'), scoreRules.join(' ')];
}
