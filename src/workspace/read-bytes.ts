import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/**
 * The bytes of a file, or undefined when there are more than a limit: such a file is not read at all.
 *
 * @throws Error of the system when it cannot be read
 */
export function readBytes(file: string, limit: number): Uint8Array | undefined {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    if (size > limit) return undefined;
    const bytes = Buffer.allocUnsafe(size);
    let length = 0;
    while (length < size) {
      const count = readSync(descriptor, bytes, length, size - length, null);
      // The file has become shorter since.
      if (count === 0) break;
      length += count;
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}
