import type { RuleResult } from '../conformance/rule.ts';
import { dateInWords } from '../descriptor/calendar-date.ts';
import type { Finding } from '../descriptor/finding.ts';
import { counted, listed, shownField, shownName, shownText } from '../descriptor/shown-text.ts';
import { isCovered, type JudgedWaiver } from './waiver.ts';
import { findingsOfWaivers, type PlacedFault, type WaiverFault } from './waiver-fault.ts';

/**
 * What has to be said of the waivers in a descriptor's comments that do nothing: those that have expired, and those that
 * cover no finding. A file of waivers is spoken of once, for all descriptors (see findingsOfWaiverFiles).
 *
 * @param rules the results of the rules, with the waivers in their findings
 */
export function waiverFindings(waivers: readonly JudgedWaiver[], rules: readonly RuleResult[]): Finding[] {
  const faults = waivers.flatMap((waiver): PlacedFault[] => {
    if (waiver.origin === 'file') return [];
    const result = rules.find(({ rule }) => rule === waiver.rule);
    const fault = faultOf(waiver, result);
    return fault === undefined ? [] : [placed(waiver, fault)];
  });
  return findingsOfWaivers(faults);
}

/** A descriptor of a report, as far as it tells what became of waivers. */
export interface WaivedDescriptor {
  readonly path: string;
  readonly findings: readonly Finding[];
  readonly waivers?: readonly JudgedWaiver[];
}

/** A waiver of a file and the descriptors that it is for, with what became of it in each. */
interface Uses {
  readonly waiver: JudgedWaiver;
  readonly uses: { readonly waiver: JudgedWaiver; readonly descriptor: WaivedDescriptor }[];
}

/**
 * What has to be said of the waivers of a file that do nothing: one finding for each that has expired, or that covers
 * nothing in any of the descriptors that it is for. Nothing is said where a rule has not judged one of them.
 *
 * @param descriptors all of the run
 */
export function findingsOfWaiverFiles(descriptors: readonly WaivedDescriptor[]): Finding[] {
  const byPlace = new Map<string, Uses>();
  for (const descriptor of descriptors) {
    for (const waiver of descriptor.waivers ?? []) {
      if (waiver.origin !== 'file') continue;
      const { path, range } = waiver.location;
      const key = `${path}\n${range.start.offset}`;
      const known = byPlace.get(key) ?? { waiver, uses: [] };
      byPlace.set(key, known);
      known.uses.push({ waiver, descriptor });
    }
  }
  const faults = [...byPlace.values()].flatMap(({ waiver, uses }): PlacedFault[] => {
    const fault = faultOfFileWaiver(waiver, uses);
    return fault === undefined ? [] : [placed(waiver, fault)];
  });
  return findingsOfWaivers(faults);
}

function faultOfFileWaiver(waiver: JudgedWaiver, uses: Uses['uses']): WaiverFault | undefined {
  const states = uses.map((use) => use.waiver.state);
  const found = uses.flatMap(({ descriptor }) =>
    descriptor.findings.filter(({ rule }) => rule === waiver.rule),
  );
  if (states.includes('expired')) return expired(waiver, found);
  if (states.some((state) => state !== 'unused')) return undefined;
  const open = found.filter((finding) => finding.waiver === undefined);
  if (open.length > 0) return misplaced(waiver, open);
  const [only] = uses;
  const where =
    uses.length === 1 && only ? shownName(only.descriptor.path) : counted(uses.length, 'descriptor');
  if (found.length > 0) return unused(waiver, 'other waivers cover all that the rule finds');
  return unused(waiver, `in ${where} the rule holds or does not apply`);
}

function faultOf(waiver: JudgedWaiver, result: RuleResult | undefined): WaiverFault | undefined {
  if (result === undefined) return undefined;
  const { findings, outcome } = result;
  if (waiver.state === 'expired') return expired(waiver, findings);
  if (waiver.state !== 'unused') return undefined;
  const open = findings.filter((finding) => finding.waiver === undefined);
  if (open.length > 0) return misplaced(waiver, open);
  if (findings.length > 0) return unused(waiver, 'other waivers cover all that the rule finds');
  return unused(waiver, outcome === 'passed' ? 'the rule holds' : 'the rule does not apply here');
}

function expired(waiver: JudgedWaiver, found: readonly Finding[]): WaiverFault {
  const { rule, until = '' } = waiver;
  const ended = `The waiver of ${shownName(rule)} ended on ${dateInWords(until)}`;
  const isOpen = found.some((finding) => finding.waiver === undefined && isCovered(finding, waiver));
  return {
    fault: 'expired',
    message: isOpen
      ? `${ended}, so what it covered counts again.`
      : `${ended}, and there is nothing left that it would cover.`,
    help: isOpen
      ? 'Put right what it covered; or, once the exception has been agreed anew, write the new date.'
      : 'Take it away.',
    data: { waived: rule, until },
  };
}

/** The rule fails, but somewhere else. */
function misplaced({ rule, origin }: JudgedWaiver, open: readonly Finding[]): WaiverFault {
  const places = [...new Set(open.map(origin === 'comment' ? lineOf : fieldAndLine))];
  const where = listed(places, 'and', 5);
  return {
    fault: 'unused',
    message: `The waiver of ${shownName(rule)} covers nothing: the rule fails ${where}, not where the waiver applies.`,
    help:
      origin === 'comment'
        ? 'Move it to the field that it is for, or before the first field for the whole descriptor; or take it away.'
        : 'Let `at` name the field that it is for, or leave `at` out for the whole descriptor; or take the waiver away.',
    data: { waived: rule, lines: [...new Set(open.map(({ location }) => location.range.start.line))] },
  };
}

function lineOf({ location }: Finding): string {
  return `on line ${location.range.start.line}`;
}

function fieldAndLine({ location }: Finding): string {
  const place = `${shownText(location.path)}:${location.range.start.line}`;
  return location.pointer === '' ? `at ${place}` : `at ${shownField(location.pointer)} (${place})`;
}

function unused({ rule }: JudgedWaiver, because: string): WaiverFault {
  return {
    fault: 'unused',
    message: `The waiver of ${shownName(rule)} covers nothing: ${because}.`,
    help: 'Take it away.',
    data: { waived: rule },
  };
}

function placed(waiver: JudgedWaiver, fault: WaiverFault): PlacedFault {
  const { rule, reason, approver = '', until = '', location, excerpt = '' } = waiver;
  return { fault, location, excerpt, subject: [rule, reason, approver, until] };
}
