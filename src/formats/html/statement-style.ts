const frame = `
@media (min-width: 64rem) {
  body { display: grid; grid-template-columns: minmax(0, 13rem) minmax(0, 1fr); column-gap: 3rem; }
  .skip, .page-header, .page-footer { grid-column: 1 / -1; }
  .contents { position: sticky; top: 0; align-self: start; padding-top: 1rem; max-height: 100vh; overflow-y: auto; }
  main { min-width: 0; }
}
.page-header { border-bottom: 1px solid var(--rule); }
.contents ul { list-style: none; margin: 1rem 0; padding: 0; }
.contents li { margin: 0; }
.contents a { display: inline-block; padding: .25rem 0; text-decoration: none; font-size: .9375rem; }
.contents a:hover { text-decoration: underline; }
@media (max-width: 63.99rem) { .contents ul { columns: 2 14rem; } }
main > section:first-child > h2 { border-top: 0; margin-top: 1.25rem; padding-top: 0; }
.path, .digest { font-family: var(--mono); font-size: .875em; overflow-wrap: anywhere; }
.digest { background: none; padding: 0; }
`;

const verdicts = `
.verdict, .notice { border: 1px solid var(--tone); border-left-width: .5rem; background: var(--wash); padding: 1rem 1.25rem; margin: 1rem 0; }
.verdict .of { margin: 0; font-size: .9375rem; color: var(--quiet); }
.verdict .outcome { margin: .1rem 0 .25rem; font: 600 1.875rem/1.2 var(--serif); }
.verdict .lead { margin: .75rem 0 0; font-weight: 600; }
.verdict ul { margin: .25rem 0; padding-left: 1.25rem; }
.verdict li { margin: .2rem 0; }
.in-short { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: 1rem 2rem; margin: 1.5rem 0; }
.in-short dt { font-weight: 600; font-family: var(--serif); font-size: 1.0625rem; color: var(--accent); border-bottom: 1px solid var(--rule); padding-bottom: .25rem; }
.in-short :is(ol, ul) { padding-left: 1.25rem; margin: .5rem 0; }
.in-short li { margin: .25rem 0; }
.in-short ul { list-style: none; padding-left: 0; }
`;

const facts = `
.first-facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: 0 2rem; border-block: 1px solid var(--rule); padding: 1rem 0; margin: 1rem 0; }
.first-facts dt { font-size: .875rem; letter-spacing: .06em; text-transform: uppercase; color: var(--quiet); }
.first-facts dd p { font: 600 1.125rem/1.35 var(--serif); margin: .2rem 0; }
.first-facts .statement { font: inherit; font-size: .9375rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); gap: 0 2rem; }
.facts > div, .provenance > div { display: grid; grid-template-columns: minmax(0, 9rem) minmax(0, 1fr); gap: .75rem; padding: .35rem 0; border-bottom: 1px solid var(--rule); }
.facts dt, .provenance dt { color: var(--quiet); }
.provenance dd { overflow-wrap: anywhere; }
@media (max-width: 26rem) { .facts > div, .provenance > div { grid-template-columns: minmax(0, 1fr); gap: 0; } }
`;

const findings = `
.findings, .requirements, .questions { list-style: none; padding: 0; margin: .5rem 0; }
.findings { counter-reset: finding; }
.findings > li { counter-increment: finding; position: relative; padding: .75rem 0 .75rem 2.75rem; border-top: 1px solid var(--rule); max-width: none; }
.findings > li::before { content: counter(finding); position: absolute; left: 0; top: .8rem; width: 1.75rem; padding: .1rem 0; text-align: center; font-size: .875rem; font-weight: 600; line-height: 1.35; color: var(--tone); border: 1px solid var(--tone); border-radius: 2px; }
.message { font-weight: 600; margin: 0 0 .15rem; }
.findings p { margin: .2rem 0; }
.place, .why, .basis, .asserted, .guidance, .about, .line { color: var(--quiet); }
.place, .why, .asserted, .guidance, details { font-size: .9375rem; }
.mend b, .why b, .waiver b { font-weight: 600; }
.sources { margin: .25rem 0 .5rem; padding-left: 1.25rem; }
.sources li { margin: .2rem 0; }
.principles tbody th { font-weight: normal; min-width: 10rem; }
.principles thead th.number { min-width: 4.25rem; line-height: 1.25; }
.principles td:nth-child(2) { min-width: 9rem; }
.weight { font-size: .9375rem; }
.none { color: var(--quiet); font-weight: normal; }
`;

const requirements = `
.principle h3 { margin-top: 2.25rem; }
.about, .together { margin: .15rem 0; }
.requirements { margin-top: .75rem; }
.requirement { display: grid; grid-template-columns: minmax(0, 10rem) minmax(0, 1fr); gap: 0 1.25rem; padding: .75rem 0 .75rem .75rem; border-top: 1px solid var(--rule); border-left: 3px solid var(--tone); max-width: none; margin-bottom: 2px; }
.requirement p { margin: 0; }
.requirement .text { font-weight: 600; }
.requirement .of > * + * { margin-top: .3rem; }
.requirement .message { font-weight: normal; }
.requirement details p { margin: .3rem 0; }
.standing { line-height: 1.4; }
blockquote { margin: .5rem 0; padding-left: 1rem; border-left: 3px solid var(--rule); }
.evidence { margin: .4rem 0; font-size: .9375rem; }
.evidence > div { display: grid; grid-template-columns: minmax(0, 19rem) minmax(0, 1fr); gap: 0 1rem; padding: .2rem 0; }
.evidence dd { max-width: 40rem; }
.line { font-size: .875rem; white-space: nowrap; }
@media (max-width: 40rem) {
  .requirement, .evidence > div { grid-template-columns: minmax(0, 1fr); }
  .evidence dd { padding-left: .75rem; border-left: 2px solid var(--rule); }
}
`;

const questions = `
.questions { counter-reset: question; }
.question { counter-increment: question; padding: 1rem 0 1rem .75rem; border-top: 1px solid var(--rule); border-left: 3px solid var(--tone); max-width: none; margin-bottom: 2px; }
.question p { margin: .2rem 0; }
.question .asked { font: 600 1.0625rem/1.35 var(--serif); }
.asked::before { content: counter(question) ". "; }
.answer { background: var(--panel); padding: .6rem .9rem; margin: .5rem 0; max-width: 46rem; }
.remark { font-style: italic; }
.fill-in, .paper-only { display: none; }
.sign-off table { width: 100%; }
.sign-off .sign { width: 30%; }
.sign-off th:first-child { width: 22%; }
.sign-off td:nth-child(3) { white-space: nowrap; }
.sign-off .to-fill td { height: 2.5rem; }
@media print {
  .page-header { padding-bottom: 3mm; }
  .verdict { padding: 3mm 5mm; break-inside: avoid; }
  .about, .together { break-after: avoid; }
  .requirement details { display: none; }
  .findings > li, .requirement, .question, .in-short > div { break-inside: avoid; }
  .principles { font-size: 8.5pt; width: 100%; }
  .principles th, .principles td { padding: 1mm 1.2mm; }
  .principles thead th.number, .principles tbody th, .principles td:nth-child(2) { min-width: 0; }
  .requirement { grid-template-columns: 27mm minmax(0, 1fr); padding-block: 1.6mm; gap: 0 3mm; font-size: 8.75pt; }
  .requirement .asserted, .evidence, .findings p, .findings details, .guidance { font-size: 8.25pt; }
  .findings .message { font-size: 9.5pt; }
  .requirement .of > * + * { margin-top: .4mm; }
  .requirement .text, .requirement .asserted { display: inline; }
  .requirement .asserted::before { content: " · "; }
  .evidence, .evidence > div, .evidence dt, .evidence dd, .evidence + .note:not(.not-stated) { display: inline; padding: 0; margin: 0; border: 0; }
  .evidence dt::after { content: ": "; }
  .evidence > div:not(:last-child) dd::after { content: "; "; color: var(--quiet); }
  .evidence code { background: none; padding: 0; }
  .evidence + .note:not(.not-stated)::before { content: " "; }
  .findings summary { display: none; }
  .question { padding-block: 2mm; }
  .note { margin: 1mm 0; }
  .evidence + .note, .not-stated { font-size: 8.25pt; }
  #facts + .note { break-after: avoid; }
  .findings > li { padding-block: 2mm; }
  .first-facts { grid-template-columns: 1fr 1fr 1.4fr; padding: 2mm 0; break-inside: avoid; }
  .facts { grid-template-columns: 1fr 1fr; }
  .facts > div { grid-template-columns: 28mm minmax(0, 1fr); }
  .facts > div, .provenance > div { padding: .6mm 0; }
  #facts { margin-bottom: 1mm; }
  .in-short { grid-template-columns: 1.3fr 1fr 1.2fr; margin: 4mm 0; gap: 3mm 6mm; }
  .paper-only { display: block; }
  .fill-in { display: block; margin-top: 2mm; }
  .fill-in .choices span { margin-right: 8mm; }
  .fill-in .rule { border-bottom: .3mm solid var(--edge); padding-top: 4mm; margin: 0; color: var(--quiet); font-size: 8pt; }
  .fill-in .halves { display: grid; grid-template-columns: 2fr 1fr; gap: 5mm; }
  .sign-off { break-inside: avoid; }
  .sign-off tbody tr { height: 11mm; }
}
`;

/** What a statement looks like beside the base style of every page. */
export const statementStyle: string = frame + verdicts + facts + findings + requirements + questions;
