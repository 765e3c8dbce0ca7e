import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../src/conformance/rule-set.ts';
import type { AwardFacts } from '../../src/descriptor/award-facts.ts';
import { portfolio } from '../../src/formats/html/portfolio.ts';
import { percentText } from '../../src/formats/html/portfolio-charts.ts';
import { distributionsOf } from '../../src/formats/html/portfolio-distributions.ts';
import { entriesOf } from '../../src/formats/html/portfolio-entries.ts';
import { failuresOf } from '../../src/formats/html/portfolio-failures.ts';
import { portfolioScript } from '../../src/formats/html/portfolio-script.ts';
import { portfolioStyle } from '../../src/formats/html/portfolio-style.ts';
import { html } from '../../src/formats/html.ts';
import { standingWords } from '../../src/formats/words.ts';
import type { DescriptorReport, JudgedDescriptor, Report } from '../../src/report/report.ts';
import { rawCharacters } from '../cli-case.ts';
import {
  exampleAnswer,
  exampleDescriptor,
  exampleDraft,
  exampleFinding,
  exampleFramework,
  exampleReport,
  exampleResults,
  exampleRules,
  exampleStaleFinding,
  exampleUnreadable,
  exampleWaiver,
  failed,
  hostileDescriptor,
  hostileFramework,
} from './example-report.ts';

function written(report: Report, addressOf?: (descriptor: DescriptorReport) => string | undefined): string {
  return [...portfolio(report, addressOf)].map(({ markup }) => markup).join('\n');
}

/** Descriptors that differ in path, title and whatever is made of their number. */
function many(count: number, partsOf: (index: number) => Partial<JudgedDescriptor> = () => ({})) {
  return Array.from({ length: count }, (_, index) =>
    exampleDescriptor({
      path: `course-${String(index).padStart(4, '0')}.yaml`,
      title: `Course ${index}`,
      ...partsOf(index),
    }),
  );
}

function withAwards(awards: readonly AwardFacts[]): Report {
  return exampleReport(many(awards.length, (index) => ({ award: awards[index] ?? {} })));
}

/** What a table's body says, row by row and cell by cell, without markup. */
function rowsOf(markup: string, table: string): string[][] {
  const body =
    new RegExp(`<table[^>]*${table}[^>]*>[\\s\\S]*?<tbody>([\\s\\S]*?)</tbody>`).exec(markup)?.[1] ?? '';
  return [...body.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<(?:th|td)[^>]*>([\s\S]*?)<\/(?:th|td)>/g)].map(([, cell = '']) =>
      cell.replace(/<[^>]*>/g, '').trim(),
    ),
  );
}

const draft = exampleDraft();
const mixed = exampleReport([exampleDescriptor(), draft, exampleUnreadable(), ...many(3)]);

describe('a portfolio', () => {
  it('has its parts in the order in which they are read', () => {
    const heads = [...written(mixed).matchAll(/<h[12][^>]*>(.*?)<\/h[12]>/g)].map(([, words]) => words);
    expect(heads).toEqual([
      'Conformance of 6 descriptors',
      'How they came out',
      'Descriptors by principle',
      'What most often does not hold',
      'What the awards are',
      'All descriptors',
      'Short statements',
      'Provenance',
    ]);
  });

  it.each([
    ['mixed', mixed],
    ['empty', exampleReport([])],
    ['long', exampleReport(many(301))],
    ['hostile', exampleReport([hostileDescriptor('<script>alert(1)</script>'), draft])],
  ])('is valid HTML as a page: %s', (_name, report) => {
    const page = [...html.write(report, undefined as never)].join('');
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'long-title': 'off', 'no-inline-style': 'error', 'svg-focusable': 'off' },
    });
    const { results } = validator.validateStringSync(page);
    expect(
      results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${line} ${ruleId} ${message}`),
      ),
    ).toEqual([]);
  });

  it('says the numbers of each verdict in words, and the same ones in a table', () => {
    const page = written(mixed);
    expect(page).toContain('Of 6 descriptors, 4 conform, 1 is undecided and 1 does not conform.');
    expect(
      rowsOf(page, 'figures').map(([verdict = '', number]) => [verdict.replace(/^\W+/, ''), number]),
    ).toEqual([
      ['conforms', '4'],
      ['conforms with advice', '0'],
      ['conforms with waivers', '0'],
      ['undecided', '1'],
      ['does not conform', '1'],
    ]);
  });

  it('says what was skipped, ignored and could not be read', () => {
    const report = exampleReport([exampleUnreadable(), exampleDescriptor()], {
      skipped: 3,
      ignored: 1,
      incidents: [{ kind: 'unreadable-folder', path: 'old', message: 'permission denied' }],
      findings: [
        exampleFinding({ rule: 'waiver', message: 'The waiver names no reason.', help: 'Write one.' }),
      ],
      waiverFiles: [{ path: 'waivers.yaml', sha256: 'c'.repeat(64) }],
    });
    const page = written(report);
    expect(page).toContain('3 files without a descriptor were skipped.');
    expect(page).toContain('1 file was left out because ignore files say so.');
    expect(page).toContain('1 could not be read and so could not be judged.');
    expect(page).toContain('The run is incomplete');
    expect(page).toContain('<code>old</code> could not be read: permission denied.');
    expect(page).toContain('The waiver names no reason. Write one.');
    expect(page).toContain(`waivers.yaml</bdi> <span class="digest">SHA-256 ${'c'.repeat(64)}`);
    expect(page).toContain('Could not be read.');
  });

  it('holds nothing but a head and provenance when there is no descriptor', () => {
    const page = written(exampleReport([]));
    expect(page).toContain('Conformance of 0 descriptors');
    expect(page).toContain('0 descriptors in 0 files were held against 3 rules.');
    expect(page).not.toContain('<table');
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('is the same whatever the order in which the descriptors come', () => {
    const results = [exampleDescriptor(), draft, exampleUnreadable(), ...many(14)];
    expect(written(exampleReport([...results].reverse()))).toBe(written(exampleReport(results)));
  });
});

describe('hostile words', () => {
  const texts = [
    ['markup', '<script>alert(1)</script>'],
    ['the end of an attribute', '" onmouseover="alert(1)" style="x'],
    ['an address that runs', 'javascript:alert(1)'],
    ['5,000 characters', 'x'.repeat(5_000)],
    ['right-to-left text', 'دورة في النسيج'],
    ['marks of direction', 'a\u202eb\u2066c'],
    ['controls and new lines', 'a\u001b[31m\nb\r\u0000c'],
  ] as const;

  it.each(texts)('do no harm: %s', (_name, text) => {
    const ruleSet = {
      frameworks: [{ ...hostileFramework(text), id: 'hostile' }],
      rules: exampleRules,
    } as unknown as RuleSet;
    const page = written(
      exampleReport([hostileDescriptor(text), hostileDescriptor(`${text} 2`), draft], {
        ruleSet,
        incidents: [{ kind: 'unreadable-file', path: text, message: text }],
        findings: [exampleFinding({ rule: text, message: text, help: text })],
        waiverFiles: [{ path: text, sha256: text }],
      }),
    );
    const tags = [...page.matchAll(/<[a-z][^<>]*>/g)].map(([tag]) => tag.replace(/"[^"]*"/g, '""'));
    expect(tags.filter((tag) => /\s(?:style|on[a-z]+)=/i.test(tag))).toEqual([]);
    expect(page).not.toMatch(/<script|<iframe|<img|<link/i);
    expect(
      [...page.matchAll(/\s(?:href|src)="([^"]*)"/g)].filter(([, to]) => !/^#d-\d+$/.test(to ?? '')),
    ).toEqual([]);
    expect(rawCharacters(page.replaceAll('\n', ''))).toEqual([]);
  });

  it('are shortened in tables, and stand in full where the descriptor is spoken of', () => {
    const title = 'x'.repeat(5_000);
    const page = written(exampleReport([exampleDescriptor({ title }), draft]));
    expect(page.split(title).length - 1).toBe(1);
    expect(page).toContain(`<h3 id="d-1-title"><bdi>${title}</bdi></h3>`);
  });
});

describe('the heat map', () => {
  it('says for each principle how the worst of its requirements stands', () => {
    expect(rowsOf(written(mixed), 'heat-map')).toEqual(
      [
        ['Weaving for Beginners', 'met', 'untested'],
        ['weaving-2', 'not met', 'recommendation not met'],
        ...[0, 1, 2].map((index) => [`Course ${index}`, 'met', 'untested']),
        ['c.yaml', 'cannot be told', 'cannot be told'],
      ].sort((left, right) => mixedOrder(left) - mixedOrder(right)),
    );
  });

  function mixedOrder([name = '']: string[]): number {
    return mixed.descriptors.findIndex(({ title, id, path }) => (title ?? id ?? path) === name);
  }

  it('comes once for each framework', () => {
    const frameworks = [exampleFramework, { ...exampleFramework, id: 'second', title: 'Second rules' }];
    const page = written(
      exampleReport([exampleDescriptor(), draft], {
        ruleSet: { frameworks, rules: exampleRules } as unknown as RuleSet,
      }),
    );
    expect(page.match(/class="heat-map"/g)).toHaveLength(2);
    expect(page).toContain('aria-label="Descriptors by principle: Second rules"');
    expect(page).toContain('Verdict <small>second</small>');
    expect(rowsOf(page, 'descriptors')[1]).toHaveLength(13);
  });
});

it('marks each standing of the heat map differently', () => {
  const marks = Object.values(standingWords).map(({ mark }) => mark);
  expect(new Set(marks).size).toBe(marks.length);
});

it('names a stale answer as something to judge again, not as something that does not hold', () => {
  const stale = exampleDescriptor({ judgementFindings: [exampleStaleFinding('title-is-fair')] });
  const page = written(exampleReport([stale, exampleDescriptor({ path: 'b.yaml' })]));
  expect(page).toContain('<b>to judge again</b>: <bdi>The answer is older than the title.</bdi>');
  expect(page).toContain('Nothing: no rule and no person found anything in these descriptors');
});

describe('what most often does not hold', () => {
  const results = many(70, (index) => ({
    rules: exampleResults({
      ...(index < 13 ? { title: failed(exampleFinding({ rule: 'title' })) } : {}),
      ...(index < 13 ? { points: failed(exampleFinding({ rule: 'points', severity: 'warning' })) } : {}),
      ...(index % 2 === 0 ? { fee: failed(exampleFinding({ rule: 'fee', severity: 'info' })) } : {}),
    }),
    ...(index === 0 ? { answers: [exampleAnswer('title-is-fair', { outcome: 'not-met' })] } : {}),
    ...(index === 2 ? { waivers: [exampleWaiver({ rule: 'fee' })] } : {}),
  }));
  const report = exampleReport(results);
  const failures = failuresOf(entriesOf(report), report);

  it('comes by number of descriptors, then by weight; what is waived does not count', () => {
    expect(failures.map(({ id, severity, entries }) => [id, severity, entries.length])).toEqual([
      ['fee', 'info', 34],
      ['title', 'error', 13],
      ['points', 'warning', 13],
      ['title-is-fair', 'error', 1],
    ]);
  });

  it('counts a descriptor once, however many findings a rule has in it', () => {
    const twice = [exampleFinding({ rule: 'title' }), exampleFinding({ rule: 'title', message: 'Again.' })];
    const again = exampleReport(
      many(2, () => ({ rules: exampleResults({ title: { outcome: 'failed', findings: twice } }) })),
    );
    expect(failuresOf(entriesOf(again), again).map(({ entries }) => entries.length)).toEqual([2]);
  });

  it('names twelve descriptors, and folds the others only where they are few', () => {
    const large = written(report);
    expect(large).toContain('<li>and 22 more</li>');
    expect(large).not.toContain('<summary>and');
    const small = written(exampleReport(results.slice(0, 40)));
    expect(small).toContain('<summary>and 7 more</summary>');
  });

  it('says so when everything holds', () => {
    expect(written(exampleReport(many(2)))).toContain('Nothing: no rule and no person found anything');
  });
});

describe('distributions', () => {
  const awards = Array.from({ length: 50 }, (_, index): AwardFacts => {
    const isStated = index % 10 !== 9;
    return {
      provider: `Provider ${index % 20}`,
      mode: index % 3 === 0 ? 'online' : 'blended',
      ...(isStated ? { creditPoints: index, framework: 'SCQF', level: String(12 - (index % 8)) } : {}),
    };
  });
  const report = withAwards(awards);
  const by = (given: Report, id: string) =>
    (distributionsOf(given).find((one) => one.id === id)?.bars ?? []).map(({ label, count }) => [
      label,
      count,
    ]);

  it.each(['level', 'credit', 'mode', 'provider'])('add up to the number of descriptors: %s', (id) => {
    expect(by(report, id).reduce((sum, [, count]) => sum + Number(count), 0)).toBe(50);
  });

  it('have the same numbers in the chart and in the table', () => {
    const page = written(report);
    for (const { bars } of distributionsOf(report)) {
      for (const { label, count } of bars) {
        expect(page).toContain(
          `<tr><th scope="row"><bdi>${label}</bdi></th><td>${count}</td><td>${percentText(count, 50).replace('<', '&lt;')}</td></tr>`,
        );
      }
    }
    const inCharts = [...page.matchAll(/class="count"[^>]*>(\d+)</g)].map(([, count]) => Number(count));
    expect(inCharts).toEqual(distributionsOf(report).flatMap(({ bars }) => bars.map(({ count }) => count)));
  });

  it('order levels as numbers, framework by framework, with what is not stated at the end', () => {
    const given = ['10', '9', 'Foundation', '11'].map((level) => ({ framework: 'SCQF', level }));
    expect(by(withAwards([...given, { level: '3' }, {}, { framework: 'EQF', level: '5' }]), 'level')).toEqual(
      [
        ['level 3', 1],
        ['EQF 5', 1],
        ['SCQF 9', 1],
        ['SCQF 10', 1],
        ['SCQF 11', 1],
        ['SCQF Foundation', 1],
        ['not stated', 1],
      ],
    );
  });

  it('put kinds beyond the eleventh together', () => {
    const bars = by(report, 'provider');
    expect(bars).toHaveLength(12);
    expect(bars[0]).toEqual(['Provider 0', 3]);
    expect(bars.at(-1)).toEqual(['others (9 kinds)', 18]);
  });

  it('show credit points one by one where they are few, else in groups', () => {
    expect(by(withAwards([20, 2.5, 10, 10].map((creditPoints) => ({ creditPoints }))), 'credit')).toEqual([
      ['2.5', 1],
      ['10', 2],
      ['20', 1],
    ]);
    expect(by(report, 'credit')).toEqual([
      ...[0, 5, 10, 15, 20, 25, 30, 35, 40, 45].map((from, index) => [
        `${from} to under ${from + 5}`,
        index % 2 === 0 ? 5 : 4,
      ]),
      ['not stated', 5],
    ]);
  });

  it('stay whole with points that nobody would give', () => {
    const points = [-4, 0, 0.5, 1e300, Number.NaN, Number.POSITIVE_INFINITY, ...Array(12).keys()];
    const bars = by(withAwards(points.map((creditPoints) => ({ creditPoints }))), 'credit');
    expect(bars.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(18);
    expect(bars[0]).toEqual(['under 0', 1]);
    expect(bars.at(-1)).toEqual(['not stated', 2]);
    expect(bars.length).toBeLessThanOrEqual(13);
  });

  it('name the schemes where points of several are counted together', () => {
    const given = [
      { creditPoints: 5, creditScheme: 'ECTS' },
      { creditPoints: 10, creditScheme: 'SCQF' },
      { creditPoints: 10 },
    ];
    expect(written(withAwards(given))).toContain('the schemes are ECTS (1), SCQF (1), not stated (1).');
  });

  it.each([
    [0, 5, '0 %'],
    [1, 1_000, '<1 %'],
    [1, 3, '33 %'],
    [999, 1_000, '>99 %'],
    [5, 5, '100 %'],
    [0, 0, '0 %'],
  ])('say the share of %i in %i as %s', (count, total, words) => {
    expect(percentText(count, total)).toBe(words);
  });
});

describe('the table of descriptors', () => {
  it('has a row for each, and its open questions add up to those of the report', () => {
    const rows = rowsOf(written(mixed), 'descriptors');
    expect(rows).toHaveLength(6);
    expect(rows.reduce((sum, row) => sum + Number(row[9]), 0)).toBe(mixed.summary.unanswered);
    expect(rows[0]).toEqual([
      expect.stringContaining('Weaving for Beginners'),
      'Example College',
      'SCQF 7',
      '10',
      '100',
      '✔ conforms',
      '0',
      '0',
      '0',
      '0',
      expect.stringMatching(/^\d+ %$/),
    ]);
  });

  it('has what the script needs, and nothing that only works with it', () => {
    const page = written(mixed);
    for (const id of ['descriptors', 'filter']) expect(page).toContain(`id="${id}"`);
    for (const id of ['filter-text', 'filter-verdict', 'filter-count'])
      expect(portfolioScript).toContain(`'${id}'`);
    expect(page).not.toMatch(/<button|<input|<select/);
  });

  it('has a script of less than 4 KB that goes nowhere', () => {
    expect(portfolioScript.length).toBeLessThan(4_096);
    expect(portfolioScript).not.toMatch(/fetch|import|eval|innerHTML|http|<\//);
    expect(() => new Function(portfolioScript)).not.toThrow();
    expect(portfolioStyle).not.toMatch(/url\(|@import|<\//);
  });
});

describe('short statements', () => {
  it('say what counts, who judged, and what is waived', () => {
    const page = written(mixed);
    const statement = page.slice(page.indexOf('id="d-6"'), page.indexOf('id="provenance"'));
    expect(statement).toContain('<code>titel</code> is not a known field.');
    expect(statement).toContain('<span class="note">line 6</span>');
    expect(statement).toContain('Judged by <bdi>Bo (Quality officer)</bdi>.');
    expect(statement).toContain('agreed by <bdi>Academic Board</bdi>, until 2027-07-31');
    expect(statement.indexOf('mandatory')).toBeLessThan(statement.indexOf('recommended</b>'));
  });

  it('show eight findings and count the others', () => {
    const findings = Array.from({ length: 11 }, (_, index) =>
      exampleFinding({ rule: 'title', message: `Fault ${index}.` }),
    );
    const rules = exampleResults({ title: { outcome: 'failed', findings } });
    const page = written(exampleReport([exampleDescriptor({ rules }), exampleUnreadable()]));
    expect(page.match(/Fault \d+\./g)).toHaveLength(8);
    expect(page).toContain('<li>and 3 more</li>');
  });

  it.each([
    [10, 0, true],
    [11, 11, true],
    [300, 300, true],
    [301, 0, false],
  ])('of %i descriptors: %i are folded; linked: %s', (count, folded, isLinked) => {
    const page = written(exampleReport(many(count)));
    expect((page.match(/<details class="statement">/g) ?? []).length).toBe(folded);
    expect(page.includes('href="#d-1"')).toBe(isLinked);
    expect(page.includes('id="d-1"')).toBe(isLinked);
    expect(page).toContain('<code>-f html=folder/</code>');
  });

  it('give way to full statements where there are any', () => {
    const page = written(exampleReport(many(400)), ({ path }) => path.replace('yaml', 'html'));
    expect(page).toContain('href="course-0399.html"');
    expect(page).not.toContain('Short statements');
  });

  it('leave out the digests of many files, and say where they are', () => {
    expect(written(exampleReport(many(301)))).toContain('The report in JSON has them: <code>-f json</code>.');
    expect(written(exampleReport(many(2)))).toContain('a'.repeat(64));
  });
});

it('writes a thousand descriptors in less than 2 MB', () => {
  const report = exampleReport(
    many(1_000, (index) => ({
      ...(index % 2 === 0 ? {} : { rules: draft.rules, findings: draft.findings }),
    })),
  );
  const page = written(report);
  expect(page.length).toBeLessThan(2_000_000);
  expect(rowsOf(page, 'descriptors')).toHaveLength(1_000);
});
