import type { Check } from '../conformance/check.ts';
import { agreementIsReferenced } from './agreement-is-referenced.ts';
import { atMost } from './at-most.ts';
import { avoidsClaims } from './avoids-claims.ts';
import { avoidsClaimsAboutNamed } from './avoids-claims-about-named.ts';
import { avoidsLaterVerbs } from './avoids-later-verbs.ts';
import { avoidsOpenings } from './avoids-openings.ts';
import { avoidsPhrases } from './avoids-phrases.ts';
import { avoidsPlaceholders } from './avoids-placeholders.ts';
import { avoidsPromises } from './avoids-promises.ts';
import { belowThresholds } from './below-thresholds.ts';
import { citesCurrentEdition } from './cites-current-edition.ts';
import { containsAll } from './contains-all.ts';
import { countBetween } from './count-between.ts';
import { coversAll } from './covers-all.ts';
import { criteriaMatch } from './criteria-match.ts';
import { dateOrder } from './date-order.ts';
import { describedIn } from './described-in.ts';
import { distinctTexts } from './distinct-texts.ts';
import { expandsAcronyms } from './expands-acronyms.ts';
import { formsNoCircle } from './forms-no-circle.ts';
import { hasOneMainVerb } from './has-one-main-verb.ts';
import { hasWordsFor } from './has-words-for.ts';
import { identifiedTexts } from './identified-texts.ts';
import { intervalAtMost } from './interval-at-most.ts';
import { isSpecific } from './is-specific.ts';
import { itemsState } from './items-state.ts';
import { itemsStateAny } from './items-state-any.ts';
import { listedFor } from './listed-for.ts';
import { mentions } from './mentions.ts';
import { mentionsAlong } from './mentions-along.ts';
import { mentionsTopics } from './mentions-topics.ts';
import { notAllSame } from './not-all-same.ts';
import { organisationOfKind } from './organisation-of-kind.ts';
import { othersItemsState } from './others-items-state.ts';
import { partsAddUp } from './parts-add-up.ts';
import { present } from './present.ts';
import { productAgrees } from './product-agrees.ts';
import { ratesAgree } from './rates-agree.ts';
import { ratioBetween } from './ratio-between.ts';
import { readable } from './readable.ts';
import { referencedValuesAgree } from './referenced-values-agree.ts';
import { referencesExist } from './references-exist.ts';
import { refersToKnown } from './refers-to-known.ts';
import { sameRow } from './same-row.ts';
import { saysByWhom } from './says-by-whom.ts';
import { speaksInTerms } from './speaks-in-terms.ts';
import { startsWithVerb } from './starts-with-verb.ts';
import { sumAgrees } from './sum-agrees.ts';
import { sumsTo } from './sums-to.ts';
import { textAgreesWithFields } from './text-agrees-with-fields.ts';
import { uniqueAcrossDescriptors } from './unique-across-descriptors.ts';
import { updatedWithin } from './updated-within.ts';
import { wordsAfterVerb } from './words-after-verb.ts';

/** Every check that a rule may call, in the order of their names. */
const checks: readonly Check[] = [
  agreementIsReferenced,
  atMost,
  avoidsClaims,
  avoidsClaimsAboutNamed,
  avoidsLaterVerbs,
  avoidsOpenings,
  avoidsPhrases,
  avoidsPlaceholders,
  avoidsPromises,
  belowThresholds,
  citesCurrentEdition,
  containsAll,
  countBetween,
  coversAll,
  criteriaMatch,
  dateOrder,
  describedIn,
  distinctTexts,
  expandsAcronyms,
  formsNoCircle,
  hasOneMainVerb,
  hasWordsFor,
  identifiedTexts,
  intervalAtMost,
  isSpecific,
  itemsState,
  itemsStateAny,
  listedFor,
  mentions,
  mentionsAlong,
  mentionsTopics,
  notAllSame,
  organisationOfKind,
  othersItemsState,
  partsAddUp,
  present,
  productAgrees,
  ratesAgree,
  ratioBetween,
  readable,
  referencedValuesAgree,
  referencesExist,
  refersToKnown,
  sameRow,
  saysByWhom,
  speaksInTerms,
  startsWithVerb,
  sumAgrees,
  sumsTo,
  textAgreesWithFields,
  uniqueAcrossDescriptors,
  updatedWithin,
  wordsAfterVerb,
];

/** The checks by name. */
export const checkRegistry: ReadonlyMap<string, Check> = new Map(checks.map((check) => [check.name, check]));
