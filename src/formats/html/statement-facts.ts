import type { AwardFacts } from '../../descriptor/award-facts.ts';
import type { DescriptorReport } from '../../report/report.ts';
import { counted } from '../summary-text.ts';
import { html, type Markup, userText } from './markup.ts';

/** The award in a few words: size, level and portability first, for that is what a learner asks first. */
export function factsSection({ award, title, id }: DescriptorReport): Markup {
  const rest: readonly (readonly [string, string | undefined])[] = [
    ['Title', title],
    ['Kind', award.kind],
    ['Provider', withKind(award.provider, award.providerType)],
    ['Awarding body', award.awardingBody],
    ['Credit-rating body', award.creditRatingBody],
    ['Mode', award.mode],
    ['Duration', award.duration],
    ['Fee', feeWords(award.fee)],
    ['Language', award.language],
    ['Status', award.status],
    ['Version', award.version],
    ['Id', id],
  ];
  return html`<section aria-labelledby="facts">
<h2 id="facts">Key facts</h2>
<p class="note">As the descriptor states them.</p>
<dl class="first-facts">
<div><dt>Size</dt><dd>${sizeWords(award).map((words) => html`<p>${stated(words)}</p>`)}</dd></div>
<div><dt>Level</dt><dd><p>${stated(levelOf(award))}</p></dd></div>
<div><dt>Portability</dt><dd>${portability(award)}</dd></div>
</dl>
<dl class="facts">
${rest.map(([name, value]) => html`<div><dt>${name}</dt><dd>${stated(value)}</dd></div>\n`)}</dl>
</section>`;
}

/** A value of the descriptor, or that there is none. */
function stated(value: string | undefined): Markup {
  return value === undefined ? html`<span class="absent">not stated</span>` : userText(value);
}

/** Credit points, and hours with weeks. */
function sizeWords({
  creditPoints,
  creditScheme,
  notionalHours,
  weeks,
}: AwardFacts): readonly (string | undefined)[] {
  const scheme = creditScheme === undefined ? '' : `${creditScheme} `;
  const points =
    creditPoints === undefined
      ? undefined
      : `${creditPoints} ${scheme}credit point${creditPoints === 1 ? '' : 's'}`;
  const hours =
    notionalHours === undefined
      ? undefined
      : `about ${notionalHours} notional hour${notionalHours === 1 ? '' : 's'}`;
  const over = weeks === undefined ? undefined : `over ${counted(weeks, 'week')}`;
  const work = [hours, over].filter((part) => part !== undefined).join(' ');
  if (points === undefined && work === '') return [undefined];
  return [points ?? 'credit points not stated', work === '' ? 'notional hours not stated' : work];
}

function levelOf({ framework, level }: AwardFacts): string | undefined {
  if (level === undefined) return framework === undefined ? undefined : `${framework}, level not stated`;
  return framework === undefined ? `level ${level}, framework not stated` : `${framework} level ${level}`;
}

const stackabilityWords: ReadonlyMap<string, string> = new Map([
  ['standalone', 'stands alone'],
  ['stackable', 'counts towards larger awards'],
  ['both', 'stands alone, and counts towards larger awards'],
]);

function portability({ stackability, pathways, recognition }: AwardFacts): Markup {
  if (stackability === undefined && pathways === undefined && recognition === undefined) {
    return html`<p>${stated(undefined)}</p>`;
  }
  const stacks =
    stackability === undefined
      ? 'whether it stacks is not stated'
      : (stackabilityWords.get(stackability) ?? stackability);
  const leads =
    pathways === undefined ? 'no pathways stated' : `${counted(pathways, 'pathway')} into larger awards`;
  const said =
    recognition === undefined ? html`recognition by others: ${stated(undefined)}` : userText(recognition);
  return html`<p>${userText(stacks)}; ${leads}</p><p class="statement">${said}</p>`;
}

function withKind(provider: string | undefined, kind: string | undefined): string | undefined {
  if (provider === undefined || kind === undefined) return provider;
  return `${provider} (${kind})`;
}

function feeWords(fee: AwardFacts['fee']): string | undefined {
  if (fee === undefined) return undefined;
  return fee.currency === undefined ? `${fee.amount}, currency not stated` : `${fee.currency} ${fee.amount}`;
}
