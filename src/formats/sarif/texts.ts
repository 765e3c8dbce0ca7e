import { sentence } from '../outcome-sentences.ts';
import { visibleText } from '../visible-text.ts';
import { shortened } from '../words.ts';

/** GitHub shows no more of a description, in UTF-16 units. */
const longestDescription = 1024;

/**
 * Sentences as the text of a message: on one line, with nothing hidden, and without what SARIF would take for a link or
 * for a place to put an argument.
 */
export function messageText(...sentences: readonly string[]): string {
  return sentences.map(plain).filter(Boolean).join(' ');
}

/** As messageText, but no longer than a description may be. */
export function descriptionText(text: string): string {
  return shortened(plain(text), longestDescription);
}

/** A link to a related place, by its number. */
export function linkText(text: string, id: number): string {
  return `[${plain(text).replace(/[[\]\\]/g, '\\$&')}](${id})`;
}

/** An address that anybody may be sent to: of the web, and well-formed; undefined for all others. */
export function webAddress(address: string | undefined): string | undefined {
  return address !== undefined && address.length <= 2_000 && wellFormedAddress.test(address)
    ? address
    : undefined;
}

const wellFormedAddress =
  /^https?:\/\/[\w.-]+(?::\d{1,5})?(?:\/(?:[\w./=&+,~:;@!$'()*-]|%[\da-f]{2})*)?(?:\?(?:[\w./?=&+,~:;@!$'()*-]|%[\da-f]{2})*)?(?:#(?:[\w./?=&+,~:;@!$'()*-]|%[\da-f]{2})*)?$/i;

function plain(text: string): string {
  return visibleText(sentence(text)).replace(/\](?=\()/g, '] ');
}
