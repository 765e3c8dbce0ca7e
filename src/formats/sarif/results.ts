import type { Result, Location as SarifLocation, Suppression } from 'sarif';
import type { Framework, Requirement } from '../../conformance/framework.ts';
import type { Finding, Severity } from '../../descriptor/finding.ts';
import { contentDigest } from '../../descriptor/fingerprint.ts';
import type { DescriptorReport, Report } from '../../report/report.ts';
import { type Standing, standingOf } from '../../report/standing.ts';
import { isNotMet, type RequirementResult } from '../../report/verdict.ts';
import { baselineOf, doesCount } from '../judged-finding.ts';
import { answerSentence, outcomeSentence, waiverSentence } from '../outcome-sentences.ts';
import { type Files, findingPlace, linePlace, placeOf } from './places.ts';
import type { ResultRank } from './room.ts';
import { type RuleTable, sarifLevels } from './rule-table.ts';
import { linkText, messageText } from './texts.ts';

/** A result that there is room for or not; it is put together only when it is written. */
export interface PlannedResult {
  readonly rank: ResultRank;
  result(): Result;
}

/** What results refer to. */
export interface ResultContext {
  readonly files: Files;
  readonly table: RuleTable;
  /** Whether anything is suppressed; then every result has to say whether it is. */
  readonly hasSuppressions: boolean;
}

/** Everything that a report tells as results: findings, then how each requirement came out, descriptor by descriptor. */
export function* plannedResults(report: Report, context: ResultContext): Generator<PlannedResult> {
  for (const finding of report.findings) yield plannedFinding(finding, context);
  for (const descriptor of report.descriptors) {
    for (const finding of descriptor.findings) yield plannedFinding(finding, context);
    yield* plannedOutcomes(descriptor, report.frameworks, context);
  }
}

const levels: Record<Severity, 'error' | 'warning' | 'note'> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

function plannedFinding(finding: Finding, context: ResultContext): PlannedResult {
  const rank = doesCount(finding) ? levels[finding.severity] : 'suppressed';
  return { rank, result: () => findingResult(finding, context) };
}

function findingResult(finding: Finding, context: ResultContext): Result {
  const { rule, severity, message, help, location, related, fingerprint } = finding;
  const links = related.map((place, index) => linkText(place.message, index + 1));
  const baseline = baselineOf(finding);
  return {
    ...subject(rule, context),
    kind: 'fail',
    level: levels[severity],
    message: { text: [messageText(message, help), ...links].join(' ') },
    locations: [findingPlace(finding, context.files)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map(({ location: place, message: text }, index) => ({
            id: index + 1,
            message: { text: messageText(text) },
            ...placeOf(place, context.files),
          })),
        }),
    ...(fingerprint === '' ? {} : fingerprints(fingerprint, location.document)),
    ...(baseline === undefined ? {} : { baselineState: baseline === 'known' ? 'unchanged' : 'new' }),
    ...suppressions(suppressionsOf(finding, context.files), context),
  };
}

function subject(ruleId: string, { table }: ResultContext): Pick<Result, 'ruleId' | 'ruleIndex'> {
  const ruleIndex = table.indexes.get(ruleId);
  return { ruleId, ...(ruleIndex === undefined ? {} : { ruleIndex }) };
}

/** GitHub merges results of a file that have the same hash, so the documents of a file have to differ in it. */
function fingerprints(fingerprint: string, document: number): Pick<Result, 'partialFingerprints'> {
  return {
    partialFingerprints: {
      primaryLocationLineHash: `${fingerprint}:${document + 1}`,
      'microcred/v1': fingerprint,
    },
  };
}

function suppressions(
  given: Suppression[],
  { hasSuppressions }: ResultContext,
): Pick<Result, 'suppressions'> {
  return hasSuppressions ? { suppressions: given } : {};
}

function suppressionsOf(finding: Finding, files: Files): Suppression[] {
  const { waiver } = finding;
  const agreed: Suppression[] =
    waiver === undefined
      ? []
      : [
          {
            kind: waiver.origin === 'comment' ? 'inSource' : 'external',
            status: 'accepted',
            justification: messageText(waiverSentence(waiver)),
            location: linePlace(waiver.path, files, waiver.line),
          },
        ];
  if (baselineOf(finding) !== 'known') return agreed;
  const justification = 'It was so before: the baseline knows it.';
  return [...agreed, { kind: 'external', status: 'accepted', justification }];
}

/** What frameworks share is told once; what findings tell is not told again. */
function* plannedOutcomes(
  descriptor: DescriptorReport,
  frameworks: readonly Framework[],
  context: ResultContext,
): Generator<PlannedResult> {
  const told = new Set(descriptor.findings.map(({ rule }) => rule));
  for (const [index, { requirements }] of descriptor.conformance.entries()) {
    for (const [position, result] of requirements.entries()) {
      const requirement = frameworks[index]?.requirements[position];
      if (requirement === undefined) continue;
      const id = context.table.idOf(requirement);
      const standing = standingOf(result);
      const isFound = isNotMet(result) || standing === 'waived';
      if (told.has(id) || (isFound && requirement.rules?.some((rule) => told.has(rule)))) continue;
      told.add(id);
      const outcome = { id, requirement, result, standing };
      yield { rank: rankOf(outcome), result: () => outcomeResult(outcome, descriptor, context) };
    }
  }
}

interface Outcome {
  readonly id: string;
  readonly requirement: Requirement;
  readonly result: RequirementResult;
  readonly standing: Standing;
}

const kinds: Record<Standing, NonNullable<Result['kind']>> = {
  met: 'pass',
  'does-not-apply': 'notApplicable',
  waived: 'informational',
  'to-judge': 'review',
  untested: 'open',
  'cannot-be-told': 'open',
  'not-followed': 'fail',
  'partly-met': 'fail',
  'not-met': 'fail',
};

function rankOf({ standing, result }: Outcome): ResultRank {
  const kind = kinds[standing];
  if (kind === 'fail') return sarifLevels[result.level];
  return kind === 'pass' || kind === 'notApplicable' ? 'settled' : 'undecided';
}

function outcomeResult(outcome: Outcome, descriptor: DescriptorReport, context: ResultContext): Result {
  const { id, requirement, result, standing } = outcome;
  const { path, document } = descriptor;
  const { answer } = result;
  const kind = kinds[standing];
  const texts = [
    outcomeSentence(requirement, result),
    kind === 'review' ? (requirement.review?.question ?? '') : '',
    answer === undefined ? '' : answerSentence(answer),
  ];
  return {
    ...subject(id, context),
    kind,
    level: kind === 'fail' ? sarifLevels[result.level] : 'none',
    message: { text: messageText(...texts) },
    locations: [placeOfOutcome(descriptor, context)],
    ...(kind === 'fail' ? fingerprints(contentDigest([id, standing]), document) : {}),
    ...suppressions([], context),
    ...(document === 0 ? {} : { properties: { path, document } }),
  };
}

/** The beginning of the file: GitHub asks for a line, and what a person judged has none of its own. */
function placeOfOutcome({ path }: DescriptorReport, { files }: ResultContext): SarifLocation {
  return linePlace(path, files, 1);
}
