import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../src/report/report.ts';
import { root, runInProcess, workFolder } from './cli-case.ts';

// What an approval panel sees of the model descriptor and its review, by the command that a user would give.

const folder = join(root, 'fixtures', 'descriptors');
const model = readFileSync(join(folder, 'model-data-for-communities.yaml'), 'utf8');
const review = readFileSync(join(folder, 'model-data-for-communities.review.yaml'), 'utf8');

/** The statement and the report of a descriptor and its review. */
async function statementOf(descriptor: string, itsReview: string) {
  const cwd = workFolder();
  writeFileSync(join(cwd, 'model.yaml'), descriptor);
  writeFileSync(join(cwd, 'model.review.yaml'), itsReview);
  const args = [
    'check',
    'model.yaml',
    '--date',
    '2026-11-23',
    '-f',
    'html=page.html',
    '-f',
    'json',
    '-f',
    'markdown=page.md',
  ];
  const { exitCode, stdout } = await runInProcess({ args }, cwd);
  const report: Report = JSON.parse(stdout);
  const page = readFileSync(join(cwd, 'page.html'), 'utf8');
  const [descriptorReport] = report.descriptors;
  const [conformance] = descriptorReport?.conformance ?? [];
  if (conformance === undefined) throw new Error('The model is judged by one framework.');
  return {
    exitCode,
    verdict: conformance.verdict,
    requirements: conformance.requirements,
    findings: descriptorReport?.findings ?? [],
    markdown: readFileSync(join(cwd, 'page.md'), 'utf8'),
    // As it reads: without markup, in one line.
    text: page
      .replace(/<style>[\s\S]*?<\/style>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/&#39;/g, "'")
      .replace(/\s+/g, ' '),
  };
}

/** A review without the answer to one question. */
function without(requirement: string): string {
  const parts = review.split(/^(?= {2}- requirement:)/m);
  const kept = parts.filter((part) => !part.startsWith(`  - requirement: ${requirement}\n`));
  expect(kept.length).toBe(parts.length - 1);
  return kept.join('');
}

describe('the model with its review', () => {
  it('conforms, and the statement names the reviewer', async () => {
    const { exitCode, verdict, text, markdown, findings } = await statementOf(model, review);
    expect(exitCode).toBe(0);
    expect(verdict).toBe('conforms');
    expect(findings).toEqual([]);
    expect(text).toMatch(/Verdict .*✔ Conforms /);
    expect(text).toContain('Morag Example, Quality Enhancement Manager, Example College');
    expect(text).not.toMatch(/[Uu]ndecided \d|What is missing/);
    expect(markdown).toMatch(/conforms/);
    expect(markdown).toContain('Morag Example');
  });

  it('is undecided without one answer, and says which is missing', async () => {
    const question = 'Is the level right for the learning outcomes?';
    const { verdict, text, requirements } = await statementOf(model, without('level-fits-the-outcomes'));
    expect(verdict).toBe('undecided');
    const open = requirements.filter(({ outcome }) => outcome === 'needsReview');
    expect(open.map(({ requirement }) => requirement)).toEqual(['level-fits-the-outcomes']);
    expect(text).toMatch(new RegExp(`Undecided .*What is missing: .*${question.replace('?', '\\?')}`));
  });

  it('has only those answers go stale that concern what has changed', async () => {
    const changed = model
      .replace('    weight: 70\n', '    weight: 60\n')
      .replace('    weight: 30\n', '    weight: 40\n');
    expect(changed).not.toBe(model);
    const { verdict, requirements, findings, text } = await statementOf(changed, review);
    expect(verdict).toBe('undecided');
    const stale = requirements.filter(({ answer }) => answer?.isStale).map(({ requirement }) => requirement);
    expect(stale).toEqual([
      'kind-fits-the-award',
      'assessment-is-valid',
      'assessment-is-fair',
      'access-is-inclusive',
    ]);
    expect(requirements.filter(({ outcome }) => outcome === 'reviewed')).toHaveLength(10);
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(
      Array(4).fill('review warning'),
    );
    expect(text).toContain('has to be judged again');
  });

  it('keeps its answers when anything else changes', async () => {
    const changed = `# A comment.\n${model.replace('email: short.courses@', 'email: office@').replace('passMark: 40', 'passMark:   40')}`;
    expect(changed).not.toBe(model);
    const { verdict, findings } = await statementOf(changed, review);
    expect({ verdict, findings }).toEqual({ verdict: 'conforms', findings: [] });
  });
});
