import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

// Node 20 reads the certificates named here at every start, which would make every ratio to `node -e 0` look too good.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

/** Milliseconds that a command takes; throws when it ends otherwise than expected. */
export function timeOf([command, ...args], expectedStatus = 0) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(command, args, {
    env,
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== expectedStatus)
    throw new Error(`${command} ${args.slice(0, 4).join(' ')} … ended with ${status}: ${stderr}`);
  return milliseconds;
}

export function medianOf(numbers) {
  const sorted = numbers.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Times the commands in turn (A B A B …) after a warm-up; gives the median of each in milliseconds. */
export function inTurn(commands, rounds) {
  for (const command of commands) timeOf(command);
  const times = commands.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, command] of commands.entries()) times[index].push(timeOf(command));
  }
  return times.map(medianOf);
}

/** One line: what it took, and how many times as long as the base. */
export function print(name, milliseconds, base, baseName) {
  console.log(
    `${name.padEnd(46)} ${milliseconds.toFixed(0).padStart(6)} ms  ${(milliseconds / base).toFixed(2).padStart(6)} x ${baseName}`,
  );
}
