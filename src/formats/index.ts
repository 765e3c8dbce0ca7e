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
];
