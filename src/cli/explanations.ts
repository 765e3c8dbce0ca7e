import { scoreRules, verdictRules } from '../report/published-rules.ts';

/** What `microcred explain` says of names that are no rule, requirement, principle or framework; in paragraphs. */
export const explanations: ReadonlyMap<string, readonly string[]> = new Map([
  ['verdict', verdictRules],
  ['score', scoreRules],
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
  [
    'review',
    [
      'A review holds what people answered to the questions that no machine can decide. It is a file beside the descriptor: `course.yaml` has `course.review.yaml`. `microcred review course.yaml` asks the questions and writes it; `microcred review course.yaml --export` writes an empty one to fill in by hand.',
      'Each answer carries a digest of the fields that its question concerns. When they change, the answer is stale: it is still shown, but the question is open again. A change elsewhere in the descriptor makes no difference.',
      'A finding that names `review` in place of a rule is about such a file. Answers that cannot be understood are not counted.',
      'The form of a review is a JSON Schema, which `microcred schema review` prints.',
    ],
  ],
  [
    'changed',
    [
      'Three options restrict the report to descriptors that have changed, as git tells. `--since <git ref>`: since the present state and a branch, tag or commit went apart, with all that has not been committed yet. `--changed`: since the last commit. `--staged`: by what is staged for the next commit; then what is staged is judged, not what stands in the working tree.',
      'A file counts as changed when its content, its name or its review has changed, or when git does not track it. Those that git is told to ignore do not count, unless they are named one by one. Deleted files are gone.',
      'All descriptors are judged all the same, so that rules over the whole catalogue see all of it. A descriptor that has not changed is reported when it fails such a rule because of what has changed, such as a pathway to an award that was deleted.',
      'A change of what all judgements rest on makes every descriptor be reported: folders of rules, the files of clauses and waivers, `microcred.config.yaml`, and the files `.gitignore` and `.microcredignore` above a descriptor. The report names the file.',
      'When no descriptor has changed the run says so and ends with 0. When git cannot tell (no repository, an unknown branch, a shallow clone without the commit in common) it ends with 2.',
    ],
  ],
  [
    'waiver',
    [
      'A waiver is an exception that was agreed. It stands in a comment of the descriptor, `# microcred-waive <rule>: <reason> (until <date>)`, or in a file that `--waivers <file>` names. A comment behind a value is for that line; alone on its line it is for the field that follows, with everything below it; before the first field it is for the whole descriptor.',
      'What is waived stays in every report with its reason, and the verdict is at best “conforms with waivers”. Faults of file, YAML and form cannot be waived.',
      'A finding that names `waiver` in place of a rule is about a waiver itself: it has expired, covers nothing, names a rule that nobody knows, or cannot be understood.',
      'The form of a file of waivers is a JSON Schema, which `microcred schema waivers` prints.',
    ],
  ],
  [
    'baseline',
    [
      'A baseline is a file of the findings that were known on one day, for a collection that cannot be put right at once. `microcred check courses/ --write-baseline microcred-baseline.yaml` writes it. `--baseline microcred-baseline.yaml` marks in every report what it knows, and with `--new-only` as well, only what it does not know makes the run fail. It never changes a verdict or a score.',
      'An entry matches a finding of the same rule, file and fingerprint; where the file has been moved, of the same award. The fingerprint rests on the field, its value and the id or text of list items, not on lines or wording. So a change elsewhere leaves a known finding known, while another value that breaks the same rule is new, and so is a copy of something known. Where one finding is about several things at once (`parts` of the entry), it is new as soon as it is about another one.',
      'With `--new-only`, a mandatory requirement makes the run fail unless its trouble is known: every finding of its rules that no waiver covers is known; or the baseline has it as one that cannot be told, or that a person found not to be met; or a rule that the baseline knows to fail cannot decide now. Such entries stand under `requirement` in place of a rule. Of warnings, only new ones count for `--fail-on should` and `--max-warnings`. Open questions and `--min-score` count as always.',
      'What no baseline can know are faults of file and YAML, for anything may hide behind what cannot be read, and findings about reviews, waivers and baselines themselves.',
      'People add `reason`, `owner` and `expires` to entries, and all three are kept when the file is written again. After the day under `expires` the finding counts as new, and the report says so. `--prune-baseline` takes out the entries for what has been put right; an entry whose file, rule or field could not be judged stays.',
      'A finding that names `baseline` in place of a rule is about such an entry: it has expired, or cannot be understood. Entries that cannot be understood know nothing.',
      'The form of a baseline is a JSON Schema, which `microcred schema baseline` prints.',
    ],
  ],
]);
