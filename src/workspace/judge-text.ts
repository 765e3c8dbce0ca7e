import type { CheckContext } from '../conformance/check.ts';
import { checkDescriptor, type DescriptorResult } from '../conformance/check-descriptor.ts';
import type { RuleSet } from '../conformance/rule-set.ts';
import type { Source } from '../descriptor/descriptor.ts';
import { looksLikeDescriptor } from '../descriptor/descriptor-likeness.ts';
import { plainDocument } from '../descriptor/plain-document.ts';
import { parsePlainYaml } from '../descriptor/plain-yaml.ts';

/**
 * Judges every document of a text: by a fast reading without places, which is enough when nothing is found; else, and
 * whenever the text is not plain, by an exact one. Gives nothing for a text of a searched folder that is no descriptor.
 */
export async function judgeText(
  source: Source,
  isNamed: boolean,
  ruleSet: RuleSet,
  context: CheckContext,
): Promise<readonly DescriptorResult[]> {
  const results = judgePlainly(source, isNamed, ruleSet, context);
  if (results !== undefined) return results;
  const { judgeExactly } = await import('./judge-exactly.ts');
  return judgeExactly(source, isNamed, ruleSet, context);
}

function judgePlainly(
  source: Source,
  isNamed: boolean,
  ruleSet: RuleSet,
  context: CheckContext,
): readonly DescriptorResult[] | undefined {
  const data = parsePlainYaml(source.text);
  if (data === undefined) return undefined;
  const document = plainDocument(source, data);
  if (!looksLikeDescriptor(document)) return isNamed ? undefined : [];
  if (!ruleSet.form.validate(data)) return undefined;
  const result = checkDescriptor(document, ruleSet, context);
  return document.wasLocated() ? undefined : [result];
}
