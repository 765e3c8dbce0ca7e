import { compareText } from '../descriptor/finding.ts';

/** A way to a place on the disk: `path` is the way, `real` is where it leads; both absolute. */
export interface Way {
  readonly path: string;
  readonly real: string;
  /** Whether the way goes through a symbolic link. */
  readonly isLinked: boolean;
  /** Whether the way was named outright, rather than found by walking. */
  readonly isNamed: boolean;
}

/** Of several ways to a place, the better one comes first: named outright, without links, first by code units. */
export function byWay(left: Way, right: Way): number {
  return (
    Number(right.isNamed) - Number(left.isNamed) ||
    Number(left.isLinked) - Number(right.isLinked) ||
    compareText(left.path, right.path)
  );
}
