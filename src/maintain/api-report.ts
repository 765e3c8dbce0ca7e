import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type DeclarationFile, readDeclarations } from './declarations.ts';

/** A declaration of the closure, and where it stands. */
interface Found {
  /** The path of the source file, from `src`. */
  readonly file: string;
  readonly name: string;
  readonly text: string;
}

/**
 * `etc/microcred.api.md`: everything that `dist/index.d.ts` exports, and every type that is mentioned in there, with doc
 * comments. A change of the public interface, however far from its door, is a change of this file.
 */
export function apiReport(root: string): string {
  const closure = new Closure(join(root, 'dist'));
  const exported = closure.exportsOf('index');
  const doors = new Set(exported.map(keyOf));
  const mentioned = closure.mentionedBy(exported).filter((found) => !doors.has(keyOf(found)));
  return [
    '<!-- Generated from the declarations of the build by `npm run generate`; do not edit. -->',
    '# API report',
    'What `microcred` exports as a library. What a change here breaks, and what it adds, belongs into CHANGELOG.md.',
    '## Exports',
    ...exported.map(section),
    '## Types that these mention',
    ...mentioned.map(section),
  ]
    .join('\n\n')
    .concat('\n');
}

function section({ file, name, text }: Found): string {
  return `### ${name}\n\nIn \`src/${file}.ts\`.\n\n\`\`\`ts\n${text}\n\`\`\``;
}

/** The emitted declarations, each file read once. */
class Closure {
  private readonly files = new Map<string, DeclarationFile>();
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  exportsOf(file: string): Found[] {
    return sorted([...this.read(file).exports.keys()].map((name) => this.find(file, name)));
  }

  /** Everything that the declarations mention, and what these mention in turn. */
  mentionedBy(declarations: readonly Found[]): Found[] {
    const all = new Map(declarations.map((one) => [keyOf(one), one]));
    // A Map goes on with what is added to it.
    for (const one of all.values()) {
      for (const found of this.namesIn(one)) if (!all.has(keyOf(found))) all.set(keyOf(found), found);
    }
    return sorted([...all.values()]);
  }

  /** What stands behind a name of a file, wherever that is declared. */
  private find(file: string, name: string): Found {
    const { declarations, imports, exports } = this.read(file);
    const own = declarations.filter((one) => one.name === name);
    if (own.length > 0) return { file, name, text: own.map(({ text }) => text).join('\n') };
    const from = imports.get(name) ?? exports.get(name);
    if (from === undefined || from === name) throw new Error(`${file}.d.ts says nothing about ${name}.`);
    if (typeof from === 'string') return this.find(file, from);
    return this.find(besides(file, from.from), from.name);
  }

  private namesIn({ file, name, text }: Found): Found[] {
    const { declarations, imports } = this.read(file);
    const code = text.replace(/\/\*[\s\S]*?\*\//g, '');
    const inline = [...code.matchAll(/\bimport\("(\.[^"]+)"\)\.(\w+)/g)].map(([, from = '', other = '']) =>
      this.find(besides(file, from), other),
    );
    const words = new Set(code.match(/[A-Za-z_$][\w$]*/g));
    const own = declarations.filter((one) => one.name !== name && words.has(one.name));
    const foreign = [...imports].filter(([local, { from }]) => words.has(local) && from.startsWith('.'));
    return [
      ...inline,
      ...own.map((one) => this.find(file, one.name)),
      ...foreign.map(([local]) => this.find(file, local)),
    ];
  }

  private read(file: string): DeclarationFile {
    const known = this.files.get(file);
    if (known !== undefined) return known;
    const read = readDeclarations(readFileSync(join(this.folder, `${file}.d.ts`), 'utf8'));
    this.files.set(file, read);
    return read;
  }
}

function besides(file: string, specifier: string): string {
  return posix.join(posix.dirname(file), specifier.replace(/\.[jt]s$/, ''));
}

function keyOf({ file, name }: Found): string {
  return `${file} ${name}`;
}

function sorted(found: readonly Found[]): Found[] {
  const key = ({ name, file }: Found): string => `${name.toLowerCase()} ${name} ${file}`;
  return [...found].sort((left, right) => (key(left) < key(right) ? -1 : key(left) > key(right) ? 1 : 0));
}
