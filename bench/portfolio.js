import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCorpus } from './make-corpus.js';
import { inTurn, print } from './timing.js';

// What a portfolio page costs, as a ratio to the same check with the report as JSON, in turn in one run.
// `node bench/portfolio.js`: the whole comparison. With `--smoke`: a short one that fails when something is far off.

const root = fileURLToPath(new URL('..', import.meta.url));
const isSmoke = process.argv.includes('--smoke');
/** The page may take this many times as long as JSON; the smoke run, which has few descriptors, allows half as much again. */
const mostForPage = isSmoke ? 2.0 * 1.5 : 2.0;
/** Bytes of a page on a thousand descriptors. */
const largestPage = 5_000_000;

const folder = mkdtempSync(join(tmpdir(), 'microcred-bench-'));
try {
  const count = isSmoke ? 100 : 1000;
  const rounds = isSmoke ? 3 : 7;
  const corpus = join(folder, 'corpus');
  makeCorpus(corpus, count);
  const fileOf = (format) => join(folder, `report.${format}`);
  const check = (format) => [
    process.execPath,
    join(root, 'bin/microcred.js'),
    ...['check', corpus, '--date', '2026-11-23', '-f', `${format}=${fileOf(format)}`],
  ];
  const [json, html] = inTurn([check('json'), check('html')], rounds);
  console.log(`${count} valid descriptors, median of ${rounds} in turn, Node ${process.version}`);
  print('microcred check -f json=<file>', json, json, '-f json');
  print('microcred check -f html=<file>', html, json, '-f json');
  const size = statSync(fileOf('html')).size;
  console.log(
    `The page is of ${(size / 1e6).toFixed(2)} MB, the JSON of ${(statSync(fileOf('json')).size / 1e6).toFixed(2)} MB.`,
  );
  if (html / json > mostForPage) {
    console.error(`The page costs more than ${mostForPage} x the JSON.`);
    process.exitCode = 1;
  }
  if (size > largestPage) {
    console.error(`The page is larger than ${largestPage / 1e6} MB.`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
