// How long ended runs are kept, as a user decides it.

/** Which ended runs are kept: a run goes when it is older or when there are so many newer ones. Both null: kept for ever. */
export interface RetentionRule {
  /** Since its end; null: any age. */
  readonly maxAgeMs: number | null;
  /** Null: any number. */
  readonly maxCount: number | null;
}
export type RetentionGroup = "succeeded" | "failed" | "other";
export type Retention = Readonly<Record<RetentionGroup, RetentionRule | null>>;
