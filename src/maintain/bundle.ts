import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';

/**
 * Bundles the command into `dist/command/`: CommonJS, which starts several times faster than its hundred modules would.
 * What every check needs is in `microcred.cjs`; everything else that is imported on demand is a file of its own, not
 * even read in a run that does not ask for it.
 */
export async function bundleCommand(root: string): Promise<void> {
  const dist = join(root, 'dist');
  const folder = join(dist, 'command');
  rmSync(folder, { recursive: true, force: true });
  const chunks = new Map([['microcred', join(dist, 'cli', 'main.js')]]);
  // Chunks found while one is bundled are bundled after it; a Map goes on with what is added to it.
  for (const [name, entry] of chunks) {
    const isMain = name === 'microcred';
    await build({
      entryPoints: [entry],
      outfile: join(folder, `${name}.cjs`),
      bundle: true,
      minify: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      // `import()` of a CommonJS file would have its exports looked for by a parser; `require` does without.
      supported: { 'dynamic-import': false },
      external: isMain ? ['#examples'] : ['#catalogue', '#examples'],
      plugins: [withoutChildProcesses, chunksOnDemand(dist, chunks, isMain ? neededByEveryCheck : /^$/)],
      logLevel: 'warning',
    });
  }
}

const neededByEveryCheck = /(?:check-command\.js|\/text\.js|^#catalogue)$/;

/** commander loads it for commands that are programs of their own, which ours are not; loading it takes a tenth of the start. */
const withoutChildProcesses: Plugin = {
  name: 'without-child-processes',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'left-out' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents: 'module.exports = {};',
      loader: 'js',
    }));
  },
};

/** Makes a chunk of everything that is imported by `import()`, but for what is needed anyway. */
function chunksOnDemand(dist: string, chunks: Map<string, string>, needed: RegExp): Plugin {
  return {
    name: 'chunks-on-demand',
    setup({ onResolve }) {
      onResolve({ filter: /^[^#]/ }, ({ kind, path, resolveDir }) => {
        if (kind !== 'dynamic-import' || needed.test(path)) return undefined;
        const isOurs = path.startsWith('.');
        const entry = isOurs ? join(resolveDir, path) : createRequire(join(dist, 'index.js')).resolve(path);
        const name = isOurs ? relative(dist, entry).replace(/\.js$/, '').replaceAll(/[\\/]/g, '-') : path;
        chunks.set(name, entry);
        return { path: `./${name}.cjs`, external: true };
      });
    },
  };
}
