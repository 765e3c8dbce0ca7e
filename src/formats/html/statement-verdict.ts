import type { RequirementOutcome } from '../../conformance/framework.ts';
import type { Finding } from '../../descriptor/finding.ts';
import type { Answer } from '../../report/answer.ts';
import type { DescriptorReport } from '../../report/report.ts';
import type { Standing } from '../../report/standing.ts';
import { type ConformanceVerdict, isNotMet } from '../../report/verdict.ts';
import { answerCounts } from '../answer-counts.ts';
import { incidentText } from '../incidents-text.ts';
import { isStaleAnswer } from '../stale-answers.ts';
import { counted } from '../summary-text.ts';
import { verdictReasons } from '../verdict-reasons.ts';
import { capitalised, levelWords, shortened, verdictWords } from '../words.ts';
import { html, type Markup, prose, userText } from './markup.ts';
import { said } from './said.ts';
import type { FrameworkView, RequirementView, StatementView } from './statement-view.ts';

/** Requirements named in a verdict; the rest is counted, for the page has them all further down. */
const mostNamed = 6;

/** Whether the award conforms, why not, what to change first, what a person has to judge, and who judged what. */
export function* verdictSection(view: StatementView): Generator<Markup> {
  yield html`<section class="verdicts" aria-labelledby="verdict">
<h2 id="verdict">${view.frameworks.length > 1 ? 'Verdicts' : 'Verdict'}</h2>`;
  if (view.report.incidents.length > 0) yield incompleteNotice(view);
  for (const [index, framework] of view.frameworks.entries()) yield verdictBox(framework, index, view);
  yield html`<dl class="in-short">
<div><dt>To change first</dt><dd>${changeFirst(view)}</dd></div>
<div><dt>For a person to judge</dt><dd>${toJudge(view)}</dd></div>
<div><dt>Who judged</dt><dd>${whoJudged(view)}</dd></div>
</dl>
</section>`;
}

function incompleteNotice({ report }: StatementView): Markup {
  const [first] = report.incidents;
  return html`<div class="notice tone-bad"><p><strong>The run behind this statement is incomplete</strong>, so it is
no proof of anything. ${first && prose(incidentText(first))} ${
    report.incidents.length > 1
      ? html`<a href="#provenance">All ${report.incidents.length} incidents</a>.`
      : ''
  }</p></div>`;
}

function verdictBox(
  { framework, conformance, requirements }: FrameworkView,
  index: number,
  view: StatementView,
): Markup {
  const verdict = verdictWords[conformance.verdict];
  const { descriptor } = view;
  const restAnchor = `requirements-${index + 1}`;
  return html`<div class="verdict tone-${verdict.tone}">
<p class="of">${framework.title}, version ${framework.version}</p>
<p class="outcome">${said({ ...verdict, words: capitalised(verdict.words) })}</p>
<p>${verdictReasons(conformance, descriptor)}</p>
${descriptor.status === 'unreadable' ? '' : decisive(requirements, conformance.verdict, view, restAnchor)}
</div>`;
}

/** The requirements that the verdict turns on: those that are not met, or those that are open; all are at `restAnchor`. */
function decisive(
  requirements: readonly RequirementView[],
  verdict: ConformanceVerdict,
  view: StatementView,
  restAnchor: string,
): Markup | undefined {
  const must = requirements.filter(({ requirement }) => requirement.level === 'must');
  if (verdict === 'does-not-conform') {
    const unmet = must.filter(({ result }) => isNotMet(result));
    return named('Not met, and mandatory:', unmet, view, restAnchor);
  }
  if (verdict !== 'undecided') return undefined;
  const open = must.filter(({ standing }) => isOpen.has(standing));
  return named('What is missing:', open, view, restAnchor);
}

const isOpen: ReadonlySet<Standing> = new Set(['to-judge', 'cannot-be-told', 'untested'] as const);

function named(
  lead: string,
  views: readonly RequirementView[],
  { questions }: StatementView,
  restAnchor: string,
): Markup | undefined {
  if (views.length === 0) return undefined;
  const items = views.slice(0, mostNamed).map(({ requirement, result, anchor }) => {
    const asked = questions.find(({ requirement: { id } }) => id === requirement.id);
    const words = asked?.question.question ?? requirement.text;
    const reason = result.reason === undefined ? '' : html` ${prose(result.reason)}`;
    return html`<li><a href="#${asked?.anchor ?? anchor}">${prose(words)}</a>${reason}</li>`;
  });
  const rest = views.length - mostNamed;
  return html`<p class="lead">${lead}</p>
<ul>${items}${rest > 0 ? html`<li><a href="#${restAnchor}">and ${rest} more, marked below</a></li>` : ''}</ul>`;
}

function changeFirst({ descriptor }: StatementView): Markup {
  const counting = descriptor.findings.filter(
    (finding) => finding.waiver === undefined && !isStaleAnswer(finding),
  );
  const errors = counting.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return html`${adviceOf(counting)}${againOf(descriptor)}`;
  const items = errors.slice(0, 3).map(({ message }) => html`<li>${prose(shortened(message, 300))}</li>`);
  const rest =
    errors.length > 3 ? html`<p><a href="#first">All ${errors.length} mandatory changes</a></p>` : '';
  return html`<ol>${items}</ol>${rest}`;
}

function adviceOf(counting: readonly Finding[]): Markup {
  if (counting.length === 0) return html`<p>Nothing: no rule found anything to mend.</p>`;
  return html`<p>Nothing mandatory. <a href="#first">${counted(counting.length, 'recommendation')} to consider</a>.</p>`;
}

/** That there is nothing to change does not mean that nothing is to be done. */
function againOf({ findings }: DescriptorReport): Markup | undefined {
  const stale = findings.filter(isStaleAnswer).length;
  if (stale === 0) return undefined;
  return html`<p><a href="#again">${counted(stale, 'answer')} to judge again</a>, for what ${stale === 1 ? 'it concerns' : 'they concern'} has changed.</p>`;
}

function toJudge({ questions, descriptor }: StatementView): Markup {
  if (descriptor.status === 'unreadable') return html`<p>Nothing before the descriptor can be read.</p>`;
  if (questions.length === 0) return html`<p>Nothing: no framework puts a question to a person.</p>`;
  const open = questions.filter(({ answer }) => answer === undefined);
  if (open.length === 0) {
    const all = questions.length === 1 ? 'the one question is' : `all ${questions.length} questions are`;
    return html`<p>Nothing: <a href="#questions">${all} answered</a>.</p>`;
  }
  const must = open.filter(({ requirement }) => requirement.level === 'must').length;
  const stale = open.filter(({ staleAnswer }) => staleAnswer !== undefined).length;
  const again = stale === 0 ? '' : ` ${stale} of them again, because what they concern has changed since.`;
  return html`<p><a href="#questions">${open.length} of ${counted(questions.length, 'question')}</a>, ${must} of them
${levelWords.must}.${again}</p>`;
}

function whoJudged({ frameworks, questions, report, descriptor }: StatementView): Markup {
  if (descriptor.status === 'unreadable') return html`<p>Nobody: the descriptor could not be read.</p>`;
  const views = frameworks.flatMap(({ requirements }) => requirements);
  const idsOf = (outcomes: ReadonlySet<RequirementOutcome>): Set<string> =>
    // Frameworks may share a requirement.
    new Set(views.flatMap(({ requirement: { id }, result }) => (outcomes.has(result.outcome) ? [id] : [])));
  const open = idsOf(cannotBeTold).size;
  const people = new Map<string, Answer[]>();
  for (const { answer } of questions) {
    if (answer === undefined) continue;
    const name = answer.role === undefined ? answer.reviewer : `${answer.reviewer}, ${answer.role}`;
    people.set(name, [...(people.get(name) ?? []), answer]);
  }
  const answered = [...people].map(
    ([name, answers]) =>
      html`<li>${userText(shortened(name, 200))}: ${counted(answers.length, 'answer')}: ${answerCounts(answers)}</li>`,
  );
  const nobody = people.size === 0 && questions.length > 0 ? html`<li>No person has judged yet.</li>` : '';
  return html`<ul><li>${report.tool.name} ${report.tool.version}, by rule: ${counted(idsOf(decidedByRule).size, 'requirement')}${
    open === 0 ? '' : html`; ${open} could not be told`
  }</li>
${answered}${nobody}</ul>`;
}

const decidedByRule: ReadonlySet<RequirementOutcome> = new Set([
  'passed',
  'failed',
  'inapplicable',
  'waived',
] as const);
const cannotBeTold: ReadonlySet<RequirementOutcome> = new Set(['cantTell'] as const);
