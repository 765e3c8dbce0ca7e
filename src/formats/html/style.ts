/**
 * The colours of every page, by what they are for; a further style may use them, and may use no others for text. Each
 * text colour has a contrast of 4.5:1 at least on `--paper`, `--panel` and its own wash; each mark and line that means
 * something 3:1.
 */
const tokens = `
:root {
  color-scheme: light dark;
  --paper: #fff; --panel: #f6f5f1; --ink: #1c2128; --quiet: #545c68; --rule: #d5d3cb; --edge: #7d7f80;
  --accent: #1b3a6b; --link: #1b4f9c; --focus: #b4490d;
  --good: #1a6437; --good-wash: #eaf4ed; --bad: #a01c26; --bad-wash: #fbecec;
  --caution: #7a4d00; --caution-wash: #fbf2de; --open: #1d4f8f; --open-wash: #e9f0f9;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, Charter, Georgia, "Liberation Serif", serif;
  --sans: -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #15181d; --panel: #1e2229; --ink: #e7e6e2; --quiet: #aab0ba; --rule: #3a404a; --edge: #858c97;
    --accent: #b9cdf0; --link: #9fc2f7; --focus: #ffb074;
    --good: #85d3a1; --good-wash: #172a1f; --bad: #ff9f9a; --bad-wash: #341a1c;
    --caution: #eec06c; --caution-wash: #2e2513; --open: #9cc4f7; --open-wash: #182536;
  }
}
.tone-good { --tone: var(--good); --wash: var(--good-wash); }
.tone-bad { --tone: var(--bad); --wash: var(--bad-wash); }
.tone-caution { --tone: var(--caution); --wash: var(--caution-wash); }
.tone-open { --tone: var(--open); --wash: var(--open-wash); }
.tone-quiet { --tone: var(--quiet); --wash: var(--panel); }
`;

const type = `
*, ::before, ::after { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem); max-width: 78rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 var(--sans); overflow-wrap: break-word; }
h1, h2, h3 { font-family: var(--serif); line-height: 1.2; color: var(--accent); text-wrap: balance; overflow-wrap: anywhere; }
h1 { font-size: clamp(1.75rem, 1.2rem + 2.2vw, 2.75rem); font-weight: 600; margin: .25rem 0 .5rem; letter-spacing: -.01em; }
h2 { font-size: 1.625rem; font-weight: 600; margin: 3rem 0 1rem; padding-top: .75rem; border-top: 2px solid var(--accent); }
h3 { font-size: 1.1875rem; font-weight: 600; margin: 2rem 0 .5rem; }
p, ul, ol, dl { margin: .5rem 0; }
p, li, dd { max-width: 46rem; }
dd { margin: 0; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: .06em; }
a:hover { text-decoration-thickness: .14em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
main:focus { outline: none; }
bdi { overflow-wrap: anywhere; }
code { font: .875em var(--mono); background: var(--panel); padding: .05em .25em; border-radius: 2px; unicode-bidi: isolate;
  overflow-wrap: anywhere; }
q { quotes: "“" "”" "‘" "’"; }
.note, .absent { color: var(--quiet); }
.note { font-size: .9375rem; }
.absent { font-style: italic; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
`;

const parts = `
.skip { position: absolute; left: -100vw; top: 0; padding: .75rem 1rem; background: var(--accent); color: var(--paper); z-index: 9; }
.skip:focus { left: 0; }
.page-header { padding: 2.5rem 0 1rem; }
.page-header .kind { margin: 0; font-size: .875rem; letter-spacing: .09em; text-transform: uppercase; color: var(--quiet); }
.page-header .under { font-size: 1.0625rem; color: var(--quiet); margin: 0; }
.page-header .back { margin: 0 0 1.5rem; }
.page-footer { margin: 4rem 0 2rem; padding-top: .75rem; border-top: 1px solid var(--rule); font-size: .875rem; color: var(--quiet); }
.page-footer p { max-width: none; }
.said { color: var(--tone); font-weight: 600; }
.said .mark { display: inline-block; min-width: 1em; text-align: center; font-family: "DejaVu Sans", "Segoe UI Symbol", var(--sans); }
table { border-collapse: collapse; font-size: .9375rem; line-height: 1.4; }
caption { text-align: left; font-weight: 600; padding: .25rem 0 .5rem; }
th, td { padding: .45rem .75rem; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
th:first-child, td:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; }
thead th { vertical-align: bottom; font-weight: 600; border-bottom: 1px solid var(--edge); }
tfoot th, tfoot td { border-top: 1px solid var(--edge); border-bottom: 0; font-weight: 600; }
th.number, td.number { text-align: right; }
.scroll { overflow-x: auto; max-width: 100%; }
summary { cursor: pointer; color: var(--link); width: fit-content; padding-block: .15rem; }
summary:hover { text-decoration: underline; text-underline-offset: .15em; }
`;

/** What every page looks like: colours, type, and the parts that statements and portfolios share. */
export const baseStyle: string = tokens + type + parts;
