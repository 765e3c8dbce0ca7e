/** Something about the request that keeps it from being carried out: what is the case, and what to do about it. */
export interface Problem {
  readonly message: string;
  readonly help?: string;
  /** Where, when it stands in a file: line and column are 1-based. */
  readonly place?: { readonly path: string; readonly line: number; readonly column: number };
}
