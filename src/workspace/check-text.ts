import { type CheckOutcome, type CheckRequest, checkFiles } from './check-files.ts';

/** How to check a text that need not be in a file. */
export interface CheckTextOptions {
  /** What the report calls the text, such as the path of the file that it is going to be; nothing is looked for there. */
  readonly path: string;
  /** The day judged for, as YYYY-MM-DD: a library reads no clock. */
  readonly date: string;
  /** Ids of built-in frameworks to judge by; `scotland` when not given. */
  readonly frameworks?: readonly string[];
  /** Whether the report is to say what the text states where rules look; the pages of HTML show it. `none` when not given. */
  readonly evidence?: CheckRequest['evidence'];
}

/**
 * Checks one text, which may hold several YAML documents, by the built-in rules. No file is looked for: neither a review
 * beside the path nor waivers but for those in the text's own comments. A text that is no YAML, or no descriptor, is a
 * finding of the report; only wrong options are an invalid request.
 */
export async function checkText(text: string, options: CheckTextOptions): Promise<CheckOutcome> {
  const { path, date, frameworks = ['scotland'], evidence = 'none' } = options;
  if (path === '') {
    const help = 'Give the path under which the report is to show it.';
    return { kind: 'invalid-request', problems: [{ message: 'The text has no path.', help }] };
  }
  return await checkFiles({
    cwd: '/',
    paths: ['-'],
    date,
    frameworks,
    evidence,
    rulesFolders: [],
    readStdin: async () => new TextEncoder().encode(text),
    stdinFilename: path,
  });
}
