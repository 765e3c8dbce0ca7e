import type { AwardFacts } from '../../descriptor/award-facts.ts';
import type { DescriptorReport } from '../../report/report.ts';
import { whyAbsent } from '../absent-facts.ts';
import { counted } from '../summary-text.ts';
import { table } from './blocks.ts';
import { valueText } from './text.ts';

/** What a learner asks first, as a table: size, level and how far it carries, then the rest. */
export function factTable({ award, id, findings }: DescriptorReport): string {
  const { creditPoints, creditScheme, notionalHours, weeks, stackability, pathways, fee } = award;
  const [whyNoPoints, whyNoHours] = [whyAbsent('points', findings), whyAbsent('hours', findings)];
  const size = joined([
    creditPoints === undefined
      ? misformed('credit points', whyNoPoints)
      : `${amount(creditPoints)} ${valueText(creditScheme ?? '')} credit points`.replace('  ', ' '),
    notionalHours === undefined
      ? misformed('notional hours', whyNoHours)
      : `${amount(notionalHours)} notional hours`,
    weeks === undefined ? '' : `${amount(weeks)} weeks`,
  ]);
  const portability = joined([
    valueText(stackability ?? ''),
    pathways === undefined ? '' : counted(pathways, 'pathway'),
    valueText(award.recognition ?? '', 300),
  ]);
  const rows: readonly (readonly [name: string, value: string, absence?: string])[] = [
    ['Size', size],
    ['Level', levelText(award), whyAbsent('level', findings)],
    ['Portability', portability],
    ['Kind', valueText(award.kind ?? '')],
    ['Provider', joined([valueText(award.provider ?? ''), valueText(award.providerType ?? '')])],
    ['Awarding body', valueText(award.awardingBody ?? '')],
    ['Credit-rating body', valueText(award.creditRatingBody ?? '')],
    ['Delivery', joined([award.mode, award.duration, award.language].map((part) => valueText(part ?? '')))],
    [
      'Fee',
      fee === undefined ? '' : `${amount(fee.amount)} ${valueText(fee.currency ?? '')}`.trimEnd(),
      whyAbsent('fee', findings),
    ],
    ['Status', valueText(award.status ?? '')],
    ['Version', valueText(award.version ?? '')],
    ['Identifier', valueText(id ?? '')],
  ];
  return table(
    ['Key fact', 'As the descriptor states it'],
    rows.map(([name, value, absence = 'not stated']) => [name, value === '' ? absence : value]),
  );
}

/** Of a part of the size, that something is written that cannot be read as it; nothing where nothing is written. */
function misformed(name: string, absence: string): string {
  return absence === 'not stated' ? '' : `${name} ${absence}`;
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
