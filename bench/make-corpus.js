import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
function numbersFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const subjects = [
  'Data Analysis',
  'Community Leadership',
  'Food Hygiene',
  'Renewable Energy',
  'Digital Accessibility',
  'Social Care',
  'Project Management',
  'Creative Writing',
];
const settings = [
  'for Community Projects',
  'in Small Enterprises',
  'for Public Bodies',
  'in Rural Scotland',
  'for Volunteers',
  'in Practice',
];
const verbs = ['Analyse', 'Evaluate', 'Apply', 'Design', 'Explain', 'Compare', 'Present', 'Plan'];
const things = [
  'the needs of a community group',
  'a small set of data from practice',
  'methods that suit a given question',
  'the limits of the evidence at hand',
  'a plan with costs and risks',
];

/**
 * Writes `count` valid descriptors of 3 to 6 KB, the same ones for the same seed: with comments, block scalars, quoted
 * texts, lists of maps and flow collections. Dates stand in quotes, because older parsers make something else of plain ones.
 */
export function makeCorpus(folder, count, seed = 1) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const next = numbersFrom(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  for (let number = 0; number < count; number++) {
    writeFileSync(
      join(folder, `course-${String(number).padStart(6, '0')}.yaml`),
      descriptor(number, pick, next),
    );
  }
}

const model = readFileSync(
  new URL('../fixtures/descriptors/model-data-for-communities.yaml', import.meta.url),
  'utf8',
);

/** The model with other facts in it, so that no two files are alike and every size between 3 and 6 KB occurs. */
function descriptor(number, pick, next) {
  const points = 5 * (1 + Math.floor(next() * 6));
  const title = `${pick(subjects)} ${pick(settings)} ${number}`;
  const outcomes = [1, 2, 3, 4]
    .map(
      (index) =>
        `  - id: LO${index}\n    text: "${pick(verbs)} ${pick(things)}, on a scale of ${1 + Math.floor(next() * 9)} cases."`,
    )
    .join('\n');
  const share = Math.round(points * 10 * 0.2);
  const changed = model
    .replace(/^# The model.*$/m, `# Course ${number} of the corpus; made by bench/make-corpus.js`)
    .replace('id: example-data-for-communities', `id: corpus-${number}`)
    .replaceAll('Data Analysis for Community Projects', title)
    .replace('10 credit points at', `${points} credit points at`)
    .replace('about 100 hours of study', `about ${points * 10} hours of study`)
    .replace(
      'points: 10\n  scheme: SCQF\n  equivalents: [{ scheme: ECTS, points: 5 }]',
      `points: ${points}\n  scheme: SCQF\n  equivalents: [{ scheme: ECTS, points: ${points / 2} }]`,
    )
    .replace('notionalHours: 100', `notionalHours: ${points * 10}`)
    .replace('hours: 20, directed: true', `hours: ${share}, directed: true`)
    .replace('hours: 65, directed: false', `hours: ${points * 10 - share - 15}, directed: false`)
    .replace('weeks: 10\n  hoursPerWeek: 10', `weeks: 10\n  hoursPerWeek: ${points}`)
    .replace(
      'contactHours: 20\n  selfStudyHours: 80',
      `contactHours: ${share}\n  selfStudyHours: ${points * 10 - share}`,
    )
    .replace('countedCredit: 10', `countedCredit: ${points}`)
    .replace(/^outcomes:\n[\s\S]*?^assessment:/m, `outcomes:\n${outcomes}\nassessment:`)
    .replace(/(?<=[:[,] )(\d{4}-\d\d-\d\d)(?=[\s,\]])|(?<=\[)(\d{4}-\d\d-\d\d)(?=[,\]])/g, '"$1$2"');
  return next() < 0.6 ? changed : withoutExtras(changed);
}

/** A shorter descriptor, as most real ones are: without what is only of interest to other systems. */
function withoutExtras(text) {
  return text
    .replace(/^(keywords|subjectCodes|licence|needEvidence|occupations|employerInput|evidence):.*\n/gm, '')
    .replace(/^ {4}(language|supervision|identityCheck|reassessment):.*\n/gm, (line) =>
      line.includes('identityCheck') ? line : '',
    );
}
