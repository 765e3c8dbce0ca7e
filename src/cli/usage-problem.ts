import type { Problem } from '../workspace/problem.ts';

/** What to make of a complaint of commander's: it says what is the case, and where the help is when it has none itself. */
interface Reading {
  /** Finds the parts of commander's sentence. */
  readonly pattern: RegExp;
  readonly message: (...parts: string[]) => string;
  readonly help?: (...parts: string[]) => string;
}

const readings: Readonly<Record<string, Reading>> = {
  'commander.unknownOption': {
    pattern: /^error: unknown option '(.*?)'(?:\n\(Did you mean (?:one of )?([^\n]*)\?\))?$/s,
    message: (option) => `There is no option \`${option}\`.`,
    help: (_, options) => didYouMean(options),
  },
  'commander.missingArgument': {
    pattern: /^error: missing required argument '(.*)'$/s,
    message: (argument) => `The argument <${argument}> is missing.`,
  },
  'commander.optionMissingArgument': {
    pattern: /^error: option '(.*)' argument missing$/s,
    message: (option) => `The option \`${option}\` lacks its value.`,
  },
  'commander.invalidArgument': {
    pattern: /^error: option '([^']*)' argument '(.*)' is invalid\. ([^']*)$/s,
    message: (option, value) => `The option \`${option}\` cannot be \`${value}\`.`,
    help: (_, __, help) => help,
  },
  'commander.excessArguments': {
    pattern: /^error: too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)\.$/s,
    message: (command, most, given) =>
      `\`microcred ${command}\` takes ${most === '0' ? 'no arguments' : 'one argument'}, but ${given} ${given === '1' ? 'was' : 'were'} given.`,
  },
  'commander.conflictingOption': {
    pattern: /^error: option '(.*)' cannot be used with option '(.*)'$/s,
    message: (one, other) => `The options \`${one}\` and \`${other}\` exclude each other.`,
  },
};

/**
 * A complaint of commander's about the command line, in our words.
 *
 * @param command the command that was called, whose help is recommended
 */
export function usageProblem(code: string, complaint: string, command: string): Problem {
  const seeHelp = `Run \`microcred ${command} --help\` to see what there is.`;
  const reading = readings[code];
  const [, ...parts] = reading?.pattern.exec(complaint) ?? [];
  if (reading === undefined || parts.length === 0) {
    return { message: `${complaint.replace(/^error: /, '').replace(/\.?$/, '.')}`, help: seeHelp };
  }
  const given = parts.map((part = '') => part);
  return { message: reading.message(...given), help: reading.help?.(...given) || seeHelp };
}

function didYouMean(names = ''): string {
  const quoted = names.split(', ').map((name) => `\`${name}\``);
  return names === '' ? '' : `Did you mean ${quoted.join(' or ')}?`;
}
