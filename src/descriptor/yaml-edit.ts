import {
  Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseAllDocuments,
  parseDocument,
  visit,
  YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { isJsonArray, isJsonObject, type Json } from './json-pointer.ts';

/** A change to one field or item of a YAML document: to its value, or only to the comment above it. */
export type YamlEdit = ValueEdit | CommentEdit;

export interface ValueEdit {
  /** Names of fields and 0-based numbers of items; the last may be new, and all before it have to be there. */
  readonly path: readonly (string | number)[];
  /** An empty (null) value is written as nothing behind the name; undefined takes the field or item away. */
  readonly value: Json | undefined;
  /** The lines of a comment above an item, which then stands apart from the item before it. */
  readonly above?: readonly string[];
  /** A comment behind a single value, where there is none yet. */
  readonly behind?: string;
}

export interface CommentEdit {
  readonly path: readonly (string | number)[];
  /** Given the lines of the comment above a group of fields, those that are to stand there. */
  readonly aboveFrom: (lines: readonly string[]) => readonly string[];
}

const options = {
  schema: 'core',
  version: '1.2',
  stringKeys: true,
  merge: false,
  logLevel: 'error',
} as const;

/** Columns after which a long text goes on in the next line. */
const lineWidth = 110;

/**
 * A YAML text with one of its documents changed, or with a new one at its end. Other documents stay as they are to the
 * letter; in the changed one comments, values and their order stay, though not every space and line break.
 *
 * @param text without faults, as readDocuments finds them
 * @param document 0-based, not counting documents with nothing in them, as readDocuments counts; their number for a new one
 * @returns undefined for a text that cannot be changed so: it uses aliases, or a document without a mark before it
 */
export function editedYaml(text: string, document: number, edits: readonly YamlEdit[]): string | undefined {
  const parts = partsOf(text).map((part) => ({ part, documents: parseAllDocuments(part, options) }));
  const filled = parts.filter(({ documents }) => [...documents].some(isFilled));
  if (filled.some(({ documents }) => documents.length !== 1)) return undefined;
  const target = filled[document];
  if (target === undefined) return withNewDocument(text, filled.length > 0, edits);
  const tree = target.documents[0] as Document | undefined;
  if (tree === undefined || !isMap(tree.contents) || hasAlias(tree)) return undefined;
  for (const edit of edits) apply(tree, edit);
  const lineEnd = target.part.includes('\r\n') ? '\r\n' : '\n';
  const changed = written(tree).replaceAll('\n', lineEnd);
  return parts.map((one) => (one === target ? changed : one.part)).join('');
}

/** Where documents begin is told by a line with `---`, as in yaml-stream.ts. */
function partsOf(text: string): string[] {
  return text.split(/(?<=\n)(?=---(?:[ \t\r\n]|$))/);
}

function isFilled({ contents }: Document): boolean {
  return contents !== null && !(isScalar(contents) && contents.value === null);
}

function withNewDocument(
  text: string,
  hasDocuments: boolean,
  edits: readonly YamlEdit[],
): string | undefined {
  const tree = new Document(new YAMLMap(), options);
  for (const edit of edits) apply(tree, edit);
  const added = written(tree);
  if (!hasDocuments) return text.trim() === '' ? added : undefined;
  return `${text.endsWith('\n') ? text : `${text}\n`}---\n${added}`;
}

/** The library may add an empty line to a text that it folds; then nothing is folded. */
function written(tree: Document): string {
  const folded = tree.toString({ lineWidth });
  const isSame = JSON.stringify(parseDocument(folded, options).toJS()) === JSON.stringify(tree.toJS());
  return isSame ? folded : tree.toString({ lineWidth: 0 });
}

function hasAlias(tree: Document): boolean {
  let isFound = false;
  visit(tree, {
    Alias: () => {
      isFound = true;
      return visit.BREAK;
    },
  });
  return isFound;
}

function apply(tree: Document, edit: YamlEdit): void {
  const { path } = edit;
  const parent = tree.getIn(path.slice(0, -1), true);
  const name = path.at(-1);
  if (name === undefined || !isCollection(parent)) return;
  if (isSeq(parent)) keepFirstComment(parent);
  if ('aboveFrom' in edit) {
    const node = parent.get(name, true);
    if (isCollection(node)) setComment(node, edit.aboveFrom(commentOf(node)));
    return;
  }
  const { value, above, behind } = edit;
  if (value === undefined) parent.delete(name);
  else setValue(tree, parent, name, value);
  const node = parent.get(name, true);
  if (isScalar(node) && behind !== undefined && !node.comment) node.comment = ` ${behind}`;
  if (isCollection(node) && above !== undefined) {
    setComment(node, above);
    node.spaceBefore = name !== 0;
  }
}

function commentOf({ commentBefore }: Node): string[] {
  return commentBefore ? commentBefore.split('\n').map((line) => line.replace(/^ /, '')) : [];
}

function setComment(node: Node, lines: readonly string[]): void {
  node.commentBefore = lines.map((line) => ` ${line}`).join('\n');
}

/** A single value is changed in its node, so that its comment stays. */
function setValue(tree: Document, parent: YAMLMap | YAMLSeq, name: string | number, value: Json): void {
  const present = parent.get(name, true);
  if (isScalar(present) && !isJsonArray(value) && !isJsonObject(value)) {
    present.value = value;
    present.type = undefined as never;
    delete present.source;
    if (value === null) present.source = '';
    return;
  }
  const node = tree.createNode(value) as Node;
  visit(node, {
    Scalar: (_, scalar) => {
      if (scalar.value === null) scalar.source = '';
    },
  });
  // An empty list in brackets would keep its brackets once it is filled.
  if (isSeq(parent) && parent.items.length === 0) parent.flow = false;
  parent.set(name, node);
}

/** The parser gives what stands above the first item to the list; it is the item's, and leaves with it. */
function keepFirstComment(list: YAMLSeq): void {
  const [first] = list.items;
  if (!list.commentBefore || !isCollection(first)) return;
  first.commentBefore = [list.commentBefore, first.commentBefore].filter(Boolean).join('\n');
  delete list.commentBefore;
}
