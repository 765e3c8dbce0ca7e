import type { Finding } from '../descriptor/finding.ts';

/** Whether a finding counts: no exception was agreed for it, and it is none that a baseline knows. */
export function doesCount(finding: Finding): boolean {
  return finding.waiver === undefined && baselineOf(finding) !== 'known';
}

/** What a baseline says of a finding, where one was compared with. */
export function baselineOf(
  finding: Finding & { readonly baseline?: 'new' | 'known' },
): 'new' | 'known' | undefined {
  return finding.baseline;
}
