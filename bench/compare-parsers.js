import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { readDocuments } from '../dist/descriptor/descriptor.js';
import { parsePlainYaml } from '../dist/descriptor/plain-yaml.js';

// `node bench/compare-parsers.js [count] [seed]`: compares the fast parser with the exact reader on that many texts,
// half of them changed fixtures and half written at random. Ends with 1, and shows the first texts, when they differ.

const [count = 100_000, seed = 1] = process.argv.slice(2).map(Number);
const mostShown = 10;

let state = seed | 0;
/** A number from 0 to 1; the same ones for the same seed (mulberry32). */
function next() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}
const below = (limit) => Math.floor(next() * limit);
const pick = (list) => list[below(list.length)];
const maybe = (chance, text) => (next() < chance ? text : '');

const folders = ['fixtures/descriptors', 'fixtures/edge-cases', 'rules', 'rules/frameworks'];
const fixtures = folders.flatMap((folder) =>
  readdirSync(new URL(`../${folder}/`, import.meta.url))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(new URL(`../${folder}/${name}`, import.meta.url), 'utf8')),
);

const marks = [
  ...' :-#\n\'"[]{},|>&*!?%@`~+.0\t\\=<_',
  '\r',
  '\r\n',
  '\ufeff',
  '\u0007',
  'é',
  '🎓',
  '\u2028',
];
const snippets = [
  ...marks,
  ...marks,
  ...[': ', ' #', '- ', '\n  ', '\n\n', '\n---\n', '\n...\n', '---\n', ':\n', '|\n', '>-\n', '|2\n', '- - '],
  ...["''", '\\"', '\\n', '\\x41', '\\u00e9', '{a: 1}', '[b, c]', '"d":', 'null', '1e3', '0x1F', '.5', '-0'],
  ...[
    '__proto__: 1\n',
    '# remark\n',
    '  # remark\n',
    '    ',
    '\n \n',
    '   \n',
    '\t\n',
    'constructor: ',
    '.inf',
  ],
];

/** A run of lines of a fixture, taken back to the margin as often as not. */
function excerpt() {
  const lines = pick(fixtures).split('\n');
  const from = below(lines.length);
  const taken = lines.slice(from, from + 1 + below(20));
  const depth = next() < 0.5 ? 0 : taken[0].length - taken[0].trimStart().length;
  return taken.map((line) => (line.startsWith(' '.repeat(depth)) ? line.slice(depth) : line)).join('\n');
}

function changedLines(text) {
  const lines = text.split('\n');
  const at = below(lines.length);
  const from = below(lines.length);
  const changes = [
    () => lines.splice(at, 1),
    () => lines.splice(at, 0, lines[from]),
    () => ([lines[at], lines[from]] = [lines[from], lines[at]]),
    () => (lines[at] = `${' '.repeat(1 + below(4))}${lines[at]}`),
    () => (lines[at] = lines[at].slice(1 + below(3))),
    () => (lines[at] += ' '.repeat(1 + below(3))),
    () => lines.splice(at, 0, ' '.repeat(below(9))),
  ];
  pick(changes)();
  return lines.join('\n');
}

function changedCharacters(text) {
  const at = below(text.length + 1);
  const removed = next() < 0.5 ? 0 : 1 + below(next() < 0.2 ? 12 : 2);
  return text.slice(0, at) + maybe(0.8, pick(snippets)) + text.slice(at + removed);
}

function changedFixture() {
  let text = excerpt();
  for (let changes = below(1 + below(5)); changes >= 0; changes--)
    text = next() < 0.4 ? changedLines(text) : changedCharacters(text);
  return next() < 0.05 ? text.replaceAll('\n', '\r\n') : text;
}

const words = [
  ...'a|true|Null|~|x:y|x#y|12|-1|+.5|1.|1e400|0o17|0x|-|--|---|...|.5e1|-0.0|1_000|01|.|.nan|?a|:a|a]|{a'.split(
    '|',
  ),
  ...`it's|"q"|'s'|'it''s'|"a\\tb"|"\\u12"|"\\q"|'|"|%a|a\tb|é|🎓|a\u0085b|<<|=|a:|a :b|#|&a b|*a|!t a|!|>|`.split(
    '|',
  ),
  ...['b c', 'x: y', 'x #y', '|', '`', '@a', '\\', 'FALSE', 'a, b', '123456789012345678', 'http://a.b/c'],
];
const names = `a|b|c|d e|"f"|'g'|1|null|h#i|j:k|"l: m"|__proto__||- n|<<|?`.split('|');
const common = ['a', 'b', 'c', 'd', 'e', 'f', 'x y', '"q"', "'s'", '1', 'k-1', 'toString'];
let named = 0;
const name = () => (next() < 0.7 ? `n${++named % 100}` : pick(next() < 0.95 ? common : names));
const word = () => pick(next() < 0.85 ? common : words);
const gap = () => pick([...Array(12).fill(' '), '  ', '', '\n', '\n ', '\n    ', '\t']);
const ending = () => `${maybe(0.1, pick([' ', '  ', ' # r', '# r', ' #', '\t', ' # "r: [', '   # - r']))}\n`;
const interlude = () =>
  maybe(0.12, pick(['\n', '  \n', '# r\n', '   # r\n', '\n\n', '      \n', ' \n', ' #r\n# s\n']));
const around = () => pick(next() < 0.8 ? ['', ' '] : ['', ' ', '  ', '\n', '\n  ', '\n      ', ' # r\n ']);

function flow(depth) {
  const entries = Array.from({ length: below(4) }, () =>
    depth > 2 || next() < 0.7 ? word() : flow(depth + 1),
  );
  const separator = () => `${around()},${around()}`;
  const joined = (list) =>
    list.reduce((text, entry) => text + maybe(0.98, separator()) + entry, '').replace(/^\s*,/, '');
  if (next() < 0.5) return `[${around()}${joined(entries)}${maybe(0.1, ',')}${around()}]`;
  const members = entries.map(
    (entry) => name() + maybe(0.97, pick([': ', ': ', ': ', ':', ' : ', ':\n  '])) + entry,
  );
  return `{${around()}${joined(members)}${maybe(0.1, ',')}${around()}}`;
}

function block(indent) {
  const margin = indent + pick([1, 2, 2, 2, 4]);
  const header =
    pick(['|', '>']) +
    pick(['', '', '-', '+', '1', '2', '2-', '+1', '-3', '0', '--', '12', '- ', '+ # r', '#r']);
  const lines = Array.from({ length: below(6) }, () => {
    const depth = next() < 0.8 ? margin : below(margin + 4);
    return next() < 0.3 ? ' '.repeat(next() < 0.6 ? 0 : below(margin + 3)) : ' '.repeat(depth) + pick(words);
  });
  return `${header}\n${lines.map((line) => `${line}\n`).join('')}`;
}

function scalarOver(indent) {
  const lines = Array.from({ length: 1 + below(3) }, () => {
    const depth = next() < 0.85 ? indent + 1 + below(3) : below(indent + 2);
    return `${' '.repeat(depth)}${word()}${maybe(0.1, pick([' ', ' # r', '\n', '\n \n']))}`;
  });
  return `${pick(['', '', '', '"', "'"])}${word()}\n${lines.join('\n')}${pick(['', '', '"', "'"])}\n`;
}

/** What may stand after a colon or dash, from there to the end of its last line. */
function value(indent, depth, isMember) {
  const chance = next();
  if (chance < 0.4) return gap() + word() + ending();
  if (chance < 0.52) return gap() + flow(0) + ending();
  if (chance < 0.62) return `${maybe(0.97, ' ') || `\n${' '.repeat(indent + 1)}`}${block(indent)}`;
  if (chance < 0.69) return ` ${scalarOver(indent)}`;
  if (chance < 0.74 || depth > 3) return ending();
  const deeper = indent + (isMember && next() < 0.3 ? 0 : pick([1, 2, 2, 2, 4, 0]));
  return ending() + interlude() + node(deeper, depth + 1);
}

function node(indent, depth) {
  const isList = next() < 0.4;
  let text = '';
  for (let entries = 1 + below(4); entries > 0; entries--) {
    const margin = ' '.repeat(next() < 0.97 ? indent : Math.max(0, indent + below(5) - 2));
    text +=
      margin +
      (isList ? listEntry(indent, depth) : `${name()}${maybe(0.03, ' ')}:${value(indent, depth, true)}`);
    text += interlude();
  }
  return text;
}

function listEntry(indent, depth) {
  if (depth > 3 || next() < 0.5) return `-${value(indent, depth, false)}`;
  const spaces = pick([1, 1, 1, 2, 3]);
  return `-${' '.repeat(spaces)}${node(indent + 1 + spaces, depth + 1).trimStart()}`;
}

function randomText() {
  const start = maybe(
    0.1,
    pick(['---\n', '# r\n---\n', '--- \n', '\n---\n', '--- a\n', '%YAML 1.2\n---\n', '\ufeff', '  \n']),
  );
  const body = next() < 0.05 ? flow(0) : node(pick([0, 0, 0, 0, 2]), 0);
  const end = pick(next() < 0.9 ? [''] : ['...\n', '---\n', '# r', '  # r', '  ', '\n\n', '\t', 'a']);
  const text = start + body + end;
  return next() < 0.1 ? text.trimEnd() : next() < 0.03 ? text.replaceAll('\n', '\r\n') : text;
}

/** Why the two readings of a text differ, or undefined when they do not, or when the fast one declines. */
function difference(text) {
  const data = parsePlainYaml(text);
  if (data === undefined) return undefined;
  taken += 1;
  const documents = readDocuments({ path: 'a.yaml', text });
  const [document] = documents;
  if (documents.length !== 1 || document.faults.length > 0)
    return `is taken, but has ${documents.length} documents and the faults ${JSON.stringify(documents.flatMap(({ faults }) => faults.map(({ fault }) => fault.message)))}`;
  // As text as well, which tells the order of the fields; deeply, which tells objects from those with another prototype.
  if (isDeepStrictEqual(data, document.data) && JSON.stringify(data) === JSON.stringify(document.data))
    return undefined;
  return `is ${JSON.stringify(data)}, but should be ${JSON.stringify(document.data)}`;
}

let taken = 0;
let differences = 0;
for (let index = 0; index < count; index++) {
  const text = index % 2 === 0 ? changedFixture() : randomText();
  const told = difference(text);
  if (told === undefined) continue;
  differences += 1;
  if (differences <= mostShown) console.log(`${JSON.stringify(text)}\n  ${told}`);
}
console.log(`${count} texts (seed ${seed}): ${taken} taken by the fast parser, ${differences} differences`);
if (differences > 0) process.exitCode = 1;
