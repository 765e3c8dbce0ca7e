import { childPointer, type JsonPointer } from '../descriptor/json-pointer.ts';
import { unknownName } from '../descriptor/unknown-name.ts';
import type { Clause, Framework } from './framework.ts';

/** What a file of clauses says; `schemas/clauses.schema.json` is the same thing and the truth. */
export interface Clauses {
  readonly framework: string;
  /** The document that the clauses come from, with its edition. */
  readonly document: string;
  readonly principles?: Readonly<Record<string, Clause>>;
  readonly requirements?: Readonly<Record<string, Clause>>;
}

export interface LaidClauses {
  readonly frameworks: readonly Framework[];
  readonly faults: readonly {
    readonly pointer: JsonPointer;
    readonly message: string;
    readonly help: string;
  }[];
}

/** Lays an institution's clause numbers and wording over the principles and requirements of a framework. */
export function layClauses(clauses: Clauses, frameworks: readonly Framework[]): LaidClauses {
  const framework = frameworks.find(({ id }) => id === clauses.framework);
  if (framework === undefined) {
    const ids = frameworks.map(({ id }) => id);
    const message = `The clauses belong to the framework \`${clauses.framework}\`, which is not among those judged by.`;
    return {
      frameworks,
      faults: [{ pointer: '/framework', message, help: `Judged by: ${ids.join(', ')}.` }],
    };
  }
  const { principles = {}, requirements = {} } = clauses;
  const faults = [
    ...unknownIds('principle', principles, framework.principles, '/principles'),
    ...unknownIds('requirement', requirements, framework.requirements, '/requirements'),
  ];
  const laid: Framework = {
    ...framework,
    clausesFrom: clauses.document,
    principles: framework.principles.map((principle) => withClause(principle, principles)),
    requirements: framework.requirements.map((requirement) => withClause(requirement, requirements)),
  };
  return { frameworks: frameworks.map((one) => (one === framework ? laid : one)), faults };
}

function withClause<T extends { readonly id: string }>(
  item: T,
  clauses: Readonly<Record<string, Clause>>,
): T {
  const clause = Object.hasOwn(clauses, item.id) ? clauses[item.id] : undefined;
  return clause === undefined ? item : { ...item, clause };
}

function unknownIds(
  thing: string,
  clauses: Readonly<Record<string, Clause>>,
  known: readonly { readonly id: string }[],
  at: JsonPointer,
): LaidClauses['faults'] {
  const ids = known.map(({ id }) => id);
  return Object.keys(clauses)
    .filter((id) => !ids.includes(id))
    .map((id) => ({ pointer: childPointer(at, id), ...unknownName(thing, id, ids) }));
}
