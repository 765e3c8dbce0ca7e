import type { ReportingDescriptor, ReportingDescriptorRelationship } from 'sarif';
import type { Framework, Requirement, RequirementLevel } from '../../conformance/framework.ts';
import { compareText } from '../../descriptor/finding.ts';
import type { Report, RuleReference } from '../../report/report.ts';
import { codeText, proseText } from '../markdown/text.ts';
import { sentence } from '../outcome-sentences.ts';
import { basisWords, levelWords } from '../words.ts';
import { formRules } from './form-rules.ts';
import { descriptionText, messageText, webAddress } from './texts.ts';

/** What results can be about, and at which index of the list each id stands. */
export interface RuleTable {
  readonly rules: readonly ReportingDescriptor[];
  readonly indexes: ReadonlyMap<string, number>;
  /** The id under which the outcome of a requirement is told: that of its rule, if it has just one. */
  idOf(requirement: Requirement): string;
}

/**
 * The rules that were run; the requirements that no single rule decides, which people answer or nobody does; and the
 * faults of form.
 */
export function ruleTable(report: Report): RuleTable {
  const run = new Map(report.rules.map((rule) => [rule.id, rule]));
  const idOf = ({ id, rules = [] }: Requirement): string => {
    const [only = '', ...others] = rules;
    if (others.length === 0 && run.has(only)) return only;
    return run.has(id) || formRules.some((rule) => rule.id === id) ? `requirement/${id}` : id;
  };
  const named = new Map<string, Named[]>();
  for (const [index, framework] of report.frameworks.entries()) {
    for (const requirement of framework.requirements) {
      for (const id of new Set([idOf(requirement), ...(requirement.rules ?? [])])) {
        named.set(id, [...(named.get(id) ?? []), { framework, index, requirement }]);
      }
    }
  }
  const judged = [...named].flatMap(([id, uses]) => (run.has(id) ? [] : judgedByPeople(id, uses)));
  const rules = [
    ...report.rules.map((rule) => ruleEntry(rule, named.get(rule.id) ?? [])),
    ...judged,
    ...formRules,
  ];
  const known = new Set(rules.map(({ id }) => id));
  const others = [...otherIds(report, known)].sort(compareText);
  const all = [...rules, ...others.map(unknownRule)];
  return { rules: all, indexes: new Map(all.map(({ id }, index) => [id, index])), idOf };
}

/** A requirement of a framework, by the framework's number in the report. */
interface Named {
  readonly framework: Framework;
  readonly index: number;
  readonly requirement: Requirement;
}

function otherIds({ descriptors, findings }: Report, known: ReadonlySet<string>): Set<string> {
  const ids = new Set<string>();
  for (const list of [findings, ...descriptors.map((descriptor) => descriptor.findings)]) {
    for (const { rule } of list) if (!known.has(rule)) ids.add(rule);
  }
  return ids;
}

function ruleEntry(rule: RuleReference, uses: readonly Named[]): ReportingDescriptor {
  const { id, title, why, reads, sources } = rule;
  const address = sources.map(({ url }) => webAddress(url)).find((url) => url !== undefined);
  const fields = reads.map((field) => (field === '' ? 'the whole descriptor' : field));
  const cited = sources.map(({ document, basis }) => `${document} (${basisWords[basis]})`);
  const weights = levelsIn(uses);
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: descriptionText(title) },
    fullDescription: { text: descriptionText(why) },
    help: {
      text: messageText(
        title,
        why,
        `Weight: ${weights}`,
        fields.length === 0 ? '' : `It looks at: ${fields.join(', ')}`,
        cited.length === 0 ? '' : `It rests on: ${cited.join('; ')}`,
      ),
      markdown: [
        `**${proseText(title)}**`,
        proseText(why),
        `Weight: ${weights}.`,
        ...(fields.length === 0 ? [] : [`It looks at: ${reads.map(fieldCode).join(', ')}.`]),
        ...(cited.length === 0
          ? []
          : [`It rests on:\n\n${cited.map((one) => `- ${proseText(one)}`).join('\n')}`]),
      ].join('\n\n'),
    },
    ...(address === undefined ? {} : { helpUri: address }),
    ...sharedParts(uses, 'high'),
  };
}

function fieldCode(field: string): string {
  return field === '' ? 'the whole descriptor' : codeText(field);
}

/** A requirement that no single rule decides. */
function judgedByPeople(id: string, uses: readonly Named[]): ReportingDescriptor[] {
  const [first] = uses;
  if (first === undefined) return [];
  const { text, review, untested, rules = [] } = first.requirement;
  const parts =
    review === undefined
      ? [
          untested ??
            (rules.length === 0 ? 'No rule decides it.' : `These rules decide it: ${rules.join(', ')}.`),
        ]
      : ['A person answers this question.', review.question, review.guidance];
  const statement = sentence(text);
  return [
    {
      id,
      name: nameOf(id),
      shortDescription: { text: descriptionText(statement) },
      fullDescription: { text: descriptionText([statement, ...parts.map(sentence)].join(' ')) },
      help: {
        text: messageText(statement, ...parts),
        markdown: [`**${proseText(statement)}**`, ...parts.map((part) => proseText(part))].join('\n\n'),
      },
      ...sharedParts(uses, 'high'),
    },
  ];
}

/** What both kinds have: how much it weighs, and which principles it serves. */
function sharedParts(
  uses: readonly Named[],
  precision: string,
): Pick<ReportingDescriptor, 'defaultConfiguration' | 'properties' | 'relationships'> {
  const level = strictest(uses);
  const principles = new Set(uses.map(({ requirement }) => requirement.principle));
  const relationships = relationshipsOf(uses);
  return {
    defaultConfiguration: { level: sarifLevels[level] },
    properties: {
      // GitHub takes no more.
      tags: [...principles].slice(0, 20),
      precision,
      'problem.severity': problemSeverities[level],
    },
    ...(relationships.length === 0 ? {} : { relationships }),
  };
}

/** Each principle once, however many requirements tie it to the rule. */
function relationshipsOf(uses: readonly Named[]): ReportingDescriptorRelationship[] {
  const targets = new Map<string, ReportingDescriptorRelationship>();
  for (const { framework, index, requirement } of uses) {
    const position = framework.principles.findIndex(({ id }) => id === requirement.principle);
    if (position === -1) continue;
    targets.set(`${index}/${position}`, {
      target: {
        id: requirement.principle,
        index: position,
        toolComponent: { name: framework.id, index },
      },
      kinds: ['relevant'],
    });
  }
  return [...targets.values()];
}

/** A rule that something was found by, but of which the report says no more. */
function unknownRule(id: string): ReportingDescriptor {
  const text = messageText(id);
  return {
    id,
    name: nameOf(id),
    shortDescription: { text },
    fullDescription: { text },
    help: { text, markdown: codeText(id) },
  };
}

/** How much a level weighs in SARIF's words. */
export const sarifLevels: Record<RequirementLevel, 'error' | 'warning' | 'note'> = {
  must: 'error',
  should: 'warning',
  could: 'note',
};

const problemSeverities: Record<RequirementLevel, string> = {
  must: 'error',
  should: 'warning',
  could: 'recommendation',
};

function strictest(uses: readonly Named[]): RequirementLevel {
  const levels = uses.map(({ requirement }) => requirement.level);
  return (['must', 'should'] as const).find((level) => levels.includes(level)) ?? 'could';
}

function levelsIn(uses: readonly Named[]): string {
  const levels = uses.map(
    ({ framework, requirement }) => `${levelWords[requirement.level]} in ${framework.id}`,
  );
  return levels.length === 0 ? 'part of no framework' : [...new Set(levels)].join(' and ');
}

/** `title-is-stated` as `TitleIsStated`, and `title` as `TitleRule`: SARIF wants a name that is not the id. */
export function nameOf(id: string): string {
  const name = id.replace(/(?:^|[^a-z0-9]+)([a-z0-9])/gi, (_match, letter: string) => letter.toUpperCase());
  return name.toLowerCase() === id.toLowerCase() ? `${name}Rule` : name;
}
