import { realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { closestName } from '../descriptor/unknown-name.ts';
import { isThere } from './disk-trouble.ts';
import { askGit, runGit, unusable } from './git-command.ts';
import { GitTrouble } from './git-trouble.ts';

/** The repository that the current folder lies in. */
export interface Repository {
  /** Its top folder: absolute, without links. */
  readonly top: string;
  /** The same folder as it is seen from the current one, which may have been reached by a link. */
  readonly seenTop: string;
  /** The commit that is checked out, by its full hash; undefined before the first one. */
  readonly head: string | undefined;
}

/**
 * Finds the repository of a folder.
 *
 * @throws GitTrouble when there is none, or git refuses to read it
 */
export function openRepository(cwd: string): Repository {
  const answer = runGit(cwd, ['rev-parse', '--show-toplevel']);
  const printed = answer?.bytes.toString('utf8').replace(/\n$/, '') ?? '';
  if (answer?.status !== 0 || printed === '') {
    throw new GitTrouble(
      liesInRepository(cwd) && answer?.complaint ? unusable(answer.complaint) : noRepository,
    );
  }
  const top = realpathSync.native(resolve(printed));
  return { top, seenTop: seenFrom(cwd, top), head: hashOf(top, 'HEAD') };
}

const noRepository = {
  message: 'The current folder is in no working tree of git, so nobody can tell what has changed.',
  help: 'Run microcred in the repository, or leave the option out to check everything.',
};

function liesInRepository(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (isThere(join(at, '.git'))) return true;
    if (at === dirname(at)) return false;
  }
}

function seenFrom(cwd: string, top: string): string {
  const rest = realpathSync.native(cwd).slice(top.length);
  if (rest === '' || rest === sep) return cwd;
  return cwd.endsWith(rest) ? cwd.slice(0, -rest.length) || sep : top;
}

/** The full hash of the commit of a name; undefined when there is none. */
function hashOf(top: string, name: string): string | undefined {
  const answer = runGit(top, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]);
  const hash = answer?.bytes.toString('utf8').trim() ?? '';
  return answer?.status === 0 && /^[0-9a-f]{40,64}$/.test(hash) ? hash : undefined;
}

/**
 * The commit where the present state and a branch, tag or commit went apart.
 *
 * @throws GitTrouble when there is no such branch, tag or commit, or no such commit
 */
export function commitSince({ top, head }: Repository, ref: string): string {
  // What begins with a dash is an option to git, and no branch or tag can be called so.
  const commit = ref === '' || ref.startsWith('-') || ref.includes('\0') ? undefined : hashOf(top, ref);
  if (commit === undefined) throw unknownRef(top, ref);
  const answer = head === undefined ? undefined : runGit(top, ['merge-base', commit, head]);
  const base = answer?.bytes.toString('utf8').trim();
  if (answer?.status === 0 && base) return base;
  const message = `There is no commit from which both \`${ref}\` and the present state come`;
  throw new GitTrouble(
    isShallow(top)
      ? { message: `${message} in this shallow clone.`, help: moreHistory }
      : { message: `${message}.`, help: 'Name a branch, tag or commit that the present one comes from.' },
  );
}

const moreHistory =
  'Fetch more of the history: `git fetch --unshallow`, or `fetch-depth: 0` in the step that checks out.';

function isShallow(top: string): boolean {
  return runGit(top, ['rev-parse', '--is-shallow-repository'])?.bytes.toString('utf8').trim() === 'true';
}

function unknownRef(top: string, ref: string): GitTrouble {
  const message = `git knows no branch, tag or commit \`${ref}\`.`;
  const listed = ['for-each-ref', '--format=%(refname:short)', 'refs/heads', 'refs/remotes', 'refs/tags'];
  const names = askGit(top, listed).toString('utf8').split('\n').filter(Boolean);
  const meant = names.find((name) => ref !== '' && name.endsWith(`/${ref}`)) ?? closestName(ref, names);
  if (meant !== undefined) return new GitTrouble({ message, help: `Did you mean \`${meant}\`?` });
  const help = isShallow(top)
    ? moreHistory
    : 'Name a branch, a tag or a commit; what only the server has must be fetched first.';
  return new GitTrouble({ message, help });
}

/** What to compare with where nothing has been committed yet: a tree without files. */
export function emptyTree({ top }: Repository): string {
  return askGit(top, ['hash-object', '-t', 'tree', '--stdin']).toString('utf8').trim();
}
