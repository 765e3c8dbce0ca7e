/** What a person may say to a question that no machine can decide. */
export type AnswerOutcome = 'met' | 'partly' | 'not-met' | 'not-applicable';

/** A person's recorded answer to a requirement's question about one descriptor. */
export interface Answer {
  readonly requirement: string;
  readonly outcome: AnswerOutcome;
  readonly reviewer: string;
  /** The day of the answer, as YYYY-MM-DD. */
  readonly date: string;
  readonly remark?: string;
}
