import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toolVersion } from '../workspace/tool-version.ts';

/** Writes a rule file in which every field says what belongs there. The catalogue test fails until each is filled. */
export function newRule(root: string, id: string): { readonly message: string; readonly isDone: boolean } {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id)) {
    const message =
      'Name the rule in kebab case, topic first, saying what must hold: npm run new:rule -- cost-fee-is-stated';
    return { message, isDone: false };
  }
  const file = join(root, 'rules', `${id}.yaml`);
  if (existsSync(file)) return { message: `rules/${id}.yaml is there already.`, isDone: false };
  writeFileSync(file, templateFor(id));
  const message = `Wrote rules/${id}.yaml. Fill what says FILL, name the rule in a framework, then run npm test.`;
  return { message, isDone: true };
}

function templateFor(id: string): string {
  return `# yaml-language-server: $schema=../schemas/rule.schema.json
id: ${id}
title: FILL the statement that holds or does not, without a full stop
status: draft # stable once a framework names it
since: ${toolVersion}
severity: warning # only the default; the requirement's level decides
targets: "" # JSON Pointer, * for every item; "" is the whole descriptor
reads: [/FILL] # every field that the rule looks at
# applies: { required: [FILL] } # JSON Schema of the targets in scope; leave out if all are
check: { name: present, with: { fields: [/FILL] } } # or expect: a JSON Schema
message: FILL what is the case, with {values} of the fault.
help: FILL what to do about it, concretely.
why: >-
  FILL why it matters to learners, employers or other institutions.
sources:
  - source: FILL-id-in-sources-yaml
    basis: inferred # quoted, paraphrased or inferred
examples:
  - outcome: passed
    descriptor: |
      FILL: a fragment for which it holds
  - outcome: failed
    descriptor: |
      FILL: a fragment for which it does not # finding: FILL the message.
`;
}
