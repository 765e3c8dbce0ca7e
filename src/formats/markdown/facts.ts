import type { AwardFacts } from '../../descriptor/award-facts.ts';
import { counted } from '../summary-text.ts';
import { table } from './blocks.ts';
import { valueText } from './text.ts';

/** What a learner asks first, as a table: size, level and how far it carries, then the rest. */
export function factTable(award: AwardFacts, id: string | undefined): string {
  const { creditPoints, creditScheme, notionalHours, weeks, stackability, pathways, fee } = award;
  const size = joined([
    creditPoints === undefined
      ? ''
      : `${amount(creditPoints)} ${valueText(creditScheme ?? '')} credit points`.replace('  ', ' '),
    notionalHours === undefined ? '' : `${amount(notionalHours)} notional hours`,
    weeks === undefined ? '' : `${amount(weeks)} weeks`,
  ]);
  const portability = joined([
    valueText(stackability ?? ''),
    pathways === undefined ? '' : counted(pathways, 'pathway'),
    valueText(award.recognition ?? '', 300),
  ]);
  const rows: readonly (readonly [string, string])[] = [
    ['Size', size],
    ['Level', levelText(award)],
    ['Portability', portability],
    ['Kind', valueText(award.kind ?? '')],
    ['Provider', joined([valueText(award.provider ?? ''), valueText(award.providerType ?? '')])],
    ['Awarding body', valueText(award.awardingBody ?? '')],
    ['Credit-rating body', valueText(award.creditRatingBody ?? '')],
    ['Delivery', joined([award.mode, award.duration, award.language].map((part) => valueText(part ?? '')))],
    ['Fee', fee === undefined ? '' : `${amount(fee.amount)} ${valueText(fee.currency ?? '')}`.trimEnd()],
    ['Status', valueText(award.status ?? '')],
    ['Version', valueText(award.version ?? '')],
    ['Identifier', valueText(id ?? '')],
  ];
  return table(
    ['Key fact', 'As the descriptor states it'],
    rows.map(([name, value]) => [name, value === '' ? 'not stated' : value]),
  );
}

/** Framework and level, as far as they are stated. */
export function levelText({ framework, level }: AwardFacts): string {
  if (level === undefined) return '';
  return `${valueText(framework ?? '')} level ${valueText(level)}`.trimStart();
}

function amount(value: number): string {
  return valueText(String(value));
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
