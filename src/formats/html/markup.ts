import { visibleText } from '../visible-text.ts';

/** HTML that is safe to stand in a page. Only `html` and the functions of this file make it. */
export interface Markup {
  readonly markup: string;
}

/** What may be put into a template: text is escaped, markup stands as it is, lists are joined, nothing is nothing. */
export type Content = string | number | Markup | undefined | readonly Content[];

/** A template for HTML: every value that is put in is escaped, unless it is markup itself. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return { markup: String.raw({ raw: parts }, ...values.map(markupOf)) };
}

function markupOf(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escaped(content);
  if (typeof content === 'number') return String(content);
  return 'markup' in content ? content.markup : content.map(markupOf).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that hide, turn the reading direction or move a cursor are shown as escapes, as in a terminal. */
function escaped(text: string): string {
  return visibleText(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A text of a user's on its own: it may run in another direction than the page, and must not turn what is around it. */
export function userText(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}

/** A text of a user's that may have several lines: each is safe on its own, empty ones are left out. */
export function userLines(text: string): Markup {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  return html`${lines.map((line, index) => (index === 0 ? userText(line) : html`<br>${userText(line)}`))}`;
}

/** A link, where the address is one that can only be read or written to; otherwise the words alone. */
export function link(address: string, words: Content): Markup {
  return isHarmless(address) ? html`<a href="${address}">${words}</a>` : html`${words}`;
}

function isHarmless(address: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s\p{Cc}\p{Cf}]+$/iu.test(address);
}

/** A sentence of ours in which names of fields and values stand in backticks: those are set as code. */
export function prose(text: string): Markup {
  // With the group in it, every second part is what stood between backticks.
  const parts = text.split(/`([^`]+)`/);
  return html`${parts.map((part, index) => (index % 2 === 0 ? part : html`<code>${part}</code>`))}`;
}
