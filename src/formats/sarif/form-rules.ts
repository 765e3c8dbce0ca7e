import type { ReportingDescriptor } from 'sarif';

/** What can be wrong before any rule is asked: with the file, its YAML, its fields, or what people wrote about it. */
export const formRules: readonly ReportingDescriptor[] = [
  formRule('file', 'FileIsReadable', 'error', 'The file can be read', [
    'A file that cannot be read cannot be judged.',
    'Save it as UTF-8 text that is not too large, and see to it that it may be read.',
  ]),
  formRule('yaml', 'YamlIsWellFormed', 'error', 'The file is well-formed YAML', [
    'While the YAML is broken, nobody can be sure what the descriptor says.',
    'Mend the YAML at the place that the message names; everything else is judged after that.',
  ]),
  formRule('schema', 'FieldsAreOfTheirForm', 'error', 'Every field is known and has a value of its form', [
    'A field that is not known, or a value that cannot be understood, is read by nobody.',
    'The command `microcred schema descriptor` prints what every field may hold.',
  ]),
  formRule('review', 'ReviewIsSound', 'error', 'The review beside a descriptor can be read as it is meant', [
    'An answer that is lost may be one that said no.',
    'Mend the review file at the place that the message names.',
  ]),
  formRule('waiver', 'WaiverIsSound', 'warning', 'Every waiver is understood, in force and needed', [
    'A waiver that is not understood, has run out or covers nothing is no agreed exception.',
    'Mend, renew or remove the waiver.',
  ]),
];

function formRule(
  id: string,
  name: string,
  level: 'error' | 'warning',
  title: string,
  [why, help]: readonly [string, string],
): ReportingDescriptor {
  return {
    id,
    name,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why },
    help: { text: `${title}. ${why} ${help}`, markdown: `**${title}.**\n\n${why}\n\n${help}` },
    defaultConfiguration: { level },
    properties: { tags: ['form'], precision: 'very-high', 'problem.severity': level },
  };
}
