/**
 * The items that the layout orders column by column: the vertices, and lanes that keep space for arrows passing through
 * a column. All long arrows to one target share its lane, so a journey in which each step may fail needs one lane for
 * failure, not many.
 */
export interface Grid {
  readonly items: readonly GridItem[];
  /**
   * The items of each column from top to bottom. Vertices are the first items and have the same numbers as in the
   * graph.
   */
  readonly columns: readonly (readonly number[])[];
  /** Links to the next column and from the previous one, by item. */
  readonly right: readonly (readonly GridLink[])[];
  readonly left: readonly (readonly GridLink[])[];
}

export interface GridItem {
  readonly height: number;
  readonly lane: boolean;
}

export interface GridLink {
  readonly from: number;
  readonly to: number;
  /** Distance from the top of `from` to the point where the link leaves. */
  readonly leaves: number;
  /** Distance from the top of `to` to the point where the link enters. */
  readonly enters: number;
}
