import type { CheckContext } from '../conformance/check.ts';
import { checkDescriptor, type DescriptorResult, unreadableResult } from '../conformance/check-descriptor.ts';
import type { RuleSet } from '../conformance/rule-set.ts';
import { readDocuments, type Source } from '../descriptor/descriptor.ts';
import { looksLikeDescriptor } from '../descriptor/descriptor-likeness.ts';
import { excerptAt } from '../descriptor/finding.ts';
import { withFingerprints } from '../descriptor/fingerprint.ts';
import { formFinding } from '../descriptor/form-fault.ts';
import { schemaFaults } from '../descriptor/schema.ts';
import { firstLineRange } from '../descriptor/text-positions.ts';
import { noDescriptor } from './file-faults.ts';

/**
 * Judges every document of a text by an exact reading, with the places of everything that is found. Nothing is given
 * for a text that is no descriptor, unless it was named outright: then that is the finding.
 */
export function judgeExactly(
  source: Source,
  isNamed: boolean,
  ruleSet: RuleSet,
  context: CheckContext,
): readonly DescriptorResult[] {
  const documents = readDocuments(source);
  if (!documents.some(looksLikeDescriptor)) {
    if (!isNamed) return [];
    if (documents.some(({ data }) => data !== undefined)) return [noDescriptorResult(source, ruleSet)];
  }
  return documents.map((document) => {
    const { data } = document;
    const faults = data === undefined ? [] : schemaFaults(ruleSet.form.schema, ruleSet.form.validate, data);
    return checkDescriptor(document, ruleSet, context, faults);
  });
}

function noDescriptorResult({ path, text }: Source, ruleSet: RuleSet): DescriptorResult {
  const range = firstLineRange(text);
  const place = { path, document: 0 };
  const finding = formFinding(noDescriptor, { ...place, range, excerpt: excerptAt(text, range.start) });
  return unreadableResult(place, withFingerprints([finding], undefined), ruleSet);
}
