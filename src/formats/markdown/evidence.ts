import type { Evidence } from '../../conformance/evidence.ts';
import { fieldName, type PointerPattern, parsePointer } from '../../descriptor/json-pointer.ts';
import { lineWords } from '../words.ts';
import { codeText } from './text.ts';

/** What a descriptor says at the places that match the patterns, in the order of the text. */
export function evidenceFor(patterns: readonly PointerPattern[], evidence: readonly Evidence[]): Evidence[] {
  return evidence.filter(({ pointer }) => patterns.some((pattern) => isMatch(pattern, pointer)));
}

function isMatch(pattern: PointerPattern, pointer: string): boolean {
  const wanted = parsePointer(pattern);
  const segments = parsePointer(pointer);
  return (
    wanted.length === segments.length &&
    wanted.every((segment, index) => segment === '*' || segment === segments[index])
  );
}

/** A few pieces of evidence on a line each: the field, its lines and its value; the others as a number. */
export function evidenceLines(evidence: readonly Evidence[], most: number): string[] {
  const lines = evidence
    .slice(0, most)
    .map((one) => [`Found in ${codeText(fieldName(one.pointer))}, ${linesOf(one)}`, codeText(one.value)])
    .map((parts) => parts.filter((part) => part !== '').join(': '));
  const more = evidence.length - lines.length;
  return more > 0 ? [...lines, `… and in ${more} more ${more === 1 ? 'field' : 'fields'}`] : lines;
}

/** The lines of a piece of evidence in words. */
export function linesOf({ line, lastLine }: Evidence): string {
  return lineWords(line, lastLine);
}
