import type { Finding, Severity } from '../descriptor/finding.ts';
import { isFormFinding } from '../descriptor/form-fault.ts';
import type { Report } from '../report/report.ts';
import { codeFrame, isAboutNothing } from './code-frame.ts';
import { titleOf } from './principle-table.ts';
import type { Style, WriteOptions } from './report-format.ts';
import { isStaleAnswer } from './stale-answers.ts';
import { visibleText } from './visible-text.ts';
import { wrappedText } from './wrapped-text.ts';

const symbols: Record<Severity, readonly [string, keyof Style]> = {
  error: ['✖', 'error'],
  warning: ['!', 'warning'],
  info: ['·', 'info'],
};

const waivedSymbol = ['◆', 'warning'] as const;
const askedSymbol = ['?', 'strong'] as const;

/**
 * One finding: what is the case, its place, how to mend it, and why it matters.
 *
 * @param under the path of the file that the finding is told under; one in another file says in which
 * @param weight what there is to say of its weight beside its mark
 */
export function findingText(
  finding: Finding,
  report: Report,
  { style, width, isVerbose }: WriteOptions,
  under: string,
  weight?: string,
): string {
  const [symbol, paint] = symbolOf(finding);
  const { line, column } = finding.location.range.start;
  const indent = '    ';
  const room = width - indent.length;
  // Faults of form all have the same reason, which nobody wants to read ten times.
  const briefly = isFormFinding(finding) ? '' : firstSentence(finding.why);
  const reason = visibleText(isVerbose ? finding.why : briefly);
  const [first = '', ...rest] = wrappedText(visibleText(finding.message), room);
  const lines = [
    `  ${style[paint](symbol)} ${style.strong(first)}`,
    ...rest.map((part) => indent + style.strong(part)),
    ...codeFrame(finding, style, room).map((part) => indent + part),
    ...waiverLines(finding, room).map((part) => indent + part),
    ...knownLines(finding, room).map((part) => indent + part),
    ...labelled(isStaleAnswer(finding) ? 'Do' : 'Mend', visibleText(finding.help), room).map(
      (part) => indent + part,
    ),
    ...labelled('Why', reason, room).map((part) => indent + style.faint(part)),
    ...(isVerbose ? sourceLines(finding, room).map((part) => indent + style.faint(part)) : []),
    ...finding.related.flatMap(({ message, location }) =>
      labelled(
        'See',
        `${visibleText(location.path)}:${location.range.start.line} ${visibleText(message)}`,
        room,
      ).map((part) => indent + part),
    ),
  ];
  const principles = finding.principles.flatMap((id) => principleTitle(id, report));
  // What is missing altogether has no line of its own.
  const isNowhere = isAboutNothing(finding) && finding.location.pointer === '';
  const { path } = finding.location;
  const file = path === under ? '' : `${visibleText(path)}, `;
  const place = isNowhere ? 'missing' : `${file}line ${line}, column ${column}`;
  const reference = [place, ...(weight === undefined ? [] : [weight]), ...principles, finding.rule].join(
    ' · ',
  );
  return [...lines, ...wrappedText(reference, room).map((part) => indent + style.faint(part))].join('\n');
}

function symbolOf(finding: Finding): readonly [string, keyof Style] {
  if (finding.waiver !== undefined) return waivedSymbol;
  return isStaleAnswer(finding) ? askedSymbol : symbols[finding.severity];
}

function waiverLines({ waiver }: Finding, width: number): string[] {
  if (waiver === undefined) return [];
  const { reason, approver, until, path, line } = waiver;
  const terms = [
    ...(approver === undefined ? [] : [`approved by ${approver}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
    `${path}:${line}`,
  ];
  return labelled('Waived', visibleText(`${reason} (${terms.join(', ')})`), width);
}

/** What the baseline says of it; of an entry that has expired, that it has. */
function knownLines({ baseline, baselineEntry }: Finding, width: number): string[] {
  if (baselineEntry === undefined) return [];
  const { addedOn, reason, owner, expires } = baselineEntry;
  const terms = [
    `since ${addedOn}`,
    ...(expires === undefined ? [] : [`until ${expires}`]),
    ...(owner === undefined ? [] : [owner]),
    ...(reason === undefined ? [] : [reason]),
  ];
  return labelled(baseline === 'known' ? 'Known' : 'Was known', visibleText(terms.join(', ')), width);
}

function labelled(label: string, content: string, width: number): string[] {
  const lead = `${label}: `;
  return wrappedText(content, width - lead.length).map(
    (line, index) => (index === 0 ? lead : ' '.repeat(lead.length)) + line,
  );
}

function firstSentence(words: string): string {
  return /^.*?[.!?](?=\s|$)/s.exec(words)?.[0] ?? words;
}

function sourceLines({ sources }: Finding, width: number): string[] {
  return sources.flatMap(({ document, basis, quote, url }) => {
    const quoted = quote === undefined ? '' : `: “${quote}”`;
    const address = url === undefined ? [] : [`  ${visibleText(url)}`];
    return [...labelled('Source', visibleText(`${document} (${basis})${quoted}`), width), ...address];
  });
}

function principleTitle(id: string, { frameworks }: Report): string[] {
  const principle = frameworks.flatMap(({ principles }) => principles).find((one) => one.id === id);
  return principle === undefined ? [] : [titleOf(principle)];
}
