import { isFormFinding } from '../descriptor/form-fault.ts';
import { type DescriptorReport, isOpenError, type Report } from '../report/report.ts';
import { type Conformance, isNotMet, type RequirementResult } from '../report/verdict.ts';
import { strong } from './markdown-blocks.ts';
import { codeText, proseText, valueText } from './markdown-text.ts';
import { counted } from './summary-text.ts';
import { verdictWords } from './words.ts';

/** What a descriptor is called: its title, or else its id, or else its path. */
export function nameOf({ title, id, path }: DescriptorReport): string {
  return [title, id].map((name) => valueText(name ?? '')).find((name) => name !== '') ?? codeText(path);
}

/** Where a descriptor stands: the path, and which document of the file it is if not the first. */
export function placeOf({ path, document }: DescriptorReport): string {
  return codeText(path, 500) + (document > 0 ? ` (document ${document + 1})` : '');
}

/** The verdict by each framework in words, with what it rests on; a paragraph each. */
export function verdictBlocks(descriptor: DescriptorReport, { frameworks }: Report): string[] {
  return descriptor.conformance.map((conformance) => {
    const { mark, words } = verdictWords[conformance.verdict];
    const framework = frameworks.find(({ id }) => id === conformance.framework);
    const title = valueText(framework?.title ?? conformance.framework);
    return `${strong(`${mark} ${words}`)} · ${title}: ${whyVerdict(conformance, descriptor)}`;
  });
}

/** What a verdict rests on, in one sentence. */
export function whyVerdict(
  { requirements, verdict }: Conformance,
  { findings, status }: DescriptorReport,
): string {
  if (status === 'unreadable') return 'the file could not be read, so nothing in it was judged.';
  const count = (counts: (result: RequirementResult) => boolean): number =>
    requirements.filter(counts).length;
  const number = {
    must: count((result) => result.level === 'must' && isNotMet(result)),
    should: count((result) => result.level === 'should' && isNotMet(result)),
    could: count((result) => result.level === 'could' && isNotMet(result)),
    waived: count(({ outcome }) => outcome === 'waived'),
    open: count(({ outcome, level }) => outcome === 'cantTell' && level === 'must'),
    untested: count(({ outcome }) => outcome === 'untested'),
    stale: count((result) => isAsked(result) && result.answer !== undefined),
    staleMust: count((result) => isAsked(result) && result.answer !== undefined && result.level === 'must'),
    ask: count((result) => isAsked(result) && result.answer === undefined),
    askMust: count((result) => isAsked(result) && result.answer === undefined && result.level === 'must'),
    form: findings.filter(isFormFinding).length,
  };
  const parts = [
    said(number.must, 'mandatory requirement is', 'mandatory requirements are', 'not met'),
    number.form > 0 ? `the form is at fault in ${counted(number.form, 'place')}` : '',
    said(number.should, 'recommendation is', 'recommendations are', 'not met'),
    said(number.could, 'possible improvement is', 'possible improvements are', 'not made'),
    said(number.waived, 'requirement is', 'requirements are', 'waived'),
    said(number.open, 'mandatory requirement', 'mandatory requirements', 'cannot be told'),
    said(number.untested, 'requirement is', 'requirements are', 'not tested'),
    said(number.ask, 'question is', 'questions are', `for a person to judge (${number.askMust} mandatory)`),
    said(
      number.stale,
      'answer is stale',
      'answers are stale',
      `and to be given again (${number.staleMust} mandatory)`,
    ),
  ].filter((part) => part !== '');
  if (parts.length > 0) return `${parts.join('; ')}.`;
  return verdict === 'undecided' ? 'nothing in it was found to hold.' : 'everything that applies is met.';
}

function isAsked({ outcome }: RequirementResult): boolean {
  return outcome === 'needsReview';
}

function said(count: number, one: string, many: string, what: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many} ${what}`;
}

/**
 * The mandatory requirements that cannot be told, with the reasons, where nothing else says why a descriptor does not
 * pass; none where a finding does, for most of them only wait until it is mended.
 */
export function undecidedItems(
  { findings, conformance }: DescriptorReport,
  { frameworks }: Report,
): string[] {
  if (findings.some(isOpenError)) return [];
  const texts = new Map(
    frameworks.flatMap(({ requirements }) => requirements.map(({ id, text }) => [id, text])),
  );
  const sentences = conformance.flatMap(({ requirements }) =>
    requirements.flatMap(({ level, outcome, requirement, reason = '' }) =>
      level === 'must' && outcome === 'cantTell'
        ? [`? ${proseText(texts.get(requirement) ?? requirement)} ${proseText(reason)}`.trimEnd()]
        : [],
    ),
  );
  // Frameworks may share a requirement.
  return [...new Set(sentences)].map((sentence) => `- ${sentence}`);
}
