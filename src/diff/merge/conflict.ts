/** A place that both sides changed in different ways. */
export interface Conflict {
  /** A path such as `Reset / node Find / identifier`. */
  readonly where: string;
  readonly message: string;
}

/** The result of a merge: a text that can always be read, and the conflicts that are left to decide. */
export interface MergeResult {
  readonly text: string;
  readonly conflicts: readonly Conflict[];
  /** Decisions that were taken without a conflict. */
  readonly notes: readonly string[];
}

/** The reason why a merge is not possible. */
export interface MergeRefusal {
  readonly problem: string;
}
