import type { RequirementLevel } from '../conformance/framework.ts';
import type { Basis } from '../descriptor/finding.ts';
import type { AnswerOutcome } from '../report/answer.ts';
import type { Standing } from '../report/standing.ts';
import type { ConformanceVerdict } from '../report/verdict.ts';

/** How a word is to be taken: the colour and the mark that go with it, never instead of it. */
export type Tone = 'good' | 'bad' | 'caution' | 'open' | 'quiet';

/** A word for something that came out, with the mark that stands before it. */
export interface Said {
  readonly words: string;
  readonly mark: string;
  readonly tone: Tone;
}

/** What each verdict is called. */
export const verdictWords: Record<ConformanceVerdict, Said> = {
  conforms: { words: 'conforms', mark: '✔', tone: 'good' },
  'conforms-with-advice': { words: 'conforms with advice', mark: '✔', tone: 'good' },
  'conforms-with-waivers': { words: 'conforms with waivers', mark: '◆', tone: 'caution' },
  undecided: { words: 'undecided', mark: '?', tone: 'open' },
  'does-not-conform': { words: 'does not conform', mark: '✖', tone: 'bad' },
};

/** How a requirement's standing is put. */
export const standingWords: Record<Standing, Said> = {
  met: { words: 'met', mark: '✔', tone: 'good' },
  'not-met': { words: 'not met', mark: '✖', tone: 'bad' },
  'partly-met': { words: 'partly met', mark: '◐', tone: 'bad' },
  'not-followed': { words: 'recommendation not met', mark: '!', tone: 'caution' },
  waived: { words: 'waived', mark: '◆', tone: 'caution' },
  'cannot-be-told': { words: 'cannot be told', mark: '○', tone: 'open' },
  'to-judge': { words: 'for a person to judge', mark: '?', tone: 'open' },
  untested: { words: 'untested', mark: '∅', tone: 'open' },
  'does-not-apply': { words: 'does not apply', mark: '–', tone: 'quiet' },
};

/** How much a requirement weighs, in words. */
export const levelWords: Record<RequirementLevel, string> = {
  must: 'mandatory',
  should: 'recommended',
  could: 'possible improvement',
};

export const answerWords: Record<AnswerOutcome, string> = {
  met: 'met',
  partly: 'partly met',
  'not-met': 'not met',
  'not-applicable': 'does not apply',
};

/** What it means that a source stands behind a rule in this way. */
export const basisWords: Record<Basis, string> = {
  quoted: 'in its own words',
  paraphrased: 'its meaning in our words',
  inferred: 'our conclusion, which no sentence of it states',
};

/** Lines of a file in words, 1-based, both inclusive: `line 3`, `lines 6–8`. */
export function lineWords(line: number, lastLine: number = line): string {
  return lastLine > line ? `lines ${line}–${lastLine}` : `line ${line}`;
}

/** A text that is cut after a number of UTF-16 units, with an ellipsis, and never within a character. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** A sentence or a name with a capital to begin with, as a heading or a verdict has it. */
export function capitalised(text: string): string {
  return text.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}
