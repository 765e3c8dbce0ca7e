import { create, type XMLElement } from 'xmlbuilder';
import { visibleText } from './visible-text.ts';

/** An element of an XML document, to be written in the order in which it gives its parts. */
export interface XmlElement {
  readonly name: string;
  /** Attributes in their order; those that are undefined are left out. */
  readonly attributes?: Readonly<Record<string, string | number | undefined>>;
  /** Character data; line ends stay, everything else that cannot be seen is shown as an escape. */
  readonly text?: string;
  /** Those of the root are taken one by one, so that a long document never stands in memory as a whole. */
  readonly children?: Iterable<XmlElement>;
}

/** An XML 1.0 document in UTF-8, in pieces: the head, each child of the root, and the end. */
export function* xmlDocument(root: XmlElement): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  const empty = treeOf({ ...root, children: [] }).toString();
  let isOpen = false;
  for (const child of root.children ?? []) {
    if (!isOpen) yield `${empty.slice(0, -'/>'.length)}>\n`;
    isOpen = true;
    yield treeOf(child).toString({ pretty: true, offset: 1 });
  }
  yield isOpen ? `</${root.name}>\n` : `${empty}\n`;
}

function treeOf(element: XmlElement): XMLElement {
  const tree = create(element.name, { headless: true });
  fill(tree, element);
  return tree;
}

function fill(tree: XMLElement, { attributes = {}, text, children = [] }: XmlElement): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) tree.attribute(name, characterData(String(value)));
  }
  if (text !== undefined) tree.text(text.split('\n').map(characterData).join('\n'));
  for (const child of children) fill(tree.element(child.name), child);
}

/**
 * A text with nothing that XML 1.0 forbids: controls and halves of characters, which it cannot hold in any way, stand as
 * escapes, and so does what is hidden or turns the reading direction.
 */
function characterData(text: string): string {
  return visibleText(text).replace(
    /[\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16)}`,
  );
}
