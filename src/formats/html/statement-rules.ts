import { scoreRules, verdictRules } from '../../report/published-rules.ts';
import { capitalised, verdictWords } from '../words.ts';
import { html, type Markup } from './markup.ts';
import { percent } from './statement-principles.ts';
import type { StatementView } from './statement-view.ts';

/** How the verdict and the score come about, and what the score is, now that its parts have been shown. */
export function rulesSection({ frameworks }: StatementView): Markup {
  const names: ReadonlySet<string> = new Set(Object.values(verdictWords).map(({ words }) => words));
  return html`<section aria-labelledby="rules">
<h2 id="rules">How the verdict and the score come about</h2>
<h3>Verdict</h3>
${verdictRules.map((rule) => verdictRule(rule, names))}
<h3>Score</h3>
${scoreRules.map((rule) => html`<p>${rule}</p>\n`)}
<ul class="scores">${frameworks.map(
    ({ framework, conformance: { score, verdict } }) =>
      html`<li>${framework.title}: ${score.of === 0 ? 'nothing applies, so there is no score' : html`${score.met} of ${score.of} parts by weight, that is ${percent(score)}`}. Verdict: ${verdictWords[verdict].words}.</li>`,
  )}</ul>
</section>`;
}

/** A rule that says when a verdict is given begins with the verdict's name. */
function verdictRule(rule: string, names: ReadonlySet<string>): Markup {
  const end = rule.indexOf(':');
  const name = rule.slice(0, end);
  return names.has(name)
    ? html`<p><b>${capitalised(name)}:</b>${rule.slice(end + 1)}</p>\n`
    : html`<p>${rule}</p>\n`;
}
