import type { Severity } from '../descriptor/finding.ts';
import type { Report } from '../report/report.ts';
import { type Annotation, annotationsOf, lastLineOf } from './annotations.ts';
import { doesCount } from './judged-finding.ts';
import type { ReportFormat } from './report-format.ts';
import { staleCount } from './stale-answers.ts';
import { counted } from './summary-text.ts';
import { visibleText } from './visible-text.ts';
import { shortened } from './words.ts';

/**
 * Workflow commands, which GitHub shows beside the lines of a change. It shows no more than ten of each kind for a step,
 * so the gravest come first, no more than that are written, and a last notice says how many are left. Waived findings
 * are only counted, and those that a baseline knows are left to it: they would take the room of what has to be mended. The last line is no command:
 * it says what was looked at, also when all is well.
 *
 * Everything of a user's stands within a command, where GitHub looks for no other; so nothing in a title, a path or a
 * message can be one. A path with characters that cannot be seen is shown with escapes, and its annotations with the run
 * rather than with the file.
 */
export const github: ReportFormat = {
  fileExtension: 'txt',
  *write(report, { isQuiet }) {
    const shown: Record<Severity, Annotation[]> = { error: [], warning: [], info: [] };
    const left: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
    for (const annotation of annotationsOf(report)) {
      const { severity, finding } = annotation;
      if ((finding !== undefined && !doesCount(finding)) || (isQuiet && severity !== 'error')) continue;
      if (shown[severity].length < mostShown) shown[severity].push(annotation);
      else left[severity] += 1;
    }
    const isMore = left.error + left.warning + left.info > 0;
    if (isMore && shown.info.length === mostShown) {
      // The last notice needs a place.
      shown.info.pop();
      left.info += 1;
    }
    for (const severity of ['error', 'warning', 'info'] as const) {
      for (const annotation of shown[severity]) yield commandOf(annotation);
    }
    if (isMore) yield moreNotice(left);
    if (!isQuiet) yield closingLine(report);
  },
};

const mostShown = 10;

/** In UTF-16 units. */
const longestMessage = 2_000;
const longestTitle = 120;

const commandNames: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

function commandOf(annotation: Annotation): string {
  const { severity, code, message, help } = annotation;
  const properties = [
    ...placeOf(annotation),
    ['title', `microcred: ${shortened(visibleText(code), longestTitle)}`] as const,
  ];
  const lines = [message, ...(help === undefined ? [] : [help])];
  const text = lines.map((line) => shortened(line, longestMessage)).join('\n');
  return command(commandNames[severity], properties, text);
}

type Property = readonly [name: string, value: string | number];

function placeOf({ path, code, finding }: Annotation): Property[] {
  if (code === 'unreadable-folder') return [];
  const file = ['file', visibleText(path)] as const;
  if (finding === undefined) return [file];
  const { range } = finding.location;
  const { start, end } = range;
  const lines = [file, ['line', start.line], ['endLine', lastLineOf(range)]] as const;
  // GitHub takes columns only within one line.
  if (start.line !== end.line) return [...lines];
  return [...lines, ['col', start.column], ['endColumn', end.column]];
}

function command(name: string, properties: readonly Property[], message: string): string {
  const list = properties.map(([key, value]) => `${key}=${escapedProperty(String(value))}`).join(',');
  return `::${name} ${list}::${escapedMessage(message)}\n`;
}

function escapedMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function moreNotice({ error, warning, info }: Readonly<Record<Severity, number>>): string {
  const kinds = [
    ...(error > 0 ? [counted(error, 'error')] : []),
    ...(warning > 0 ? [counted(warning, 'warning')] : []),
    ...(info > 0 ? [counted(info, 'notice')] : []),
  ];
  const message = `There is more than GitHub shows for a step: ${kinds.join(', ')} not shown here.\nEvery other format tells them all; the shortest way is the job summary, or \`-f text\`.`;
  return command('notice', [['title', `microcred: ${error + warning + info} more`]], message);
}

function closingLine(report: Report): string {
  const { summary, incidents } = report;
  const { error, warning, info } = summary.findings;
  const found = [
    `${error} to mend`,
    `${warning - staleCount(report)} advised`,
    counted(info, 'possible improvement'),
    `${summary.waived} waived`,
    `${counted(summary.unanswered, 'question')} for people`,
  ].join(', ');
  const incomplete = incidents.length > 0 ? ` The run is incomplete (${incidents.length}).` : '';
  const looked = `${counted(summary.descriptors, 'descriptor')} in ${counted(summary.files, 'file')} checked`;
  return `${looked}: ${found}.${incomplete}\n`;
}
