import type { DescriptorReport, NamedFile, Report } from '../../report/report.ts';
import type { WaiverState } from '../../report/waiver.ts';
import { scopeInFull } from '../scope-text.ts';
import { counted } from '../summary-text.ts';
import { codeText, proseText, valueText } from './text.ts';

/** What a report rests on, as a list; the files of descriptors are named where there are at most `mostFiles`. */
export function provenanceList(report: Report, mostFiles: number): string {
  const { tool, descriptorFormat, date, frameworks, ruleSetDigest, rules, descriptors, waiverFiles } = report;
  return [
    `- Judged for: ${valueText(date)}`,
    ...(report.scope === undefined ? [] : [`- Scope: ${proseText(scopeInFull(report.scope))}`]),
    `- Tool: ${tool.name} ${valueText(tool.version)}, descriptor format ${descriptorFormat}`,
    ...frameworks.map(
      ({ id, title, version, date: issued, clausesFrom }) =>
        `- Framework: ${valueText(title)} (${codeText(id)} ${valueText(version)}, ${valueText(issued)})${
          clausesFrom === undefined ? '' : `; clause numbers: ${proseText(clausesFrom)}`
        }`,
    ),
    `- Rules: ${counted(rules.length, 'rule')}, SHA-256 of the definitions ${codeText(ruleSetDigest)}`,
    ...(descriptors.length > mostFiles
      ? [`- Files: ${report.summary.files}; the JSON report has the SHA-256 of each.`]
      : descriptors.flatMap(fileLines)),
    ...waiverFiles.map((file) => `- Waivers: ${fileText(file)}`),
  ].join('\n');
}

const waiverWords: Record<WaiverState, string> = {
  used: 'in use',
  expired: 'expired',
  unused: 'nothing to cover',
  'not-run': 'its rule has not judged the descriptor',
};

function fileLines({ path, document, sha256, review, waivers = [] }: DescriptorReport): string[] {
  const place = document > 0 ? `, document ${document + 1}` : '';
  const states = waivers.map(
    ({ rule, state, location, approver }) =>
      `- Waiver of ${codeText(rule)}: ${waiverWords[state]}, ${codeText(location.path, 500)}, line ${location.range.start.line}${
        approver === undefined ? '' : `, agreed by ${valueText(approver)}`
      }`,
  );
  return [
    `- Descriptor: ${codeText(path, 500)}${place}${sha256 === undefined ? ', could not be read' : `, SHA-256 ${codeText(sha256)}`}`,
    ...(review === undefined ? [] : [`- Review: ${fileText(review)}`]),
    ...states,
  ];
}

function fileText({ path, sha256 }: NamedFile): string {
  return `${codeText(path, 500)}, SHA-256 ${codeText(sha256)}`;
}
