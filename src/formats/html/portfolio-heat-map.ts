import type { Framework, Principle } from '../../conformance/framework.ts';
import type { Report } from '../../report/report.ts';
import { type Standing, standings, worstStanding } from '../../report/standing.ts';
import type { Conformance, RequirementResult } from '../../report/verdict.ts';
import { standingWords } from '../words.ts';
import { cutText } from '../wrapped-text.ts';
import { html, type Markup, userText } from './markup.ts';
import type { Entry } from './portfolio-entries.ts';

/** From the worst to the best, as the legend has them. */
const worstFirst: readonly Standing[] = [...standings].reverse();

/** The words are in the cell, its mark is put in by the style. */
const cells = Object.fromEntries(
  worstFirst.map((standing) => [
    standing,
    html`<td class="${standing}"><i>${standingWords[standing].words}</i></td>`,
  ]),
) as Readonly<Record<Standing, Markup>>;

/** Tables of descriptors by principles, one for each framework. */
export function* heatMaps(entries: readonly Entry[], { frameworks }: Report): Generator<Markup> {
  yield html`<section aria-labelledby="heat-maps">
<h2 id="heat-maps">Descriptors by principle</h2>
<p>Each cell stands for all requirements of a principle and says how the worst of them stands.</p>`;
  for (const [index, framework] of frameworks.entries()) {
    yield* heatMap(entries, framework, index, frameworks.length > 1);
  }
  yield html`</section>`;
}

/** Principles up to which the table fits on a page that stands upright. */
const mostUpright = 16;
/** Rows up to which the table has no window of its own to scroll in. */
const mostWithoutScrolling = 60;
const longestHead = 34;

function* heatMap(
  entries: readonly Entry[],
  framework: Framework,
  index: number,
  isNamed: boolean,
): Generator<Markup> {
  const { id, title, principles } = framework;
  const label = `Descriptors by principle: ${title}`;
  const columns = new Map(principles.map((principle, number) => [principle.id, number]));
  const rows = entries.map(({ descriptor }) => standingsOf(descriptor.conformance[index], columns));
  const used = new Set(rows.flat());
  yield html`<div class="heat${principles.length > mostUpright ? ' wide' : ''}">
${isNamed ? html`<h3>${userText(title)} <small><code>${id}</code></small></h3>\n` : undefined}${legend(worstFirst.filter((standing) => used.has(standing)))}
<section class="scroll${entries.length > mostWithoutScrolling ? ' tall' : ''}" tabindex="0" aria-label="${label}">
<table class="heat-map">
<caption class="visually-hidden">${label}</caption>
<thead><tr><th scope="col">Descriptor</th>${principles.map(principleHead)}</tr></thead>
<tbody>`;
  for (const [number, { link }] of entries.entries()) {
    yield html`<tr><th scope="row">${link}</th>${rows[number]?.map((standing) => cells[standing])}</tr>`;
  }
  yield html`</tbody>
</table>
</section>
${completeHeads(framework)}</div>`;
}

function principleHead({ title }: Principle, index: number): Markup {
  return html`<th scope="col"><span><b>${index + 1}</b> <bdi>${cutText(title, longestHead)}</bdi></span></th>`;
}

/** How each principle stands, in the order of the columns. */
function standingsOf(conformance: Conformance | undefined, columns: ReadonlyMap<string, number>): Standing[] {
  const groups = Array.from({ length: columns.size }, (): RequirementResult[] => []);
  for (const result of conformance?.requirements ?? []) {
    groups[columns.get(result.principle) ?? -1]?.push(result);
  }
  return groups.map(worstStanding);
}

function legend(used: readonly Standing[]): Markup {
  const items = used.map(
    (standing) => html`<li><i class="${standing}"></i> ${standingWords[standing].words}</li>`,
  );
  return html`<ul class="legend">${items}</ul>`;
}

/** The names of principles in full, where the heads of the table had to be cut. */
function completeHeads({ principles }: Framework): Markup | undefined {
  const cut = principles.flatMap(({ title }, number) =>
    cutText(title, longestHead) === title ? [] : [html`<li>${number + 1}: ${userText(title)}</li>\n`],
  );
  return cut.length === 0 ? undefined : html`<ul class="note">\n${cut}</ul>\n`;
}
