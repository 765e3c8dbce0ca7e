import { Command, CommanderError } from 'commander';
import { unknownName } from '../descriptor/unknown-name.ts';
import { toolVersion } from '../workspace/tool-version.ts';
import { addCheckOptions } from './check-options.ts';
import { exitCodes } from './exit-code.ts';
import { type Io, widthOf } from './io.ts';
import { collect, parseDay } from './option-values.ts';
import { reportBug, reportProblems } from './problems.ts';
import { usesColour } from './style.ts';
import { usageProblem } from './usage-problem.ts';

/** The program: reads the arguments, runs the command and returns the exit code. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  if (argv.length === 0) {
    io.stderr.write(conciseHelp);
    return exitCodes.couldNotJudge;
  }
  let exitCode: number = exitCodes.withinGate;
  const program = programFor(io, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportBug(error, io);
    if (error.exitCode === 0) return exitCodes.withinGate;
    const command = program.commands.map((one) => one.name()).find((name) => name === argv[0]);
    return reportProblems([usageProblem(error.code, error.message, command ?? 'check')], io);
  }
}

const conciseHelp = `microcred checks micro-credential descriptors against good practice, principle by principle.

  microcred check course.yaml        check one descriptor
  microcred check courses/           check every descriptor in a folder
  microcred review course.yaml       answer what no machine can decide
  microcred explain <rule>           say what a rule asks, and why
  microcred --help                   all commands and options
`;

/** Takes the exit code of the command that was run. */
type Finish = (exitCode: number) => void;

/**
 * The commands with their options, ready to parse a command line. Each is loaded when it is called, so that none pays
 * for another. Complaints about the command line are thrown as CommanderError, and nothing is printed of them.
 */
function programFor(io: Io, finish: Finish): Command {
  const program = new Command('microcred')
    .description('Checks micro-credential descriptors (YAML) against good practice, principle by principle.')
    .version(toolVersion, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => {},
      getOutHelpWidth: () => widthOf(io.stdout, io.env),
      getErrHelpWidth: () => widthOf(io.stderr, io.env),
      getOutHasColors: () =>
        usesColour({ flag: undefined, env: io.env, isTerminal: io.stdout.isTTY === true }),
    })
    .addHelpText('after', helpFooter);
  addCheck(program, io, finish);
  addReview(program, io, finish);
  addExplain(program, io, finish);
  addLists(program, io, finish);
  addSchema(program, io, finish);
  addHelp(program, io, finish);
  return program;
}

const helpFooter = `
Exit codes:
  0  judged, and within the gate (see --fail-on)
  1  judged, and outside the gate
  2  could not judge: wrong usage, a faulty rule or framework, nothing to check
  3  the run is incomplete: a file could not be read, or microcred went wrong`;

function addCheck(program: Command, io: Io, finish: Finish): void {
  const command = program
    .command('check', { isDefault: true })
    .summary('check descriptors and report (a bare `microcred <paths>` does the same)')
    .description('Checks descriptors and reports, principle by principle, how far each conforms.')
    .argument('<paths...>', 'files, folders and globs; - reads the standard input');
  addCheckOptions(command);
  addColour(command);
  command
    .addHelpText(
      'after',
      `\nExamples:\n  microcred check course.yaml\n  microcred check courses/ --fail-on should\n  microcred check 'courses/**/*.yaml' -f text -f json=report.json`,
    )
    .action(async (paths: string[], options) => {
      const isBare = program.args[0] !== 'check';
      const { check } = await import('./check-command.ts');
      const commands = isBare ? program.commands.map((one) => one.name()) : [];
      finish(await check(paths, options, io, commands));
    });
}

function addReview(program: Command, io: Io, finish: Finish): void {
  const command = program
    .command('review')
    .summary('answer the questions about a descriptor that no machine can decide')
    .description(
      'Walks a person through the questions about a descriptor that no machine can decide, and writes the answers beside it: `course.yaml` gets `course.review.yaml`.',
    )
    .argument('<descriptor>', 'file of the descriptor')
    .option('--framework <id>', 'framework that puts the questions (default: scotland); repeatable', collect)
    .option('--rules <folder>', "folder with an institution's own frameworks; repeatable", collect)
    .option('--clauses <file>', 'file that lays clause numbers and wording over the framework')
    .option('--date <day>', 'the day of the answers, as YYYY-MM-DD (default: today)', parseDay)
    .option('--reviewer <name>', 'who answers (default: the reviewer whom the review names)')
    .option('--role <text>', 'in what role the reviewer answers')
    .option(
      '--answer <requirement=outcome:remark>',
      'answer without being asked; outcomes: met, partly, not-met, not-applicable; repeatable',
      collect,
    )
    .option('--export', 'write the open questions with what bears on them, to be answered by hand')
    .option('--output <file>', 'the review file (default: beside the descriptor)')
    .option('--document <number or id>', 'which descriptor, where the file holds several')
    .option('--all', 'ask again what is answered already');
  command
    .addHelpText(
      'after',
      `\nExamples:\n  microcred review course.yaml\n  microcred review course.yaml --export\n  microcred review course.yaml --reviewer 'Morag Example' --answer 'level-fits-the-outcomes=partly:Outcome 3 is too easy.'`,
    )
    .action(async (path: string, options) => {
      const { review } = await import('./review-command.ts');
      finish(await review(path, options, io));
    });
}

function addExplain(program: Command, io: Io, finish: Finish): void {
  const command = program
    .command('explain')
    .summary('say what a rule, a requirement or a principle asks, and why')
    .description('Prints a rule, a requirement or a principle with its reasons, sources and examples.')
    .argument(
      '<name>',
      'id of a rule, a requirement, a principle or a framework; or: verdict, score, review, waiver, baseline, changed, file, yaml, schema',
    )
    .option('--rules <folder>', "folder with an institution's own rules; repeatable", collect)
    .action(async (name: string, options) => {
      const { explain } = await import('./explain-command.ts');
      finish(await explain(name, options, io));
    });
  addColour(command);
}

function addLists(program: Command, io: Io, finish: Finish): void {
  program
    .command('rules')
    .summary('list the rules')
    .description('Lists the rules, all or those that match.')
    .argument('[words...]', 'only rules whose id, title or principle has all these words')
    .option('--framework <id>', 'only rules of this framework')
    .option('--rules <folder>', "folder with an institution's own rules; repeatable", collect)
    .option('--json', 'as JSON')
    .action(async (words: string[], options) => {
      const { listRules } = await import('./rules-command.ts');
      finish(await listRules(words, options, io));
    });
  program
    .command('frameworks')
    .summary('list the frameworks')
    .description('Lists the frameworks with their principles.')
    .option('--rules <folder>', "folder with an institution's own frameworks; repeatable", collect)
    .option('--json', 'as JSON')
    .action(async (options) => {
      const { listFrameworks } = await import('./frameworks-command.ts');
      finish(await listFrameworks(options, io));
    });
}

function addSchema(program: Command, io: Io, finish: Finish): void {
  program
    .command('schema')
    .summary('print a JSON Schema')
    .description('Prints a JSON Schema, for editors and other tools.')
    .argument(
      '<name>',
      'descriptor, report, result-line, review, waivers, baseline, rule, framework, vocabulary, sources or clauses',
    )
    .action(async (name: string) => {
      const { printSchema } = await import('./schema-command.ts');
      finish(await printSchema(name, io));
    });
}

/** Not commander's own, which shows all help for a command that does not exist. */
function addHelp(program: Command, io: Io, finish: Finish): void {
  program
    .command('help')
    .summary('print help for a command')
    .description('Prints help for a command, or for all of them.')
    .argument('[command]')
    .action((name: string | undefined) => {
      const command = name === undefined ? program : program.commands.find((one) => one.name() === name);
      const names = program.commands.map((one) => one.name());
      if (command !== undefined) command.outputHelp();
      else finish(reportProblems([unknownName('command', name ?? '', names)], io));
    });
}

function addColour(command: Command): void {
  command.option('--color', 'use colour').option('--no-color', 'use no colour');
}
