import type { DiffLine } from "../line-diff.js";

/** A piece of a line and its role; each format styles and escapes it in its own way. */
export interface Piece {
  readonly style: "plain" | "name" | "old" | "new";
  readonly text: string;
}

/** One change in words, the same for all formats. */
export interface Described {
  readonly sign: "+" | "-" | "~" | "!";
  readonly pieces: readonly Piece[];
  /** Further lines below the change, indented. */
  readonly details: readonly (readonly Piece[])[];
  /** The line difference of a long text, with some lines around each change. */
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

/** A heading begins with a capital letter. */
export function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
