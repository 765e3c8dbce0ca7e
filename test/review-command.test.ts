import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import type { Io } from '../src/cli/io.ts';
import type { Prompter } from '../src/cli/prompter.ts';
import { type ReviewOptions, review } from '../src/cli/review-command.ts';
import { rawCharacters, runInProcess, workFolder } from './cli-case.ts';

const model = readFileSync('fixtures/descriptors/model-data-for-communities.yaml', 'utf8');
const hostile = [
  'microcred: 1',
  'id: x-1',
  'title: "<script>\\u202e\\u001b[31m\\n# forged"',
  'credit: { points: 10 }',
  '',
].join('\n');
const severalDocuments =
  'microcred: 1\nid: award-a\ntitle: A\n---\nmicrocred: 1\nid: award-b\ntitle: B\n---\nmicrocred: 1\ntitle: C\n';

const folderWith = (files: Record<string, string> = {}): string =>
  workFolder({
    files: { 'model.yaml': model, 'hostile.yaml': hostile, 'several.yaml': severalDocuments, ...files },
  });
const run = (folder: string, ...args: string[]) => runInProcess({ args: ['review', ...args] }, folder);
const textOf = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');
const dataOf = (folder: string, file = 'model.review.yaml') => parse(textOf(folder, file));

const byMorag = ['--reviewer', 'Morag Example', '--role', 'Quality Officer', '--date', '2026-11-20'];
const levelMet = ['--answer', 'level-fits-the-outcomes=met'];

describe('review --answer', () => {
  it('writes the answer beside the descriptor, signed and with a digest of what was reviewed', async () => {
    const folder = folderWith();
    const { exitCode, stdout, stderr } = await run(folder, 'model.yaml', ...byMorag, ...levelMet);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toBe('Wrote model.review.yaml: 1 of 14 questions answered, 13 open.\n');
    expect(dataOf(folder)).toEqual({
      review: 1,
      descriptor: 'example-data-for-communities',
      reviewer: 'Morag Example',
      role: 'Quality Officer',
      date: '2026-11-20',
      file: { path: 'model.yaml', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      answers: [
        {
          requirement: 'level-fits-the-outcomes',
          question: 'Is the level right for the learning outcomes?',
          outcome: 'met',
          reviewed: expect.stringMatching(/^[0-9a-f]{32}$/),
        },
      ],
    });
  });

  it('says whose answer it replaces', async () => {
    const folder = folderWith();
    await run(folder, 'model.yaml', ...byMorag, '--answer', 'level-fits-the-outcomes=met:Compared.');
    const { stdout } = await run(
      folder,
      'model.yaml',
      '--reviewer',
      'Bo',
      '--date',
      '2026-11-21',
      ...levelMet,
    );
    expect(stdout).toBe(
      'Replaced level-fits-the-outcomes: met, by Morag Example on 2026-11-20 (“Compared.”).\nWrote model.review.yaml: 1 of 14 questions answered, 13 open.\n',
    );
  });

  it('counts in a check, and is told there to be stale when what it concerns changes', async () => {
    const folder = folderWith();
    await run(folder, 'model.yaml', ...byMorag, ...levelMet, '--answer', 'assessment-is-valid=met');
    const check = async () =>
      (await runInProcess({ args: ['check', '-f', 'json', 'model.yaml'] }, folder)).stdout;
    const outcomeOf = (report: string, id: string) =>
      JSON.parse(report).descriptors[0].conformance[0].requirements.find(
        (one: { requirement: string }) => one.requirement === id,
      ).outcome;
    expect(outcomeOf(await check(), 'assessment-is-valid')).toBe('reviewed');
    writeFileSync(join(folder, 'model.yaml'), model.replace('weight: 70', 'weight: 71'));
    const after = await check();
    expect(outcomeOf(after, 'assessment-is-valid')).toBe('needsReview');
    expect(outcomeOf(after, 'level-fits-the-outcomes')).toBe('reviewed');
  });

  it('takes a remark with colons, equals signs and line ends', async () => {
    const folder = folderWith();
    await run(
      folder,
      'model.yaml',
      ...byMorag,
      '--answer',
      'assessment-is-valid=partly: A=B: see "x"\r\n# not a comment',
    );
    expect(dataOf(folder).answers[0]).toMatchObject({
      outcome: 'partly',
      remark: 'A=B: see "x"\n# not a comment',
    });
  });

  it('replaces an answer, and keeps comments and the other answers', async () => {
    const folder = folderWith();
    await run(
      folder,
      'model.yaml',
      ...byMorag,
      ...levelMet,
      '--answer',
      'pathways-are-real=not-met:None exists.',
    );
    const before = textOf(folder, 'model.review.yaml').replace(
      'answers:',
      '# Minutes of 20 November.\nanswers:',
    );
    writeFileSync(join(folder, 'model.review.yaml'), before);
    await run(
      folder,
      'model.yaml',
      '--date',
      '2026-12-01',
      '--reviewer',
      'Iain Example',
      '--answer',
      'pathways-are-real=met',
    );
    const [level, pathways] = dataOf(folder).answers;
    expect(level).toEqual(parse(before).answers[0]);
    expect(pathways).toMatchObject({ outcome: 'met', reviewer: 'Iain Example', date: '2026-12-01' });
    expect(pathways).not.toHaveProperty('remark');
    expect(pathways).not.toHaveProperty('role');
    expect(textOf(folder, 'model.review.yaml')).toContain('# Minutes of 20 November.\n');
    expect(dataOf(folder).reviewer).toBe('Morag Example');
  });

  it('takes the reviewer whom the review names', async () => {
    const folder = folderWith();
    await run(folder, 'model.yaml', ...byMorag, ...levelMet);
    const { exitCode } = await run(
      folder,
      'model.yaml',
      '--date',
      '2026-11-20',
      '--answer',
      'pathways-are-real=met',
    );
    expect(exitCode).toBe(0);
    expect(Object.keys(dataOf(folder).answers[1])).toEqual([
      'requirement',
      'question',
      'outcome',
      'reviewed',
    ]);
  });

  it("does not make another's unsigned answers its own", async () => {
    const folder = folderWith();
    await run(folder, 'model.yaml', '--export');
    const filled = textOf(folder, 'model.review.yaml').replace('outcome: #', 'outcome: met #');
    writeFileSync(join(folder, 'model.review.yaml'), filled);
    await run(folder, 'model.yaml', ...byMorag, ...levelMet);
    const data = dataOf(folder);
    expect(data.reviewer).toBeNull();
    expect(data.answers[0]).not.toHaveProperty('reviewer');
    expect(data.answers[2]).toMatchObject({
      reviewer: 'Morag Example',
      role: 'Quality Officer',
      date: '2026-11-20',
    });
  });

  it('writes to the file that --output names, with the way from there to the descriptor', async () => {
    const folder = folderWith({ 'panel/minutes.txt': '' });
    const { stdout } = await run(
      folder,
      'model.yaml',
      ...byMorag,
      ...levelMet,
      '--output',
      'panel/model.yaml',
    );
    expect(stdout).toContain('Wrote panel/model.yaml:');
    expect(dataOf(folder, 'panel/model.yaml').file.path).toBe('../model.yaml');
    expect(existsSync(join(folder, 'model.review.yaml'))).toBe(false);
  });

  it('takes a descriptor with faults of form', async () => {
    const folder = folderWith();
    const { exitCode } = await run(folder, 'misspelt.yaml', ...byMorag, ...levelMet);
    expect(exitCode).toBe(0);
  });

  it('leaves nothing behind but the review', async () => {
    const folder = folderWith();
    const before = readdirSync(folder);
    await run(folder, 'model.yaml', ...byMorag, ...levelMet);
    expect(readdirSync(folder).filter((name) => !before.includes(name))).toEqual(['model.review.yaml']);
  });
});

/** An empty review as it begins, but for the first line. */
const startOfExport = [
  'descriptor: example-data-for-communities',
  'reviewer: # the name of the person who answers',
  'role: # in what capacity, such as Quality Officer',
  'date: # the day of the answers, as YYYY-MM-DD',
  'file:',
  '  path: model.yaml',
  expect.stringMatching(/^ {2}sha256: [0-9a-f]{64}$/),
  'answers:',
  '  # ---- Question 1 of 14: Shared language and definition (mandatory) ----',
  '  # Weigh its size, whether it bears credit, and whether it is assessed; do not go by what sells.',
  '  # From model.yaml:',
  '  #  7 │ title: Data Analysis for Community Projects',
  '  #  8 │ kind: micro-credential',
  '  #    ⋮',
  '  # 36 │ credit:',
  '  # 37 │   points: 10',
  '  # 38 │   scheme: SCQF',
];

describe('review --export', () => {
  it('writes every question with what bears on it, to be filled in', async () => {
    const folder = folderWith();
    const { exitCode, stdout } = await run(folder, 'model.yaml', '--export');
    expect(exitCode).toBe(0);
    expect(stdout).toBe('Wrote model.review.yaml: 0 of 14 questions answered, 14 open.\n');
    const text = textOf(folder, 'model.review.yaml');
    expect(text.split('\n').slice(1, 18)).toEqual(startOfExport);
    expect(dataOf(folder).answers).toHaveLength(14);
    expect(await run(folder, 'model.yaml', '--export')).toMatchObject({
      stdout: 'Every question stands in model.review.yaml already: 0 of 14 questions answered, 14 open.\n',
    });
    expect(textOf(folder, 'model.review.yaml')).toBe(text);
  });

  it('can be filled in by hand', async () => {
    const folder = folderWith();
    await run(folder, 'model.yaml', '--export', ...byMorag);
    const filled = textOf(folder, 'model.review.yaml').replaceAll('outcome: #', 'outcome: met #');
    writeFileSync(join(folder, 'model.review.yaml'), filled);
    const { exitCode, stdout } = await run(folder, 'model.yaml');
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout:
        'Nothing is open in model.review.yaml: 14 of 14 questions answered, 0 open. Use --all to go through them again.\n',
    });
  });

  it('adds what is missing, and touches no answer that is there', async () => {
    const folder = folderWith();
    await run(folder, 'model.yaml', ...byMorag, ...levelMet);
    const [answer] = dataOf(folder).answers;
    await run(folder, 'model.yaml', '--export');
    expect(dataOf(folder).answers).toHaveLength(14);
    expect(dataOf(folder).answers[0]).toEqual(answer);
  });

  it('shows the new text of what has changed since, and keeps what a person wrote above it', async () => {
    const folder = folderWith();
    await run(folder, 'model.yaml', '--export');
    const noted = textOf(folder, 'model.review.yaml').replace(
      'answers:\n',
      'answers:\n  # Ask the registry.\n',
    );
    writeFileSync(join(folder, 'model.review.yaml'), noted);
    writeFileSync(
      join(folder, 'model.yaml'),
      model.replace('title: Data Analysis for', 'title: Data Science for'),
    );
    await run(folder, 'model.yaml', '--export');
    const text = textOf(folder, 'model.review.yaml');
    expect(text).toContain('# Ask the registry.\n  # ---- Question 1 of 14');
    expect(text).toContain('title: Data Science for');
    expect(text).not.toContain('title: Data Analysis for');
    expect(parse(text).answers[0].reviewed).not.toBe(parse(noted).answers[0].reviewed);
  });

  it('lets nothing hostile out of its comments', async () => {
    const folder = folderWith();
    await run(folder, 'hostile.yaml', '--export');
    const text = textOf(folder, 'hostile.review.yaml');
    expect(rawCharacters(text)).toEqual([]);
    expect(parse(text).answers).toHaveLength(14);
  });
});

describe('a file with several descriptors', () => {
  const answer = ['--answer', 'kind-fits-the-award=met'];

  it('is reviewed one by one, in one file, whose other documents stay as they are', async () => {
    const folder = folderWith();
    await run(folder, 'several.yaml', '--document', '2', ...byMorag, ...answer);
    const first = `${textOf(folder, 'several.review.yaml')}# End   of this one.\n`;
    writeFileSync(join(folder, 'several.review.yaml'), first);
    await run(folder, 'several.yaml', '--document', 'award-a', ...byMorag, ...answer);
    const text = textOf(folder, 'several.review.yaml');
    expect(text.startsWith(`${first}---\n`)).toBe(true);
    expect(parseAllDocuments(text).map((one) => one.toJS().descriptor)).toEqual(['award-b', 'award-a']);
  });

  const refusals: readonly (readonly [string, readonly string[], string])[] = [
    [
      'without --document',
      [],
      'The file holds 3 descriptors, and a review is of one.\n  Add --document with its number or its id: `award-a` or `award-b`.',
    ],
    [
      'with an unknown id',
      ['--document', 'award-c'],
      'The file has no document `award-c`.\n  Name a number from 1 to 3, or the id of an award. Did you mean `award-a`?',
    ],
    [
      'with a number too high',
      ['--document', '4'],
      'The file has no document `4`.\n  Name a number from 1 to 3, or the id of an award. Name one of: award-a, award-b.',
    ],
    [
      'for one that has no id',
      ['--document', '3'],
      'The descriptor cannot be told from the others in its file: it has no `id` of its own.',
    ],
  ];
  it.each(refusals)('is refused %s', async (_, options, message) => {
    const folder = folderWith();
    const { exitCode, stderr } = await run(folder, 'several.yaml', ...options, ...byMorag, ...answer);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
    expect(existsSync(join(folder, 'several.review.yaml'))).toBe(false);
  });
});

describe('review refuses', () => {
  const signed = [...byMorag, ...levelMet];
  const refusals: readonly (readonly [string, readonly string[], string])[] = [
    [
      'a descriptor that is not there',
      ['modle.yaml', ...signed],
      'There is no descriptor at `modle.yaml`: no such file.\n  Did you mean `model.yaml`?',
    ],
    ['a folder', ['.', ...signed], '`.` is a folder, but a review is of one descriptor.'],
    ['the standard input', ['-', ...signed], 'There is no descriptor at `-`'],
    ['broken YAML', ['broken.yaml', ...signed], 'What cannot be read for certain cannot be reviewed.'],
    ['a file that is no descriptor', ['notes.yaml', ...signed], 'The file is no descriptor'],
    [
      'an unknown requirement',
      ['model.yaml', ...byMorag, '--answer', 'level-fits-the-outcome=met'],
      'There is no question `level-fits-the-outcome`.\n  Did you mean `level-fits-the-outcomes`?',
    ],
    [
      'a requirement without a question',
      ['model.yaml', ...byMorag, '--answer', 'level-is-stated=met'],
      'The requirement `level-is-stated` puts no question to people.',
    ],
    [
      'an unknown outcome',
      ['model.yaml', ...byMorag, '--answer', 'level-fits-the-outcomes=done'],
      'There is no outcome `done`.\n  The outcomes are: met, partly, not-met, not-applicable.',
    ],
    [
      'an answer without an outcome',
      ['model.yaml', ...byMorag, '--answer', 'level-fits-the-outcomes'],
      'The answer to `level-fits-the-outcomes` has no outcome.',
    ],
    [
      'an outcome that needs a remark without one',
      ['model.yaml', ...byMorag, '--answer', 'level-fits-the-outcomes=partly: '],
      'The outcome partly needs a remark that says why.',
    ],
    [
      'a remark that is too long',
      ['model.yaml', ...byMorag, '--answer', `level-fits-the-outcomes=met:${'x'.repeat(5_001)}`],
      'The remark has more than 5,000 characters.',
    ],
    [
      'two answers to one question',
      ['model.yaml', ...signed, ...levelMet],
      'The requirement `level-fits-the-outcomes` is answered twice.',
    ],
    ['answers by nobody', ['model.yaml', ...levelMet], 'Nobody is named as the reviewer.'],
    ['a reviewer without a name', ['model.yaml', '--reviewer', ' ', ...levelMet], 'The reviewer is empty.'],
    [
      'to overwrite the descriptor',
      ['model.yaml', ...signed, '--output', 'model.yaml'],
      'The review would overwrite the descriptor `model.yaml`.',
    ],
    [
      'a folder that does not exist',
      ['model.yaml', ...signed, '--output', 'none/a.yaml'],
      'The review cannot be written to `none/a.yaml`: its folder does not exist.',
    ],
    [
      'a folder in place of a file',
      ['model.yaml', ...signed, '--output', 'rules'],
      'The review `rules` cannot be read: it is a folder.',
    ],
    ['an unknown framework', ['model.yaml', ...signed, '--framework', 'scotlnd'], 'Did you mean `scotland`?'],
    [
      'to ask where there is no terminal',
      ['model.yaml'],
      'There is no terminal to ask questions on.\n  Answer with `--answer <requirement>=<outcome>:<remark>`, or write an empty review with --export and fill it in.',
    ],
  ];
  it.each(refusals)('%s', async (_, args, message) => {
    const folder = folderWith();
    const before = readdirSync(folder);
    const { exitCode, stdout, stderr } = await run(folder, ...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(readdirSync(folder)).toEqual(before);
    expect(textOf(folder, 'model.yaml')).toBe(model);
  });

  const unsound: readonly (readonly [string, string, string])[] = [
    ['broken YAML', 'review: [1\n', 'model.review.yaml:1:9: '],
    [
      'an unknown field',
      'review: 1\nanswer: []\nanswers: []\n',
      'model.review.yaml:2:1: `answer` is not a known field.',
    ],
    [
      'another award',
      'review: 1\ndescriptor: other\nanswers: []\n',
      'model.review.yaml:2:13: The review is about the award `other`',
    ],
    [
      'two answers to one question',
      `review: 1\nanswers:\n${`  - { requirement: pathways-are-real, reviewed: ${'a'.repeat(32)} }\n`.repeat(2)}`,
      'model.review.yaml:4:20: The requirement `pathways-are-real` is answered a second time here.',
    ],
    ['nothing but comments', '# To do.\n', 'The file holds nothing but comments'],
    [
      'aliases',
      `review: 1\nreviewer: &a Morag\nrole: *a\nanswers: []\n`,
      'is written in a way that cannot be added to.',
    ],
  ];
  it.each(unsound)('to write into a review with %s, and leaves it as it is', async (_, text, message) => {
    const folder = folderWith({ 'model.review.yaml': text });
    const { exitCode, stderr } = await run(folder, 'model.yaml', ...signed);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
    expect(textOf(folder, 'model.review.yaml')).toBe(text);
  });
});

/** A person who gives the same answers to every question, or breaks off when there are no more. */
function personSaying(...said: readonly (string | undefined)[]): {
  readonly prompter: Prompter;
  readonly shown: string[];
} {
  const shown: string[] = [];
  const left = [...said];
  const next = (message: string): Promise<string | undefined> => {
    shown.push(`? ${message}`);
    return Promise.resolve(left.shift());
  };
  const prompter: Prompter = {
    begin: (title) => shown.push(title),
    show: (heading, lines) => shown.push(heading, ...lines),
    choose: (message) => next(message) as never,
    async write(message, { fault }) {
      const line = await next(message);
      const complaint = line === undefined ? undefined : fault(line);
      if (complaint === undefined) return line;
      shown.push(complaint);
      return prompter.write(message, { fault });
    },
    end: (message) => shown.push(message),
  };
  return { prompter, shown };
}

/** A terminal, for a program that works in a folder. */
function terminalIn(folder: string): Io {
  return {
    cwd: () => folder,
    env: {},
    stdin: Object.assign((async function* () {})(), { isTTY: true }),
    stdout: { isTTY: true, columns: 80, write: () => true },
    stderr: { write: () => true },
  };
}

async function runPrompted(folder: string, options: ReviewOptions, ...said: readonly (string | undefined)[]) {
  const { prompter, shown } = personSaying(...said);
  const given = { date: '2026-11-20', color: false, ...options };
  const exitCode = await review('model.yaml', given, terminalIn(folder), async () => prompter);
  return { exitCode, shown };
}

describe('review at a terminal', () => {
  it('asks who answers, then question by question, and saves until it is told to stop', async () => {
    const folder = folderWith();
    const said = [
      'Morag Example',
      'Quality Officer',
      'met',
      '',
      'leave-open',
      'partly',
      '',
      'Outcome 3 is easy.',
      'stop',
    ];
    const { exitCode, shown } = await runPrompted(folder, {}, ...said);
    expect(exitCode).toBe(0);
    expect(shown.filter((line) => line.startsWith('Question'))).toEqual([
      'Question 1 of 14: Shared language and definition (mandatory)',
      'Question 2 of 14: Size (mandatory)',
      'Question 3 of 14: Level (mandatory)',
      'Question 4 of 14: Credit rating (mandatory)',
    ]);
    expect(shown).toContain('The outcome partly needs a remark that says why.');
    expect(shown).toContain(' 8 │ kind: micro-credential');
    expect(shown.at(-1)).toBe('Wrote model.review.yaml: 2 of 14 questions answered, 12 open.');
    expect(dataOf(folder)).toMatchObject({ reviewer: 'Morag Example', role: 'Quality Officer' });
    expect(dataOf(folder).answers).toMatchObject([
      { requirement: 'kind-fits-the-award', outcome: 'met' },
      { requirement: 'level-fits-the-outcomes', outcome: 'partly', remark: 'Outcome 3 is easy.' },
    ]);
  });

  it('saves what was answered before Ctrl-C', async () => {
    const folder = folderWith();
    const { exitCode, shown } = await runPrompted(
      folder,
      { reviewer: 'Morag Example', role: 'Officer' },
      'met',
      'Yes.',
      'met',
      undefined,
    );
    expect(exitCode).toBe(130);
    expect(shown.at(-1)).toBe('Wrote model.review.yaml: 1 of 14 questions answered, 13 open.');
    expect(dataOf(folder).answers).toHaveLength(1);
  });

  it('writes nothing when it is broken off before an answer', async () => {
    const folder = folderWith();
    const { exitCode, shown } = await runPrompted(folder, {}, undefined);
    expect(exitCode).toBe(130);
    expect(shown.at(-1)).toBe('Nothing was written.');
    expect(existsSync(join(folder, 'model.review.yaml'))).toBe(false);
  });

  it('asks again only what is open or stale, and shows what was answered before', async () => {
    const folder = folderWith();
    await run(folder, 'model.yaml', ...byMorag, ...levelMet, '--answer', 'kind-fits-the-award=met:It is.');
    writeFileSync(join(folder, 'model.yaml'), model.replace('weight: 70', 'weight: 71'));
    const { shown } = await runPrompted(folder, {}, 'leave-open', 'leave-open', 'stop');
    expect(shown.filter((line) => line.startsWith('Question')).map((line) => line.slice(0, 10))).toEqual([
      'Question 1',
      'Question 2',
      'Question 4',
    ]);
    expect(shown).toContain('Answered by Morag Example on 2026-11-20: met. It is.');
    expect(shown.join(' ')).toContain('has changed since, so it is to be judged again.');
  });

  it('asks everything with --all', async () => {
    const folder = folderWith();
    await run(folder, 'model.yaml', ...byMorag, ...levelMet);
    const { shown } = await runPrompted(folder, { all: true }, ...Array(14).fill('leave-open'));
    expect(shown.filter((line) => line.startsWith('Question'))).toHaveLength(14);
    expect(shown.at(-1)).toBe('Nothing was written.');
  });

  it('loses nothing that was written to the file in the meantime', async () => {
    const folder = folderWith();
    const { prompter } = personSaying('met', '', 'stop');
    const choose = prompter.choose;
    const meanwhile: Prompter = {
      ...prompter,
      async choose(message, choices, initial) {
        await run(folder, 'model.yaml', '--reviewer', 'Iain Example', '--answer', 'pathways-are-real=met');
        return choose(message, choices, initial);
      },
    };
    await review(
      'model.yaml',
      { reviewer: 'Morag Example', role: 'Officer' },
      terminalIn(folder),
      async () => meanwhile,
    );
    expect(dataOf(folder).answers.map((one: { requirement: string }) => one.requirement)).toEqual([
      'pathways-are-real',
      'kind-fits-the-award',
    ]);
  });

  it('shows nothing hostile raw', async () => {
    const folder = folderWith({ 'model.yaml': hostile });
    const { shown } = await runPrompted(
      folder,
      { reviewer: 'A', role: 'B' },
      ...Array(14).fill('leave-open'),
    );
    expect(rawCharacters(shown.join('\n'))).toEqual([]);
  });
});
