import type { Answer } from '../../report/answer.ts';
import { answerDates } from '../answer-counts.ts';
import { counted } from '../summary-text.ts';
import { answerWords, capitalised, levelWords, shortened, standingWords } from '../words.ts';
import { html, type Markup, prose, userLines, userText } from './markup.ts';
import { said } from './said.ts';
import { absentFields, evidenceList } from './statement-evidence.ts';
import type { QuestionView, StatementView } from './statement-view.ts';

const longestName = 200;
const longestRemark = 2_000;

/** What no machine can decide: each question with its answer, or with room for one; and the place to sign. */
export function* questionsSection(view: StatementView): Generator<Markup> {
  const { questions } = view;
  if (questions.length === 0) return;
  const open = questions.filter(({ answer }) => answer === undefined).length;
  const lead =
    open === 0
      ? questions.length === 1
        ? 'The one question is answered.'
        : `All ${questions.length} questions are answered.`
      : `${open} of ${counted(questions.length, 'question')} ${open === 1 ? 'waits' : 'wait'} for an answer.`;
  yield html`<section aria-labelledby="questions">
<h2 id="questions">Questions for people</h2>
<p class="about">No machine can decide these. ${lead}</p>
${open === 0 ? '' : html`<p class="screen-only note">To answer them: <code>microcred review</code>, or by hand on a printed copy.</p>`}
<ol class="questions">`;
  for (const question of questions) yield questionItem(question, view);
  yield html`</ol>
</section>`;
  yield signOff(view, open === 0);
}

function questionItem(view: QuestionView, { descriptor }: StatementView): Markup {
  const { question, requirement, anchor, answer, staleAnswer, standing } = view;
  const { tone } = standingWords[standing];
  return html`<li id="${anchor}" class="question tone-${tone}">
<p class="asked">${prose(question.question)}</p>
<p class="asserted">${levelWords[requirement.level]} · ${prose(requirement.text)}</p>
<p class="guidance">${prose(question.guidance)}</p>
${evidenceList(descriptor.evidence, question.concerns)}${absentFields(descriptor.evidence, question.concerns)}
${answer === undefined ? '' : answerBlock(answer, view)}${staleAnswer === undefined ? '' : staleBlock(staleAnswer, view)}${answer === undefined ? fillIn() : ''}
</li>
`;
}

function answerBlock(answer: Answer, { standing }: QuestionView): Markup {
  const saying = standingWords[standing];
  return html`<div class="answer"><p>${said({ ...saying, words: capitalised(answerWords[answer.outcome]) })} ${byWhom(answer)}</p>
${remarkOf(answer)}</div>`;
}

/** An answer that no longer counts: it is shown, and asked again. */
function staleBlock(answer: Answer, { result }: QuestionView): Markup {
  return html`<div class="answer stale"><p>${said({ mark: '?', words: 'Stale', tone: 'open' })} Answered “${answerWords[answer.outcome]}” ${byWhom(answer)}.
${result.reason ?? 'It has to be judged again.'}</p>
${remarkOf(answer)}</div>`;
}

function byWhom({ reviewer, role, date }: Answer): Markup {
  const inRole = role === undefined ? '' : html`, ${userText(shortened(role, longestName))}`;
  return html`by ${userText(shortened(reviewer, longestName))}${inRole}, on ${date}`;
}

function remarkOf({ remark }: Answer): Markup | undefined {
  if (remark === undefined) return undefined;
  return html`<p class="remark">${userLines(shortened(remark, longestRemark))}</p>`;
}

/** Room for an answer on paper. On a screen the words alone say that the question is open. */
function fillIn(): Markup {
  const choices = ['met', 'partly met', 'not met', 'does not apply'];
  return html`<p class="screen-only open-answer">${said({ mark: '?', words: 'Waits for a person', tone: 'open' })}</p>
<div class="fill-in"><p class="choices">${choices.map((words) => html`<span>□ ${words}</span> `)}</p>
<p class="rule">Remark</p><p class="rule halves"><span>Name</span><span>Date</span></p></div>`;
}

interface Reviewer {
  readonly name: string;
  readonly role: string | undefined;
  readonly answers: readonly Answer[];
}

/** Who reviewed, with room to sign; empty lines while questions are open. */
function signOff({ questions }: StatementView, isComplete: boolean): Markup {
  const reviewers = new Map<string, Reviewer>();
  for (const { answer } of questions) {
    if (answer === undefined) continue;
    const { reviewer, role } = answer;
    const key = JSON.stringify([reviewer, role ?? null]);
    reviewers.set(key, {
      name: reviewer,
      role,
      answers: [...(reviewers.get(key)?.answers ?? []), answer],
    });
  }
  const named = [...reviewers.values()].map(
    ({ name, role, answers }) => html`<tr><th scope="row">${userText(shortened(name, longestName))}</th>
<td>${role === undefined ? html`<span class="absent">not stated</span>` : userText(shortened(role, longestName))}</td>
<td>${answerDates(answers)}</td><td class="number">${answers.length}</td><td class="sign"></td></tr>`,
  );
  const empty = html`<tr class="to-fill"><td></td><td></td><td></td><td></td><td></td></tr>`;
  const lead = isComplete
    ? 'Reviewed by those named here, who answered every question.'
    : 'Not complete: questions are still open. Who answers them signs here.';
  return html`<section class="sign-off" aria-labelledby="sign-off">
<h2 id="sign-off">Sign-off</h2>
<p>${lead}</p>
<section class="scroll" tabindex="0" aria-labelledby="reviewers">
<table>
<caption id="reviewers">Reviewers</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Role</th><th scope="col">Date</th><th scope="col" class="number">Answers</th><th scope="col" class="sign">Signature</th></tr></thead>
<tbody>${named}${isComplete ? '' : [empty, empty]}</tbody>
</table>
</section>
</section>`;
}
