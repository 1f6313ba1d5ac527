/** A place where both sides changed the same thing in different ways. */
export interface Conflict {
  /** `Reset / node Find / identifier`. */
  readonly where: string;
  readonly message: string;
}

/** What a merge gives: a text that can be read in any case, and what is left to decide. */
export interface MergeResult {
  readonly text: string;
  readonly conflicts: readonly Conflict[];
  /** What is no conflict, but was decided. */
  readonly notes: readonly string[];
}

/** Why a merge is not possible. */
export interface MergeRefusal {
  readonly problem: string;
}
