import type { Report } from '../../report/report.ts';
import { columnsOf, cutText } from '../wrapped-text.ts';
import { html, type Markup } from './markup.ts';
import { type Bar, type Distribution, distributionsOf } from './portfolio-distributions.ts';

/** How the awards are distributed: for each fact a chart with the same numbers in a table beside it. */
export function* distributions(report: Report): Generator<Markup> {
  yield html`<section class="distributions" aria-labelledby="distributions">
<h2 id="distributions">What the awards are</h2>
<p>As the descriptors state it. Shares are of all ${report.descriptors.length} descriptors.</p>`;
  for (const distribution of distributionsOf(report)) yield figure(distribution, report.descriptors.length);
  yield html`</section>`;
}

function figure(distribution: Distribution, total: number): Markup {
  const { id, title, head, note, bars } = distribution;
  const rows = bars.map(
    ({ label, count }) =>
      html`<tr><th scope="row"><bdi>${cutText(label, 90)}</bdi></th><td>${count}</td><td>${percentText(count, total)}</td></tr>\n`,
  );
  return html`<section class="distribution" aria-labelledby="by-${id}">
<h3 id="by-${id}">${title}</h3>
${note === undefined ? undefined : html`<p class="note">${note}</p>\n`}<div class="chart-and-table">
${barChart(distribution)}
<table class="figures">
<caption class="visually-hidden">${title}: descriptors and their share</caption>
<thead><tr><th scope="col">${head}</th><th scope="col">Number</th><th scope="col">Share</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</div>
</section>`;
}

/** Columns up to which a label stands to the left of its bar rather than above it. */
const shortLabel = 11;
const longestLabel = 34;

/** Positions are percentages of whatever width there is, so that words keep their size on a narrow screen. */
function barChart({ id, title, bars }: Distribution): Markup {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const isBeside = bars.every(({ label }) => columnsOf(label) <= shortLabel);
  const step = isBeside ? 26 : 38;
  const content = bars.map((bar, index) => oneBar(bar, index * step, most, isBeside));
  const [first] = [...bars].sort((left, right) => right.count - left.count);
  const highest = first === undefined ? '' : ` The highest: ${cutText(first.label, 60)}, ${first.count}.`;
  return html`<svg class="chart" role="img" aria-labelledby="chart-${id} chart-${id}-about" width="100%" height="${bars.length * step + 2}" focusable="false">
<title id="chart-${id}">Bar chart: ${title.toLowerCase()}</title>
<desc id="chart-${id}-about">${bars.length} bars; the table beside it has the numbers.${highest}</desc>
${content}</svg>`;
}

function oneBar({ label, count, kind }: Bar, top: number, most: number, isBeside: boolean): Markup {
  const start = isBeside ? 27 : 0;
  const room = isBeside ? 61 : 86;
  const width = Math.round((count / most) * room * 100) / 100;
  const barTop = isBeside ? top + 4 : top + 18;
  const words = cutText(label, longestLabel);
  const labelled = isBeside
    ? html`<text x="25.5%" y="${top + 17}" text-anchor="end">${words}</text>`
    : html`<text x="0" y="${top + 13}">${words}</text>`;
  return html`<g class="${kind}">${labelled}<rect x="${start}%" y="${barTop}" width="${width}%" height="${isBeside ? 17 : 12}"/><text class="count" x="${start + width}%" dx="6" y="${isBeside ? top + 17 : top + 29}">${count}</text></g>\n`;
}

/** A share in whole percent; what is not nothing, or not all, is not said to be. */
export function percentText(count: number, total: number): string {
  if (total === 0 || count === 0) return '0 %';
  const percent = Math.round((100 * count) / total);
  if (percent === 0) return '<1 %';
  return percent === 100 && count < total ? '>99 %' : `${percent} %`;
}
