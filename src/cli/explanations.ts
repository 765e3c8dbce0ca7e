/** What `microcred explain` says of names that are no rule, requirement, principle or framework; in paragraphs. */
export const explanations: ReadonlyMap<string, readonly string[]> = new Map([
  [
    // The code is in report/verdict.ts.
    'verdict',
    [
      'For each descriptor and framework there is one verdict, which the requirements decide. A requirement is decided by its rules (the worst of them counts: failed, then cannot be told, then passed, then does not apply), by a person, or by nobody yet.',
      'does not conform: a mandatory requirement is not met, by a rule or by a person’s answer.',
      'undecided: no mandatory requirement is known to be unmet, but one cannot be told, is a question that no person has answered, or is untested; or the form of the descriptor is at fault; or nothing at all was found to hold.',
      'conforms, with advice: every mandatory requirement is met, but something that is recommended or possible is not.',
      'conforms: everything that applies is met.',
      'Requirements that do not apply count neither way.',
    ],
  ],
  [
    'file',
    [
      'A finding that names `file` in place of a rule is about the file as a whole: it cannot be read, is empty, too large or not UTF-8, or has no field `microcred`. Nothing in it is judged.',
    ],
  ],
  [
    'yaml',
    [
      'A finding that names `yaml` in place of a rule is about the YAML: a quotation mark that is not closed, a field given twice, an indentation that fits nothing. Nothing else in that document is judged until it is mended.',
    ],
  ],
  [
    'schema',
    [
      'A finding that names `schema` in place of a rule is about the form of a field: its name is not known, or its value is of the wrong kind. Rules that look at this field wait until it is mended; all others are judged.',
      'The form of a descriptor is a JSON Schema, which `microcred schema descriptor` prints.',
    ],
  ],
]);
