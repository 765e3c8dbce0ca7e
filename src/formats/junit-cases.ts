import type { Framework, Requirement } from '../conformance/framework.ts';
import type { Finding } from '../descriptor/finding.ts';
import type { DescriptorReport } from '../report/report.ts';
import { standingOf } from '../report/standing.ts';
import type { RequirementResult } from '../report/verdict.ts';
import { doesCount } from './judged-finding.ts';
import { answerSentence, outcomeSentence, waiverSentence } from './outcome-sentences.ts';
import { levelWords } from './words.ts';

/** A case of a suite, and what became of it. */
export interface TestCase {
  readonly name: string;
  readonly classname: string;
  readonly outcome: 'passed' | 'skipped' | 'failure' | 'error';
  /** For a failure or an error. */
  readonly trouble?: Trouble;
  /** Why it was skipped. */
  readonly skipped?: string;
}

interface Trouble {
  readonly message: string;
  readonly type: string;
  readonly text: string;
}

/**
 * The cases of a descriptor: first its form, then every requirement. A requirement's class is its principle, with the
 * framework before it where there are several. Where nothing could be read, that is the one error, and the requirements
 * are skipped.
 */
export function casesOf(descriptor: DescriptorReport, frameworks: readonly Framework[]): readonly TestCase[] {
  const rules = new Map<string, Finding[]>();
  for (const finding of descriptor.findings) {
    const others = rules.get(finding.rule);
    if (others === undefined) rules.set(finding.rule, [finding]);
    else others.push(finding);
  }
  const decided = new Set<string>();
  const cases = descriptor.conformance.flatMap(({ requirements }, index) => {
    const framework = frameworks[index];
    if (framework === undefined) return [];
    return framework.requirements.flatMap((requirement, position) => {
      const result = requirements[position];
      if (result === undefined) return [];
      for (const rule of requirement.rules ?? []) decided.add(rule);
      const findings = (requirement.rules ?? []).flatMap((rule) => rules.get(rule) ?? []);
      const classname = frameworks.length > 1 ? `${framework.id}.${result.principle}` : result.principle;
      const { status } = descriptor;
      return [{ name: requirement.id, classname, ...endOf({ requirement, result, findings, status }) }];
    });
  });
  return [...formCases(descriptor, rules), ...looseCases(otherFindings(descriptor, decided)), ...cases];
}

/**
 * Whether anything is wrong with the form, one case for each way; they are there when nothing is wrong, too. What comes
 * after the fault that keeps a descriptor from being read was not looked at, so it is skipped.
 */
function formCases(
  { review, waivers, status }: DescriptorReport,
  findings: ReadonlyMap<string, readonly Finding[]>,
): TestCase[] {
  const kinds = [
    'file',
    'yaml',
    'schema',
    ...(review === undefined && !findings.has('review') ? [] : ['review']),
    ...(waivers === undefined && !findings.has('waiver') ? [] : ['waiver']),
  ];
  const fault = status === 'checked' ? kinds.length : kinds.findIndex((kind) => findings.has(kind));
  return kinds.map((name, position) => {
    const counting = (findings.get(name) ?? []).filter(doesCount);
    if (position <= fault || counting.length > 0) return formCase(name, counting);
    return { name, classname: 'form', outcome: 'skipped', skipped: 'The descriptor could not be read.' };
  });
}

function formCase(name: string, findings: readonly Finding[]): TestCase {
  if (findings.length === 0) return { name, classname: 'form', outcome: 'passed' };
  const outcome = name === 'file' || name === 'yaml' ? 'error' : 'failure';
  return { name, classname: 'form', outcome, trouble: troubleOf(findings, name) };
}

const formKinds: readonly string[] = ['file', 'yaml', 'schema', 'review', 'waiver'];

function otherFindings({ findings }: DescriptorReport, decided: ReadonlySet<string>): Finding[] {
  return findings.filter(({ rule }) => !decided.has(rule) && !formKinds.includes(rule));
}

/** Findings that are about no requirement, one case for each rule; those that do not count give none. */
export function looseCases(findings: readonly Finding[]): TestCase[] {
  const counting = findings.filter(doesCount);
  const rules = new Set(counting.map(({ rule }) => rule));
  return [...rules].map((name) =>
    formCase(
      name,
      counting.filter(({ rule }) => rule === name),
    ),
  );
}

interface Judged {
  readonly requirement: Requirement;
  readonly result: RequirementResult;
  readonly findings: readonly Finding[];
  readonly status: DescriptorReport['status'];
}

function endOf(judged: Judged): Pick<TestCase, 'outcome' | 'trouble' | 'skipped'> {
  const { requirement, result, findings, status } = judged;
  const sentence = outcomeSentence(requirement, result);
  switch (standingOf(result)) {
    case 'met':
      return { outcome: 'passed' };
    case 'not-met':
    case 'partly-met':
    case 'not-followed':
      return result.answer === undefined ? ruledFailure(judged) : answeredFailure(judged);
    case 'cannot-be-told':
      // Where nothing can be read, that is said once: by the case of the form.
      return result.level === 'must' && status === 'checked'
        ? { outcome: 'error', trouble: { message: sentence, type: levelWords[result.level], text: sentence } }
        : { outcome: 'skipped', skipped: sentence };
    case 'waived': {
      const reasons = findings.flatMap(({ waiver }) =>
        waiver === undefined ? [] : [waiverSentence(waiver)],
      );
      return { outcome: 'skipped', skipped: [sentence, ...new Set(reasons)].join(' ') };
    }
    default:
      return { outcome: 'skipped', skipped: sentence };
  }
}

function ruledFailure({
  requirement,
  result,
  findings,
}: Judged): Pick<TestCase, 'outcome' | 'trouble' | 'skipped'> {
  const type = levelWords[result.level];
  const counting = findings.filter(doesCount);
  if (counting.length > 0) return { outcome: 'failure', trouble: troubleOf(counting, type) };
  const sentence = outcomeSentence(requirement, result);
  if (findings.length > 0) {
    return { outcome: 'skipped', skipped: `${sentence} It was so before: the baseline knows it.` };
  }
  return { outcome: 'failure', trouble: { message: sentence, type, text: sentence } };
}

function answeredFailure({ requirement, result }: Judged): Pick<TestCase, 'outcome' | 'trouble'> {
  const message = outcomeSentence(requirement, result);
  const text = result.answer === undefined ? message : `${message}\n${answerSentence(result.answer)}`;
  return { outcome: 'failure', trouble: { message, type: levelWords[result.level], text } };
}

/** What several findings say together: the first as the message, all of them with their places as the text. */
function troubleOf(findings: readonly Finding[], type: string): Trouble {
  const [first] = findings;
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
  const texts = findings.map(({ message, help, location }) => {
    const { line, column } = location.range.start;
    return `${oneLine(location.path)}:${line}:${column}\n${oneLine(message)}\n${oneLine(help)}`;
  });
  return { message: `${first?.message ?? ''}${more}`, type, text: texts.join('\n\n') };
}

/** A line end of a user's may not look like one of ours. */
function oneLine(text: string): string {
  return text.replaceAll('\n', '\\n');
}
