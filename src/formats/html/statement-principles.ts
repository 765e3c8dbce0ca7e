import { type Standing, worstStanding } from '../../report/standing.ts';
import { capitalised, standingWords } from '../words.ts';
import { html, type Markup } from './markup.ts';
import { said } from './said.ts';
import type { FrameworkView, PrincipleView, RequirementView, StatementView } from './statement-view.ts';

/** Those that have a column even where nothing stands so; the others have one when they occur. */
const usual: readonly Standing[] = [
  'met',
  'not-met',
  'not-followed',
  'waived',
  'to-judge',
  'cannot-be-told',
  'does-not-apply',
];

const heads: Record<Standing, string> = {
  met: 'Met',
  'not-met': 'Not met',
  'partly-met': 'Partly met',
  'not-followed': 'Advised, not met',
  waived: 'Waived',
  'to-judge': 'To judge',
  'cannot-be-told': 'Cannot be told',
  untested: 'Untested',
  'does-not-apply': 'Does not apply',
};

const order: readonly Standing[] = [
  'met',
  'not-met',
  'partly-met',
  'not-followed',
  'waived',
  'to-judge',
  'cannot-be-told',
  'untested',
  'does-not-apply',
];

/** How each principle came out, with the numbers of its requirements; one table for each framework. */
export function principlesSection({ frameworks }: StatementView): Markup {
  return html`<section aria-labelledby="principles">
<h2 id="principles">Principles at a glance</h2>
${frameworks.map(principleTable)}
<p class="note">The outcome of a principle is that of its worst requirement. The numbers are requirements; what is
advised is recommended or a possible improvement. How the score
is reckoned stands under <a href="#rules">verdict and score</a>; it decides nothing.</p>
</section>`;
}

function principleTable(
  { framework, principles, requirements, conformance }: FrameworkView,
  index: number,
): Markup {
  const occurring = new Set(requirements.map(({ standing }) => standing));
  const columns = order.filter((standing) => usual.includes(standing) || occurring.has(standing));
  const caption = `principles-${index + 1}`;
  return html`<section class="scroll" tabindex="0" aria-labelledby="${caption}">
<table class="principles">
<caption id="${caption}">${framework.title}</caption>
<thead><tr><th scope="col">Principle</th><th scope="col">Outcome</th>${columns.map(
    (standing) => html`<th scope="col" class="number">${heads[standing]}</th>`,
  )}<th scope="col" class="number">Score</th></tr></thead>
<tbody>
${principles.map((principle) => principleRow(principle, columns))}</tbody>
<tfoot><tr><th scope="row">All requirements</th><td>${outcomeOf(requirements)}</td>${cells(requirements, columns)}<td class="number">${percent(conformance.score)}</td></tr></tfoot>
</table>
</section>`;
}

function principleRow(
  { principle, requirements, score, anchor }: PrincipleView,
  columns: readonly Standing[],
): Markup {
  return html`<tr><th scope="row"><a href="#${anchor}">${principle.clause === undefined ? '' : `${principle.clause.number} `}${principle.title}</a></th><td>${outcomeOf(requirements)}</td>${cells(requirements, columns)}<td class="number">${percent(score)}</td></tr>\n`;
}

function cells(requirements: readonly RequirementView[], columns: readonly Standing[]): readonly Markup[] {
  return columns.map((column) => {
    const count = requirements.filter(({ standing }) => standing === column).length;
    return html`<td class="number${count === 0 ? ' none' : ''}">${count}</td>`;
  });
}

/** The worst standing of some requirements, in words. */
export function outcomeOf(requirements: readonly RequirementView[]): Markup {
  const standing = worstStanding(requirements.map(({ result }) => result));
  const words = standing === 'to-judge' ? heads[standing] : capitalised(standingWords[standing].words);
  return said({ ...standingWords[standing], words });
}

/** A score in percent, or a dash where nothing applies. */
export function percent({ percent: value }: { readonly percent?: number }): Markup {
  return value === undefined ? html`<span class="none">nothing applies</span>` : html`${value}\u00a0%`;
}
