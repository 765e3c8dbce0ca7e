import { type AwardFacts, awardFacts } from '../descriptor/award-facts.ts';
import type { SourceDocument } from '../descriptor/descriptor.ts';
import { compareFindings, excerptAt, type Finding } from '../descriptor/finding.ts';
import { withFingerprints } from '../descriptor/fingerprint.ts';
import { type FormFault, formFinding } from '../descriptor/form-fault.ts';
import {
  childOf,
  isJsonObject,
  type Json,
  type JsonPointer,
  type Place,
  placesAt,
} from '../descriptor/json-pointer.ts';
import type { CheckContext, CollectedFact, Verdict } from './check.ts';
import { expectationVerdict } from './expectation.ts';
import { findingOfFault } from './finding-of-fault.ts';
import type { Rule, RuleResult } from './rule.ts';
import type { RuleSet } from './rule-set.ts';
import { TroubledPlaces } from './troubled-places.ts';

/** What became of one descriptor. Plain data, so that it can be cached and sent between threads. */
export interface DescriptorResult {
  readonly path: string;
  /** 0-based number of the YAML document in the file. */
  readonly document: number;
  /** `unreadable`: there was nothing to judge, and `findings` says why. */
  readonly status: 'checked' | 'unreadable';
  readonly id: string | undefined;
  readonly title: string | undefined;
  /** What a learner asks of the award first; without anything where nothing could be read. */
  readonly award: AwardFacts;
  /** Faults of file, YAML and form. */
  readonly findings: readonly Finding[];
  /** One result for each rule of the rule set, in its order. */
  readonly rules: readonly RuleResult[];
  /** What rules over the whole catalogue need of this descriptor. */
  readonly facts: readonly CollectedFact[];
}

/**
 * Judges one document by every rule of a rule set. Total: it never throws because of what the document says, and a
 * rule that goes wrong is reported as such. Rules over the catalogue only collect their facts here.
 *
 * @param faults the faults of the data's form (see schemaFaults); rules wait for what is at fault
 */
export function checkDescriptor(
  document: SourceDocument,
  ruleSet: RuleSet,
  context: CheckContext,
  faults: readonly FormFault[] = [],
): DescriptorResult {
  const { data, source } = document;
  const place = { path: source.path, document: document.document };
  if (data === undefined) {
    const findings = document.faults.map(({ fault, range }) =>
      formFinding(fault, { ...place, range, excerpt: excerptAt(source.text, range.start) }),
    );
    return unreadableResult(place, withFingerprints(findings, undefined), ruleSet);
  }
  const run = new DescriptorRun(document, data, new TroubledPlaces(faults), context);
  const rules = ruleSet.rules.map((rule) => run.judge(rule));
  const form = faults.map((fault) => {
    const range = document.locate(fault.pointer, fault.part);
    return formFinding(fault, { ...place, range, excerpt: excerptAt(source.text, range.start) });
  });
  return {
    ...place,
    status: 'checked',
    id: textMember(data, 'id'),
    title: textMember(data, 'title'),
    award: awardFacts(data),
    findings: form.length === 0 ? form : withFingerprints(form.sort(compareFindings), data),
    rules,
    facts: run.facts,
  };
}

/** The result of something that could not be read: every rule is undecided. */
export function unreadableResult(
  place: { readonly path: string; readonly document: number },
  findings: readonly Finding[],
  ruleSet: RuleSet,
): DescriptorResult {
  const rules = ruleSet.rules.map(
    (rule): RuleResult => ({
      rule: rule.definition.id,
      outcome: 'cantTell',
      findings: [],
      reason: 'The descriptor could not be read.',
    }),
  );
  return {
    ...place,
    status: 'unreadable',
    id: undefined,
    title: undefined,
    award: {},
    findings,
    rules,
    facts: [],
  };
}

/** Judging one descriptor: what has been found out so far, so that rules can wait for each other. */
class DescriptorRun {
  readonly facts: CollectedFact[] = [];
  /** Rules that keep waiting those that come after them. */
  private readonly holdingBack = new Set<string>();
  private readonly document: SourceDocument;
  private readonly data: Json;
  /** The one target of a rule about the descriptor as such. */
  private readonly whole: readonly Place[];
  private readonly trouble: TroubledPlaces;
  private readonly context: CheckContext;

  constructor(document: SourceDocument, data: Json, trouble: TroubledPlaces, context: CheckContext) {
    this.document = document;
    this.data = data;
    this.whole = [{ pointer: '', value: data }];
    this.trouble = trouble;
    this.context = context;
  }

  judge(rule: Rule): RuleResult {
    const result = this.resultOf(rule);
    // A rule that only waits for a fault of form says nothing against those after it; they look at the form themselves.
    const isHeld = result.outcome === 'failed' || (result.outcome === 'cantTell' && !result.waitsForForm);
    if (isHeld) this.holdingBack.add(rule.definition.id);
    return result;
  }

  private resultOf(rule: Rule): RuleResult {
    const { id, after } = rule.definition;
    try {
      const first = after?.find((other) => this.holdingBack.has(other));
      const targets = this.targetsOf(rule);
      if (targets.length === 0) return rule.whenInapplicable;
      if (first !== undefined) {
        return {
          rule: id,
          outcome: 'cantTell',
          findings: [],
          reason: `It waits for ${first}, which does not hold yet.`,
        };
      }
      return this.judgeTargets(rule, targets);
    } catch (error) {
      const reason = `The rule itself went wrong: ${error instanceof Error ? error.message : String(error)}`;
      return { rule: id, outcome: 'cantTell', findings: [], reason, isBug: true };
    }
  }

  private targetsOf({ definition, applies }: Rule): readonly Place[] {
    const places = definition.targets === '' ? this.whole : placesAt(this.data, definition.targets);
    if (applies === undefined) return places;
    // A condition that reads a troubled place cannot be trusted either way, so such a target stays and then waits.
    return places.filter(
      ({ pointer, value }) => applies(value) || this.trouble.troubles(definition, pointer),
    );
  }

  private judgeTargets(rule: Rule, targets: readonly Place[]): RuleResult {
    const findings: Finding[] = [];
    let reason: string | undefined;
    let trouble: string | undefined;
    for (const { pointer, value } of targets) {
      const troubleHere = this.trouble.reasonFor(rule.definition, pointer);
      if (troubleHere !== undefined) {
        trouble ??= troubleHere;
        continue;
      }
      const verdict = this.verdictOn(rule, pointer, value);
      if (verdict.outcome === 'cantTell') reason ??= verdict.reason;
      if (verdict.outcome !== 'failed') continue;
      findings.push(...verdict.faults.map((fault) => findingOfFault(rule, fault, this.document, pointer)));
    }
    if (findings.length > 0) {
      return { rule: rule.definition.id, outcome: 'failed', findings: this.inOrder(findings) };
    }
    const undecided = { rule: rule.definition.id, outcome: 'cantTell', findings: [] } as const;
    if (reason !== undefined) return { ...undecided, reason };
    return trouble === undefined ? rule.whenPassed : { ...undecided, reason: trouble, waitsForForm: true };
  }

  private verdictOn(rule: Rule, pointer: JsonPointer, target: Json): Verdict {
    if (rule.expect !== undefined) return expectationVerdict(rule.expect, target);
    const { check } = rule;
    if (check === undefined) throw new Error('It has neither an expectation nor a check.');
    if (check.kind === 'target') return check.run(target, rule.options, this.context);
    const value = check.collect(target, rule.options);
    if (value !== undefined) {
      const { source, document } = this.document;
      this.facts.push({ rule: rule.definition.id, path: source.path, document, pointer, value });
    }
    return { outcome: 'passed' };
  }

  /** Aliases make one place reachable by several pointers: what agrees in place and words is told once. */
  private inOrder(findings: readonly Finding[]): Finding[] {
    const once = new Map(
      findings.map((finding) => [`${finding.location.range.start.offset} ${finding.message}`, finding]),
    );
    return withFingerprints([...once.values()].sort(compareFindings), this.data);
  }
}

function textMember(data: Json, name: string): string | undefined {
  const value = isJsonObject(data) ? childOf(data, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}
