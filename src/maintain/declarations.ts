/** A declaration of an emitted `.d.ts` file. */
export interface Declaration {
  readonly name: string;
  /** Its text with the comment before it, without `export` and `declare`. */
  readonly text: string;
}

/** What a `.d.ts` file declares, and what its names that it does not declare stand for. */
export interface DeclarationFile {
  readonly declarations: readonly Declaration[];
  /** By the name that the file uses: where it comes from, and under which name there. */
  readonly imports: ReadonlyMap<string, ImportedName>;
  /** What the file exports, by the name outside: its own name for it, or that of another file. */
  readonly exports: ReadonlyMap<string, string | ImportedName>;
}

export interface ImportedName {
  readonly from: string;
  readonly name: string;
}

/**
 * Reads what the compiler wrote into a `.d.ts` file, as far as this project's files go.
 *
 * @throws where a statement is of a kind that it does not know: an API report with a gap would be worse than none
 */
export function readDeclarations(text: string): DeclarationFile {
  const declarations: Declaration[] = [];
  const imports = new Map<string, ImportedName>();
  const exports = new Map<string, string | ImportedName>();
  for (const { comment, code } of statementsOf(text)) {
    const lists = /^(import|export)\s+(?:type\s+)?\{([^}]*)\}(?:\s+from\s+'([^']+)')?;$/.exec(code);
    const declared =
      /^(export\s+)?(?:declare\s+)?(?:abstract\s+)?(?:interface|type|const|function|class)\s+(\w+)/.exec(
        code,
      );
    if (lists !== null) {
      const [, keyword, names = '', from] = lists;
      for (const [inner, outer] of namePairs(names)) {
        if (keyword === 'import') imports.set(outer, { from: from ?? '', name: inner });
        else exports.set(outer, from === undefined ? inner : { from, name: inner });
      }
    } else if (declared !== null) {
      const [, isExported, name = ''] = declared;
      declarations.push({ name, text: comment + code.replace(/^(?:export\s+)?(?:declare\s+)?/, '') });
      if (isExported !== undefined) exports.set(name, name);
    } else throw new Error(`This statement of a .d.ts file is of an unknown kind: ${code.slice(0, 80)}`);
  }
  return { declarations, imports, exports };
}

/** The names of `{ type A, B as C }`, each with the name that it has on the other side. */
function namePairs(list: string): (readonly [inner: string, outer: string])[] {
  return list
    .split(',')
    .map((item) => item.trim().replace(/^type\s+/, ''))
    .filter((item) => item !== '')
    .map((item) => {
      const [inner = '', outer = inner] = item.split(/\s+as\s+/);
      return [inner, outer] as const;
    });
}

/** Comments, strings, brackets and ends of statements: all that tells where a statement ends. */
const token =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|[{}()[\];]/g;

interface Statement {
  /** The doc comment before it, with the end of its last line; empty if there is none. */
  readonly comment: string;
  readonly code: string;
}

function statementsOf(text: string): Statement[] {
  const statements: Statement[] = [];
  let depth = 0;
  let comment = '';
  let start = 0;
  const take = (end: number): void => {
    const code = text.slice(start, end).trim();
    if (code !== '' && code !== ';') statements.push({ comment, code });
    comment = '';
    start = end;
  };
  for (const { 0: found, index } of text.matchAll(token)) {
    const end = index + found.length;
    if ('{(['.includes(found)) depth += 1;
    else if ('})]'.includes(found)) depth -= 1;
    const isOutside = depth === 0 && text.slice(start, index).trim() === '';
    if (isOutside && /^\/[*/]/.test(found)) {
      comment = found.startsWith('/**') ? `${found}\n` : '';
      start = end;
    } else if (depth === 0 && (found === ';' || (found === '}' && hasBody(text.slice(start, end)))))
      take(end);
  }
  take(text.length);
  return statements;
}

/** Interfaces and classes end with their brace, everything else with a semicolon. */
function hasBody(code: string): boolean {
  return /^\s*(?:export\s+)?(?:declare\s+)?(?:abstract\s+)?(?:interface|class)\b/.test(code);
}
