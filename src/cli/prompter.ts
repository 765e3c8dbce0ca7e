import * as clack from '@clack/prompts';
import type { Io } from './io.ts';

/** Asks a person at a terminal. What is shown has to be fit for a terminal already. */
export interface Prompter {
  /** Begins: one line. */
  begin(title: string): void;
  /** Shows a heading with lines below it. */
  show(heading: string, lines: readonly string[]): void;
  /** Has one of several chosen; undefined when the person breaks off (Ctrl-C). */
  choose<T extends string>(
    message: string,
    choices: readonly Choice<T>[],
    initial?: T,
  ): Promise<T | undefined>;
  /** Has a line written; undefined when the person breaks off. */
  write(message: string, options: WriteLineOptions): Promise<string | undefined>;
  /** Ends: one line. */
  end(message: string): void;
}

/** One of several things to choose from. */
export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Shown while it is the one that would be chosen. */
  readonly hint?: string;
}

export interface WriteLineOptions {
  /** What stands there to begin with, to be changed. */
  readonly initial?: string;
  /** Shown while nothing is written. */
  readonly placeholder?: string;
  /** What is wrong with a line, or undefined when it will do. */
  readonly fault: (line: string) => string | undefined;
}

/** A prompter on the terminal that stdin and stdout are. */
export function openPrompter({ stdin, stdout }: Io, hasColour: boolean): Prompter {
  const output = hasColour ? stdout : withoutColour(stdout);
  // At a terminal they are the streams of the process.
  const common = { input: stdin, output } as unknown as Pick<clack.CommonOptions, 'input' | 'output'>;
  return {
    begin: (title) => clack.intro(title, common),
    show: (heading, lines) => clack.log.step([heading, ...lines].join('\n'), common),
    async choose(message, choices, initial) {
      const options = choices.map(({ value, label, hint }) => ({ value, label, ...(hint && { hint }) }));
      const chosen = await clack.select({
        ...common,
        message,
        options: options as never,
        ...(initial === undefined ? {} : { initialValue: initial as string }),
        showInstructions: false,
      });
      return clack.isCancel(chosen) ? undefined : (chosen as never);
    },
    async write(message, { initial, placeholder, fault }) {
      const written = await clack.text({
        ...common,
        message,
        ...(initial === undefined ? {} : { initialValue: initial }),
        ...(placeholder === undefined ? {} : { placeholder }),
        validate: (line = '') => fault(line),
      });
      return clack.isCancel(written) ? undefined : written;
    },
    end: (message) => clack.outro(message, common),
  };
}

/** The same stream, but codes for colour do not reach it; those that show or move the cursor do. */
function withoutColour(stream: Io['stdout']): Io['stdout'] {
  return new Proxy(stream, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (name === 'write') return (text: string) => target.write(uncoloured(String(text)));
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

const styleCode = new RegExp(`${String.fromCharCode(27)}\\[([\\d;]+)m`, 'g');

/** Colours of letters and of what is behind them; the others are bold, faint, inverse and the like. */
function isColour(code: string): boolean {
  const number = Number(code);
  return (number >= 30 && number <= 49) || (number >= 90 && number <= 107);
}

function uncoloured(text: string): string {
  return text.replace(styleCode, (_, codes: string) => {
    const kept = codes.split(';').filter((code) => !isColour(code));
    return kept.length === 0 ? '' : `${String.fromCharCode(27)}[${kept.join(';')}m`;
  });
}
