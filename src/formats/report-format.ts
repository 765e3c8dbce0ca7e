import type { Report } from '../report/report.ts';

/** How words are set off; each function returns the text with or without colour, never changed otherwise. */
export interface Style {
  strong(text: string): string;
  faint(text: string): string;
  error(text: string): string;
  warning(text: string): string;
  info(text: string): string;
  good(text: string): string;
}

/** What a writer of a report may take into account beside the report. */
export interface WriteOptions {
  readonly style: Style;
  /** Columns that a line may fill. */
  readonly width: number;
  /** Only mandatory trouble; nothing at all when there is none. */
  readonly isQuiet: boolean;
  /** Every requirement with its outcome. */
  readonly isVerbose: boolean;
}

/** A way to write a report. Pure: it neither filters, sorts, counts nor decides beyond what the options ask. */
export interface ReportFormat {
  readonly fileExtension: string;
  /** Whether it shows what the descriptor says where rules look, so that the run has to collect it (see Evidence). */
  readonly showsEvidence?: true;
  /** Gives the text in pieces: a report on many thousand descriptors is longer than one string can be. */
  write(report: Report, options: WriteOptions): Iterable<string>;
  /** The report as a folder of linked files, for a format that can be one; `index` comes first. */
  writeFolder?(report: Report, options: WriteOptions): Iterable<FolderFile>;
}

/** One file of a report that is a folder. */
export interface FolderFile {
  /** Name with its ending: lower-case letters, digits, `-` and `.` only, and no two alike. */
  readonly name: string;
  readonly pieces: Iterable<string>;
}

/** A format as the registry knows it: the code that writes it is loaded only when it is asked for. */
export interface FormatEntry {
  readonly name: string;
  /** One sentence for the help. */
  readonly summary: string;
  load(): PromiseLike<ReportFormat>;
}
