/** A stretch of a source text as UTF-16 offsets, `end` exclusive. Lines and columns are made only where they are shown. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export const emptyRange: Range = { start: 0, end: 0 };
