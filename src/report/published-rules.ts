import { scoreWeights } from './score.ts';

/** The rules of the verdict in words, one paragraph each; the code is in verdict.ts. */
export const verdictRules: readonly string[] = [
  'For each descriptor and framework there is one verdict, which the requirements decide. A requirement is decided by its rules (the worst of them counts: failed, then cannot be told, then waived, then passed, then does not apply), by a person, or by nobody yet.',
  'does not conform: a mandatory requirement is not met, by a rule or by a person’s answer.',
  'undecided: no mandatory requirement is known to be unmet, but one cannot be told, is a question that no person has answered, or is untested; or the form of the descriptor is at fault; or nothing at all was found to hold.',
  'conforms with waivers: every mandatory requirement that applies is met or waived, and at least one waiver covers something that does not hold: an exception was agreed.',
  'conforms with advice: every mandatory requirement is met and no waiver is in use, but something that is recommended or possible is not met.',
  'conforms: every mandatory requirement that applies is met, and nothing recommended or possible is known not to be met. What is recommended and still undecided does not stand in the way.',
  'What a person answers with “partly met” is not met. An answer counts as missing once the descriptor has changed in what the question concerns. Requirements that do not apply count neither way.',
];

/** How the score is reckoned, in words, one paragraph each; the code is in score.ts. */
export const scoreRules: readonly string[] = [
  `The score is the weight of what is met, as a percentage of the weight of everything that applies, rounded down. A mandatory requirement weighs ${scoreWeights.must}, a recommended one ${scoreWeights.should}, a possible improvement ${scoreWeights.could}.`,
  'What a person answers with “partly met” counts half. What is waived, cannot be told, is untested or waits for a person counts as not met. What does not apply is left out on both sides.',
  'The score decides no verdict: a single mandatory requirement that is not met outweighs any percentage.',
];
