import { type DescriptorReport, isOpenError, type Report } from '../../report/report.ts';
import { verdictReasons } from '../verdict-reasons.ts';
import { standingWords, verdictWords } from '../words.ts';
import { strong } from './blocks.ts';
import { codeText, proseText, valueText } from './text.ts';

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
    return `${strong(`${mark} ${words}`)} · ${title}: ${verdictReasons(conformance, descriptor)}`;
  });
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
        ? [
            `${standingWords['cannot-be-told'].mark} ${proseText(texts.get(requirement) ?? requirement)} ${proseText(reason)}`.trimEnd(),
          ]
        : [],
    ),
  );
  // Frameworks may share a requirement.
  return [...new Set(sentences)].map((sentence) => `- ${sentence}`);
}
