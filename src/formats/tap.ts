import type { Finding } from '../descriptor/finding.ts';
import { exceptionText, plainPath } from './annotations.ts';
import { jsonLine } from './json-line.ts';
import type { ReportFormat } from './report-format.ts';
import { type TestPoint, testPoints } from './tap-points.ts';
import { visibleText } from './visible-text.ts';

/**
 * TAP 14: a test point for each requirement and descriptor, and one for each fault that belongs to no requirement.
 *
 * Written by hand: of the packages on npm that write TAP, all that were found are test runners, or write an older version
 * to an asynchronous stream of Node.js, which a format may not be. A maintained one reads it back in the tests.
 */
export const tap: ReportFormat = {
  fileExtension: 'tap',
  *write(report) {
    // Made twice: the plan comes first, and all of them at once would fill the memory.
    let count = 0;
    for (const _ of testPoints(report)) count += 1;
    yield 'TAP version 14\n';
    yield count === 0 ? '1..0 # SKIP There was nothing to check.\n' : `1..${count}\n`;
    let number = 0;
    for (const point of testPoints(report)) {
      number += 1;
      yield pointText(point, number);
    }
  },
};

function pointText(point: TestPoint, number: number): string {
  const { isOk, description, directive, findings } = point;
  const todo = directive === undefined ? '' : ` # ${directive.word} ${escapedText(directive.reason)}`;
  const line = `${isOk ? 'ok' : 'not ok'} ${number} - ${escapedText(description)}${todo}\n`;
  // The reason of a directive says it all where no finding is behind it.
  const isSaid = isOk || (directive !== undefined && findings.length === 0);
  return isSaid ? line : line + diagnosticsText(point);
}

/** A text on one line in which nothing is a directive, and at the end of which no reader looks for a subtest. */
function escapedText(text: string): string {
  // Nearly all texts are plain, and there are millions of them.
  if (/^(?:[!-"$-[\]-z|}~]| (?! |$))*$/.test(text)) return text;
  const line = visibleText(text).replace(/\s+/g, ' ').trim();
  return line.replace(/[\\#]/g, '\\$&').replace(/\{$/, '{.');
}

function diagnosticsText({ message, severity, path, findings }: TestPoint): string {
  const [first, ...further] = findings;
  const main =
    first === undefined
      ? {
          message: visibleText(message ?? ''),
          severity,
          ...(path === undefined ? {} : { at: { file: plainPath(path) } }),
        }
      : findingDiagnostics(first);
  const all = further.length === 0 ? main : { ...main, further: further.map(findingDiagnostics) };
  return ['  ---', ...yamlLines(all, '  '), '  ...', ''].join('\n');
}

function findingDiagnostics(finding: Finding): object {
  const { rule, severity, message, help, location } = finding;
  const exception = exceptionText(finding);
  const { line, column } = location.range.start;
  return {
    message: visibleText(message),
    severity,
    at: { file: plainPath(location.path), line, column },
    rule,
    help: visibleText(help),
    ...(exception === undefined ? {} : { exception }),
  };
}

/** Block YAML of plain data, with texts as JSON has them, which YAML reads the same way. */
function yamlLines(value: object, indent: string): string[] {
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    if (Array.isArray(member))
      return [`${indent}${name}:`, ...member.flatMap((item) => itemLines(item, indent))];
    if (typeof member === 'object' && member !== null) {
      return [`${indent}${name}:`, ...yamlLines(member, `${indent}  `)];
    }
    return [`${indent}${name}: ${jsonLine(member)}`];
  });
}

function itemLines(item: object, indent: string): string[] {
  const [first = '', ...rest] = yamlLines(item, `${indent}    `);
  return [`${indent}  - ${first.trimStart()}`, ...rest];
}
