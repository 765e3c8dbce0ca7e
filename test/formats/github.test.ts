import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/descriptor/finding.ts';
import { plainPath } from '../../src/formats/annotations.ts';
import { github } from '../../src/formats/github.ts';
import { jobSummary, mostSummaryBytes } from '../../src/formats/job-summary.ts';
import { doesCount } from '../../src/formats/judged-finding.ts';
import { markdown } from '../../src/formats/markdown.ts';
import { visibleText } from '../../src/formats/visible-text.ts';
import { shortened } from '../../src/formats/words.ts';
import type { Report } from '../../src/report/report.ts';
import { rawCharacters, root } from '../cli-case.ts';
import { exampleDescriptor, exampleDraft, exampleReport, exampleResults, failed } from './example-report.ts';
import {
  anyText,
  caseNamed,
  formatCases,
  oddReport,
  storedReport,
  untitled,
  writtenBy,
} from './format-cases.ts';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads a line as GitHub's runner does: `::name key=value,key=value::message`, or nothing. */
function commandIn(line: string): Command | undefined {
  const text = line.trimStart();
  if (!text.startsWith('::')) return undefined;
  const end = text.indexOf('::', 2);
  if (end === -1) return undefined;
  const head = text.slice(2, end);
  const space = head.indexOf(' ');
  const list = space === -1 ? '' : head.slice(space + 1);
  const pairs = list.split(',').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at < 1 ? [] : [[pair.slice(0, at), unescaped(pair.slice(at + 1))] as const];
  });
  return {
    name: space === -1 ? head : head.slice(0, space),
    properties: Object.fromEntries(pairs),
    message: unescaped(text.slice(end + 2)),
  };
}

function unescaped(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}

/** The commands in a log, and the lines that are none. */
function readLog(log: string): { commands: Command[]; others: string[] } {
  const commands: Command[] = [];
  const others: string[] = [];
  for (const line of log.split(/\r\n|\r|\n/).slice(0, -1)) {
    const command = commandIn(line);
    // The runner's older commands count anywhere in a line that is not one of the newer.
    if (command === undefined) expect(line).not.toContain('##[');
    if (command === undefined) others.push(line);
    else commands.push(command);
  }
  return { commands, others };
}

function ofName(commands: readonly Command[], name: string): Command[] {
  return commands.filter((command) => command.name === name);
}

/** As many commands as the report has something to say, within the platform's limits; and nothing else but the count. */
function expectSound(report: Report): void {
  const log = writtenBy(github, report);
  const { commands, others } = readLog(log);
  expect(rawCharacters(log)).toEqual([]);
  expect(others).toHaveLength(1);
  expect(others[0]).toMatch(
    /^\d+ descriptors? in \d+ files? checked: [\w ,]+\.( The run is incomplete \(\d+\)\.)?$/,
  );
  const names = commands.map(({ name }) => name);
  expect(names).toEqual([...names].sort((left, right) => order.indexOf(left) - order.indexOf(right)));
  for (const name of order) expect(ofName(commands, name).length).toBeLessThanOrEqual(10);
  for (const { properties } of commands) {
    const { file, line, endLine, col, endColumn, title, ...others } = properties;
    expect(others).toEqual({});
    expect(title).toMatch(/^microcred: ./);
    for (const number of [line, endLine, col, endColumn]) if (number) expect(number).toMatch(/^[1-9]\d*$/);
    expect(line === undefined || file !== undefined).toBe(true);
    expect(col === undefined || line === endLine).toBe(true);
  }
  const said = new Set(
    [...report.findings, ...report.descriptors.flatMap(({ findings }) => findings)].map(saidOf),
  );
  for (const { properties, message } of commands) {
    // Only findings have a line.
    if (properties['line'] !== undefined) expect(said).toContain(`${properties['file']}\n${message}`);
  }
}

/** The file and the words of a finding as an annotation has them. */
function saidOf({ location, message, help }: Finding): string {
  const words = [message, help].map((text) => shortened(visibleText(text), 2_000));
  return [visibleText(plainPath(location.path)), ...words].join('\n');
}

const order = ['error', 'warning', 'notice'];

describe.each(formatCases)('workflow commands for %s', (_name, report) => {
  it('are read back by the rules of the runner, and are all there is', () => {
    expectSound(report);
  });

  it('are an error at least where the gate stops', () => {
    const isStopped =
      report.incidents.length > 0 ||
      report.descriptors.some(({ findings }) =>
        findings.some((finding) => finding.severity === 'error' && doesCount(finding)),
      );
    const { commands } = readLog(writtenBy(github, report));
    if (isStopped) expect(ofName(commands, 'error').length).toBeGreaterThan(0);
  });
});

it('writes what it wrote before', async () => {
  for (const name of ['several', 'troubled', 'clean']) {
    const written = writtenBy(github, storedReport(name));
    await expect(written).toMatchFileSnapshot(`${root}/fixtures/reports/${name}.github.txt`);
  }
});

it('puts an annotation on its line, with columns where it does not go beyond', () => {
  const { commands } = readLog(writtenBy(github, caseNamed('one finding')));
  expect(commands).toEqual([
    {
      name: 'error',
      properties: {
        file: 'a.yaml',
        line: '3',
        endLine: '3',
        col: '1',
        endColumn: '6',
        title: 'microcred: title',
      },
      message: 'The award has no `title`.\nWrite the title under `title`.',
    },
  ]);
});

it.each([
  ['in the middle of a later line', 5, 4, '5'],
  ['before the first column of a later line', 5, 1, '4'],
])('leaves columns out of a range that ends %s', (_where, line, column, endLine) => {
  const start = { line: 3, column: 2, offset: 20 };
  const location = {
    path: './a.yaml',
    document: 0,
    pointer: '',
    range: { start, end: { line, column, offset: 40 } },
  };
  const { commands } = readLog(writtenBy(github, exampleReport([untitled('a.yaml', { location })])));
  expect(commands[0]?.properties).toEqual({
    file: 'a.yaml',
    line: '3',
    endLine,
    title: 'microcred: title',
  });
});

describe('of more than GitHub shows', () => {
  const warned = (path: string) => {
    const [finding] = exampleDraft()
      .rules.flatMap(({ findings }) => findings)
      .filter(({ rule }) => rule === 'points');
    return exampleDescriptor({ path, rules: exampleResults(finding && { points: failed(finding) }) });
  };
  const advised = (path: string) => {
    const [finding] = exampleDraft()
      .rules.flatMap(({ findings }) => findings)
      .filter(({ rule }) => rule === 'fee');
    return exampleDescriptor({ path, rules: exampleResults(finding && { fee: failed(finding) }) });
  };
  const several = <T>(count: number, make: (path: string) => T): T[] =>
    Array.from({ length: count }, (_, index) => make(`${index}.yaml`));

  it('writes ten of a kind, the gravest first, and a notice of the rest', () => {
    const report = exampleReport([...several(11, advised), ...several(12, warned), ...several(37, untitled)]);
    const { commands } = readLog(writtenBy(github, report));
    expect(commands.map(({ name }) => name)).toEqual([
      ...Array(10).fill('error'),
      ...Array(10).fill('warning'),
      ...Array(10).fill('notice'),
    ]);
    expect(commands.at(-1)?.properties).toEqual({ title: 'microcred: 31 more' });
    expect(commands.at(-1)?.message).toContain('27 errors, 2 warnings, 2 notices not shown here.');
  });

  it('says nothing of more where all is shown, up to ten notices', () => {
    const { commands } = readLog(writtenBy(github, exampleReport(several(10, advised))));
    expect(commands).toHaveLength(10);
    expect(commands.some(({ properties }) => properties['title']?.endsWith('more'))).toBe(false);
  });

  it('counts one more of each kind rightly', () => {
    const { commands } = readLog(writtenBy(github, exampleReport(several(11, untitled))));
    expect(commands.at(-1)?.message).toContain('1 error not shown here.');
  });
});

it('leaves waived findings to the count', () => {
  const { commands, others } = readLog(writtenBy(github, caseNamed('a waived finding')));
  expect(commands).toEqual([]);
  expect(others).toEqual([
    '1 descriptor in 1 file checked: 0 to mend, 0 advised, 0 possible improvements, 1 waived, 0 questions for people.',
  ]);
});

it('says nothing of what a baseline knows', () => {
  const { commands } = readLog(writtenBy(github, caseNamed('a finding that a baseline knows')));
  expect(commands).toEqual([]);
});

it('says by an annotation of the file that a person has found something mandatory not met', () => {
  const { commands } = readLog(writtenBy(github, caseNamed('a requirement that a person finds not met')));
  expect(commands).toMatchObject([
    { name: 'error', properties: { file: 'a.yaml', title: 'microcred: verdict' } },
  ]);
  expect(commands[0]?.message).toContain('does not conform: 1 mandatory requirement is not met');
});

it('says by an annotation of the file that something mandatory cannot be told', () => {
  const { commands } = readLog(writtenBy(github, caseNamed('a mandatory requirement that nobody can tell')));
  expect(commands).toHaveLength(1);
  expect(commands[0]?.message).toContain('is undecided: 1 requirement cannot be told');
});

it('begins with incidents, those of folders without a file', () => {
  const { commands, others } = readLog(writtenBy(github, caseNamed('incidents alone')));
  expect(commands.map(({ properties }) => properties)).toEqual([
    { file: 'locked.yaml', title: 'microcred: unreadable-file' },
    { title: 'microcred: unreadable-folder' },
  ]);
  expect(others[0]).toMatch(/^0 descriptors in 0 files checked: .* The run is incomplete \(2\)\.$/);
});

it('says quietly no more than what is mandatory, and nothing when all is well', () => {
  const quiet = readLog(writtenBy(github, exampleReport([exampleDraft()]), { isQuiet: true }));
  expect(new Set(quiet.commands.map(({ name }) => name))).toEqual(new Set(['error']));
  expect(quiet.others).toEqual([]);
  expect(writtenBy(github, caseNamed('clean'), { isQuiet: true })).toBe('');
});

it('lets no text of anybody begin a command or a line', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expectSound(oddReport(text));
    }),
    { numRuns: 150 },
  );
});

describe('a job summary', () => {
  const bytesOf = (text: string): number => Buffer.byteLength(text);

  it('is the whole report where it has room', () => {
    const pieces = [...markdown.write(storedReport('several'), summaryOptions)];
    expect(jobSummary(pieces)).toBe(pieces.join(''));
    expect(jobSummary([])).toBe('');
    const exact = `${'x'.repeat(mostSummaryBytes - 1)}\n`;
    expect(jobSummary([exact])).toBe(exact);
  });

  it('is cut on a line end where there is too much, and says how much is left out', () => {
    const line = `${'é'.repeat(50)}\n`;
    const lines = 30_000;
    const summary = jobSummary(Array(lines / 10).fill(line.repeat(10)));
    expect(bytesOf(summary)).toBeLessThanOrEqual(mostSummaryBytes);
    expect(bytesOf(summary)).toBeGreaterThan(mostSummaryBytes - 400);
    const kept = summary.split('\n').filter((one) => one === line.trimEnd()).length;
    expect(summary.startsWith(line.repeat(kept))).toBe(true);
    expect(summary.slice(line.length * kept)).toBe(
      `\n**Cut here:** ${lines - kept} more lines of this report have no place in a summary, of which GitHub takes 1 MiB.\n`,
    );
  });

  it('never has more bytes than it may, nor a line that is not whole', () => {
    const piece = fc.oneof(anyText, fc.constantFrom('\n', '| a | b |\n', 'x'.repeat(90)));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(900), (pieces, room) => {
        const all = pieces.join('');
        const summary = jobSummary(pieces, room);
        expect(bytesOf(summary)).toBeLessThanOrEqual(room);
        if (bytesOf(all) <= room) expect(summary).toBe(all);
        else if (room >= 200) {
          const [kept = '', note = ''] = summary.split('\n**Cut here:** ');
          expect(all.startsWith(kept)).toBe(true);
          expect(kept === '' || kept.endsWith('\n')).toBe(true);
          const lines = all.slice(kept.length).replace(/\n$/, '').split('\n').length;
          expect(Number.parseInt(note, 10)).toBe(lines);
        }
      }),
    );
  });
});

const summaryOptions = {
  style: {
    strong: String,
    faint: String,
    error: String,
    warning: String,
    info: String,
    good: String,
  },
  width: 80,
  isQuiet: false,
  isVerbose: false,
};
