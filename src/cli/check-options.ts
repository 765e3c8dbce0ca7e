import { type Command, Option } from 'commander';
import { reportFormats } from '../formats/index.ts';
import { collect, parseCount, parseDay, parseFailOn, parsePercent } from './option-values.ts';

/** Gives `microcred check` its options; what they come to is CheckOptions of check-command.ts. */
export function addCheckOptions(command: Command): void {
  command
    .option(
      '-f, --format <format[=file]>',
      `how to report: ${reportFormats.map(({ name }) => name).join(', ')}, or auto; to a file if one is named, html also to a folder (html=pages/); repeatable`,
      collect,
    )
    .option('--framework <id>', 'framework to judge by (default: scotland); repeatable', collect)
    .option(
      '--rules <folder>',
      "folder with an institution's own rules and word lists (data only); repeatable",
      collect,
    )
    .option('--clauses <file>', 'file that lays clause numbers and wording over the framework')
    .option('--date <day>', 'the day to judge for, as YYYY-MM-DD (default: today)', parseDay)
    .option(
      '--fail-on <level>',
      'what makes the run fail: must (mandatory requirements that are not met or cannot be told), should (unmet recommendations too), review (unanswered questions too) or never (default: must)',
      parseFailOn,
    )
    .option('--max-warnings <number>', 'fail when there are more warnings', parseCount)
    .option(
      '--min-score <percent>',
      'fail when a descriptor has a lower score (see: explain score)',
      parsePercent,
    )
    .option('--require-review', 'fail while a question to a person is not answered')
    .option('--waivers <file>', 'file of exceptions that were agreed (see: schema waivers)')
    .addOption(
      new Option(
        '--since <git ref>',
        'report only what has changed since the present state and a branch, tag or commit went apart (see: explain changed)',
      ).conflicts(['changed', 'staged']),
    )
    .addOption(
      new Option('--changed', 'report only what has changed since the last commit').conflicts('staged'),
    )
    .option('--staged', 'report only what is staged for the next commit, as it is staged')
    .option('--baseline <file>', 'mark what the baseline knows (see: explain baseline)')
    .option('--new-only', 'let only what the baseline does not know make the run fail')
    .addOption(
      new Option('--write-baseline <file>', 'write what is found into a baseline, and do not fail').conflicts(
        ['since', 'changed', 'staged'],
      ),
    )
    .addOption(
      new Option('--prune-baseline', 'take out of the baseline what has been put right').conflicts([
        'since',
        'changed',
        'staged',
      ]),
    )
    .option('--allow-empty', 'do not fail when there is nothing to check')
    .option('--stdin-filename <name>', 'the name that the report gives to the standard input')
    .addOption(new Option('-q, --quiet', 'report mandatory trouble only').conflicts('verbose'))
    .option('-v, --verbose', 'report every requirement with its outcome');
}
