import { filesBeside } from './files-beside.ts';
import { readBytes } from './read-bytes.ts';

/** Where a run reads its files: from the disk, if it is not told otherwise. Files are absolute paths. */
export interface FileContents {
  /** Whether a file of a plain name lies in the same folder. */
  isBeside(file: string, name: string): boolean;
  /**
   * The bytes of a file, or undefined when there are more than a limit.
   *
   * @throws Error of the system when it cannot be read
   */
  read(file: string, most: number): Uint8Array | undefined;
}

/** The disk, for one run: what lies beside thousands of files is asked only once for each folder. */
export function diskContents(): FileContents {
  return { isBeside: filesBeside(), read: readBytes };
}
