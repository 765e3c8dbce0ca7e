import type { Evidence } from '../../conformance/evidence.ts';
import {
  fieldName,
  type JsonPointer,
  overlaps,
  type PointerPattern,
  parsePointer,
} from '../../descriptor/json-pointer.ts';
import { lineWords, shortened } from '../words.ts';
import { html, type Markup, userText } from './markup.ts';

/** Fields that are shown; how many more there are is said. */
const mostShown = 4;
const longestValue = 160;

/** What the descriptor says in the fields that match the patterns; nothing where values were not collected. */
export function evidenceList(
  evidence: readonly Evidence[] | undefined,
  patterns: readonly PointerPattern[],
): Markup | undefined {
  const found = evidenceFor(evidence ?? [], patterns);
  if (found.length === 0) return undefined;
  const rest = found.length - mostShown;
  return html`<dl class="evidence">${found
    .slice(0, mostShown)
    .map(
      ({ pointer, line, lastLine, value }) =>
        html`<div><dt><code>${shortened(fieldName(pointer), 80)}</code> <span class="line">${lineWords(line, lastLine)}</span></dt><dd>${userText(shortened(value, longestValue))}</dd></div>`,
    )}</dl>${rest > 0 ? html`<p class="note">and ${rest} more field${rest === 1 ? '' : 's'}</p>` : ''}`;
}

/**
 * The fields of the patterns of which a descriptor says nothing, so that what is not there is not overlooked; nothing
 * where values were not collected.
 */
export function absentFields(
  evidence: readonly Evidence[] | undefined,
  patterns: readonly PointerPattern[],
): Markup | undefined {
  if (evidence === undefined) return undefined;
  const absent = patterns.filter(
    (pattern) => pattern !== '' && !evidence.some(({ pointer }) => isWithin(pattern, pointer)),
  );
  if (absent.length === 0) return undefined;
  const names = absent.map(
    (pattern, index) => html`${index === 0 ? '' : ', '}<code>${shortened(fieldName(pattern), 80)}</code>`,
  );
  return html`<p class="note not-stated">not stated: ${names}</p>`;
}

/** The evidence at or below the patterns. A group says nothing beside its own fields. */
function evidenceFor(
  evidence: readonly Evidence[],
  patterns: readonly PointerPattern[],
): readonly Evidence[] {
  // A pattern for the whole descriptor would show every field.
  const places = patterns.filter((pattern) => pattern !== '');
  const found = evidence.filter(({ pointer }) => places.some((pattern) => isWithin(pattern, pointer)));
  return found.filter(({ pointer }) => !found.some((other) => other.pointer.startsWith(`${pointer}/`)));
}

function isWithin(pattern: PointerPattern, pointer: JsonPointer): boolean {
  return overlaps(pattern, pointer) && parsePointer(pointer).length >= parsePointer(pattern).length;
}
