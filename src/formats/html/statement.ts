import type { DescriptorReport, Report } from '../../report/report.ts';
import { shortened } from '../words.ts';
import { html, type Markup, userText } from './markup.ts';
import { factsSection } from './statement-facts.ts';
import { findingsSection } from './statement-findings.ts';
import { principlesSection } from './statement-principles.ts';
import { provenanceSection } from './statement-provenance.ts';
import { questionsSection } from './statement-questions.ts';
import { requirementsSections } from './statement-requirements.ts';
import { rulesSection } from './statement-rules.ts';
import { verdictSection } from './statement-verdict.ts';
import { type StatementView, statementView } from './statement-view.ts';

/** A title that is longer is cut in the heading; the key facts have it whole. */
const longestTitle = 160;

/** The body of a page on one descriptor. `portfolioAddress` is where the page on all descriptors is, if there is one. */
export function* statement(
  descriptor: DescriptorReport,
  report: Report,
  portfolioAddress?: string,
): Generator<Markup> {
  const view = statementView(descriptor, report);
  const isJudged = descriptor.status === 'checked';
  yield pageHeader(view, portfolioAddress);
  yield contents(view);
  yield html`<main id="content" tabindex="-1">`;
  yield* verdictSection(view);
  if (isJudged) yield factsSection(descriptor);
  yield* findingsSection(view);
  if (isJudged) {
    yield principlesSection(view);
    yield* requirementsSections(view);
    yield* questionsSection(view);
  }
  yield rulesSection(view);
  yield* provenanceSection(view);
  yield html`</main>`;
}

function pageHeader({ descriptor, report }: StatementView, portfolioAddress: string | undefined): Markup {
  const { title, id, path, award } = descriptor;
  const provider = award.provider === undefined ? '' : html`${userText(shortened(award.provider, 200))} · `;
  return html`<header class="page-header">
${portfolioAddress === undefined ? '' : html`<p class="back"><a href="${portfolioAddress}">All descriptors</a></p>`}
<p class="kind">Conformance statement</p>
<h1>${userText(shortened(title ?? id ?? path, longestTitle))}</h1>
<p class="under">${provider}judged for ${report.date}</p>
</header>`;
}

function contents({ descriptor, frameworks, questions }: StatementView): Markup {
  const isJudged = descriptor.status === 'checked';
  const entries: readonly (readonly [string, string, boolean])[] = [
    ['verdict', 'Verdict', true],
    ['facts', 'Key facts', isJudged],
    ['first', 'What to do first', true],
    ['principles', 'Principles at a glance', isJudged],
    ['requirements-1', 'Principle by principle', isJudged && frameworks.length > 0],
    ['questions', 'Questions for people', isJudged && questions.length > 0],
    ['sign-off', 'Sign-off', isJudged && questions.length > 0],
    ['rules', 'Verdict and score', true],
    ['provenance', 'Provenance', true],
  ];
  return html`<nav class="contents" aria-label="On this page">
<ul>${entries.map(([id, words, isThere]) => (isThere ? html`<li><a href="#${id}">${words}</a></li>` : ''))}</ul>
</nav>`;
}
