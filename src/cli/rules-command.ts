import { resolveFramework } from '../conformance/rule-set.ts';
import { unknownName } from '../descriptor/unknown-name.ts';
import { jsonText } from '../formats/json-text.ts';
import { visibleText } from '../formats/visible-text.ts';
import { loadCatalogue } from '../workspace/load-rule-set.ts';
import { exitCodes } from './exit-code.ts';
import type { Io } from './io.ts';
import { reportProblems } from './problems.ts';

export interface RulesOptions {
  readonly framework?: string;
  readonly rules?: readonly string[];
  readonly json?: boolean;
}

/** Runs `microcred rules [words…]`: one line a rule, or all that a rule file says as JSON. */
export async function listRules(words: readonly string[], options: RulesOptions, io: Io): Promise<number> {
  const { catalogue, problems } = await loadCatalogue({ cwd: io.cwd(), rulesFolders: options.rules ?? [] });
  if (problems.length > 0) return reportProblems(problems, io);
  const frameworkIds = catalogue.frameworks.map(({ id }) => id);
  if (options.framework !== undefined && !frameworkIds.includes(options.framework)) {
    return reportProblems([unknownName('framework', options.framework, frameworkIds)], io);
  }
  const chosen = options.framework === undefined ? frameworkIds : [options.framework];
  const uses = chosen.flatMap((id) => resolveFramework(id, catalogue.frameworks).requirements);
  const listed = catalogue.rules.flatMap((rule) => {
    const use = uses.find(({ rules = [] }) => rules.includes(rule.id));
    if (options.framework !== undefined && use === undefined) return [];
    const principle = use?.principle ?? '';
    const haystack = `${rule.id} ${rule.title} ${principle}`.toLowerCase();
    const matches = words.every((word) => haystack.includes(word.toLowerCase()));
    return matches ? [{ ...rule, level: use?.level ?? null, principle }] : [];
  });
  if (listed.length === 0) {
    const help = '`microcred rules` without words lists all of them.';
    return reportProblems([{ message: `No rule matches \`${words.join(' ')}\`.`, help }], io);
  }
  if (options.json === true) io.stdout.write(`${jsonText(listed)}\n`);
  else {
    for (const { id, title, level } of listed) {
      io.stdout.write(`${(level ?? 'none').padEnd(6)} ${visibleText(id).padEnd(52)} ${visibleText(title)}\n`);
    }
  }
  return exitCodes.withinGate;
}
