import { type DescriptorReport, isOpenError, type Report } from '../report/report.ts';
import type { WriteOptions } from './report-format.ts';
import { visibleText } from './visible-text.ts';
import { wrappedText } from './wrapped-text.ts';

/**
 * The mandatory requirements that cannot be told, with the reasons, where nothing else says why a descriptor does not
 * pass; empty where a finding does, for most of them only wait until it is mended.
 */
export function undecidedText(
  { findings, conformance }: DescriptorReport,
  { frameworks }: Report,
  { style, width }: WriteOptions,
): string {
  if (findings.some(isOpenError)) return '';
  const open = conformance.flatMap(({ requirements }) =>
    requirements.filter(({ level, outcome }) => level === 'must' && outcome === 'cantTell'),
  );
  if (open.length === 0) return '';
  const texts = new Map(
    frameworks.flatMap(({ requirements }) => requirements.map(({ id, text }) => [id, text])),
  );
  const sentences = new Set(
    open.map(({ requirement, reason = '' }) => `${texts.get(requirement) ?? requirement} ${reason}`),
  );
  const lines = [...sentences].flatMap((sentence) =>
    wrappedText(visibleText(sentence), width - 4).map(
      (line, index) => `  ${index === 0 ? style.warning('?') : ' '} ${line}`,
    ),
  );
  return [style.warning(style.strong(`Cannot be told (${sentences.size})`)), ...lines].join('\n');
}
