import { compareText } from '../../descriptor/finding.ts';
import type { DescriptorReport } from '../../report/report.ts';

const longestName = 80;

/** What a file may not be called on every system, and what the folder holds already. */
const taken = /^(?:index|con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A file name without its ending for each descriptor: lower-case ASCII letters, digits and `-`, at most 80 of them, no
 * two alike. It depends on the descriptors, not on the order in which they are given.
 */
export function fileNames(descriptors: readonly DescriptorReport[]): Map<DescriptorReport, string> {
  const sorted = [...descriptors].sort(
    (left, right) =>
      compareText(left.id ?? '', right.id ?? '') ||
      compareText(left.path, right.path) ||
      left.document - right.document,
  );
  const used = new Set<string>();
  const numbers = new Map<string, number>();
  const names = new Map<DescriptorReport, string>();
  for (const descriptor of sorted) {
    const wanted = plainName(descriptor);
    let name = wanted;
    // Where the search for a free number ended for this name, it goes on for the next of that name.
    let number = numbers.get(wanted) ?? 1;
    while (used.has(name)) {
      number += 1;
      const ending = `-${number}`;
      name = wanted.slice(0, longestName - ending.length) + ending;
    }
    numbers.set(wanted, number);
    used.add(name);
    names.set(descriptor, name);
  }
  return names;
}

function plainName({ id, path }: DescriptorReport): string {
  const name = reduced(id ?? '') || reduced(path.replace(/\.[a-z]+$/i, '')) || 'descriptor';
  return taken.test(name) ? `${name}-statement` : name;
}

/** Marks of letters are dropped, so that `é` stays an `e`; whatever else is no letter or digit becomes one `-`. */
function reduced(text: string): string {
  return text
    .slice(0, longestName * 4)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestName)
    .replace(/^-|-$/g, '');
}
