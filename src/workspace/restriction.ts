import type { CheckContext } from '../conformance/check.ts';
import { checkCollection } from '../conformance/check-collection.ts';
import type { DescriptorResult } from '../conformance/check-descriptor.ts';
import type { RuleSet } from '../conformance/rule-set.ts';
import type { Finding } from '../descriptor/finding.ts';
import { plainDocument } from '../descriptor/plain-document.ts';
import type { Restriction } from '../report/restricted.ts';
import type { Changes } from './changed-files.ts';
import { judgeText } from './judge-text.ts';

/** What a run has, as far as it matters to what is reported. */
interface Judged {
  /** As each file by itself gives them: before the rules over the whole catalogue. */
  readonly results: readonly DescriptorResult[];
  readonly ruleSet: RuleSet;
  readonly context: CheckContext;
  readonly isCatalogue: boolean;
}

/**
 * Which descriptors are reported: those that have changed, and those that fail a rule over the whole catalogue now and
 * did not before the others changed.
 *
 * @throws GitTrouble when git cannot tell what they said before
 */
export async function restrictionBy(changes: Changes, judged: Judged): Promise<Restriction> {
  const { scope, changed } = changes;
  if (scope.widenedBy !== undefined) return { scope, hasChanged: () => true, isConcerned: () => false };
  const atOdds = await newlyAtOdds(changes, judged);
  return {
    scope,
    hasChanged: ({ path }) => changed.has(path),
    isConcerned: (place) => atOdds.has(nameOf(place)),
  };
}

/** The descriptors with a finding of a rule over the whole catalogue that they did not have before the changes. */
async function newlyAtOdds(
  { changed, edited, before }: Changes,
  { results, ruleSet, context, isCatalogue }: Judged,
): Promise<ReadonlySet<string>> {
  const catalogueFindings = (some: readonly DescriptorResult[]): Map<string, string[]> =>
    findingsOverCatalogue(some, ruleSet, { ...context, isComplete: isCatalogue });
  const now = [...catalogueFindings(results)].filter(([, { length }]) => length > 0);
  const others = new Set(results.filter(({ path }) => !changed.has(path)).map(nameOf));
  const candidates = now.filter(([name]) => others.has(name));
  if (candidates.length === 0) return new Set();
  const earlier = results.filter(({ path }) => !edited.has(path));
  for (const source of await before()) earlier.push(...(await judgeText(source, false, ruleSet, context)));
  const then = catalogueFindings(earlier);
  return new Set(
    candidates
      .filter(([name, findings]) => findings.some((one) => !then.get(name)?.includes(one)))
      .map(([name]) => name),
  );
}

/** What is found in each descriptor, with all that tells it apart. Lines do not, so the texts are not read again. */
function findingsOverCatalogue(
  results: readonly DescriptorResult[],
  ruleSet: RuleSet,
  context: CheckContext & { readonly isComplete: boolean },
): Map<string, string[]> {
  const withoutPlaces = ({ path }: { readonly path: string }) => plainDocument({ path, text: '' }, null);
  const judged = checkCollection(results, ruleSet, context, withoutPlaces);
  const indices = [...ruleSet.rules.entries()].flatMap(([index, { check }]) =>
    check?.kind === 'collection' ? [index] : [],
  );
  return new Map(
    judged.map((result) => [
      nameOf(result),
      indices.flatMap((index) => result.rules[index]?.findings.map(wordsOf) ?? []),
    ]),
  );
}

function wordsOf({ rule, message, location, related }: Finding): string {
  const others = related.map((place) => [place.message, place.location.path, place.location.pointer]);
  return JSON.stringify([rule, location.pointer, message, others]);
}

function nameOf({ path, document }: { readonly path: string; readonly document: number }): string {
  return `${document} ${path}`;
}
