import type { RequirementLevel } from '../../conformance/framework.ts';
import type { Severity } from '../../descriptor/finding.ts';
import { levelWords } from '../words.ts';

const levels: Readonly<Record<Severity, RequirementLevel>> = {
  error: 'must',
  warning: 'should',
  info: 'could',
};

/** How much a finding weighs, in the words that requirements have. */
export const severityWords: Readonly<Record<Severity, string>> = {
  error: levelWords[levels.error],
  warning: levelWords[levels.warning],
  info: levelWords[levels.info],
};
