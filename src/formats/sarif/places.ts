import type { Artifact, ArtifactLocation, Region, Location as SarifLocation } from 'sarif';
import type { Finding, Location, Range } from '../../descriptor/finding.ts';
import type { Report } from '../../report/report.ts';

/** The name that stands for the folder in which the run was started. */
export const sourceRoot = '%SRCROOT%';

/** The files of a report, and at which index of the list each path stands. */
export interface Files {
  readonly artifacts: readonly Artifact[];
  readonly indexes: ReadonlyMap<string, number>;
}

/** Every file that the report rests on, once, with its SHA-256 where it could be read. */
export function filesOf({ descriptors, waiverFiles }: Report): Files {
  const artifacts: Artifact[] = [];
  const indexes = new Map<string, number>();
  const add = (path: string, sha256: string | undefined, role: Artifact.roles): void => {
    if (indexes.has(path)) return;
    indexes.set(path, artifacts.length);
    artifacts.push({
      location: fileLocation(path),
      roles: [role],
      ...(sha256 === undefined ? {} : { hashes: { 'sha-256': sha256 } }),
    });
  };
  for (const { path, sha256 } of descriptors) add(path, sha256, 'analysisTarget');
  for (const { review } of descriptors) {
    if (review !== undefined) add(review.path, review.sha256, 'userSpecifiedConfiguration');
  }
  for (const { path, sha256 } of waiverFiles) add(path, sha256, 'userSpecifiedConfiguration');
  return { artifacts, indexes };
}

/**
 * A path as a URI: relative to the source root where the report has it so, and else as a file's. Every name in it is
 * percent-encoded, so that none can end the path or turn it into an address.
 */
export function fileLocation(path: string, index?: number): ArtifactLocation {
  const segments = path.split('/').map((name) => encodeURIComponent(name.replace(/\p{Cs}/gu, '\ufffd')));
  const uri = segments.join('/');
  const known = index === undefined ? {} : { index };
  if (path.startsWith('/')) return { uri: `file://${uri.replace(/^\/+/, '/')}`, ...known };
  if (/^[a-z]:\//i.test(path)) return { uri: `file:///${uri.replace('%3A', ':')}`, ...known };
  return { uri, uriBaseId: sourceRoot, ...known };
}

/** The place of a finding, with the line on which it stands where that is known as a whole. */
export function findingPlace(finding: Finding, files: Files): SarifLocation {
  const place = placeOf(finding.location, files);
  const context = contextOf(finding);
  return context === undefined
    ? place
    : { ...place, physicalLocation: { ...place.physicalLocation, contextRegion: context } };
}

/** A place in a file, and in the descriptor's data. */
export function placeOf({ path, pointer, range }: Location, files: Files): SarifLocation {
  return {
    physicalLocation: {
      artifactLocation: fileLocation(path, files.indexes.get(path)),
      region: regionOf(range),
    },
    ...(pointer === '' ? {} : { logicalLocations: [{ fullyQualifiedName: pointer, kind: 'member' }] }),
  };
}

/** A line of a file, or the file as a whole where no line is given. */
export function linePlace(path: string, files: Files, line?: number): SarifLocation {
  return {
    physicalLocation: {
      artifactLocation: fileLocation(path, files.indexes.get(path)),
      ...(line === undefined ? {} : { region: { startLine: line } }),
    },
  };
}

/** Lines and columns are 1-based, columns count UTF-16 units, and the end is the one after the last. */
function regionOf({ start, end }: Range): Region {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/** As long as an excerpt is, its line may go on. */
const cutExcerpt = 400;

/** The line around a finding; none where the finding is the whole line, or goes over several. */
function contextOf({ excerpt, location: { range } }: Finding): Region | undefined {
  const { start, end } = range;
  const endColumn = excerpt.length + 1;
  const isWithin = start.line === end.line && end.column <= endColumn;
  const isWhole = start.column === 1 && end.column === endColumn;
  const isLine = excerpt.trim() !== '' && excerpt.length < cutExcerpt;
  if (!isWithin || isWhole || !isLine) return undefined;
  return {
    startLine: start.line,
    startColumn: 1,
    endLine: start.line,
    endColumn,
    snippet: { text: excerpt },
  };
}
