import { contentDigest } from '../descriptor/fingerprint.ts';
import { isFormFinding } from '../descriptor/form-fault.ts';
import type { DescriptorReport } from '../report/report.ts';
import { type Annotation, annotationsOf, exceptionText, lastLineOf, plainPath } from './annotations.ts';
import { jsonLine } from './json-line.ts';
import { doesCount } from './judged-finding.ts';
import type { ReportFormat } from './report-format.ts';

/** The severities of a code quality report, from the gravest. */
type CodeQualitySeverity = 'blocker' | 'critical' | 'major' | 'minor' | 'info';

/** A code quality report, which GitLab compares with that of the branch that a change is made against. */
export const gitlab: ReportFormat = {
  fileExtension: 'json',
  *write(report) {
    const fingerprintOf = distinctFingerprints();
    let lead = '[\n';
    for (const annotation of annotationsOf(report)) {
      yield lead + jsonLine(entryOf(annotation, fingerprintOf(annotation)));
      lead = ',\n';
    }
    yield lead === '[\n' ? '[]\n' : '\n]\n';
  },
};

function entryOf(annotation: Annotation, fingerprint: string): object {
  const { message, help, path, finding, code } = annotation;
  const exception = finding === undefined ? undefined : exceptionText(finding);
  const range = finding?.location.range;
  return {
    description: [message, help, exception].filter((text) => text !== undefined).join(' '),
    check_name: code,
    fingerprint,
    severity: severityOf(annotation),
    // A line is asked for even where none is concerned.
    location: {
      path,
      lines: range === undefined ? { begin: 1 } : { begin: range.start.line, end: lastLineOf(range) },
    },
  };
}

/**
 * Blocker is left to what makes the run no proof of anything, and critical to what keeps a file from being judged at
 * all, or the gate shut without a finding: behind both more may hide. What is mandatory is major, what is recommended
 * minor. What was agreed, or a baseline knows, is information: left out, it would look as if it had been put right.
 */
function severityOf({ severity, code, finding }: Annotation): CodeQualitySeverity {
  if (finding === undefined) return code === 'verdict' ? 'critical' : 'blocker';
  if (!doesCount(finding)) return 'info';
  if (severity === 'error') return isFormFinding(finding) && code !== 'schema' ? 'critical' : 'major';
  return severity === 'warning' ? 'minor' : 'info';
}

/**
 * Fingerprints of which no two of a report are the same, for GitLab silently makes one finding of those. A finding has
 * one that only its descriptor's other findings differ from, so the file and the document go in. The ordinal is for
 * what even then is the same; descriptors come sorted by path, so no more than one file's need be remembered.
 */
function distinctFingerprints(): (annotation: Annotation) => string {
  let file: string | undefined;
  let seen = new Map<string, number>();
  return (annotation) => {
    const of = fileOf(annotation.descriptor);
    if (of !== file) {
      file = of;
      seen = new Map();
    }
    const key = contentDigest([of ?? null, ...identityOf(annotation)]);
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return ordinal === 0 ? key : contentDigest([key, ordinal]);
  };
}

function fileOf(descriptor: DescriptorReport | undefined): string | undefined {
  return descriptor === undefined ? undefined : plainPath(descriptor.path);
}

function identityOf({ code, path, message, finding, descriptor }: Annotation): (string | number)[] {
  if (finding !== undefined) return [descriptor?.document ?? -1, path, code, finding.fingerprint];
  // What a verdict's message counts changes with every answer; an incident has nothing but its words.
  return descriptor === undefined ? [path, code, message] : [descriptor.document, path, code];
}
