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
