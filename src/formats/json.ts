import { jsonText } from './json-text.ts';
import type { ReportFormat } from './report-format.ts';

/** The whole report as JSON, in the form of `schemas/report.schema.json`. */
export const json: ReportFormat = {
  fileExtension: 'json',
  *write(report) {
    let lead = '{\n';
    for (const [name, value] of Object.entries(report)) {
      yield `${lead}  ${jsonText(name)}: `;
      if (Array.isArray(value)) yield* listPieces(value);
      else yield indented(value, '  ');
      lead = ',\n';
    }
    yield '\n}\n';
  },
};

/** A list, one piece an item, laid out as JSON.stringify does. */
function* listPieces(items: readonly unknown[]): Generator<string> {
  if (items.length === 0) {
    yield '[]';
    return;
  }
  let lead = '[';
  for (const item of items) {
    yield `${lead}\n    ${indented(item, '    ')}`;
    lead = ',';
  }
  yield '\n  ]';
}

function indented(value: unknown, indent: string): string {
  return jsonText(value).replaceAll('\n', `\n${indent}`);
}
