import type { Framework, Requirement } from '../../conformance/framework.ts';
import type { DescriptorReport, Report } from '../../report/report.ts';
import type { Score } from '../../report/score.ts';
import { type Standing, standingOf, worstStanding } from '../../report/standing.ts';
import type { Conformance, RequirementResult } from '../../report/verdict.ts';
import { answerWords, levelWords, standingWords } from '../words.ts';
import { item, section, strong, table } from './blocks.ts';
import { evidenceFor, evidenceLines } from './evidence.ts';
import { sourceText } from './findings.ts';
import { personText } from './questions.ts';
import { codeText, proseText, valueText } from './text.ts';

/** The columns with numbers of requirements, and the standings that each counts. */
const columns: readonly (readonly [string, readonly Standing[]])[] = [
  ['Met', ['met']],
  ['Not met', ['not-met', 'partly-met']],
  ['Advised, not met', ['not-followed']],
  ['Waived', ['waived']],
  ['To judge', ['to-judge']],
  ['Cannot be told', ['cannot-be-told', 'untested']],
  ['Does not apply', ['does-not-apply']],
];

/** A framework's principles with how each stands, how many requirements came out which way, and the score. */
export function principleTable(
  { principles }: Framework,
  { requirements, principles: results }: Conformance,
): string {
  const rows = principles.map((principle) => {
    const own = requirements.filter((result) => result.principle === principle.id);
    const standings = own.map(standingOf);
    const { mark, words } = standingWords[worstStanding(own)];
    const score = results.find((result) => result.principle === principle.id)?.score;
    return [
      principleTitle(principle),
      `${mark} ${words}`,
      ...columns.map(([, counted]) => String(standings.filter((one) => counted.includes(one)).length)),
      score === undefined ? '' : percentText(score),
    ];
  });
  return table(['Principle', 'Stands', ...columns.map(([head]) => head), 'Score'], rows);
}

/** A principle's name, with the number of the clause that an institution laid over it. */
function principleTitle({ title, clause }: Framework['principles'][number]): string {
  return valueText(clause === undefined ? title : `${clause.number} ${title}`);
}

/** A score in percent, or a dash where nothing applies. */
export function percentText({ percent }: Score): string {
  return percent === undefined ? '–' : `${percent} %`;
}

/** Every requirement by principle, with its standing, what it rests on, and its sources. */
export function requirementBlocks(
  framework: Framework,
  { requirements }: Conformance,
  descriptor: DescriptorReport,
  report: Report,
): string[] {
  const results = new Map(requirements.map((result) => [result.requirement, result]));
  const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
  return framework.principles.flatMap((principle) => {
    const items = framework.requirements.flatMap((requirement) => {
      const result = results.get(requirement.id);
      if (requirement.principle !== principle.id || result === undefined) return [];
      return [requirementItem(requirement, result, descriptor, rules)];
    });
    const { clause } = principle;
    const wording =
      clause?.text === undefined ? '' : `Clause ${valueText(clause.number)}: “${proseText(clause.text)}”`;
    return section(4, principleTitle(principle), [proseText(principle.about), wording, items.join('\n')]);
  });
}

function requirementItem(
  requirement: Requirement,
  result: RequirementResult,
  { evidence = [] }: DescriptorReport,
  rules: ReadonlyMap<string, Report['rules'][number]>,
): string {
  const { id, level, text, clause } = requirement;
  const { mark, words } = standingWords[standingOf(result)];
  const own = (requirement.rules ?? []).flatMap((rule) => rules.get(rule) ?? []);
  const patterns = requirement.review?.concerns ?? own.flatMap(({ reads }) => reads);
  const found = evidenceFor(patterns, evidence);
  const asserted = assertedBy(result);
  const about = [
    levelWords[level],
    codeText(id),
    ...(clause === undefined ? [] : [`clause ${valueText(clause.number)}`]),
  ];
  const sources = new Set(
    own.flatMap((rule) => rule.sources.map((source) => `Source: ${sourceText(source)}`)),
  );
  return item('-', `${mark} ${strong(words)} · ${proseText(text)} (${about.join(', ')})`, [
    ...(result.reason === undefined ? [] : [`Reason: ${proseText(result.reason)}`]),
    ...(asserted === '' ? [] : [`Decided by: ${asserted}`]),
    ...evidenceLines(found, 4),
    ...sources,
  ]);
}

/** Who asserts an outcome, in the words of EARL: the tool automatically, or a person manually. */
function assertedBy({ mode, answer }: RequirementResult): string {
  if (mode === 'automatic') return 'microcred (automatic)';
  return mode === 'manual' && answer !== undefined
    ? `${personText(answer)} on ${valueText(answer.date)} (manual): ${answerWords[answer.outcome]}`
    : '';
}
