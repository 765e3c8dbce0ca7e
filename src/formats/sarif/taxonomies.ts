import type { ToolComponent } from 'sarif';
import type { Framework, Principle } from '../../conformance/framework.ts';
import { descriptionText, webAddress } from './texts.ts';

/** A framework as a taxonomy, of which every principle is a taxon, in its order. */
export function taxonomyOf({ id, title, version, date, about, url, principles }: Framework): ToolComponent {
  const address = webAddress(url);
  return {
    name: id,
    fullName: descriptionText(title),
    version,
    ...(/^\d{4}-\d{2}-\d{2}$/.test(date) ? { releaseDateUtc: date } : {}),
    ...(address === undefined ? {} : { informationUri: address }),
    shortDescription: { text: descriptionText(title) },
    fullDescription: { text: descriptionText(about) },
    isComprehensive: true,
    taxa: principles.map(taxonOf),
  };
}

function taxonOf({ id, title, about, clause }: Principle): NonNullable<ToolComponent['taxa']>[number] {
  const number = clause === undefined ? '' : ` (${clause.number})`;
  return {
    id,
    shortDescription: { text: descriptionText(`${title}${number}`) },
    fullDescription: { text: descriptionText(about) },
  };
}
