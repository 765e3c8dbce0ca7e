import type { Framework, Requirement } from '../conformance/framework.ts';
import type { RuleDefinition, RuleExample } from '../conformance/rule.ts';
import { fieldName } from '../descriptor/json-pointer.ts';
import type { Definitions } from '../workspace/read-definitions.ts';
import { ruleSetOf, runExample } from '../workspace/run-example.ts';

/** `rules/README.md`: every rule with what it asks, why, where from, and the real findings of its examples. */
export function ruleCatalogue(definitions: Definitions): string {
  const { rules, frameworks } = definitions;
  const counts = `${rules.length} rules, ${frameworks.length} frameworks, ${definitions.vocabularies.length} vocabularies.`;
  return [
    '<!-- Generated from the files in this folder by `npm run generate`; do not edit. -->',
    '# Rules',
    'Each rule is one file in this folder. A framework (`frameworks/`) groups rules and questions to people by principle and says how much each weighs; a vocabulary (`vocabulary/`) is a word list or table that rules use; `sources.yaml` lists the documents.',
    counts,
    ...frameworks.flatMap((framework) => frameworkText(framework, frameworks)),
    '## Rules in the order of their ids',
    ...rules.map((rule) => ruleText(rule, definitions)),
  ]
    .join('\n\n')
    .concat('\n');
}

function frameworkText(framework: Framework, frameworks: readonly Framework[]): string[] {
  const principles = [
    ...(frameworks.find(({ id }) => id === framework.extends)?.principles ?? []),
    ...framework.principles,
  ];
  return [
    `## Framework \`${framework.id}\`: ${framework.title}`,
    framework.about.trim(),
    ...(framework.extends === undefined ? [] : [`It extends \`${framework.extends}\`.`]),
    ...principles.flatMap(({ id, title, about }) => {
      const own = framework.requirements.filter(({ principle }) => principle === id);
      if (own.length === 0) return [];
      const rows = own.map(
        (requirement) => `| ${requirement.level} | ${cell(requirement.text)} | ${decidedBy(requirement)} |`,
      );
      return [
        `### ${title}`,
        about,
        ['| level | requirement | decided by |', '| --- | --- | --- |', ...rows].join('\n'),
      ];
    }),
  ];
}

function decidedBy({ rules, review, untested }: Requirement): string {
  if (rules !== undefined) return rules.map((id) => `[\`${id}\`](#${id})`).join(', ');
  return review === undefined ? `nobody yet: ${cell(untested ?? '')}` : `a person: ${cell(review.question)}`;
}

function cell(text: string): string {
  return text.trim().replaceAll('|', '\\|').replace(/\s+/g, ' ');
}

function ruleText(rule: RuleDefinition, definitions: Definitions): string {
  const sources = rule.sources.map(({ source, basis, quote, note }) => {
    const found = definitions.sources.find(({ id }) => id === source);
    const name = found?.url === undefined ? (found?.document ?? source) : `[${found.document}](${found.url})`;
    return `- ${name} (${basis})${quote === undefined ? '' : `: “${quote}”`}${note === undefined ? '' : `. ${note}`}`;
  });
  const ruleSet = ruleSetOf(rule, definitions);
  return [
    `### ${rule.id}`,
    `${rule.title}.`,
    `**Why.** ${rule.why.trim()}`,
    `**What to do.** ${rule.help.trim()}`,
    `Looks at ${rule.reads.map((read) => `\`${fieldName(read)}\``).join(', ')}.${waiting(rule)}`,
    ['Sources:', '', ...sources].join('\n'),
    ...rule.examples.map((example) => exampleText(example, runExample(ruleSet, example).findings)),
  ].join('\n\n');
}

function waiting({ after = [] }: RuleDefinition): string {
  return after.length === 0 ? '' : ` It waits for ${after.map((id) => `[\`${id}\`](#${id})`).join(', ')}.`;
}

function exampleText({ outcome, descriptor, why }: RuleExample, findings: readonly string[]): string {
  const lines = descriptor
    .trimEnd()
    .split('\n')
    .map((line) => line.split('# finding: ')[0]?.trimEnd() ?? '');
  const found = findings.map((finding) => `- line ${finding}`);
  return [
    `*${outcome}*${why === undefined ? '' : `: ${why}`}`,
    ['```yaml', ...lines, '```'].join('\n'),
    ...(found.length === 0 ? [] : [found.join('\n')]),
  ].join('\n\n');
}
