import { plainStyle } from '../formats/plain-style.ts';
import type { Style } from '../formats/report-format.ts';

export { plainStyle };

/** What decides about colour: an explicit flag, the environment, and the stream that is written to. */
export interface ColourWishes {
  /** `--color` or `--no-color`; undefined when neither was given. */
  readonly flag: boolean | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
}

/**
 * Whether to use colour: the flag first, then `FORCE_COLOR`, then `NO_COLOR` and `TERM=dumb`, then whether the stream
 * is a terminal. (chalk itself does not know `NO_COLOR`.)
 */
export function usesColour({ flag, env, isTerminal }: ColourWishes): boolean {
  if (flag !== undefined) return flag;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  if (env['TERM'] === 'dumb') return false;
  return isTerminal;
}

/** The style of a text report; what colours is loaded only where there is colour. */
export async function makeStyle(hasColour: boolean): Promise<Style> {
  if (!hasColour) return plainStyle;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    strong: chalk.bold,
    faint: chalk.dim,
    error: chalk.red,
    warning: chalk.yellow,
    info: chalk.cyan,
    good: chalk.green,
  };
}
