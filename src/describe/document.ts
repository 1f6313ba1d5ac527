import type { Journey } from "../model/model.js";

/** A page as both formats render it. */
export interface Page {
  readonly title: string;
  readonly blocks: readonly PageBlock[];
}

export type PageBlock =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly pieces: Pieces; readonly journey?: string }
  | { readonly kind: "paragraph"; readonly pieces: Pieces }
  | { readonly kind: "list"; readonly isNumbered: boolean; readonly items: readonly Item[] }
  | { readonly kind: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly Pieces[])[] }
  | { readonly kind: "picture"; readonly journey: Journey }
  | { readonly kind: "map"; readonly calls: CallMap };

export interface Item {
  readonly pieces: Pieces;
  readonly items?: readonly Item[];
}

export type Pieces = readonly PagePiece[];

/** A piece of a line: a text of ours, or something of the journey in one of its roles. */
export type PagePiece =
  | string
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "quote"; readonly text: string }
  /** A journey, which has a page of its own where there is one. */
  | { readonly kind: "journey"; readonly id: string };

/** Which journeys call which. */
export interface CallMap {
  readonly journeys: readonly string[];
  /** By their places in `journeys`. */
  readonly calls: readonly (readonly [from: number, to: number])[];
}

export const asName = (text: string): PagePiece => ({ kind: "name", text });
export const asCode = (text: string): PagePiece => ({ kind: "code", text });
export const asQuote = (text: string): PagePiece => ({ kind: "quote", text });
export const asJourney = (id: string): PagePiece => ({ kind: "journey", id });

/** Pieces with something between them: `a, b, c`. */
export function joinPieces(list: readonly Pieces[], between = ", "): Pieces {
  return list.flatMap((pieces, index) => (index === 0 ? pieces : [between, ...pieces]));
}

export function asNames(list: readonly string[]): Pieces {
  return joinPieces(list.map((each) => [asName(each)]));
}

export function asCodes(list: readonly string[]): Pieces {
  return joinPieces(list.map((each) => [asCode(each)]));
}

export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
