import type { Framework, Principle, Requirement } from '../conformance/framework.ts';
import type { RuleExample } from '../conformance/rule.ts';
import { type Catalogue, resolveFramework } from '../conformance/rule-set.ts';
import { fieldName } from '../descriptor/json-pointer.ts';
import { closestName, unknownName } from '../descriptor/unknown-name.ts';
import type { Style } from '../formats/report-format.ts';
import { visibleText } from '../formats/visible-text.ts';
import { wrappedText } from '../formats/wrapped-text.ts';
import { loadCatalogue } from '../workspace/load-rule-set.ts';
import { exampleSources } from '../workspace/rule-examples.ts';
import { exitCodes } from './exit-code.ts';
import { explanations } from './explanations.ts';
import { type Io, widthOf } from './io.ts';
import { reportProblems } from './problems.ts';
import { makeStyle, usesColour } from './style.ts';

export interface ExplainOptions {
  readonly rules?: readonly string[];
  readonly color?: boolean;
}

/** Runs `microcred explain <name>` for a rule, a requirement, a principle, a framework, or a word of the report. */
export async function explain(name: string, options: ExplainOptions, io: Io): Promise<number> {
  const { catalogue, problems } = await loadCatalogue({ cwd: io.cwd(), rulesFolders: options.rules ?? [] });
  if (problems.length > 0) return reportProblems(problems, io);
  const hasColour = usesColour({ flag: options.color, env: io.env, isTerminal: io.stdout.isTTY === true });
  const page = new Page(await makeStyle(hasColour), widthOf(io.stdout, io.env));
  const parts = [
    ...ruleParts(name, catalogue, page, await exampleSources(name, io.cwd(), options.rules ?? [])),
    ...requirementParts(name, catalogue, page),
    ...principleParts(name, catalogue, page),
    ...frameworkParts(name, catalogue, page),
    ...(explanations.get(name) ?? []).map((paragraph) => page.paragraph(paragraph)),
  ];
  if (parts.length === 0) return reportProblems([unexplained(name, catalogue)], io);
  io.stdout.write(`${parts.join('\n\n')}\n`);
  return exitCodes.withinGate;
}

/** Lays text out in the width of the terminal. */
class Page {
  readonly style: Style;
  private readonly width: number;

  constructor(style: Style, width: number) {
    this.style = style;
    this.width = width;
  }

  paragraph(words: string, indent = 0): string {
    const lead = ' '.repeat(indent);
    return wrappedText(visibleText(words.replace(/\s+/g, ' ')), this.width - indent)
      .map((line) => lead + line)
      .join('\n');
  }

  section(heading: string, body: string): string {
    return `${this.style.strong(heading)}\n${body}`;
  }

  head(name: string, kind: string): string {
    return `${this.style.strong(visibleText(name))}  ${this.style.faint(kind)}`;
  }
}

function ruleParts(id: string, catalogue: Catalogue, page: Page, examples: readonly RuleExample[]): string[] {
  const rule = catalogue.rules.find((candidate) => candidate.id === id);
  if (rule === undefined) return [];
  const sources = rule.sources.map(({ source, basis, quote, note }) => {
    const found = catalogue.sources.find((candidate) => candidate.id === source);
    const quoted = quote === undefined ? '' : `: “${quote}”`;
    const words = page.paragraph(
      `${found?.document ?? source} (${basis})${quoted}${note === undefined ? '' : `. ${note}`}`,
      2,
    );
    return found?.url === undefined ? words : `${words}\n    ${visibleText(found.url)}`;
  });
  const uses = catalogue.frameworks.flatMap(({ id: framework, requirements }) =>
    requirements
      .filter(({ rules = [] }) => rules.includes(id))
      .map(({ level, principle }) => `${framework}: ${level}, under ${principle}`),
  );
  return [
    `${page.head(rule.title, 'rule')}\n${page.style.faint(`${rule.id} · since ${rule.since} · ${rule.status}`)}`,
    page.section('Why', page.paragraph(rule.why, 2)),
    page.section('What to do', page.paragraph(rule.help, 2)),
    page.section('Looks at', page.paragraph(rule.reads.map(fieldName).join(', '), 2)),
    ...(rule.after === undefined
      ? []
      : [page.section('Waits for', page.paragraph(rule.after.join(', '), 2))]),
    page.section('Asked by', uses.length === 0 ? '  no framework' : uses.map((use) => `  ${use}`).join('\n')),
    page.section('Sources', sources.join('\n')),
    ...examples.map((example) => exampleText(example, page)),
  ];
}

function exampleText({ outcome, descriptor, why }: RuleExample, page: Page): string {
  const lines = descriptor
    .trimEnd()
    .split('\n')
    .map((line) => `  ${visibleText(line)}`);
  const reason = why === undefined ? '' : `\n${page.paragraph(why, 2)}`;
  return page.section(`Example: ${outcome}`, lines.join('\n') + reason);
}

function requirementParts(id: string, catalogue: Catalogue, page: Page): string[] {
  // A requirement that one rule of the same name decides is explained by that rule.
  if (catalogue.rules.some((rule) => rule.id === id)) return [];
  const found = catalogue.frameworks.flatMap((framework) =>
    framework.requirements
      .filter((requirement) => requirement.id === id)
      .map((requirement) => ({ framework, requirement })),
  );
  return found.flatMap(({ framework, requirement }) => requirementText(framework, requirement, page));
}

function requirementText(
  framework: Framework,
  { text, level, principle, review, rules, untested }: Requirement,
  page: Page,
): string[] {
  return [
    `${page.head(text, 'requirement')}\n${page.style.faint(`${framework.id} · ${level} · ${principle}`)}`,
    ...(review === undefined
      ? []
      : [
          page.section('A person judges', page.paragraph(review.question, 2)),
          page.section('What to weigh', page.paragraph(review.guidance, 2)),
          page.section('Look at', page.paragraph(review.concerns.map(fieldName).join(', '), 2)),
        ]),
    ...(rules === undefined
      ? []
      : [page.section('Rules decide it', rules.map((rule) => `  ${rule}`).join('\n'))]),
    ...(untested === undefined ? [] : [page.section('Untested', page.paragraph(untested, 2))]),
  ];
}

function principleParts(id: string, catalogue: Catalogue, page: Page): string[] {
  return catalogue.frameworks.flatMap((framework) => {
    const whole = resolveFramework(framework.id, catalogue.frameworks);
    const principle = framework.principles.find((candidate) => candidate.id === id);
    if (principle === undefined) return [];
    const extending = catalogue.frameworks.filter((other) => other.extends === framework.id);
    return [
      `${page.head(principle.title, 'principle')}\n${page.style.faint(`${framework.id} · ${principle.id}`)}`,
      page.paragraph(principle.about),
      requirementList(whole, principle, page),
      ...extending.map((other) => requirementList(other, principle, page)),
    ];
  });
}

function requirementList(framework: Framework, principle: Principle, page: Page): string {
  const own = framework.requirements.filter((requirement) => requirement.principle === principle.id);
  const lines = own.map(({ id, level, text, review }) =>
    page.paragraph(`${level}: ${text} ${review === undefined ? '' : '(a person judges) '}[${id}]`, 2),
  );
  return page.section(
    visibleText(framework.title),
    lines.length === 0 ? '  nothing of its own' : lines.join('\n'),
  );
}

function frameworkParts(id: string, catalogue: Catalogue, page: Page): string[] {
  const framework = catalogue.frameworks.find((candidate) => candidate.id === id);
  if (framework === undefined) return [];
  const whole = resolveFramework(id, catalogue.frameworks);
  const principles = whole.principles.map((principle) => {
    const count = whole.requirements.filter((requirement) => requirement.principle === principle.id).length;
    return `  ${principle.id.padEnd(22)} ${visibleText(principle.title)} (${count})`;
  });
  return [
    `${page.head(framework.title, 'framework')}\n${page.style.faint(`${id} ${framework.version} · ${framework.date}`)}`,
    page.paragraph(framework.about),
    page.section('Principles, with the number of requirements', principles.join('\n')),
  ];
}

function unexplained(name: string, catalogue: Catalogue): { message: string; help: string } {
  const names = [
    ...catalogue.rules.map(({ id }) => id),
    ...catalogue.frameworks.flatMap(({ id, principles, requirements }) => [
      id,
      ...principles.map((one) => one.id),
      ...requirements.map((one) => one.id),
    ]),
    ...explanations.keys(),
  ];
  const { message, help } = unknownName('rule, requirement, principle or framework', name, names);
  const hasSuggestion = closestName(name, names) !== undefined;
  return {
    message,
    help: hasSuggestion ? help : '`microcred rules` lists the rules, `microcred frameworks` the principles.',
  };
}
