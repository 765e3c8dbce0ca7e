import { defineCheck, type Fault, passed, verdictOf } from '../conformance/check.ts';
import { fieldName, type JsonPointer, type PointerPattern } from '../descriptor/json-pointer.ts';
import { type Claim, type ClaimWording, findClaims } from './claims.ts';
import { textsWith } from './texts.ts';

interface Options extends ClaimWording {
  readonly fields: readonly PointerPattern[];
  /** Where the claim is one habit of a text, only the first in each field is told. */
  readonly once?: boolean;
}

const phrases = { type: 'array', minItems: 1, items: { type: 'string', minLength: 2 } };

/** Texts do not make certain claims. `{found}` cites the claim, `{field}` names the field. */
export const avoidsClaims = defineCheck<Options>({
  name: 'avoids-claims',
  summary:
    'None of the texts claims something, in phrases with what they are about, unless the sentence denies it.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['fields', 'claims'],
    properties: {
      fields: { type: 'array', minItems: 1, items: { type: 'string' } },
      once: { type: 'boolean' },
      claims: phrases,
      about: phrases,
      within: { type: 'integer', minimum: 0, maximum: 20 },
      deniedBy: phrases,
      notAfter: phrases,
      notAcross: phrases,
      notBefore: phrases,
      except: phrases,
    },
  },
  run(target, options) {
    const { fields, claims, about, once = false } = options;
    // What is claimed of is rarer than the words of the claim.
    if (about !== undefined && textsWith(target, fields, about).length === 0) return passed;
    const faults = textsWith(target, fields, claims).flatMap(({ pointer, text }) =>
      faultsOf(findClaims(text, options), pointer).slice(0, once ? 1 : undefined),
    );
    return verdictOf(faults);
  },
});

/** One fault for each claim, however often a text makes it. */
function faultsOf(claims: readonly Claim[], at: JsonPointer): Fault[] {
  const words = [...new Set(claims.map(({ found }) => found.toLowerCase()))];
  return words.flatMap((lower) => {
    const found = claims.find((claim) => claim.found.toLowerCase() === lower)?.found ?? lower;
    return [{ at, data: { found, field: fieldName(at) } }];
  });
}
