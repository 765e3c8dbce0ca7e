import type { Framework, Principle, Requirement } from '../../conformance/framework.ts';
import type { Finding } from '../../descriptor/finding.ts';
import type { Answer } from '../../report/answer.ts';
import type { DescriptorReport, Report, RuleReference } from '../../report/report.ts';
import { type Standing, standingOf } from '../../report/standing.ts';
import type { Conformance, RequirementResult } from '../../report/verdict.ts';

/** A requirement with what became of it, and where on the page it is. */
export interface RequirementView {
  readonly requirement: Requirement;
  readonly result: RequirementResult;
  readonly standing: Standing;
  /** Id of its element. */
  readonly anchor: string;
}

/** A principle with its requirements. */
export interface PrincipleView {
  readonly principle: Principle;
  readonly requirements: readonly RequirementView[];
  readonly score: Conformance['score'];
  readonly anchor: string;
}

/** A framework as one descriptor stands to it. */
export interface FrameworkView {
  readonly framework: Framework;
  readonly conformance: Conformance;
  readonly principles: readonly PrincipleView[];
  readonly requirements: readonly RequirementView[];
}

/** A question to a person, once even where several frameworks ask it. */
export interface QuestionView extends RequirementView {
  readonly question: NonNullable<Requirement['review']>;
  /** That counts: a stale answer does not. */
  readonly answer: Answer | undefined;
  readonly staleAnswer: Answer | undefined;
}

/** Everything that the parts of a statement look up. */
export interface StatementView {
  readonly report: Report;
  readonly descriptor: DescriptorReport;
  readonly frameworks: readonly FrameworkView[];
  readonly questions: readonly QuestionView[];
  readonly rules: ReadonlyMap<string, RuleReference>;
  readonly findingsByRule: ReadonlyMap<string, readonly Finding[]>;
}

/** Brings a descriptor's results and the definitions that they refer to together. */
export function statementView(descriptor: DescriptorReport, report: Report): StatementView {
  const frameworks = descriptor.conformance.flatMap((conformance, index) => {
    const framework = report.frameworks.find(({ id }) => id === conformance.framework);
    return framework === undefined ? [] : [frameworkView(framework, conformance, index + 1)];
  });
  const findingsByRule = new Map<string, Finding[]>();
  for (const finding of descriptor.findings) {
    findingsByRule.set(finding.rule, [...(findingsByRule.get(finding.rule) ?? []), finding]);
  }
  return {
    report,
    descriptor,
    frameworks,
    questions: questionViews(frameworks),
    rules: new Map(report.rules.map((rule) => [rule.id, rule])),
    findingsByRule,
  };
}

function frameworkView(framework: Framework, conformance: Conformance, number: number): FrameworkView {
  const results = new Map(conformance.requirements.map((result) => [result.requirement, result]));
  const scores = new Map(conformance.principles.map(({ principle, score }) => [principle, score]));
  const requirements = framework.requirements.flatMap((requirement, index): RequirementView[] => {
    const result = results.get(requirement.id);
    if (result === undefined) return [];
    const anchor = `requirement-${number}-${index + 1}`;
    return [{ requirement, result, standing: standingOf(result), anchor }];
  });
  const principles = framework.principles.map((principle, index) => ({
    principle,
    requirements: requirements.filter(({ requirement }) => requirement.principle === principle.id),
    score: scores.get(principle.id) ?? { met: 0, of: 0 },
    anchor: `principle-${number}-${index + 1}`,
  }));
  return { framework, conformance, principles, requirements };
}

function questionViews(frameworks: readonly FrameworkView[]): QuestionView[] {
  const questions = new Map<string, QuestionView>();
  for (const view of frameworks.flatMap(({ requirements }) => requirements)) {
    const { id, review } = view.requirement;
    if (review === undefined || questions.has(id)) continue;
    const { answer } = view.result;
    const isStale = answer?.isStale === true;
    questions.set(id, {
      ...view,
      anchor: `question-${questions.size + 1}`,
      question: review,
      answer: isStale ? undefined : answer,
      staleAnswer: isStale ? answer : undefined,
    });
  }
  return [...questions.values()];
}
