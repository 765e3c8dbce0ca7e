import { standingWords } from '../words.ts';
import { portfolioPrintStyle } from './portfolio-print-style.ts';

/** The marks of the heat map, which need no room in each of its cells; they are not read out, for the cells have words. */
const marks = Object.entries(standingWords)
  .map(
    ([kind, { mark }]) =>
      `td.${kind}::before,.legend .${kind}::before{content:"${mark}";content:"${mark}" / ""}`,
  )
  .join('\n');

const charts = `
.portfolio .visually-hidden { position: absolute; width: 1px; height: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.chart-and-table { display: grid; gap: 1rem 2.5rem; align-items: start; grid-template-columns: minmax(0, 1fr); }
@media (min-width: 46rem) { .chart-and-table { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
@media (min-width: 60rem) { .chart-and-table { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); } }
.chart, .stacked { display: block; overflow: visible; font-size: .8125rem; font-variant-numeric: tabular-nums; }
.chart text { fill: var(--ink); }
.chart .count { font-weight: 600; }
.chart rect { fill: var(--accent); }
.chart .others rect { opacity: .7; }
.chart .not-stated rect { fill: none; stroke: var(--accent); stroke-dasharray: 3 2; }
.chart .not-stated text, .chart .others text { font-style: italic; }
.stacked { font-size: .9375rem; font-weight: 600; }
.swatch { vertical-align: -.1em; margin-right: .35rem; overflow: visible; }
.conforms { --tone: var(--good); --wash: var(--good); --on: var(--paper); }
.conforms-with-advice { --tone: var(--good); --wash: var(--good-wash); }
.conforms-with-waivers { --tone: var(--caution); --wash: var(--caution-wash); }
.undecided { --tone: var(--open); --wash: var(--open-wash); }
.does-not-conform { --tone: var(--bad); --wash: var(--bad); --on: var(--paper); }
.stacked rect, .swatch rect { fill: var(--wash); stroke: var(--tone); }
.stacked text { fill: var(--on, var(--tone)); }
table.figures { width: 100%; font-size: .875rem; }
.figures td, .figures thead th + th { text-align: right; width: 1%; font-variant-numeric: tabular-nums; white-space: nowrap; }
.figures tbody th { font-weight: normal; overflow-wrap: anywhere; }
.figures th, .figures td { padding: .2rem 0 .2rem 1rem; }
.figures th:first-child { padding-left: 0; }
.distribution { margin-block: 1.75rem; }
.distribution h3 { margin-bottom: .5rem; }
`;

const heatMap = `
.scroll { overflow: auto; max-width: 100%; }
.heat { margin-block: 1.5rem; }
.heat-map { border-collapse: separate; border-spacing: 0; font-size: .875rem; line-height: 1.25; }
.heat-map th, .heat-map td { border: 0; padding: 0; }
.heat-map thead th { vertical-align: bottom; background: var(--paper); font-weight: normal; border-bottom: 1px solid var(--rule); }
.heat-map thead th + th > span { display: inline-block; writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; max-height: 15rem; padding: .375rem .25rem; }
.heat-map tbody th { text-align: left; font-weight: normal; min-width: min(13rem, 42vw); max-width: 26rem; padding: 0 .75rem 0 0; vertical-align: middle; overflow-wrap: anywhere; background: var(--paper); border-bottom: 1px solid var(--rule); }
.heat-map td { width: 2.25rem; min-width: 2.25rem; height: 1.75rem; text-align: center; vertical-align: middle; border: 1px solid var(--paper); position: relative; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.heat-map td i, .legend li > i:empty { font-style: normal; }
.heat-map td i { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.heat-map td, .legend i { background: var(--wash); color: var(--tone); }
.met { --tone: var(--good); --wash: var(--good-wash); }
.not-met { --tone: var(--paper); --wash: var(--bad); font-weight: 700; }
.partly-met { --tone: var(--bad); --wash: var(--bad-wash); font-weight: 700; }
.not-followed { --tone: var(--caution); --wash: var(--caution-wash); font-weight: 700; }
.waived { --tone: var(--caution); --wash: var(--caution-wash); }
.to-judge, .untested { --tone: var(--open); --wash: var(--open-wash); }
.cannot-be-told { --tone: var(--open); --wash: var(--paper); }
.heat-map .cannot-be-told, .legend .cannot-be-told { outline: 1.5px dashed var(--tone); outline-offset: -3px; }
.does-not-apply { --tone: var(--quiet); --wash: var(--panel); }
.legend { display: flex; flex-wrap: wrap; gap: .4rem 1.25rem; padding: 0; margin: .75rem 0; list-style: none; font-size: .875rem; }
.legend i { display: inline-block; width: 1.75rem; text-align: center; border-radius: 2px; margin-right: .25rem; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
@media (min-width: 48rem) and (min-height: 40rem) {
  .scroll.tall { max-height: 85vh; }
  .tall thead th { position: sticky; top: 0; z-index: 2; }
  .tall thead th:first-child { left: 0; z-index: 3; }
  .tall tbody th { position: sticky; left: 0; z-index: 1; }
}
`;

const lists = `
.failures { padding-left: 0; list-style: none; counter-reset: failure; }
.failures > li { counter-increment: failure; position: relative; padding: .9rem 0 .9rem 2.5rem; border-top: 1px solid var(--rule); break-inside: avoid; }
.failures > li::before { content: counter(failure); position: absolute; left: 0; top: .9rem; font-variant-numeric: tabular-nums; color: var(--quiet); }
.failures h3 { margin: 0 0 .25rem; font-size: 1.0625rem; }
.failures p { margin: .2rem 0; }
.share { display: grid; grid-template-columns: minmax(4rem, 16rem) 1fr; gap: .75rem; align-items: center; }
.share-bar { display: block; }
.share-bar rect { fill: var(--accent); }
.share-bar .track { fill: var(--rule); }
ul.names { display: flex; flex-wrap: wrap; gap: .1rem 1rem; margin: .3rem 0; padding: 0; list-style: none; font-size: .875rem; }
.names li { overflow-wrap: anywhere; }
.names a, .heat-map tbody a, #descriptors tbody a { display: inline-block; padding-block: .15rem; min-height: 24px; }
.statement { border-top: 1px solid var(--rule); padding-block: .6rem; overflow-wrap: anywhere; }
.statement summary { cursor: pointer; }
.statement h3 { display: inline; margin: 0; font-size: 1.0625rem; }
section.statement > h3 { display: block; }
.statement p { margin-block: .4rem; }
.statement .findings { margin-block: .4rem; padding-left: 1.25rem; }
.facts { color: var(--quiet); }
.provenance dl > div { display: grid; grid-template-columns: minmax(0, 13rem) minmax(0, 1fr); gap: 0 1rem; padding-block: .25rem; border-top: 1px solid var(--rule); }
.provenance dt { color: var(--quiet); }
.provenance dd { margin: 0; overflow-wrap: anywhere; }
.provenance dd p { margin: 0; }
.digest, .path { font-family: var(--mono); font-size: .8125em; overflow-wrap: anywhere; }
.files li { overflow-wrap: anywhere; margin-block: .2rem; }
.incidents { border: 2px solid var(--bad); border-left-width: .6rem; padding: .25rem 1rem; margin-block: 1.5rem; }
.incidents h2 { color: var(--bad); margin-top: .5rem; }
.lead { font-size: 1.1875rem; margin-bottom: 1rem; }
@media (max-width: 30rem) { .provenance dl > div { grid-template-columns: minmax(0, 1fr); } .share { grid-template-columns: minmax(0, 1fr); gap: .2rem; } }
`;

const table = `
#descriptors { font-size: .875rem; line-height: 1.35; }
#descriptors th, #descriptors td { padding: .4rem .5rem; }
#descriptors th:first-child { padding-left: 0; }
#descriptors tbody th { font-weight: normal; min-width: 14rem; }
#descriptors .path { display: block; color: var(--quiet); }
#descriptors .number { text-align: right; font-variant-numeric: tabular-nums; }
#descriptors td.number { white-space: nowrap; }
#descriptors td:nth-child(2) { min-width: 9rem; overflow-wrap: anywhere; }
#descriptors thead th { vertical-align: bottom; font-weight: 600; white-space: normal; min-width: 4.25rem; }
#descriptors .verdict { min-width: 10.5rem; }
#descriptors thead small { display: block; font-weight: normal; }
#descriptors th button { font: inherit; color: inherit; background: none; border: 0; padding: .25rem 0; margin: 0; text-align: inherit; cursor: pointer; min-height: 24px; }
#descriptors th button::after { content: " ↕"; content: " ↕" / ""; color: var(--quiet); }
#descriptors [aria-sort=ascending] button::after { content: " ↑"; content: " ↑" / ""; color: inherit; }
#descriptors [aria-sort=descending] button::after { content: " ↓"; content: " ↓" / ""; color: inherit; }
#filter { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: end; margin-block: 1rem; }
#filter:empty { display: none; }
#filter label { display: block; font-size: .875rem; }
#filter input, #filter select { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--edge); border-radius: 2px; padding: .35rem .5rem; min-height: 2.25rem; max-width: 100%; box-sizing: border-box; }
#filter > div { max-width: 100%; }
#filter input { width: 22rem; }
#filter-count { margin: 0; padding-block: .4rem; font-size: .875rem; }
@media screen {
  #descriptors.long, .long thead, .long tbody { display: block; }
  .long tr { display: flex; width: max-content; min-width: 100%; }
  .long tr[hidden] { display: none; }
  .long tbody tr { content-visibility: auto; contain-intrinsic-size: auto 3.5rem; }
  .long th, .long td { flex: 0 0 5.5rem; }
  #descriptors.long thead th { align-self: stretch; align-content: end; }
  #descriptors.long th:first-child { flex: 1 0 16rem; }
  #descriptors.long th:nth-child(2), #descriptors.long td:nth-child(2), #descriptors.long .verdict { flex-basis: 11rem; }
}
.unread { color: var(--bad); }
.none { color: var(--quiet); }
`;

/** What a portfolio looks like, beside the base style of every page. */
export const portfolioStyle: string = charts + heatMap + marks + lists + table + portfolioPrintStyle;
