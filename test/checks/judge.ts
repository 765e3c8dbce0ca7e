import type { Check, Verdict } from '../../src/conformance/check.ts';
import { compileSchema } from '../../src/descriptor/compile-schema.ts';
import type { Json, JsonObject } from '../../src/descriptor/json-pointer.ts';

/** What a check says of a target, with options that its own schema accepts. */
export function judge(check: Check, target: Json, options: JsonObject, date = '2026-01-15'): Verdict {
  if (check.kind !== 'target') throw new Error(`The check ${check.name} is one over the catalogue.`);
  if (!acceptsOptions(check, options)) throw new Error(`The options are not those of ${check.name}.`);
  return check.run(target, options, { date, placeholders: new Set(['tbc']) });
}

const validators = new Map<string, (options: JsonObject) => boolean>();

function acceptsOptions(check: Check, options: JsonObject): boolean {
  const known = validators.get(check.name);
  const validator = known ?? compileSchema(check.options, [], { strictTypes: false });
  validators.set(check.name, validator);
  return validator(options);
}
