/** A file that could do harm, or look like something that it is not. */
export interface HostileInput {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What must come of its first document: as many findings of a kind, or a title that is read as it stands, or both. */
  readonly gives: {
    readonly rule?: 'file' | 'yaml' | 'schema';
    readonly findings?: number;
    readonly title?: string;
  };
}

const file = { rule: 'file', findings: 1 } as const;
const yaml = { rule: 'yaml', findings: 1 } as const;
const head = 'microcred: 1\n';

function manyLines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('\n');
}

/** Nine lists, each of nine aliases for the one before: less than 1 KB that stands for 387 million values. */
function aliasBomb(): string {
  const names = 'abcdefghi';
  const lists = [...names].map((name, index) => {
    const item = index === 0 ? 'x' : `*${names.charAt(index - 1)}`;
    return `${name}: &${name} [${Array(9).fill(item).join(', ')}]`;
  });
  return head + lists.join('\n');
}

/** Files that could take all time or memory there is; each is checked by a process of its own, with a time limit. */
export const exhaustingInputs: readonly HostileInput[] = [
  { name: 'fifty-megabytes.yaml', content: head + 'x: yyyyyyy\n'.repeat(4_600_000), gives: file },
  { name: 'alias-bomb.yaml', content: aliasBomb(), gives: yaml },
  {
    name: 'nested-lists.yaml',
    content: `${head}title: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`,
    gives: yaml,
  },
  { name: 'nested-lists-left-open.yaml', content: `${head}title: ${'['.repeat(20_000)}`, gives: yaml },
  {
    name: 'nested-flow-maps.yaml',
    content: `${head}title: ${'{a: '.repeat(20_000)}${'}'.repeat(20_000)}\n`,
    gives: yaml,
  },
  { name: 'nested-dashes.yaml', content: `${head}title:\n  ${'- '.repeat(20_000)}x\n`, gives: yaml },
  { name: 'nested-question-marks.yaml', content: `${head}title:\n  ${'? '.repeat(20_000)}x\n`, gives: yaml },
  {
    name: 'nested-block-maps.yaml',
    content: `${head}title:\n${manyLines(3_000, (index) => `${' '.repeat(index + 1)}a:`)}`,
    gives: yaml,
  },
  {
    // With one space for each level this takes 200 MB.
    name: 'twenty-thousand-block-maps.yaml',
    content: `${head}title:\n${manyLines(20_000, (index) => `${' '.repeat(index + 1)}a:`)}`,
    gives: file,
  },
  { name: 'anchor-in-itself.yaml', content: `${head}title: &a [*a]\n`, gives: yaml },
  {
    name: 'anchors-in-each-other.yaml',
    content: `${head}x-a: &a { b: &b { c: *a } }\nx-d: *b\n`,
    gives: yaml,
  },
  {
    name: 'chain-of-aliases.yaml',
    content: `${head}x-0: &a0 x\n${manyLines(5_000, (index) => `x-${index + 1}: &a${index + 1} [*a${index}]`)}`,
    gives: yaml,
  },
  {
    name: 'hundred-thousand-outcomes.yaml',
    content: `${head}outcomes:\n${manyLines(100_000, (index) => `  - { id: LO${index}, text: Weave ${index} rugs. }`)}`,
    gives: yaml,
  },
  {
    name: 'fifty-thousand-fields.yaml',
    content: head + manyLines(50_000, (index) => `x-${index}: 1`),
    gives: yaml,
  },
  {
    name: 'a-million-letters.yaml',
    content: `${head}title: ${'x'.repeat(1_000_000)}\n`,
    gives: { rule: 'schema', findings: 1, title: 'x'.repeat(1_000_000) },
  },
  {
    name: 'a-million-wide-letters.yaml',
    content: `${head}title: ${'織e\u0301👩‍👩‍👧'.repeat(90_000)}\n`,
    gives: { rule: 'schema', findings: 1, title: '織e\u0301👩‍👩‍👧'.repeat(90_000) },
  },
  {
    name: 'ten-thousand-documents.yaml',
    content: manyLines(10_000, () => `---\n${head}title: Weaving`),
    gives: { title: 'Weaving' },
  },
];

const unreadable: readonly HostileInput[] = [
  { name: 'broken.yaml', content: `${head}title: "open\nid: [a\n`, gives: yaml },
  { name: 'utf-16.yaml', content: Buffer.from(`\ufeff${head}title: Weaving\n`, 'utf16le'), gives: file },
  {
    name: 'utf-16-without-mark.yaml',
    content: Buffer.from(`${head}title: Weaving\n`, 'utf16le'),
    gives: file,
  },
  { name: 'latin-1.yaml', content: Buffer.from(`${head}title: Caf\u00e9\n`, 'latin1'), gives: file },
  { name: 'no-bytes.yaml', content: '', gives: file },
  { name: 'blank.yaml', content: '\n \n\n', gives: file },
  { name: 'comments.yaml', content: '# nothing\n# at all\n', gives: file },
  { name: 'zero-byte.yaml', content: `${head}title: a\0b\n`, gives: file },
  { name: 'raw-escape.yaml', content: `${head}title: a\u001b[31mred\n`, gives: yaml },
  { name: 'raw-bell.yaml', content: `${head}# \u0007\ntitle: Weaving\n`, gives: yaml },
  { name: 'carriage-returns.yaml', content: 'microcred: 1\rtitle: Weaving\r', gives: yaml },
  { name: 'tab.yaml', content: `${head}provider:\n\tname: Weavers\n`, gives: yaml },
];

const sequences = '\\e[2J\\e[1;31mred\\a\\b\\x7f\\x9b31m\\e]0;owned\\a';
const directions = '\u202eleft\u2066\u2067\u2068\u2069\u200e\u200f\u061c';
const invisible = 'a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg\u{e0041}h\u3164i';

const readable: readonly HostileInput[] = [
  {
    name: 'escapes.yaml',
    content: `${head}title: "${sequences}"\n`,
    gives: { title: '\u001b[2J\u001b[1;31mred\u0007\b\u007f\u009b31m\u001b]0;owned\u0007' },
  },
  { name: 'directions.yaml', content: `${head}title: ${directions}\n`, gives: { title: directions } },
  { name: 'invisible.yaml', content: `${head}title: ${invisible}\n`, gives: { title: invisible } },
  {
    name: 'separators.yaml',
    content: `${head}title: "a\\Lb\\Pc\\Nd"\n`,
    gives: { title: 'a\u2028b\u2029c\u0085d' },
  },
  {
    name: 'raw-separators.yaml',
    content: `${head}title: a\u2028b\u2029c\u0085d\n`,
    gives: { title: 'a\u2028b\u2029c\u0085d' },
  },
  { name: 'half-a-character.yaml', content: `${head}title: "a\\ud83dz"\n`, gives: { title: 'a\ud83dz' } },
  {
    name: 'imitation.yaml',
    content: `${head}title: "x\\n✔ everything conforms\\n\\nmicrocred: Nothing is outside the gate."\n`,
    gives: { title: 'x\n✔ everything conforms\n\nmicrocred: Nothing is outside the gate.' },
  },
  {
    name: 'imitation-in-a-block.yaml',
    content: `${head}title: |-\n  x\n  ✔ everything conforms\n`,
    gives: { title: 'x\n✔ everything conforms' },
  },
  { name: 'byte-order-mark.yaml', content: `\ufeff${head}title: Weaving\r\n`, gives: { title: 'Weaving' } },
];

const title = 'Weaving';
const keys = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];

const misshapen: readonly HostileInput[] = [
  {
    name: 'prototype-keys.yaml',
    content: `${head}title: Weaving\n${keys.map((key) => `${key}: { isPolluted: true }`).join('\n')}\n`,
    gives: { rule: 'schema', findings: keys.length, title },
  },
  {
    name: 'prototype-keys-below.yaml',
    content: `${head}title: Weaving\nprovider: {${keys.map((key) => `${key}: 1`).join(', ')}}\noutcomes:\n  - {${keys.map((key) => `${key}: {}`).join(', ')}}\ncost: { fee: {${keys.map((key) => `${key}: []`).join(', ')}} }\n`,
    gives: { rule: 'schema', findings: 3 * keys.length, title },
  },
  {
    name: 'prototype-values.yaml',
    content: `${head}title: Weaving\nkind: constructor\nframework: __proto__\npurpose: [toString]\n`,
    gives: { rule: 'schema', findings: 3, title },
  },
  {
    name: 'hostile-keys.yaml',
    content: `${head}title: Weaving\n"\\e[2J${directions}": 1\n"a\\nb": 1\n"${invisible}": 1\n"✖ \\u2028": 1\n`,
    gives: { rule: 'schema', findings: 4, title },
  },
  {
    name: 'hostile-values.yaml',
    content: `${head}title: Weaving\nid: "a\\e[31m\\n${directions}"\nkind: "\\n✔ everything conforms\\a"\nlastUpdated: "\\u202e2021"\n`,
    gives: { rule: 'schema', findings: 3, title },
  },
  { name: 'list.yaml', content: '- microcred: 1\n- a\n', gives: file },
  { name: 'word.yaml', content: 'microcred\n', gives: file },
  { name: 'null.yaml', content: 'null\n', gives: file },
  {
    name: 'numbers.yaml',
    content: `${head}title: Weaving\ncredit: { points: .inf }\nworkload: { hours: 1e400 }\nlevel: .nan\n`,
    gives: { rule: 'yaml', findings: 3 },
  },
  { name: 'tags.yaml', content: `${head}title: !!js/function "function () {}"\n`, gives: yaml },
];

/** Files that have misled readers of YAML, or that could mislead the readers of a report. */
export const misleadingInputs: readonly HostileInput[] = [...unreadable, ...readable, ...misshapen];
