import type { DiffLine } from "../line-diff.js";

/** A piece of a line, and what it is: formats dress it, and escape it. */
export interface Piece {
  readonly style: "plain" | "name" | "old" | "new";
  readonly text: string;
}

/** One change in words, the same for all formats. */
export interface Described {
  readonly sign: "+" | "-" | "~" | "!";
  readonly pieces: readonly Piece[];
  /** Further lines, indented. */
  readonly details: readonly (readonly Piece[])[];
  /** The difference of a long text, with some lines around each change. */
  readonly lines: readonly DiffLine[];
}

export function plain(text: string): Piece {
  return { style: "plain", text };
}

export function name(text: string): Piece {
  return { style: "name", text };
}

export function old(text: string): Piece {
  return { style: "old", text };
}

export function now(text: string): Piece {
  return { style: "new", text };
}

export function described(
  sign: Described["sign"],
  pieces: readonly Piece[],
  more: Partial<Pick<Described, "details" | "lines">> = {},
): Described {
  return { sign, pieces, details: more.details ?? [], lines: more.lines ?? [] };
}
