/** The part of the process that commands use, so that tests can stand in for it. */
export interface Io {
  cwd(): string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
}

export interface OutputStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** Whether more was written than the reader has taken, so that it is better to wait for `drain`. */
  readonly writableNeedDrain?: boolean;
  /** Whether the reader has gone. */
  readonly destroyed?: boolean;
  on?(event: 'drain' | 'close', listener: () => void): unknown;
  off?(event: 'drain' | 'close', listener: () => void): unknown;
}

/** Writes piece by piece, each when those before have been taken: nobody has to hold a report of gigabytes in memory. */
export async function writePieces(stream: OutputStream, pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    if (stream.destroyed === true) return;
    stream.write(piece);
    if (stream.writableNeedDrain === true) await takenFrom(stream);
  }
}

/** Until what was written has been taken, or nobody is there any more to take it. */
async function takenFrom(stream: OutputStream): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      stream.off?.('drain', done);
      stream.off?.('close', done);
      resolve();
    };
    stream.on?.('drain', done);
    stream.on?.('close', done);
  });
}

/** The standard input as bytes, but not more than `most` of them; what follows stays unread. */
export async function readAtMost(stream: Io['stdin'], most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    chunks.push(bytes.subarray(0, most - length));
    length += bytes.length;
    if (length >= most) break;
  }
  return Buffer.concat(chunks);
}

/** Columns of the terminal that a stream is; 80 where there is none. */
export function widthOf(stream: OutputStream, env: Io['env']): number {
  if (stream.isTTY !== true) return 80;
  const wished = Number(env['COLUMNS']);
  const columns = Number.isInteger(wished) && wished > 0 ? wished : (stream.columns ?? 80);
  return Math.min(Math.max(columns, 40), 120);
}
