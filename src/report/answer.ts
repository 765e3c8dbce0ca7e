/** What a person may say to a question that no machine can decide. */
export type AnswerOutcome = 'met' | 'partly' | 'not-met' | 'not-applicable';

/** All of them, in the order in which a person is asked. */
export const answerOutcomes: readonly AnswerOutcome[] = ['met', 'partly', 'not-met', 'not-applicable'];

/** A person's recorded answer to a requirement's question about one descriptor. */
export interface Answer {
  readonly requirement: string;
  readonly outcome: AnswerOutcome;
  readonly reviewer: string;
  /** In what capacity the reviewer answers, e.g. `Quality officer`. */
  readonly role?: string;
  /** The day of the answer, as YYYY-MM-DD. */
  readonly date: string;
  readonly remark?: string;
  /** The descriptor has changed since in what the question concerns, so the answer no longer counts. */
  readonly isStale?: true;
}
