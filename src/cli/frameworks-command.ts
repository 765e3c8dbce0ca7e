import { resolveFramework } from '../conformance/rule-set.ts';
import { jsonText } from '../formats/json-text.ts';
import { visibleText } from '../formats/visible-text.ts';
import { loadCatalogue } from '../workspace/load-rule-set.ts';
import { exitCodes } from './exit-code.ts';
import type { Io } from './io.ts';
import { reportProblems } from './problems.ts';

export interface FrameworksOptions {
  readonly rules?: readonly string[];
  readonly json?: boolean;
}

/** Runs `microcred frameworks`: each framework with its principles, or all of them as JSON. */
export async function listFrameworks(options: FrameworksOptions, io: Io): Promise<number> {
  const { catalogue, problems } = await loadCatalogue({ cwd: io.cwd(), rulesFolders: options.rules ?? [] });
  if (problems.length > 0) return reportProblems(problems, io);
  const frameworks = catalogue.frameworks.map(({ id }) => resolveFramework(id, catalogue.frameworks));
  if (options.json === true) {
    io.stdout.write(`${jsonText(frameworks)}\n`);
    return exitCodes.withinGate;
  }
  const blocks = frameworks.map(({ id, title, version, principles, requirements }) => {
    const lines = principles.map((principle) => {
      const own = requirements.filter((requirement) => requirement.principle === principle.id);
      return `  ${principle.id.padEnd(22)} ${visibleText(principle.title)} (${own.length})`;
    });
    return [`${id} ${version}  ${visibleText(title)}`, ...lines].join('\n');
  });
  io.stdout.write(`${blocks.join('\n\n')}\n`);
  return exitCodes.withinGate;
}
