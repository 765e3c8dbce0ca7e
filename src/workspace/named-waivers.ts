import type { Catalogue } from '../conformance/rule-set.ts';
import type { Finding } from '../descriptor/finding.ts';
import type { NamedFile } from '../report/report.ts';
import type { Waiver } from '../report/waiver.ts';
import type { CheckRequest } from './check-files.ts';
import type { Problem } from './problem.ts';

interface Named {
  readonly path: string;
  readonly id: string | undefined;
}

/** The waivers of the file that a request names, ready to be asked for those of each descriptor. */
export interface NamedWaivers {
  readonly files: readonly NamedFile[];
  /** What is wrong with single waivers. */
  readonly findings: readonly Finding[];
  /** What keeps the file from being read at all. */
  readonly problems: readonly Problem[];
  waiversFor(descriptor: Named): readonly Waiver[];
  /** The waivers that are for descriptors which are not there, when these are all that there are. */
  unknownDescriptors(descriptors: readonly Named[]): readonly Finding[];
}

const none: NamedWaivers = {
  files: [],
  findings: [],
  problems: [],
  waiversFor: () => [],
  unknownDescriptors: () => [],
};

/** Reads the waivers of the file that the request names; nothing, and nothing loaded, without one. */
export async function namedWaivers(
  { waiversFile, cwd }: CheckRequest,
  { rules }: Catalogue,
): Promise<NamedWaivers> {
  if (waiversFile === undefined) return none;
  const { readWaiversFile, unknownDescriptors, waiversFor } = await import('./read-waivers.ts');
  const { default: builtIn } = await import('#catalogue');
  const { file, waivers, findings, problems } = readWaiversFile(
    waiversFile,
    cwd,
    rules.map(({ id }) => id),
    builtIn,
  );
  return {
    files: [file],
    findings,
    problems,
    waiversFor: (descriptor) => waiversFor(waivers, descriptor),
    unknownDescriptors: (descriptors) => unknownDescriptors(waivers, descriptors),
  };
}
