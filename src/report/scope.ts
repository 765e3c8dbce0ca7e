/** To which descriptors a report is restricted: those that have changed, as git tells. */
export interface Scope {
  /** Since a branch, tag or commit; since the last commit; or by what is staged for the next one. */
  readonly kind: 'since' | 'changed' | 'staged';
  /** The branch, tag or commit as it was named; for `since` only. */
  readonly since?: string;
  /** The full hash of the commit that was compared with; absent where nothing has been committed yet. */
  readonly base?: string;
  /** How many descriptors are reported, and how many there are. */
  readonly descriptors: number;
  readonly of: number;
  /** Of those reported, how many have not changed but fail a rule over the whole catalogue because of what has. */
  readonly unchanged: number;
  /** Files that all judgements rest on and that have changed, so that every descriptor is reported; sorted, absent without any. */
  readonly widenedBy?: readonly string[];
}

/** What has changed, before anything is counted. */
export type ScopeFacts = Omit<Scope, 'descriptors' | 'of' | 'unchanged'>;
