import type { AwardFacts } from '../../descriptor/award-facts.ts';
import type { Finding } from '../../descriptor/finding.ts';
import type { DescriptorReport } from '../../report/report.ts';
import { whyAbsent } from '../absent-facts.ts';
import { counted } from '../summary-text.ts';
import { html, type Markup, userText } from './markup.ts';

/** The award in a few words: size, level and portability first, for that is what a learner asks first. */
export function factsSection({ award, title, id, findings }: DescriptorReport): Markup {
  const rest: readonly (readonly [name: string, value: string | undefined, absence?: string])[] = [
    ['Title', title],
    ['Kind', award.kind],
    ['Provider', withKind(award.provider, award.providerType)],
    ['Awarding body', award.awardingBody],
    ['Credit-rating body', award.creditRatingBody],
    ['Mode', award.mode],
    ['Duration', award.duration],
    ['Fee', feeWords(award.fee, findings), whyAbsent('fee', findings)],
    ['Language', award.language],
    ['Status', award.status],
    ['Version', award.version],
    ['Id', id],
  ];
  return html`<section aria-labelledby="facts">
<h2 id="facts">Key facts</h2>
<p class="note">As the descriptor states them.</p>
<dl class="first-facts">
<div><dt>Size</dt><dd>${sizeWords(award, findings).map((words) => html`<p>${stated(words)}</p>`)}</dd></div>
<div><dt>Level</dt><dd><p>${stated(levelOf(award, findings), whyAbsent('level', findings))}</p></dd></div>
<div><dt>Portability</dt><dd>${portability(award)}</dd></div>
</dl>
<dl class="facts">
${rest.map(([name, value, absence]) => html`<div><dt>${name}</dt><dd>${stated(value, absence)}</dd></div>\n`)}</dl>
</section>`;
}

/** A value of the descriptor, or that there is none that could be shown. */
function stated(value: string | undefined, absence = 'not stated'): Markup {
  return value === undefined ? html`<span class="absent">${absence}</span>` : userText(value);
}

/** Credit points, and hours with weeks. */
function sizeWords(
  { creditPoints, creditScheme, notionalHours, weeks }: AwardFacts,
  findings: readonly Finding[],
): readonly (string | undefined)[] {
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
  const [whyNoPoints, whyNoHours] = [whyAbsent('points', findings), whyAbsent('hours', findings)];
  const isNothingWritten = whyNoPoints === 'not stated' && whyNoHours === 'not stated';
  if (points === undefined && work === '' && isNothingWritten) return [undefined];
  return [
    points ?? `credit points ${whyNoPoints}`,
    hours === undefined && (over === undefined || whyNoHours !== 'not stated')
      ? [`notional hours ${whyNoHours}`, over].filter((part) => part !== undefined).join(', ')
      : work,
  ];
}

function levelOf({ framework, level }: AwardFacts, findings: readonly Finding[]): string | undefined {
  if (level === undefined)
    return framework === undefined ? undefined : `${framework}, level ${whyAbsent('level', findings)}`;
  return framework === undefined
    ? `level ${level}, framework ${whyAbsent('framework', findings)}`
    : `${framework} level ${level}`;
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

function feeWords(fee: AwardFacts['fee'], findings: readonly Finding[]): string | undefined {
  if (fee === undefined) return undefined;
  return fee.currency === undefined
    ? `${fee.amount}, currency ${whyAbsent('currency', findings)}`
    : `${fee.currency} ${fee.amount}`;
}
