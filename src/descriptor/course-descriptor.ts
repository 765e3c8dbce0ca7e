// Generated from schemas/course-descriptor.schema.json by `npm run generate`; do not edit.

/**
 * The provider itself is this body.
 */
export type SameAsProvider = "same-as-provider";
/**
 * A name, or a name with the address of its entry in a vocabulary such as ESCO.
 */
export type Term =
  | string
  | {
      /**
       * The term in words.
       */
      name?: string;
      /**
       * The vocabulary that it comes from.
       */
      scheme?: string;
      /**
       * The address of the term in its vocabulary.
       */
      url?: string;
      /**
       * This interface was referenced by `undefined`'s JSON-Schema definition
       * via the `patternProperty` "^x-".
       */
      [k: string]: unknown;
    };
/**
 * A number and a unit (hours, days, weeks, months or years), or an ISO 8601 duration.
 */
export type Duration = string;

/**
 * The shape of a descriptor. What has to be there is a matter of the rules, so an incomplete draft satisfies this schema; fields of your own begin with x-.
 */
export interface CourseDescriptor {
  /**
   * Version of the descriptor format. This field makes the file a descriptor.
   */
  microcred: 1;
  /**
   * Stable name of the award, unique in a catalogue: letters, digits and . _ : / - without spaces.
   */
  id?: string;
  /**
   * Codes under which other systems know the award.
   *
   * @maxItems 50
   */
  identifiers?: Identifier[];
  /**
   * The name of the award as the public sees it.
   */
  title?: string;
  /**
   * A short form, an abbreviation or a former title.
   */
  alternativeTitle?: string;
  /**
   * What kind of award it is, from a closed list of shared terms.
   */
  kind?: "micro-credential" | "small-qualification" | "short-programme" | "short-course" | "module" | "cpd-course";
  /**
   * Quality labels that the award claims, such as CMF for the Common Microcredential Framework.
   *
   * @maxItems 20
   *
   * Items: The label's usual name.
   */
  labels?: string[];
  /**
   * Version of this descriptor or award, in quotes.
   */
  version?: string;
  /**
   * Where the award stands in its life.
   */
  status?: "draft" | "approved" | "withdrawn";
  /**
   * Language that the award is described in. A BCP 47 language tag.
   */
  language?: string;
  /**
   * The public page of the award.
   */
  url?: string;
  /**
   * The day on which the information was last checked or changed.
   */
  lastUpdated?: string;
  /**
   * Licence under which this description may be reused.
   */
  licence?: string;
  /**
   * A picture that stands for the award.
   */
  image?: {
    /**
     * Where the image lies.
     */
    url?: string;
    /**
     * What the image shows, for those who cannot see it.
     */
    alternativeText?: string;
    /**
     * Licence under which the image may be reused.
     */
    licence?: string;
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^x-".
     */
    [k: string]: unknown;
  };
  /**
   * What the award is about, in a few sentences for the public.
   */
  summary?: string;
  /**
   * What the award is for.
   *
   * @maxItems 7
   *
   * Items: One purpose.
   */
  purpose?: (
    | "upskilling"
    | "reskilling"
    | "access"
    | "progression"
    | "cpd"
    | "personal-development"
    | "recognition-of-experience"
  )[];
  /**
   * What the award is worth on its own, without any further study.
   */
  standaloneValue?: string;
  /**
   * Whom the award is meant for.
   */
  audience?: string;
  /**
   * Words by which people search.
   *
   * @maxItems 100
   *
   * Items: One word or phrase.
   */
  keywords?: string[];
  /**
   * Where the award stands in subject classifications such as HECoS or ISCED-F.
   *
   * @maxItems 50
   *
   * Items: A code and its classification.
   */
  subjectCodes?: {
    /**
     * The classification's name.
     */
    scheme?: string;
    /**
     * The code, in quotes.
     */
    code?: string;
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^x-".
     */
    [k: string]: unknown;
  }[];
  provider?: Organisation;
  /**
   * The body that makes the award: an organisation, or same-as-provider.
   */
  awardingBody?: SameAsProvider | Organisation1;
  /**
   * The body that placed the award on the framework: an organisation, or same-as-provider.
   */
  creditRatingBody?: SameAsProvider | Organisation1;
  /**
   * The national framework on which the award has its level.
   */
  framework?: "SCQF" | "FHEQ" | "CQFW" | "RQF" | "EQF" | "QF-EHEA" | "NFQ" | "AQF" | "NZQCF";
  /**
   * The level in the framework named under framework.
   */
  level?: number | ("entry-1" | "entry-2" | "entry-3" | "entry");
  /**
   * Comparable levels in other frameworks.
   *
   * @maxItems 20
   *
   * Items: A comparable level elsewhere.
   */
  alignments?: {
    /**
     * The framework compared with.
     */
    framework?: "SCQF" | "FHEQ" | "CQFW" | "RQF" | "EQF" | "QF-EHEA" | "NFQ" | "AQF" | "NZQCF";
    /**
     * The level there.
     */
    level?: number | ("entry-1" | "entry-2" | "entry-3" | "entry");
    /**
     * How the comparison is put to the public.
     */
    statement?: string;
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^x-".
     */
    [k: string]: unknown;
  }[];
  /**
   * Where a public register of credit-rated provision lists the award.
   */
  register?: {
    /**
     * The register's name.
     */
    name?: string;
    /**
     * The entry's number or code.
     */
    reference?: string;
    /**
     * The entry's page.
     */
    url?: string;
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^x-".
     */
    [k: string]: unknown;
  };
  /**
   * How much credit the award carries.
   */
  credit?: {
    /**
     * Number of credit points; 0 for an award without credit.
     */
    points?: number;
    /**
     * The scheme in which the points count.
     */
    scheme?: "SCQF" | "CATS" | "RQF" | "CQFW" | "ECTS" | "NZQCF";
    /**
     * Where units can be combined in different ways: the smallest total.
     */
    minimumPoints?: number;
    /**
     * Where units can be combined in different ways: the largest total.
     */
    maximumPoints?: number;
    /**
     * The same credit counted in other schemes.
     *
     * @maxItems 20
     *
     * Items: Points in another scheme.
     */
    equivalents?: {
      /**
       * The scheme.
       */
      scheme?: "SCQF" | "CATS" | "RQF" | "CQFW" | "ECTS" | "NZQCF";
      /**
       * Number of points.
       */
      points?: number;
      /**
       * This interface was referenced by `undefined`'s JSON-Schema definition
       * via the `patternProperty` "^x-".
       */
      [k: string]: unknown;
    }[];
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^x-".
     */
    [k: string]: unknown;
  };
  /**
   * How long an average learner needs.
   */
  workload?: {
    /**
     * Hours that an average learner needs for everything, assessment included.
     */
    notionalHours?: number;
    /**
     * Whether the hours include the assessment.
     */
    includesAssessment?: boolean;
    /**
     * What the hours consist of.
     *
     * @maxItems 100
     *
     * Items: One activity and its hours.
     */
    breakdown?: {
      /**
       * What the learner does.
       */
      activity?:
        | "contact"
        | "lecture"
        | "seminar"
        | "tutorial"
        | "workshop"
        | "laboratory"
        | "online-activity"
        | "self-study"
        | "reading"
        | "placement"
        | "work-based-learning"
        | "project"
        | "assessment"
        | "other";
      /**
       * The activity in the course's own words.
       */
      title?: string;
      /**
       * Number of hours.
       */
      hours?: number;
      /**
       * Whether a teacher directs it (contact), as against independent study.
       */
      directed?: boolean;
      /**
       * This interface was referenced by `undefined`'s JSON-Schema definition
       * via the `patternProperty` "^x-".
       */
      [k: string]: unknown;
    }[];
    /**
     * Number of weeks over which the study is spread.
     */
    weeks?: number;
    /**
     * Hours that a learner studies each week.
     */
    hoursPerWeek?: number;
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^x-".
     */
    [k: string]: unknown;
  };
  /**
   * What a learner knows, understands or can do in the end.
   *
   * @maxItems 200
   *
   * Items: One learning outcome.
   */
  outcomes?: {
    /**
     * Short name by which assessments refer to it.
     */
    id?: string;
    /**
     * What the learner can do, opening with an active verb.
     */
    text?: string;
    /**
     * The heading of the SCQF level descriptors that the outcome belongs to.
     */
    characteristic?:
      | "knowledge-and-understanding"
      | "practice"
      | "generic-cognitive-skills"
      | "communication-ict-and-numeracy"
      | "autonomy-accountability-and-working-with-others";
    /**
     * Skills that the outcome shows.
     *
     * @maxItems 50
     */
    skills?: Term[];
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^x-".
     */
    [k: string]: unknown;
  }[];
  /**
   * How the outcomes are assessed.
   *
   * @maxItems 200
   *
   * Items: One assessment.
   */
  assessment?: {
    /**
     * Short name.
     */
    id?: string;
    /**
     * What learners call it.
     */
    title?: string;
    /**
     * How it is assessed.
     */
    method?:
      | "written-exam"
      | "oral-exam"
      | "online-test"
      | "quiz"
      | "report"
      | "essay"
      | "assignment"
      | "project"
      | "portfolio"
      | "presentation"
      | "practical"
      | "observation"
      | "professional-discussion"
      | "case-study"
      | "artefact"
      | "reflective-account"
      | "group-work"
      | "peer-assessment"
      | "continuous-assessment"
      | "recognition-of-prior-learning"
      | "attendance"
      | "other";
    /**
     * Summative counts towards the award, formative only helps learning.
     */
    type?: "summative" | "formative";
    /**
     * Identifiers of the outcomes that it assesses.
     *
     * @maxItems 200
     *
     * Items: An outcome's id.
     */
    outcomes?: string[];
    /**
     * Share of the result in per cent.
     */
    weight?: number;
    /**
     * Least mark to pass, in per cent.
     */
    passMark?: number;
    /**
     * What a learner has to show to pass.
     */
    passCriteria?: string;
    /**
     * How and where results are recorded.
     */
    recording?: string;
    /**
     * What keeps marking valid and reliable: rubric, marking scheme, moderation.
     */
    standardisation?: string;
    /**
     * How it is made sure that the learner's work is their own.
     */
    identityCheck?: string;
    /**
     * Whether it is supervised and the learner's identity verified.
     */
    supervision?: "unsupervised" | "supervised" | "supervised-with-identity-check" | "unsupervised-with-identity-check";
    /**
     * Language in which learners are assessed. A BCP 47 language tag.
     */
    language?: string;
    /**
     * How often and on what terms a learner may try again.
     */
    reassessment?: string;
    /**
     * The day on which it takes place or is due.
     */
    date?: string;
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^x-".
     */
    [k: string]: unknown;
  }[];
  /**
   * How results are expressed.
   */
  grading?: {
    /**
     * The name of the scheme.
     */
    scheme?: string;
    /**
     * What the grades mean.
     */
    description?: string;
    /**
     * The grades that can be given.
     *
     * @maxItems 50
     *
     * Items: One grade.
     */
    grades?: string[];
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^x-".
     */
    [k: string]: unknown;
  };
  /**
   * The artefact or portfolio that a learner keeps and can show.
   */
  evidence?: string;
  /**
   * Who assures the quality of the award, and how.
   */
  qualityAssurance?: {
    /**
     * The body that assures the quality.
     */
    body?: string;
    /**
     * What is done within the organisation.
     */
    internal?: string;
    /**
     * What is done by people from outside.
     */
    external?: string;
    /**
     * External examiner, external verifier, subject expert …
     */
    externalRole?: string;
    /**
     * Codes and policies that the quality assurance follows.
     *
     * @maxItems 50
     *
     * Items: A code or policy with its edition.
     */
    references?: string[];
    /**
     * Formal accreditations of the award or the provider.
     *
     * @maxItems 50
     *
     * Items: One accreditation.
     */
    accreditations?: {
      /**
       * What was accredited.
       */
      type?: "institutional" | "programme" | "licence";
      /**
       * Who accredited it.
       */
      body?: string;
      /**
       * What it covers.
       */
      description?: string;
      /**
       * Where it can be checked.
       */
      url?: string;
      /**
       * This interface was referenced by `undefined`'s JSON-Schema definition
       * via the `patternProperty` "^x-".
       */
      [k: string]: unknown;
    }[];
    /**
     * When and by whom the award was approved.
     */
    approval?: {
      /**
       * Who approved it.
       */
      body?: string;
      /**
       * The day of the decision.
       */
      date?: string;
      /**
       * This interface was referenced by `undefined`'s JSON-Schema definition
       * via the `patternProperty` "^x-".
       */
      [k: string]: unknown;
    };
    /**
     * When the award is reviewed next, and with what.
     */
    review?: {
      /**
       * The day by which it is reviewed.
       */
      due?: string;
      /**
       * Sources of evidence for the review.
       *
       * @maxItems 50
       *
       * Items: One source.
       */
      inputs?: string[];
      /**
       * This interface was referenced by `undefined`'s JSON-Schema definition
       * via the `patternProperty` "^x-".
       */
      [k: string]: unknown;
    };
    /**
     * How results are recorded and kept.
     */
    recordOfResults?: string;
    /**
     * Who teaches and assesses: level of experience and qualification.
     */
    staff?: string;
    /**
     * What the awarding body answers for when others teach or assess.
     */
    responsibility?: string;
    /**
     * How a learner complains or appeals: words or an address.
     */
    complaints?: string;
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^x-".
     */
    [k: string]: unknown;
  };
  /**
   * What a successful learner receives.
   */
  certification?: {
    /**
     * What earns the award.
     */
    awardedFor?: "achievement-of-outcomes" | "completion" | "participation" | "attendance";
    /**
     * The documents that a learner receives.
     *
     * @maxItems 5
     *
     * Items: One kind of document.
     */
    types?: ("certificate" | "transcript" | "record-of-credit" | "digital-badge" | "digital-certificate")[];
    /**
     * What stands on the certificate or transcript.
     *
     * @maxItems 12
     *
     * Items: One thing shown.
     */
    shows?: (
      | "learner"
      | "title"
      | "level"
      | "credit"
      | "hours"
      | "outcomes"
      | "grade"
      | "provider"
      | "awarding-body"
      | "date"
      | "assessment"
      | "identity-check"
    )[];
    /**
     * The digital badge, where one is issued.
     */
    badge?: {
      /**
       * The open standard that the badge follows.
       */
      standard?: string;
      /**
       * What a holder has done to earn the badge.
       */
      criteria?: string;
      /**
       * Identifiers of the outcomes that the badge stands for.
       *
       * @maxItems 200
       *
       * Items: An outcome's id.
       */
      outcomes?: string[];
      /**
       * The facts embedded in the badge.
       *
       * @maxItems 11
       *
       * Items: One fact.
       */
      metadata?: (
        | "recipient"
        | "issuer"
        | "criteria"
        | "description"
        | "evidence"
        | "date"
        | "expiry"
        | "verification"
        | "level"
        | "credit"
        | "outcomes"
      )[];
      /**
       * This interface was referenced by `undefined`'s JSON-Schema definition
       * via the `patternProperty` "^x-".
       */
      [k: string]: unknown;
    };
    /**
     * The open format in which the digital credential is issued.
     */
    format?: string;
    /**
     * Where or how others can check that a credential is genuine.
     */
    verification?: string;
    /**
     * How long the credential stays valid: a duration, or the word unlimited.
     */
    validity?: "unlimited" | Duration;
    /**
     * What a holder does to renew it.
     */
    renewal?: string;
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^x-".
     */
    [k: string]: unknown;
  };
  /**
   * How others recognise the award, and how it recognises earlier learning.
   */
  recognition?: {
    /**
     * What learners can expect of other institutions.
     */
    statement?: string;
    /**
     * How earlier learning is recognised on entry or for credit.
     */
    rplIn?: string;
    /**
     * How the award counts towards larger awards.
     */
    rplOut?: string;
    /**
     * E-mail or web address of those who advise on it.
     */
    contact?: string;
    /**
     * Where the policy is published.
     */
    url?: string;
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^x-".
     */
    [k: string]: unknown;
  };
  /**
   * Whether and how the award counts towards larger ones, and what it is made of.
   */
  stackability?: {
    /**
     * Whether it is stand-alone, stackable or both.
     */
    status?: "standalone" | "stackable" | "both";
    /**
     * Larger awards towards which it counts.
     *
     * @maxItems 100
     *
     * Items: One larger award.
     */
    pathways?: {
      /**
       * The id of that award's own descriptor in the same catalogue.
       */
      descriptor?: string;
      /**
       * Title of the larger award.
       */
      award?: string;
      /**
       * Who offers it.
       */
      provider?: string;
      /**
       * Its level in the same framework.
       */
      level?: number | ("entry-1" | "entry-2" | "entry-3" | "entry");
      /**
       * Its total number of credit points.
       */
      credit?: number;
      /**
       * How many points of this award count towards it.
       */
      countedCredit?: number;
      /**
       * How many points that award accepts from elsewhere.
       */
      maximumCreditImport?: number;
      /**
       * Reference or name of the agreement.
       */
      agreement?: string;
      /**
       * How long the credit may be used: a duration, or the word none.
       */
      timeLimit?: "none" | Duration;
      /**
       * Whether the credit may be counted towards one award only.
       */
      exclusive?: boolean;
      /**
       * This interface was referenced by `undefined`'s JSON-Schema definition
       * via the `patternProperty` "^x-".
       */
      [k: string]: unknown;
    }[];
    /**
     * The smaller units that it is made of.
     *
     * @maxItems 200
     *
     * Items: One unit.
     */
    units?: {
      /**
       * The id of the unit's own descriptor in the same catalogue.
       */
      descriptor?: string;
      /**
       * Its title.
       */
      title?: string;
      /**
       * Its level in the same framework.
       */
      level?: number | ("entry-1" | "entry-2" | "entry-3" | "entry");
      /**
       * Its credit points.
       */
      credit?: number;
      /**
       * Who made and credit rated it, when brought in from elsewhere.
       */
      provider?: string;
      /**
       * Whether the unit belongs to another organisation.
       */
      imported?: boolean;
      /**
       * Whether learners may choose it.
       */
      optional?: boolean;
      /**
       * This interface was referenced by `undefined`'s JSON-Schema definition
       * via the `patternProperty` "^x-".
       */
      [k: string]: unknown;
    }[];
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^x-".
     */
    [k: string]: unknown;
  };
  /**
   * What learners can go on to afterwards.
   */
  progression?: string;
  /**
   * What a learner needs to begin.
   */
  entry?: {
    /**
     * What is required, or the word none.
     */
    requirements?: string;
    /**
     * Earlier learning that is needed: a list, or the word none.
     */
    prerequisites?: "none" | string[];
    /**
     * How people without the usual qualifications can enter.
     */
    alternative?: string;
    /**
     * The last day to apply.
     */
    applicationDeadline?: string;
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^x-".
     */
    [k: string]: unknown;
  };
  /**
   * How, where and when it is taught.
   */
  delivery?: {
    /**
     * How it is taught.
     */
    mode?: "in-person" | "online" | "blended" | "work-based";
    /**
     * Where it is taught, or online.
     */
    location?: string;
    /**
     * Whether learners set their own pace.
     */
    pacing?: "self-paced" | "cohort" | "on-demand" | "mixed";
    /**
     * How intensively it is studied.
     */
    studyPattern?: "full-time" | "part-time" | "evening" | "weekend" | "block";
    /**
     * A number and a unit (hours, days, weeks, months or years), or an ISO 8601 duration.
     */
    duration?: string;
    /**
     * When it starts: a list of dates, or on-demand.
     */
    startDates?: "on-demand" | string[];
    /**
     * When it ends.
     *
     * @maxItems 200
     *
     * Items: One date.
     */
    endDates?: string[];
    /**
     * Language in which it is taught. A BCP 47 language tag.
     */
    language?: string;
    /**
     * Hours with a teacher.
     */
    contactHours?: number;
    /**
     * Hours of independent study.
     */
    selfStudyHours?: number;
    /**
     * What learners use, and who provides it.
     */
    resources?: string;
    /**
     * Equipment and software that learners need.
     */
    technology?: string;
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^x-".
     */
    [k: string]: unknown;
  };
  /**
   * What is taught.
   */
  content?: {
    /**
     * What is taught, in a few sentences.
     */
    summary?: string;
    /**
     * The main topics.
     *
     * @maxItems 200
     *
     * Items: One topic.
     */
    topics?: string[];
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^x-".
     */
    [k: string]: unknown;
  };
  /**
   * What learners pay.
   */
  cost?: {
    /**
     * The fee; 0 when it is free to the learner.
     */
    fee?: {
      /**
       * The amount in units of the currency.
       */
      amount?: number;
      /**
       * ISO 4217 code.
       */
      currency?: string;
      /**
       * This interface was referenced by `undefined`'s JSON-Schema definition
       * via the `patternProperty` "^x-".
       */
      [k: string]: unknown;
    };
    /**
     * Other costs, or the word none.
     */
    additional?: string;
    /**
     * Who can get help with the fee, and how.
     */
    funding?: string;
    /**
     * Terms of cancellation and refund: words or an address.
     */
    refund?: string;
    /**
     * Unusual or restrictive terms, or where all terms stand.
     */
    terms?: string;
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^x-".
     */
    [k: string]: unknown;
  };
  /**
   * What help learners get.
   */
  support?: {
    /**
     * What support there is.
     */
    description?: string;
    /**
     * How disabled learners get adjustments: words or an address.
     */
    adjustments?: string;
    /**
     * What access learners have: library, virtual learning environment, student status.
     */
    learnerStatus?: string;
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^x-".
     */
    [k: string]: unknown;
  };
  /**
   * Organisations that take part, with their roles.
   *
   * @maxItems 100
   *
   * Items: One partner.
   */
  partners?: {
    /**
     * The organisation's name.
     */
    name?: string;
    /**
     * What the partner does.
     */
    role?: "design" | "delivery" | "assessment" | "award" | "credit-rating" | "funding" | "endorsement";
    /**
     * Reference of the agreement with the partner.
     */
    agreement?: string;
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^x-".
     */
    [k: string]: unknown;
  }[];
  /**
   * Bodies that recognise the award: a list, or the word none.
   */
  psrb?:
    | "none"
    | {
        /**
         * The body's name.
         */
        name?: string;
        /**
         * What the recognition means for holders.
         */
        recognition?: string;
        /**
         * When it was granted.
         */
        date?: string;
        /**
         * Where it can be checked.
         */
        url?: string;
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^x-".
         */
        [k: string]: unknown;
      }[];
  /**
   * How employers took part in design, delivery or review.
   */
  employerInput?: string;
  /**
   * What shows that the award is needed.
   */
  needEvidence?: string;
  /**
   * Occupational or professional standards that the award draws on.
   *
   * @maxItems 50
   *
   * Items: One standard.
   */
  standards?: string[];
  /**
   * Skills that learners gain.
   *
   * @maxItems 200
   */
  skills?: Term[];
  /**
   * Occupations for which it is relevant.
   *
   * @maxItems 200
   */
  occupations?: Term[];
  /**
   * Whom to ask.
   */
  contact?: {
    /**
     * A person or an office.
     */
    name?: string;
    /**
     * Where questions go.
     */
    email?: string;
    /**
     * With country code.
     */
    phone?: string;
    /**
     * A contact page.
     */
    url?: string;
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^x-".
     */
    [k: string]: unknown;
  };
  /**
   * This interface was referenced by `CourseDescriptor`'s JSON-Schema definition
   * via the `patternProperty` "^x-".
   */
  [k: string]: unknown;
}
/**
 * A code and the scheme it belongs to.
 */
export interface Identifier {
  /**
   * What kind of code it is.
   */
  scheme?: string;
  /**
   * The code itself.
   */
  value?: string;
  /**
   * This interface was referenced by `Identifier`'s JSON-Schema definition
   * via the `patternProperty` "^x-".
   */
  [k: string]: unknown;
}
/**
 * The organisation that offers the award and teaches it.
 */
export interface Organisation {
  /**
   * The name the public knows it by.
   */
  name?: string;
  /**
   * What kind of body it is.
   */
  type?:
    | "university"
    | "college"
    | "awarding-body"
    | "approved-credit-rating-body"
    | "employer"
    | "professional-body"
    | "training-provider"
    | "charity"
    | "public-body"
    | "school"
    | "other";
  /**
   * ISO 3166-1 alpha-2 code, or an ISO 3166-2 region.
   */
  country?: string;
  /**
   * The organisation's own page.
   */
  url?: string;
  /**
   * Numbers or codes under which registers know the organisation.
   *
   * @maxItems 50
   */
  identifiers?: Identifier[];
  /**
   * Reference of the formal agreement with this organisation.
   */
  agreement?: string;
  /**
   * Whether the SCQF Partnership has approved it as a credit-rating body.
   */
  isApprovedCreditRatingBody?: boolean;
  /**
   * This interface was referenced by `Organisation`'s JSON-Schema definition
   * via the `patternProperty` "^x-".
   */
  [k: string]: unknown;
}
/**
 * A body that offers, awards, rates or recognises.
 */
export interface Organisation1 {
  /**
   * The name the public knows it by.
   */
  name?: string;
  /**
   * What kind of body it is.
   */
  type?:
    | "university"
    | "college"
    | "awarding-body"
    | "approved-credit-rating-body"
    | "employer"
    | "professional-body"
    | "training-provider"
    | "charity"
    | "public-body"
    | "school"
    | "other";
  /**
   * ISO 3166-1 alpha-2 code, or an ISO 3166-2 region.
   */
  country?: string;
  /**
   * The organisation's own page.
   */
  url?: string;
  /**
   * Numbers or codes under which registers know the organisation.
   *
   * @maxItems 50
   */
  identifiers?: Identifier[];
  /**
   * Reference of the formal agreement with this organisation.
   */
  agreement?: string;
  /**
   * Whether the SCQF Partnership has approved it as a credit-rating body.
   */
  isApprovedCreditRatingBody?: boolean;
  /**
   * This interface was referenced by `Organisation1`'s JSON-Schema definition
   * via the `patternProperty` "^x-".
   */
  [k: string]: unknown;
}
