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

const read = (name) => readFileSync(new URL(`../fixtures/descriptors/${name}.yaml`, import.meta.url), 'utf8');
const college = read('award-college-scqf-5');
const employer = read('award-employer-third-party-rating');
/** The model without what is only of interest to other systems, as most real descriptors are: 5 to 6 KB. */
const model = read('model-data-for-communities')
  .replace(
    /^(keywords|subjectCodes|licence|needEvidence|occupations|grading|register|alignments|evidence|language):.*\n(?:[ ].*\n)*/gm,
    '',
  )
  .replace(/^ {4}(language|supervision|reassessment|characteristic):.*\n/gm, '')
  .replace(
    /^ {2}(staff|references|externalRole|verification|terms|technology|url|studyPattern|applicationDeadline):.*\n/gm,
    '',
  );

/** One of three templates with other facts in it, so that no two files are alike. */
function descriptor(number, pick, next) {
  const kind = next();
  const filled = kind < 0.2 ? fromModel(pick, next) : withoutTemplateFacts(kind < 0.6 ? college : employer);
  return filled
    .replace(/^#.*$/m, `# Course ${number} of the corpus; made by bench/make-corpus.js`)
    .replace(/^id: .*$/m, `id: corpus-${number}`)
    .replace(/^title: .*$/m, `title: ${pick(subjects)} ${pick(settings)} ${number}`)
    .replace(/(?<=[:[,] )(\d{4}-\d\d-\d\d)(?=[\s,\]}])|(?<=\[)(\d{4}-\d\d-\d\d)(?=[,\]])/g, '"$1$2"');
}

function withoutTemplateFacts(text) {
  return text.replace(/^version: .*$/m, 'version: "1.0"');
}

function fromModel(pick, next) {
  const points = 5 * (1 + Math.floor(next() * 6));
  const first = Math.floor(next() * verbs.length);
  const outcomes = [1, 2, 3, 4]
    .map(
      (index) =>
        `  - id: LO${index}\n    text: "${verbs[(first + index) % verbs.length]} ${pick(things)}, on a scale of ${1 + Math.floor(next() * 9)} cases."`,
    )
    .join('\n');
  const share = points * 2;
  return model
    .replace('10 credit points at', `${points} credit points at`)
    .replace('about 100 hours of study', `about ${points * 10} hours of study`)
    .replace('points: 10\n', `points: ${points}\n`)
    .replace('scheme: ECTS, points: 5', `scheme: ECTS, points: ${points / 2}`)
    .replace('notionalHours: 100', `notionalHours: ${points * 10}`)
    .replace('hours: 20, directed: true', `hours: ${share}, directed: true`)
    .replace('hours: 65, directed: false', `hours: ${points * 10 - share - 15}, directed: false`)
    .replace('hoursPerWeek: 10', `hoursPerWeek: ${points}`)
    .replace('contactHours: 20', `contactHours: ${share}`)
    .replace('selfStudyHours: 80', `selfStudyHours: ${points * 10 - share}`)
    .replace('countedCredit: 10', `countedCredit: ${points}`)
    .replace(/^outcomes:\n[\s\S]*?^assessment:/m, `outcomes:\n${outcomes}\nassessment:`);
}
