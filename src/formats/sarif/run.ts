import type { Invocation, Notification, ReportingDescriptor, Run } from 'sarif';
import type { Report } from '../../report/report.ts';
import { incidentText } from '../incidents-text.ts';
import { linePlace, sourceRoot } from './places.ts';
import type { ResultContext } from './results.ts';
import { mostResults } from './room.ts';
import { nameOf } from './rule-table.ts';
import { taxonomyOf } from './taxonomies.ts';
import { messageText } from './texts.ts';

/** Where the program's schemas have their ids, too. */
const home = 'https://microcred.example/';

/** Everything of a run but its results. */
export function runHead(
  report: Report,
  context: ResultContext,
  leftOut: readonly Notification[],
): Omit<Run, 'results'> {
  const { tool, frameworks, date, ruleSetDigest, summary } = report;
  return {
    tool: {
      driver: {
        name: tool.name,
        semanticVersion: tool.version,
        informationUri: home,
        notifications: [...notificationKinds],
        rules: [...context.table.rules],
        supportedTaxonomies: frameworks.map(({ id }, index) => ({ name: id, index })),
      },
    },
    automationDetails: {
      id: `${tool.name}/${frameworks.map(({ id }) => encodeURIComponent(id)).join('+')}/`,
    },
    language: 'en-GB',
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {
      [sourceRoot]: { description: { text: 'The folder in which the run was started.' } },
    },
    invocations: [invocationOf(report, context, leftOut)],
    properties: { date, ruleSetDigest, summary },
    taxonomies: frameworks.map(taxonomyOf),
    artifacts: [...context.files.artifacts],
  };
}

function invocationOf(
  { incidents }: Report,
  { files }: ResultContext,
  leftOut: readonly Notification[],
): Invocation {
  return {
    executionSuccessful: incidents.length === 0,
    toolExecutionNotifications: [
      ...incidents.map(
        (incident): Notification => ({
          descriptor: { id: incident.kind },
          level: 'error',
          message: { text: messageText(incidentText(incident)) },
          locations: [linePlace(incident.path, files)],
        }),
      ),
      ...leftOut,
    ],
  };
}

const notificationKinds: readonly ReportingDescriptor[] = [
  notificationKind('unreadable-file', 'A file could not be read.', 'What was not read was not judged.'),
  notificationKind('unreadable-folder', 'A folder could not be read.', 'What is in it was not judged.'),
  notificationKind('rule-went-wrong', 'A rule went wrong.', 'What it should have judged was not judged.'),
  notificationKind(
    'results-left-out',
    'There are more results than one run may have.',
    `GitHub takes ${mostResults} results from a run, so those that matter least were left out.`,
  ),
];

function notificationKind(id: string, text: string, consequence: string): ReportingDescriptor {
  return {
    id,
    name: nameOf(id),
    shortDescription: { text },
    fullDescription: { text: consequence },
    help: { text: consequence, markdown: consequence },
  };
}
