import type { FormatEntry } from './report-format.ts';

/** Every format that a report can be written in; the first is the default. */
export const reportFormats: readonly FormatEntry[] = [
  {
    name: 'text',
    summary: 'For people at a terminal: findings by file, the principles, and a summary.',
    load: () => import('./text.ts').then(({ text }) => text),
  },
  {
    name: 'json',
    summary: 'The whole report for machines; its JSON Schema is printed by `microcred schema report`.',
    load: () => import('./json.ts').then(({ json }) => json),
  },
  {
    name: 'html',
    summary: 'A page to read, print and sign: a statement for one descriptor, a portfolio for several.',
    load: () => import('./html.ts').then(({ html }) => html),
  },
  {
    name: 'markdown',
    summary: 'For a pull request, a wiki or a committee paper.',
    load: () => import('./markdown.ts').then(({ markdown }) => markdown),
  },
  {
    name: 'sarif',
    summary: 'SARIF 2.1.0 with everything that was judged, passes and open questions included.',
    load: () => import('./sarif.ts').then(({ sarif }) => sarif),
  },
  {
    name: 'code-scanning',
    summary: 'SARIF 2.1.0 with failures only, for services that take every result for an alert.',
    load: () => import('./sarif.ts').then(({ codeScanning }) => codeScanning),
  },
  {
    name: 'junit',
    summary: 'JUnit XML: a suite for each descriptor, a case for each requirement.',
    load: () => import('./junit.ts').then(({ junit }) => junit),
  },
  {
    name: 'checkstyle',
    summary: 'Checkstyle XML: what counts, by file.',
    load: () => import('./checkstyle.ts').then(({ checkstyle }) => checkstyle),
  },
  {
    name: 'github',
    summary: 'Workflow commands, which GitHub shows at the lines of a change.',
    load: () => import('./github.ts').then(({ github }) => github),
  },
  {
    name: 'gitlab',
    summary: 'Code quality for GitLab, with a fingerprint for each finding.',
    load: () => import('./gitlab.ts').then(({ gitlab }) => gitlab),
  },
  {
    name: 'rdjson',
    summary: 'For reviewdog, as one document.',
    load: () => import('./rdjson.ts').then(({ rdjson }) => rdjson),
  },
  {
    name: 'rdjsonl',
    summary: 'For reviewdog, one line for each finding.',
    load: () => import('./rdjsonl.ts').then(({ rdjsonl }) => rdjsonl),
  },
  {
    name: 'tap',
    summary: 'TAP 14: a point for each requirement of each descriptor.',
    load: () => import('./tap.ts').then(({ tap }) => tap),
  },
  {
    name: 'csv',
    summary: 'A table with a row for each finding, for spreadsheets.',
    load: () => import('./csv.ts').then(({ csv }) => csv),
  },
  {
    name: 'ndjson',
    summary: 'The report in lines of JSON, one for each descriptor; see `microcred schema result-line`.',
    load: () => import('./ndjson.ts').then(({ ndjson }) => ndjson),
  },
];
