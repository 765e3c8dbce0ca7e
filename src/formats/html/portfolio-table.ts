import type { Framework } from '../../conformance/framework.ts';
import type { Report } from '../../report/report.ts';
import { type Conformance, verdicts } from '../../report/verdict.ts';
import { verdictWords } from '../words.ts';
import { cutText } from '../wrapped-text.ts';
import { html, type Markup, userText } from './markup.ts';
import { type Entry, levelText } from './portfolio-entries.ts';
import { said } from './said.ts';

/**
 * The table of all descriptors. Where script runs, it sorts and filters: by the `data-k` of a cell where it has one, else
 * by what it says.
 */
export function* descriptorTable(entries: readonly Entry[], { frameworks }: Report): Generator<Markup> {
  const isSeveral = frameworks.length > 1;
  yield html`<section class="descriptor-table${isSeveral ? ' wide' : ''}" aria-labelledby="all-descriptors">
<h2 id="all-descriptors">All descriptors</h2>
<p class="note">In the order of their paths. “Advised” counts what is recommended or a possible improvement; the score is explained by <code>microcred explain score</code> and decides nothing.</p>
<div id="filter"></div>
<section class="scroll" tabindex="0" aria-label="Table of all descriptors">
<table id="descriptors"${isSeveral ? several : undefined}>
<caption class="visually-hidden">All descriptors with their verdicts</caption>
<thead><tr>${heads(frameworks, isSeveral)}</tr></thead>
<tbody>
`;
  for (const entry of entries) yield row(entry);
  yield html`</tbody>
</table>
</section>
</section>`;
}

const several = html` class="several"`;

function heads(frameworks: readonly Framework[], isSeveral: boolean): Markup[] {
  const named = (words: string, { id }: Framework): Markup =>
    isSeveral ? html`${words} <small>${id}</small>` : html`${words}`;
  return [
    html`<th scope="col">Descriptor</th>`,
    html`<th scope="col">Provider</th>`,
    html`<th scope="col" class="level">Level</th>`,
    ...['Credit points', 'Hours'].map((words) => html`<th scope="col" class="number">${words}</th>`),
    ...frameworks.map(
      (framework) => html`<th scope="col" class="verdict">${named('Verdict', framework)}</th>`,
    ),
    ...['Mandatory, not met', 'Advised, not met', 'Waived', 'Questions open'].map(
      (words) => html`<th scope="col" class="number count">${words}</th>`,
    ),
    ...frameworks.map((framework) => html`<th scope="col" class="number">${named('Score', framework)}</th>`),
  ];
}

function row({ descriptor, link, place, counts }: Entry): Markup {
  const { award, conformance, status } = descriptor;
  const { mandatoryNotMet, advisedNotMet, waived, open } = counts;
  const unread = status === 'unreadable' ? html`<b class="unread">Could not be read.</b> ` : undefined;
  const level = levelText(award);
  return html`<tr><th scope="row">${link} <span class="path">${unread}${userText(cutText(place, 200))}</span></th><td>${optional(award.provider)}</td><td data-k="${levelKey(award.framework, award.level)}">${optional(level)}</td>${number(award.creditPoints)}${number(award.notionalHours)}${conformance.map(verdictCell)}${number(mandatoryNotMet)}${number(advisedNotMet)}${number(waived)}${number(open)}${conformance.map(({ score }) => number(score.percent, ' %'))}</tr>
`;
}

function optional(text: string | undefined): Markup {
  return text === undefined ? notStated : userText(cutText(text, 60));
}

const notStated = html`<span class="none">–</span>`;

function number(value: number | undefined, unit = ''): Markup {
  return value === undefined ? noNumber : html`<td class="number">${value}${unit}</td>`;
}

const noNumber = html`<td class="number none">–</td>`;

/** Levels sort by the framework and then as numbers; what states none comes last. */
function levelKey(framework = '', level: string | undefined): string {
  return level === undefined ? '' : cutText(`${framework} ${level.padStart(6, '0')}`, 60);
}

function verdictCell({ verdict }: Conformance): Markup {
  return verdictCells[verdict];
}

const verdictCells = Object.fromEntries(
  verdicts.map((verdict, rank) => [
    verdict,
    html`<td class="verdict" data-k="${rank}">${said(verdictWords[verdict])}</td>`,
  ]),
) as Readonly<Record<Conformance['verdict'], Markup>>;
