import type { RequirementLevel } from '../conformance/framework.ts';
import type { Finding } from '../descriptor/finding.ts';
import type { DescriptorReport, Report } from '../report/report.ts';

/** Whether a finding says that an answer no longer counts: there is nothing to mend, but a question to judge again. */
export function isStaleAnswer({
  rule,
  severity,
  data,
}: Pick<Finding, 'rule' | 'severity' | 'data'>): boolean {
  return rule === 'review' && severity === 'warning' && Array.isArray(data['fields']);
}

/** What kind of question a stale answer was given to, by its weight; undefined where no framework of the run puts it. */
export function staleQuestionWords(
  { data }: Pick<Finding, 'data'>,
  { conformance }: Pick<DescriptorReport, 'conformance'>,
): string | undefined {
  const levels = conformance.flatMap(({ requirements }) =>
    requirements.flatMap(({ requirement, level }) => (requirement === data['requirement'] ? [level] : [])),
  );
  // Frameworks may weigh the same question differently.
  const heaviest = (['must', 'should', 'could'] as const).find((level) => levels.includes(level));
  return heaviest && questionWords[heaviest];
}

const questionWords: Record<RequirementLevel, string> = {
  must: 'mandatory question',
  should: 'recommended question',
  could: 'question about a possible improvement',
};

/** How many answers of a run no longer count. */
export function staleCount({ descriptors }: Pick<Report, 'descriptors'>): number {
  return descriptors.reduce((count, { findings }) => count + findings.filter(isStaleAnswer).length, 0);
}
