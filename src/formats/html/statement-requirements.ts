import type { Clause } from '../../conformance/framework.ts';
import { answerWords, levelWords, shortened, standingWords } from '../words.ts';
import { html, type Markup, prose, userLines, userText } from './markup.ts';
import { said } from './said.ts';
import { evidenceList } from './statement-evidence.ts';
import { sourceList, waiverWords } from './statement-findings.ts';
import { outcomeOf } from './statement-principles.ts';
import type { FrameworkView, PrincipleView, RequirementView, StatementView } from './statement-view.ts';

/** Each framework's principles with their requirements: what became of each, on what evidence, by whom and why. */
export function* requirementsSections(view: StatementView): Generator<Markup> {
  for (const [index, framework] of view.frameworks.entries()) {
    const id = `requirements-${index + 1}`;
    const which = view.frameworks.length > 1 ? `: ${framework.framework.title}` : '';
    yield html`<section aria-labelledby="${id}">
<h2 id="${id}">Principle by principle${which}</h2>
${clausesNote(framework)}
<p class="note paper-only">Why each requirement is asked for, and what it goes back to, is printed only for what has to be
mended; the page that this was printed from has it for all.</p>`;
    for (const principle of framework.principles) yield* principlePart(principle, view);
    yield html`</section>`;
  }
}

function clausesNote({ framework: { clausesFrom } }: FrameworkView): Markup | undefined {
  if (clausesFrom === undefined) return undefined;
  return html`<p class="note">Clause numbers and their wording are from ${userText(clausesFrom)}.</p>`;
}

function* principlePart(view: PrincipleView, statement: StatementView): Generator<Markup> {
  const { principle, requirements, anchor } = view;
  yield html`<div class="principle">
<h3 id="${anchor}">${principle.clause === undefined ? '' : `${principle.clause.number} `}${principle.title}</h3>
<p class="about">${prose(principle.about)}</p>${clauseText(principle.clause)}
<p class="together">Together: ${outcomeOf(requirements)}</p>
<ul class="requirements">`;
  for (const requirement of requirements) yield requirementItem(requirement, statement);
  yield html`</ul>
</div>`;
}

function clauseText(clause: Clause | undefined): Markup | undefined {
  if (clause?.text === undefined) return undefined;
  return html`<blockquote><p>${userText(clause.text)}</p></blockquote>`;
}

function requirementItem(view: RequirementView, statement: StatementView): Markup {
  const { requirement, standing, anchor, result } = view;
  const standingSaid = standingWords[standing];
  const clause = requirement.clause === undefined ? '' : html` · clause ${requirement.clause.number}`;
  return html`<li id="${anchor}" class="requirement tone-${standingSaid.tone}">
<p class="standing">${said(standingSaid)}</p>
<div class="of"><p class="text">${prose(requirement.text)}</p>
<p class="asserted">${levelWords[requirement.level]}${clause} · ${assertedBy(view, statement)}</p>
${clauseText(requirement.clause)}${reasonOf(view)}${detailOf(view, statement)}</div>
</li>
`;
  function reasonOf({ requirement: { untested } }: RequirementView): Markup | undefined {
    const reason = result.reason ?? untested;
    return reason === undefined ? undefined : html`<p class="reason">${prose(reason)}</p>`;
  }
}

/** Who says so, in the sense of the W3C's EARL: a rule, or a person. */
function assertedBy(
  { result, requirement, standing }: RequirementView,
  { questions }: StatementView,
): Markup {
  if (result.mode === 'automatic') return html`judged automatically`;
  const answer = result.answer;
  if (result.mode === 'manual' && answer !== undefined) {
    const role = answer.role === undefined ? '' : html`, ${userText(shortened(answer.role, 200))}`;
    // Met in part or not at all: of a recommendation the standing does not say which.
    const outcome = standing === 'not-followed' ? `: ${answerWords[answer.outcome]}` : '';
    return html`judged by a person, ${userText(shortened(answer.reviewer, 200))}${role}, on ${answer.date}${outcome}`;
  }
  if (standing !== 'to-judge') return html`judged by nobody yet`;
  const question = questions.find(({ requirement: { id } }) => id === requirement.id);
  return html`judged by nobody yet: <a href="#${question?.anchor ?? 'questions'}">question for a person</a>`;
}

function detailOf(view: RequirementView, statement: StatementView): Markup | undefined {
  const { requirement, standing, result } = view;
  if (requirement.review !== undefined) {
    const { remark } = result.answer ?? {};
    const remarkText =
      remark === undefined ? '' : html`<p class="remark">${userLines(shortened(remark, 2_000))}</p>`;
    return standing === 'to-judge' ? undefined : html`${remarkText}${questionLink(view, statement)}`;
  }
  if (standing === 'does-not-apply' || standing === 'untested') return undefined;
  const rules = (requirement.rules ?? []).flatMap((id) => statement.rules.get(id) ?? []);
  const reads = rules.flatMap((rule) => rule.reads);
  const shown = evidenceList(statement.descriptor.evidence, reads);
  if (standing === 'cannot-be-told') return shown;
  const findings = (requirement.rules ?? []).flatMap((id) => statement.findingsByRule.get(id) ?? []);
  return html`${shown}${findings.map(
    ({ message, help, waiver }) =>
      html`<p class="message">${prose(message)}</p>${waiver === undefined ? html`<p class="mend"><b>To mend:</b> ${prose(help)}</p>` : waiverWords(waiver)}`,
  )}<details><summary>Why, and sources</summary>${rules.map(
    ({ id, why, sources }) =>
      html`<p>${prose(why)} <span class="basis">(rule <code>${id}</code>)</span></p>${sourceList(sources)}`,
  )}</details>`;
}

function questionLink({ requirement }: RequirementView, { questions }: StatementView): Markup | undefined {
  const question = questions.find(({ requirement: { id } }) => id === requirement.id);
  if (question === undefined) return undefined;
  return html`<p class="note screen-only"><a href="#${question.anchor}">The question, and what it concerns</a></p>`;
}
