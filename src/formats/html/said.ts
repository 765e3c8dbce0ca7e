import type { Said } from '../words.ts';
import { html, type Markup } from './markup.ts';

/** A word for something that came out, with its mark and colour; the mark is not read out, for the words say it all. */
export function said({ words, mark, tone }: Said): Markup {
  return html`<span class="said tone-${tone}"><span class="mark" aria-hidden="true">${mark}</span> ${words}</span>`;
}
