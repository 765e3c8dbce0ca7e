import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Script } from 'node:vm';
import type { Io } from '../cli/io.ts';

interface LoadedCommand {
  main(argv: readonly string[], io: Io): Promise<number>;
  readonly script: Script;
  readonly cacheFile: string;
}

/**
 * Stores beside the bundled command what V8 has compiled of it after it has checked a descriptor, so that the next
 * start need not compile it again (see bin/load-command.js).
 */
export async function writeCodeCache(root: string): Promise<void> {
  const { loadCommand }: { loadCommand(): LoadedCommand } = createRequire(join(root, 'bin/'))(
    './load-command.js',
  );
  const nowhere = { write: () => true };
  const io = { cwd: () => root, env: {}, stdin: emptyInput(), stdout: nowhere, stderr: nowhere };
  const { main, script, cacheFile } = loadCommand();
  rmSync(cacheFile, { force: true });
  for (const sample of ['model-data-for-communities', 'award-college-scqf-5']) {
    await main(['check', `fixtures/descriptors/${sample}.yaml`], io);
  }
  writeFileSync(cacheFile, script.createCachedData());
}

async function* emptyInput(): AsyncGenerator<Uint8Array> {}
