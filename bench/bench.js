import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCorpus } from './make-corpus.js';
import { inTurn, print, timeOf } from './timing.js';

// What a run costs is said as a ratio to another command of the same round, because machines differ and drift.
// `npm run bench`: the whole comparison. `npm run bench -- --smoke`: a short one that fails when something is far off.

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));
const isSmoke = process.argv.includes('--smoke');
/** One valid file may cost this many times `node -e 0`; the smoke run allows half as much again. */
const mostForOneFile = 3.0;

const microcred = [
  process.execPath,
  join(root, 'bin/microcred.js'),
  'check',
  '--date',
  '2026-11-23',
  '--quiet',
];
const folder = mkdtempSync(join(tmpdir(), 'microcred-bench-'));
try {
  // Without the review that stands beside it, which is read as well where there is one.
  const model = join(root, 'fixtures/descriptors/model-data-for-communities.yaml');
  const one = join(folder, 'alone', 'model.yaml');
  mkdirSync(join(folder, 'alone'));
  copyFileSync(model, one);
  const rounds = isSmoke ? 5 : 15;
  const [empty, single, reviewed] = inTurn(
    [
      [process.execPath, '-e', '0'],
      [...microcred, one],
      [...microcred, model],
    ],
    rounds,
  );
  console.log(`One valid file, median of ${rounds} in turn, Node ${process.version}`);
  print('node -e 0', empty, empty, 'node -e 0');
  print('microcred check <one file>', single, empty, 'node -e 0');
  print('microcred check <one file with a review>', reviewed, empty, 'node -e 0');
  const most = isSmoke ? mostForOneFile * 1.5 : mostForOneFile;
  if (single / empty > most) {
    console.error(`One file costs more than ${most} x node -e 0.`);
    process.exitCode = 1;
  }
  const count = isSmoke ? 50 : 1000;
  const corpus = join(folder, 'corpus');
  makeCorpus(corpus, count);
  if (isSmoke) {
    timeOf([...microcred, corpus]);
    console.log(`${count} files of the corpus: every one is valid.`);
  } else {
    const ajv = ajvCommand(corpus);
    const [ajvTime, ours] = inTurn([ajv, [...microcred, corpus]], 7);
    console.log(`\n${count} valid descriptors of 3 to 6 KB, median of 7 in turn, page cache warm`);
    print('ajv-cli 5.0.0 (schema only)', ajvTime, ajvTime, 'ajv-cli');
    print('microcred check (schema, all rules, verdicts)', ours, ajvTime, 'ajv-cli');
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
await import('./portfolio.js');

function ajvCommand(corpus) {
  const modules = join(here, 'node_modules');
  if (!existsSync(modules)) {
    const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--prefix', here], {
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error('The peers could not be installed: run `npm ci --prefix bench`.');
  }
  const cli = createRequire(join(here, 'package.json')).resolve('ajv-cli/dist/index.js');
  const schema = join(root, 'schemas/course-descriptor.schema.json');
  return [
    process.execPath,
    cli,
    'validate',
    '--spec=draft2020',
    '-c',
    'ajv-formats',
    '--strict=false',
    '-s',
    schema,
    '-d',
    `${corpus}/*.yaml`,
  ];
}
