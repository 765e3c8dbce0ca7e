import { fileURLToPath } from 'node:url';
import type { Io } from '../cli/io.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The developers' commands: compile, bundle, generate [--check], new-rule <id>. Returns the exit code. */
export async function maintain(
  [command, ...args]: readonly string[],
  { stderr }: Pick<Io, 'stderr'>,
): Promise<number> {
  const say = (line: string): void => {
    stderr.write(`${line}\n`);
  };
  switch (command) {
    case 'compile': {
      const { compileCatalogue } = await import('./compile-catalogue.ts');
      const problems = await compileCatalogue(root);
      for (const { message, help, place } of problems) {
        say(
          `${place === undefined ? '' : `${place.path}:${place.line}:${place.column}: `}${message} ${help ?? ''}`,
        );
      }
      return problems.length === 0 ? 0 : 1;
    }
    case 'bundle': {
      const { bundleCommand } = await import('./bundle.ts');
      await bundleCommand(root);
      const { writeCodeCache } = await import('./code-cache.ts');
      await writeCodeCache(root);
      return 0;
    }
    case 'generate': {
      const { generate } = await import('./generate.ts');
      const stale = await generate(root, args.includes('--check'));
      for (const file of stale) say(`${file} is stale: run \`npm run generate\` and commit the result.`);
      return stale.length === 0 ? 0 : 1;
    }
    case 'new-rule': {
      const { newRule } = await import('./new-rule.ts');
      const { message, isDone } = newRule(root, args[0] ?? '');
      say(message);
      return isDone ? 0 : 1;
    }
    default:
      say('maintain knows: compile, bundle, generate [--check], new-rule <id>.');
      return 2;
  }
}
