import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { errorCode } from './disk-trouble.ts';

/**
 * Writes a file as a whole or not at all: under a temporary name in the same folder first, then renamed, so that
 * whoever reads it sees the old text or the new one, and a failure leaves the old one. A link is followed to what it
 * stands for; what is no ordinary file, such as `/dev/null` or a pipe, is written to as it is.
 *
 * @throws Error of the system when it cannot be written
 */
export function writeWholeFile(file: string, pieces: Iterable<string>): void {
  const present = statSync(file, { throwIfNoEntry: false });
  if (isNoOrdinaryFile(file, present)) {
    writeAndClose(openSync(file, 'w'), pieces);
  } else if (present === undefined && isLink(file)) {
    writeWholeFile(resolve(dirname(file), readlinkSync(file)), pieces);
  } else {
    const target = present === undefined ? file : realpathSync.native(file);
    // A file that may not be written to must not be replaced either, though its folder would allow it.
    if (present !== undefined) closeSync(openSync(target, 'r+'));
    replace(target, pieces, present);
  }
}

/** `/dev/stdout` may stand for an ordinary file, but that is in use. */
function isNoOrdinaryFile(file: string, present: Stats | undefined): boolean {
  return (present !== undefined && !present.isFile()) || /^\/(?:dev|proc)\//.test(file);
}

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function replace(target: string, pieces: Iterable<string>, present: Stats | undefined): void {
  // Kept short, for the name of the target may be as long as names can be.
  const name = `.${basename(target).slice(0, 40)}.${randomBytes(6).toString('hex')}.tmp`;
  const temporary = join(dirname(target), name);
  const descriptor = openSync(temporary, 'wx');
  try {
    // The same people as before may read it.
    if (present !== undefined) chmodSync(temporary, present.mode & 0o7777);
    writeAndClose(descriptor, pieces);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writeAndClose(descriptor: number, pieces: Iterable<string>): void {
  try {
    for (const piece of pieces) writeAll(descriptor, Buffer.from(piece));
    syncWherePossible(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A pipe may take only a part at a time. */
function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
}

/** Devices and pipes have nothing to sync. */
function syncWherePossible(descriptor: number): void {
  try {
    fsyncSync(descriptor);
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'EROFS'].includes(errorCode(error) ?? '')) throw error;
  }
}
