import type { DescriptorResult } from '../conformance/check-descriptor.ts';
import type { Finding } from '../descriptor/finding.ts';
import type { DescriptorReport, Report } from './report.ts';
import type { Scope, ScopeFacts } from './scope.ts';

/** Which of the results are reported. All are judged, so that what concerns several comes out as it is. */
export interface Restriction {
  readonly scope: ScopeFacts;
  hasChanged(descriptor: Pick<DescriptorResult, 'path' | 'document'>): boolean;
  /** Whether one that has not changed fails a rule over the whole catalogue because of what has. */
  isConcerned(descriptor: Pick<DescriptorResult, 'path' | 'document'>): boolean;
}

interface Reported extends Pick<Report, 'descriptors' | 'findings'> {
  readonly scope?: Scope;
}

/** What is left of a report under a restriction; what is said of files of waivers, where it concerns what is left. */
export function restricted(
  descriptors: readonly DescriptorReport[],
  findings: readonly Finding[],
  restriction: Restriction | undefined,
): Reported {
  if (restriction === undefined) return { descriptors, findings };
  const { scope, hasChanged } = restriction;
  const left = descriptors.filter((descriptor) => isReported(descriptor, restriction));
  const waivers = new Set(left.flatMap((descriptor) => descriptor.waivers?.map(placeOf) ?? []));
  return {
    descriptors: left,
    findings:
      scope.widenedBy === undefined
        ? findings.filter((one) => one.rule === 'baseline' || waivers.has(placeOf(one)))
        : findings,
    scope: {
      ...scope,
      descriptors: left.length,
      of: descriptors.length,
      unchanged: left.filter((descriptor) => !hasChanged(descriptor)).length,
    },
  };
}

/** Whether a descriptor is among those that are reported. */
export function isReported(
  descriptor: Pick<DescriptorResult, 'path' | 'document'>,
  restriction: Restriction | undefined,
): boolean {
  return (
    restriction === undefined || restriction.hasChanged(descriptor) || restriction.isConcerned(descriptor)
  );
}

function placeOf({ location: { path, range } }: Pick<Finding, 'location'>): string {
  return `${range.start.offset} ${path}`;
}
