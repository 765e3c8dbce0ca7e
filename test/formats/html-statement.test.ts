import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../src/conformance/rule-set.ts';
import { sha256Base64 } from '../../src/descriptor/fingerprint.ts';
import { fileNames } from '../../src/formats/html/file-names.ts';
import { prose, userLines } from '../../src/formats/html/markup.ts';
import { html } from '../../src/formats/html.ts';
import type { WriteOptions } from '../../src/formats/report-format.ts';
import { capitalised, lineWords, shortened } from '../../src/formats/words.ts';
import type { DescriptorReport, JudgedDescriptor, Report } from '../../src/report/report.ts';
import { scoreWeights } from '../../src/report/score.ts';
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

const options = {} as WriteOptions;

function written(report: Report): string {
  return [...html.write(report, options)].join('');
}

function pageOn(descriptor: JudgedDescriptor, parts: Parameters<typeof exampleReport>[1] = {}): string {
  return written(exampleReport([descriptor], parts));
}

/** The words of a page, or of a part of it, without its markup, style and head. */
function wordsOf(page: string): string {
  return page
    .replace(/<head>[\s\S]*<\/head>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');
}

/** The words from the heading with an id to the next one of the same rank. */
function section(page: string, id: string): string {
  const [, , after = ''] = page.split(new RegExp(`(<h2 id="${id}")`));
  return wordsOf(`<h2${after.split('<h2')[0]}`);
}

function faultsOf(page: string, off: readonly string[] = []): string[] {
  const rules = Object.fromEntries(off.map((rule) => [rule, 'off' as const]));
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:a11y'],
    rules: { 'no-inline-style': 'error', ...rules },
  });
  return validator
    .validateStringSync(page)
    .results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${line} ${ruleId} ${message}`),
    );
}

const two: Partial<Parameters<typeof exampleReport>[1]> = {
  ruleSet: {
    frameworks: [exampleFramework, { ...exampleFramework, id: 'second', title: 'Rules of the Second' }],
    rules: exampleRules,
  } as unknown as RuleSet,
};

const pages: readonly (readonly [string, string])[] = [
  ['a model', pageOn(exampleDescriptor())],
  ['a draft', pageOn(exampleDraft())],
  ['a descriptor without answers', pageOn(exampleDescriptor({ answers: [] }))],
  ['an unreadable descriptor', pageOn(exampleUnreadable())],
  ['several frameworks', pageOn(exampleDraft(), two)],
  [
    'an incomplete run',
    pageOn(exampleDescriptor(), {
      incidents: [{ kind: 'unreadable-folder', path: 'x', message: 'it may not be read' }],
    }),
  ],
];

describe.each(pages)('the statement on %s', (_name, page) => {
  it('is valid HTML', () => {
    expect(faultsOf(page)).toEqual([]);
  });

  it('admits its own styles alone, and no script', () => {
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page)?.[1] ?? '';
    const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text = '']) => text);
    const hashes = styles.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    expect(styles.length).toBeGreaterThan(2);
    expect(policy).toBe(
      `default-src 'none'; style-src ${hashes.join(' ')}; script-src 'none'; base-uri 'none'; form-action 'none'`,
    );
    expect(page).not.toMatch(/<script|\sstyle=|\ssrc=|<link|@import|url\(/);
  });

  it('has one main heading, and every rank below the one before it', () => {
    const ranks = [...page.matchAll(/<h([1-6])[ >]/g)].map(([, rank]) => Number(rank));
    expect(ranks[0]).toBe(1);
    expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
    for (const [index, rank] of ranks.entries()) {
      expect(rank).toBeLessThanOrEqual((ranks[index - 1] ?? 0) + 1);
    }
  });

  it('leads nowhere that is not on it', () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
  });

  it('ends with what it rests on', () => {
    const words = section(page, 'provenance');
    expect(words).toContain('microcred 0.0.0');
    expect(words).toContain('Judged for 2026-11-23');
    expect(words).toContain('0'.repeat(64));
    expect(words).toContain('What this statement is not');
  });
});

describe('a statement on an award that still has an untested recommendation', () => {
  const page = pageOn(exampleDescriptor());

  it('names who judged what', () => {
    expect(section(page, 'verdict')).toContain('microcred 0.0.0, by rule: 3 requirements');
    expect(section(page, 'verdict')).toContain('Ada Example, Quality officer : 2 answers');
    expect(section(page, 'sign-off')).toContain('Reviewed by those named here, who answered every question.');
    expect(section(page, 'sign-off')).toContain('Ada Example Quality officer 2026-10-01 2');
    expect(section(page, 'questions')).toContain('Two tutors agree. They have taught it.');
  });

  it('gives size, level and portability before all other facts', () => {
    const words = section(page, 'facts');
    expect(words).toContain('10 SCQF credit points about 100 notional hours over 10 weeks');
    expect(words).toContain('Level SCQF level 7');
    expect(words).toContain('stands alone, and counts towards larger awards ; 1 pathway into larger awards');
    expect(words.indexOf('Portability')).toBeLessThan(words.indexOf('Kind'));
    expect(words).toContain('GBP 320.5');
  });

  it('shows the evidence with its line, and who asserts the outcome', () => {
    const words = section(page, 'requirements-1');
    expect(words).toContain('title line 3 Weaving for Beginners');
    expect(words).toContain('mandatory · judged automatically');
    expect(words).toContain('judged by a person, Ada Example , Quality officer , on 2026-10-01');
    expect(words).toContain('Nobody has said how.');
    expect(words).toContain('2.1 Size and price');
    expect(section(page, 'questions')).toContain('workload lines 8–12');
  });

  it('publishes its rules, and the score after the parts', () => {
    const words = section(page, 'rules');
    expect(words).toContain(`A mandatory requirement weighs ${scoreWeights.must}`);
    expect(words).toMatch(/Rules of Example College: \d+ of \d+ parts by weight, that is \d+/);
    expect(page.indexOf('id="principles"')).toBeLessThan(page.indexOf('id="rules"'));
  });
});

describe('a statement on a draft', () => {
  const page = pageOn(exampleDraft());

  it('says that it does not conform, why, and what to change first', () => {
    const words = section(page, 'verdict');
    expect(words).toContain('✖ Does not conform');
    expect(words).toContain('1 mandatory requirement is not met; the form is at fault in 1 place');
    expect(words).toContain('Not met, and mandatory: The award has a title.');
    expect(words).toContain('To change first The award has no title');
  });

  it('lists what counts by weight, and what is waived apart from it', () => {
    const words = section(page, 'first');
    expect(words).toMatch(/Mandatory \(2\).*Recommended \(\d\).*Waived \(1\)/);
    expect(words).toContain('title is missing');
    expect(words).toContain('line 6, credit.points : points: 40');
    expect(words).toContain(
      'Waived: Agreed with the panel. (approved by Academic Board , until 2027-07-31; the file of waivers waivers.yaml , line 4)',
    );
    expect(words).not.toContain('Possible improvements');
  });

  it('shows a stale answer as one, and asks again', () => {
    const words = section(page, 'questions');
    expect(words).toContain('1 of 2 questions waits for an answer.');
    expect(words).toContain(
      'Stale Answered “met” by Ada Example , Quality officer , on 2026-10-01. The descriptor has changed',
    );
    expect(words).toContain('□ met □ partly met □ not met □ does not apply Remark Name Date');
    expect(section(page, 'sign-off')).toContain('Not complete: questions are still open.');
  });

  it('says what became of each waiver', () => {
    const words = section(page, 'provenance');
    expect(words).toContain('in use . Rule fee');
    expect(words).toContain('expired: it covers nothing any more . Rule title');
  });

  it('says of what is absent that it is not stated', () => {
    expect(section(page, 'facts').match(/not stated/g)?.length).toBeGreaterThan(10);
  });
});

it('says what is missing while a question is open', () => {
  const words = section(pageOn(exampleDescriptor({ answers: [exampleAnswer('hours-are-fair')] })), 'verdict');
  expect(words).toContain('? Undecided');
  expect(words).toContain('What is missing: Is the award what its title says?');
  expect(words).toContain('For a person to judge 1 of 2 questions , 1 of them mandatory.');
});

it('says of an unreadable descriptor that nothing was judged, and why', () => {
  const page = pageOn(exampleUnreadable());
  expect(section(page, 'verdict')).toContain('? Undecided');
  expect(section(page, 'verdict')).toContain('could not be read, so nothing in it was judged.');
  expect(section(page, 'first')).toContain('A double quotation mark opens a text here that is never closed.');
  expect(page).not.toContain('id="principles"');
  expect(page).not.toContain('id="questions"');
});

it('repeats the principles for each framework, and puts a shared question once', () => {
  const page = pageOn(exampleDescriptor({ answers: [] }), two);
  expect(section(page, 'requirements-1')).toContain('Principle by principle: Rules of Example College');
  expect(section(page, 'requirements-2')).toContain('Principle by principle: Rules of the Second');
  expect(page.match(/Are the hours enough\?<\/p>/g)).toHaveLength(1);
  expect(page.match(/class="verdict /g)).toHaveLength(2);
});

it('says once that no values were collected, where none were', () => {
  const { evidence: _, ...bare } = exampleDescriptor();
  const page = pageOn(bare);
  expect(page).not.toContain('<dl class="evidence">');
  expect(page.match(/were not collected/g)).toHaveLength(1);
});

it('shows at most four fields, and counts the rest', () => {
  const evidence = Array.from({ length: 7 }, (_, index) => ({
    pointer: `/workload/breakdown/${index}/hours`,
    line: 10 + index,
    lastLine: 10 + index,
    value: String(index),
  }));
  const words = section(pageOn(exampleDescriptor({ evidence })), 'questions');
  expect(words).toContain('workload.breakdown[3].hours line 13 3');
  expect(words).not.toContain('workload.breakdown[4].hours');
  expect(words).toContain('and 3 more fields');
});

describe.each([
  ['a script', '</style><script>alert(1)</script>'],
  ['an address that runs', 'javascript:alert(1)'],
  ['an attribute', '" onmouseover="alert(1)" x="'],
  ['5,000 characters', 'x'.repeat(5_000)],
  ['text from right to left', 'دورة \u202egnp.exe'],
  ['controls and new lines', 'a\u0000b\u001b[31m\nc\u2028d'],
  ['a comment', '--><!-- `x` ]]>'],
  ['an end of CSS', '"}body{display:none}'],
])('with %s in every place', (_name, text) => {
  const parts = {
    version: text,
    date: text,
    ruleSetDigest: text,
    ruleSet: { frameworks: [hostileFramework(text)], rules: exampleRules } as unknown as RuleSet,
    findings: [exampleFinding({ rule: 'waivers', message: text, help: text })],
    waiverFiles: [{ path: text, sha256: text }],
    incidents: [{ kind: 'unreadable-folder', path: text, message: text }],
  } as const;
  const page = pageOn(hostileDescriptor(text), parts);

  it('stays valid, and lets nothing through', () => {
    expect(faultsOf(page, ['long-title'])).toEqual([]);
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/href="javascript/i);
    expect(page.match(/<\/style>/g)).toHaveLength(page.match(/<style>/g)?.length ?? 0);
    expect(rawCharacters(page)).toEqual([]);
  });

  it('keeps the styles of the page as they are', () => {
    const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style = '']) => style);
    expect(styles.at(-1)).toMatch(
      /^@page \{ @bottom-left \{ content: "(?:[a-zA-Z0-9 .-]|\\[0-9a-f]{1,6} )*" \} \}$/,
    );
  });
});

it('is the same when written twice', () => {
  const report = exampleReport([exampleDraft()]);
  expect(written(report)).toBe(written(report));
});

describe('the folder', () => {
  const draft = { ...exampleDraft(), findings: [] };
  const report = exampleReport([exampleDescriptor(), draft, exampleUnreadable()]);
  const files = [...(html.writeFolder?.(report, options) ?? [])].map(({ name, pieces }) => ({
    name,
    text: [...pieces].join(''),
  }));

  it('has the portfolio first, and a statement for each descriptor', () => {
    expect(files[0]?.name).toBe('index.html');
    expect(files.slice(1).map(({ text }) => /<p class="kind">(.*?)<\/p>/.exec(text)?.[1])).toEqual(
      Array(3).fill('Conformance statement'),
    );
  });

  it('links the portfolio to each statement and back', () => {
    for (const { name, text } of files.slice(1)) {
      expect(files[0]?.text).toContain(`href="${name}`);
      expect(text).toContain('<a href="index.html">All descriptors</a>');
    }
  });
});

describe('names of files', () => {
  const named = (id: string | undefined, path: string, document = 0): DescriptorReport =>
    ({ ...(id === undefined ? {} : { id }), path, document }) as DescriptorReport;
  const nameOf = (id: string | undefined, path: string): string | undefined =>
    [...fileNames([named(id, path)]).values()][0];

  it.each([
    ['Data 101', 'a.yaml', 'data-101'],
    ['Éducation à distance', 'a.yaml', 'education-a-distance'],
    [undefined, 'courses/Weaving.yaml', 'courses-weaving'],
    ['دورة', 'b.yaml', 'b'],
    ['../../etc/passwd', 'a.yaml', 'etc-passwd'],
    ['index', 'a.yaml', 'index-statement'],
    ['CON', 'a.yaml', 'con-statement'],
    [undefined, '…', 'descriptor'],
  ])('reduce the id %s at %s', (id, path, name) => {
    expect(nameOf(id, path)).toBe(name);
  });

  it('are unique, safe and the same in whatever order the descriptors come', () => {
    const id = fc.option(
      fc.oneof(
        fc.constantFrom('a', 'A', 'a-2', 'a 2', 'x'.repeat(90), 'index'),
        fc.string({ unit: 'binary' }),
      ),
      { nil: undefined },
    );
    const path = fc.oneof(fc.constantFrom('a.yaml', 'b/a.yaml'), fc.string());
    const descriptors = fc.uniqueArray(fc.record({ id, path, document: fc.nat(3) }), {
      selector: ({ path: own, document }) => JSON.stringify([own, document]),
      maxLength: 30,
    });
    fc.assert(
      fc.property(descriptors, (parts) => {
        const all = parts.map(({ id: own, path: at, document }) => named(own, at, document));
        const names = fileNames(all);
        const given = all.map((descriptor) => names.get(descriptor) ?? '');
        expect(new Set(given).size).toBe(all.length);
        for (const name of given) expect(name).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,79})$/);
        const reversed = fileNames([...all].reverse());
        expect(all.map((descriptor) => reversed.get(descriptor))).toEqual(given);
      }),
    );
  });
});

describe('parts of pages', () => {
  it('hash any text as node does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(sha256Base64(text)).toBe(createHash('sha256').update(text).digest('base64'));
      }),
    );
  });

  it.each([
    ['no code', 'no code'],
    ['`a` and `<b>`', '<code>a</code> and <code>&lt;b&gt;</code>'],
    ['an odd ` stays', 'an odd ` stays'],
    ['`a` ` b', '<code>a</code> ` b'],
  ])('set what stands in backticks as code: %s', (text, markup) => {
    expect(prose(text).markup).toBe(markup);
  });

  it('keep the lines of a text apart', () => {
    expect(userLines('a\n\n<b>\r\n').markup).toBe('<bdi>a</bdi><br><bdi>&lt;b&gt;</bdi>');
  });

  it('say lines, cut texts and begin with capitals', () => {
    expect([lineWords(3), lineWords(3, 3), lineWords(3, 5)]).toEqual(['line 3', 'line 3', 'lines 3–5']);
    expect([shortened('abc', 3), shortened('abcd', 3), shortened('a😀b', 3)]).toEqual(['abc', 'ab…', 'a…']);
    expect([capitalised('not met'), capitalised('14 questions')]).toEqual(['Not met', '14 questions']);
  });
});

describe('a statement on what is stale, advised or unknown', () => {
  it('puts stale answers apart from what is recommended, with the weight of their questions', () => {
    const answers = [exampleAnswer('title-is-fair', { isStale: true }), exampleAnswer('hours-are-fair')];
    const judgementFindings = [exampleStaleFinding('title-is-fair')];
    const page = pageOn(exampleDescriptor({ answers, judgementFindings }));
    const words = section(page, 'first');
    expect(words).toContain('Nothing: no rule found anything to mend. To judge again (1)');
    expect(words).toContain('The answer is older than the title. Mandatory question a.review.yaml , line 4');
    expect(words).toContain('To do: Look at the title again.');
    expect(words).not.toContain('Recommended');
    expect(section(page, 'verdict')).toContain(
      'Nothing: no rule found anything to mend. 1 answer to judge again , for what it concerns has changed.',
    );
  });

  it('tells a recommendation that is not met from a mandatory requirement', () => {
    const points = exampleFinding({ rule: 'points', severity: 'warning' });
    const page = pageOn(exampleDescriptor({ rules: exampleResults({ points: failed(points) }) }));
    expect(section(page, 'principles')).toContain('2.1 Size and price ! Recommendation not met 2 0 1 0');
    expect(section(page, 'requirements-1')).toContain('! recommendation not met The award is small.');
    expect(page).not.toMatch(/class="requirement tone-bad"/);
  });

  it('says of a recommendation that a person found met in part that it was so', () => {
    const answers = [exampleAnswer('hours-are-fair', { outcome: 'partly', remark: 'Few.' })];
    expect(section(pageOn(exampleDescriptor({ answers })), 'requirements-1')).toMatch(
      /judged by a person, Ada Example.*, on 2026-10-01: partly met/,
    );
  });

  it('counts as judged only what a rule decided, and says how the answers of each reviewer came out', () => {
    const page = pageOn(
      exampleDescriptor({
        rules: exampleResults({ title: { outcome: 'cantTell', reason: 'The form is at fault.' } }),
        answers: [
          exampleAnswer('title-is-fair'),
          exampleAnswer('hours-are-fair', { outcome: 'not-applicable', remark: 'No hours.' }),
        ],
      }),
    );
    const words = section(page, 'verdict');
    expect(words).toContain('by rule: 2 requirements; 1 could not be told');
    expect(words).toContain('Ada Example, Quality officer : 2 answers: 1 met, 1 does not apply');
  });

  it('lists the fields that a question concerns and that say nothing, where values were collected', () => {
    expect(section(pageOn(exampleDescriptor()), 'questions')).toContain('not stated: summary');
    const { evidence: _, ...bare } = exampleDescriptor();
    expect(section(pageOn(bare), 'questions')).not.toContain('not stated: ');
  });

  it('leads on to the mandatory requirements for which the verdict has no room', () => {
    const requirements = Array.from({ length: 8 }, (_, index) => ({
      id: `title-${index}`,
      principle: 'name',
      level: 'must' as const,
      text: `Title ${index} is stated.`,
      rules: ['title'],
    }));
    const ruleSet = { frameworks: [{ ...exampleFramework, requirements }], rules: exampleRules };
    const rules = exampleResults({ title: failed(exampleFinding({ rule: 'title' })) });
    const page = pageOn(exampleDescriptor({ rules }), { ruleSet: ruleSet as unknown as RuleSet });
    expect(page).toContain('<li><a href="#requirements-1">and 2 more, marked below</a></li>');
  });

  it.each([
    ['/credit/points', 'credit points not in their proper form notional hours not stated'],
    ['/workload/notionalHours', 'credit points not stated notional hours not in their proper form'],
    ['/level', 'Level not in its proper form'],
    ['/cost/fee', 'Fee not in its proper form'],
    ['/title', 'Level not stated'],
  ])('says that what stands at %s has not its proper form', (pointer, words) => {
    const form = exampleFinding({ rule: 'schema' });
    const findings = [{ ...form, location: { ...form.location, pointer } }];
    expect(section(pageOn(exampleDescriptor({ award: {}, findings })), 'facts')).toContain(words);
  });
});

it('counts a waived failure in its own column and leaves it in sight', () => {
  const fee = exampleFinding({ rule: 'fee', severity: 'info', message: 'The fee is in EUR.' });
  const page = pageOn(
    exampleDescriptor({
      rules: exampleResults({ fee: failed(fee) }),
      waivers: [exampleWaiver({ rule: 'fee' })],
    }),
  );
  expect(section(page, 'verdict')).toContain('◆ Conforms with waivers');
  expect(section(page, 'requirements-1')).toContain('◆ waived The fee is in pounds.');
  expect(section(page, 'principles')).toContain('Waived');
});
