import type { Framework } from '../../conformance/framework.ts';
import type { DescriptorReport, Report } from '../../report/report.ts';
import { type ConformanceVerdict, verdicts } from '../../report/verdict.ts';
import { incidentText } from '../incidents-text.ts';
import { scopeInFull } from '../scope-text.ts';
import { counted } from '../summary-text.ts';
import { verdictWords } from '../words.ts';
import { html, type Markup, prose, userText } from './markup.ts';
import { percentText } from './portfolio-charts.ts';
import { said } from './said.ts';

/** The head of a portfolio: what was judged, for which day and by what. */
export function portfolioHeader(report: Report): Markup {
  const { summary, date, frameworks } = report;
  const names = frameworks.map(
    ({ id, title, version }) =>
      html`<p class="under">${userText(title)} <small>(<code>${id}</code>, version ${version})</small></p>\n`,
  );
  return html`<header class="page-header">
<p class="kind">Portfolio of awards</p>
<h1>Conformance of ${counted(summary.descriptors, 'descriptor')}</h1>
<p class="under">Judged for ${date} by</p>
${names}
</header>`;
}

/** What keeps the run from being proof of anything; nothing when it is complete. */
export function incidentsNotice({ incidents }: Report): Markup | undefined {
  if (incidents.length === 0) return undefined;
  return html`<section class="incidents" aria-labelledby="incidents">
<h2 id="incidents"><span aria-hidden="true">✖</span> The run is incomplete</h2>
<p>What stands on this page is no proof of anything: ${counted(incidents.length, 'thing')} went wrong.</p>
<ul>${incidents.map((incident) => html`<li>${prose(incidentText(incident))}</li>\n`)}</ul>
</section>`;
}

/** How the descriptors came out, framework by framework, and what was looked at. */
export function* overview(report: Report): Generator<Markup> {
  yield html`<section aria-labelledby="verdicts">
<h2 id="verdicts">How they came out</h2>`;
  for (const [index, framework] of report.frameworks.entries()) {
    const counts = report.summary.verdicts[index]?.counts;
    if (counts !== undefined && report.descriptors.length > 0)
      yield frameworkOverview(framework, index, counts, report);
  }
  const { scope } = report;
  if (scope !== undefined) yield html`<p><b>${prose(scopeInFull(scope))}</b></p>`;
  yield html`<p>${lookedAt(report)}</p>
${waiverFileFindings(report)}</section>`;
}

type Counts = Readonly<Record<ConformanceVerdict, number>>;

function frameworkOverview({ title }: Framework, index: number, counts: Counts, report: Report): Markup {
  const total = report.descriptors.length;
  const heading = report.frameworks.length > 1 ? html`<h3>${userText(title)}</h3>\n` : undefined;
  const rows = verdicts.map(
    (verdict) =>
      html`<tr><th scope="row"><svg class="swatch" width="14" height="14" aria-hidden="true" focusable="false"><rect class="${verdict}" width="14" height="14"/></svg> ${said(verdictWords[verdict])}</th><td>${counts[verdict]}</td><td>${percentText(counts[verdict], total)}</td></tr>\n`,
  );
  return html`${heading}<p class="lead">${verdictSentence(counts, total)}</p>
<div class="chart-and-table">
${stackedBar(index, counts, total)}
<table class="figures">
<caption class="visually-hidden">Verdicts by ${title}</caption>
<thead><tr><th scope="col">Verdict</th><th scope="col">Number</th><th scope="col">Share</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</div>`;
}

const verbs: Readonly<Record<ConformanceVerdict, readonly [one: string, many: string]>> = {
  conforms: ['conforms', 'conform'],
  'conforms-with-advice': ['conforms with advice', 'conform with advice'],
  'conforms-with-waivers': ['conforms with waivers', 'conform with waivers'],
  undecided: ['is undecided', 'are undecided'],
  'does-not-conform': ['does not conform', 'do not conform'],
};

/** The numbers in words, those that are not nought; the plain verdict is always among them. */
function verdictSentence(counts: Counts, total: number): string {
  const parts = verdicts
    .filter((verdict) => counts[verdict] > 0 || verdict === 'conforms')
    .map((verdict) => {
      const number = counts[verdict];
      return `${number === 0 ? 'none' : number} ${verbs[verdict][number < 2 ? 0 : 1]}`;
    });
  const last = parts.pop() ?? '';
  const listed = parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
  return `Of ${counted(total, 'descriptor')}, ${listed}.`;
}

/** Shares from which a number, and a mark before it, have room in their part of the bar. */
const leastLabelled = 0.05;
const leastMarked = 0.12;
/** What is left free between two parts, as a share of the bar. */
const gap = 0.004;

function stackedBar(index: number, counts: Counts, total: number): Markup {
  let start = 0;
  const parts = verdicts.map((verdict) => {
    const share = counts[verdict] / total;
    if (share === 0) return undefined;
    const from = start;
    start += share;
    const label =
      share < leastLabelled
        ? undefined
        : html`<text class="${verdict}" x="${percent(from + share / 2)}" y="27" text-anchor="middle">${share < leastMarked ? '' : `${verdictWords[verdict].mark} `}${counts[verdict]}</text>`;
    return html`<rect class="${verdict}" x="${percent(from)}" width="${percent(Math.max(share - gap, gap))}" height="42"/>${label}\n`;
  });
  const words = verdicts
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => `${verdictWords[verdict].words}: ${counts[verdict]}`);
  return html`<svg class="stacked" role="img" aria-labelledby="bar-${index + 1} bar-${index + 1}-about" width="100%" height="42" focusable="false">
<title id="bar-${index + 1}">Verdicts on ${counted(total, 'descriptor')}</title>
<desc id="bar-${index + 1}-about">${words.join(', ')}.</desc>
${parts}</svg>`;
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}

function lookedAt({ summary, rules, descriptors }: Report): string {
  const { files, skipped, ignored } = summary;
  const unreadable = descriptors.filter(isUnreadable).length;
  const sentences = [
    `${counted(summary.descriptors, 'descriptor')} in ${counted(files, 'file')} ${summary.descriptors === 1 ? 'was' : 'were'} held against ${counted(rules.length, 'rule')}.`,
    unreadable === 0 ? '' : `Of these, ${unreadable} could not be read and so could not be judged.`,
    skipped === 0
      ? ''
      : `${counted(skipped, 'file')} without a descriptor ${skipped === 1 ? 'was' : 'were'} skipped.`,
    ignored === 0
      ? ''
      : `${counted(ignored, 'file')} ${ignored === 1 ? 'was' : 'were'} left out because ignore files say so.`,
    `${counted(summary.unanswered, 'question')} ${summary.unanswered === 1 ? 'waits' : 'wait'} for an answer of a person.`,
    summary.waived === 0
      ? ''
      : `${counted(summary.waived, 'finding')} ${summary.waived === 1 ? 'is' : 'are'} waived.`,
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function isUnreadable({ status }: DescriptorReport): boolean {
  return status === 'unreadable';
}

function waiverFileFindings({ findings }: Report): Markup | undefined {
  if (findings.length === 0) return undefined;
  const items = findings.map(
    ({ location, message, help }) =>
      html`<li><code>${location.path}</code>, line ${location.range.start.line}: ${prose(message)} ${prose(help)}</li>\n`,
  );
  return html`<h3>About files of waivers</h3>
<ul>${items}</ul>
`;
}
