import { shownField } from '../descriptor/shown-text.ts';
import type { Style } from '../formats/report-format.ts';
import { visibleText } from '../formats/visible-text.ts';
import { answerWords, levelWords } from '../formats/words.ts';
import { wrappedText } from '../formats/wrapped-text.ts';
import { commentMark, endOfComment } from '../workspace/review-edits.ts';
import type { Passage, Passages } from '../workspace/review-passages.ts';
import type { QuestionState, ReviewQuestion } from '../workspace/review-questions.ts';

/** The heading of a question: `Question 3 of 14: Level (mandatory)`. */
export function questionHeading({ number, principle, level }: ReviewQuestion, of: number): string {
  return `Question ${number} of ${of}: ${visibleText(principle)} (${levelWords[level]})`;
}

/** A question with its guidance and the passages that bear on it, as lines for a terminal. */
export function questionLines(
  { question, earlier, state }: QuestionState,
  style: Style,
  width: number,
): string[] {
  return [
    ...wrappedText(visibleText(question.question), width).map((line) => style.strong(line)),
    ...wrappedText(visibleText(question.guidance), width),
    '',
    ...passageLines(question.passages, style, width),
    ...(earlier?.outcome === undefined ? [] : ['', ...earlierLines(earlier, state, style, width)]),
  ];
}

function earlierLines(
  { outcome, reviewer, date, remark }: NonNullable<QuestionState['earlier']>,
  state: QuestionState['state'],
  style: Style,
  width: number,
): string[] {
  const said = outcome === undefined ? 'open' : answerWords[outcome];
  const by = `${reviewer === undefined ? '' : ` by ${reviewer}`}${date === undefined ? '' : ` on ${date}`}`;
  const given = wrappedText(visibleText(`Answered${by}: ${said}.${remark ? ` ${remark}` : ''}`), width);
  if (state !== 'stale') return given;
  const stale = wrappedText(
    'What this question concerns has changed since, so it is to be judged again.',
    width,
  );
  return [...given, ...stale.map((line) => style.warning(line))];
}

/** The comment above a question in an empty review. */
export function questionComment(question: ReviewQuestion, of: number, path: string, plain: Style): string[] {
  const { passages, guidance } = question;
  return [
    commentMark(questionHeading(question, of)),
    ...wrappedText(visibleText(guidance), commentWidth),
    ...(passages.stated.length === 0 ? [] : [`From ${visibleText(path)}:`]),
    ...passageLines(passages, plain, commentWidth),
    endOfComment,
  ];
}

const commentWidth = 106;

/** The lines of the descriptor with their numbers, and the fields of which it says nothing. */
function passageLines({ stated, notStated }: Passages, style: Style, width: number): string[] {
  const last = stated.at(-1);
  const digits = String(last === undefined ? 0 : last.firstLine + last.lines.length).length;
  const shown = stated.flatMap((passage, index) => [
    ...(followsOn(passage, stated[index - 1]) ? [] : [style.faint(`${' '.repeat(digits)} ⋮`)]),
    ...linesOf(passage, digits, style, width),
  ]);
  if (notStated.length === 0) return shown;
  return [...shown, ...wrappedText(`Not stated: ${notStated.map(shownField).join(', ')}.`, width)];
}

/** Whether no line is left out between two passages; nor is there any before the first. */
function followsOn({ firstLine }: Passage, before: Passage | undefined): boolean {
  return before === undefined || before.firstLine + before.lines.length + before.more === firstLine;
}

function linesOf({ firstLine, lines, more }: Passage, digits: number, style: Style, width: number): string[] {
  const shown = lines.flatMap((line, index) =>
    numbered(line, String(firstLine + index).padStart(digits), style, width),
  );
  if (more === 0) return shown;
  const rest = `${more} more lines, up to line ${firstLine + lines.length + more - 1}`;
  return [...shown, `${style.faint(`${' '.repeat(digits)} │`)} … ${rest}`];
}

/** More of one line nobody reads at a terminal, in UTF-16 units. */
const longestLine = 4_000;

function numbered(line: string, number: string, style: Style, width: number): string[] {
  const isCut = line.length > longestLine;
  const text = visibleText(line.slice(0, longestLine).replaceAll('\t', '  ').trimEnd()) + (isCut ? '…' : '');
  const indent = /^ */.exec(text)?.[0].slice(0, 20) ?? '';
  const room = Math.max(20, width - number.length - 3 - indent.length);
  const wrapped = wrappedText(text, room);
  return (wrapped.length === 0 ? [''] : wrapped).map((part, index) => {
    const margin = index === 0 ? number : ' '.repeat(number.length);
    return `${style.faint(`${margin} │`)} ${indent}${part}`.trimEnd();
  });
}
