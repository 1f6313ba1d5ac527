import type { TokenType } from "chevrotain";
import { typeIndex } from "../token-vector.js";

/** What stands at a place of a statement beside marks and keywords. */
export type Slot =
  | "name"
  | "title-name"
  | "type"
  | "target"
  | "outcome"
  | "key"
  | "locale"
  | "part"
  | "title"
  | "text"
  | "number"
  | "word"
  | "value"
  | "item"
  | "quoted"
  | "object"
  | "list"
  | "duration";

/** One step of a form: a token, or several, that stand at a place of it. */
export interface Arc {
  readonly to: number;
  /** A mark of this type, or a keyword that becomes this type. */
  readonly type: number;
  /** The text of a mark or keyword. */
  readonly text: string;
  readonly slot: Slot | undefined;
  /** What a message calls the place. */
  readonly what: string;
  /** The type that the first token gets in the output; -1 for its own. */
  readonly as: number;
  /** What it costs to put in what is missing here. */
  readonly missing: number;
  /** It is never written: brackets around what stands without them. */
  readonly isOnlyMeant: boolean;
}

export interface FormState {
  readonly arcs: Arc[];
  readonly empty: number[];
}

/** A network of states through which every line of a form leads. */
export class FormNet {
  readonly states: FormState[] = [];

  state(): number {
    this.states.push({ arcs: [], empty: [] });
    return this.states.length - 1;
  }

  arc(from: number, arc: Partial<Arc> & Pick<Arc, "what">): number {
    const to = this.state();
    this.states[from]?.arcs.push({
      type: -1,
      text: "",
      slot: undefined,
      as: -1,
      missing: Number.POSITIVE_INFINITY,
      isOnlyMeant: false,
      ...arc,
      to,
    });
    return to;
  }

  join(from: number, to: number): void {
    this.states[from]?.empty.push(to);
  }
}

/** A piece of a form: leads from a state to the one behind it. */
export type Piece = (net: FormNet, from: number) => number;

export function sequence(...pieces: readonly Piece[]): Piece {
  return (net, from) => pieces.reduce((at, piece) => piece(net, at), from);
}

export function optional(...pieces: readonly Piece[]): Piece {
  return (net, from) => {
    const to = sequence(...pieces)(net, from);
    net.join(from, to);
    return to;
  };
}

/** Any number of times. */
export function repeated(...pieces: readonly Piece[]): Piece {
  return (net, from) => {
    const entry = net.state();
    net.join(from, entry);
    net.join(sequence(...pieces)(net, entry), entry);
    return entry;
  };
}

export function either(...pieces: readonly Piece[]): Piece {
  return (net, from) => {
    const to = net.state();
    for (const piece of pieces) net.join(piece(net, from), to);
    return to;
  };
}

export function mark(type: TokenType, text: string, what: string, missing: number): Piece {
  return (net, from) => net.arc(from, { type: typeIndex(type), text, what, missing });
}

export function word(type: TokenType, text: string, what: string, missing: number): Piece {
  return (net, from) =>
    net.arc(from, { type: typeIndex(type), text, what, missing, as: typeIndex(type), slot: "word" });
}

export function slot(kind: Slot, what: string, missing: number, as?: TokenType): Piece {
  return (net, from) => net.arc(from, { slot: kind, what, missing, as: as === undefined ? -1 : typeIndex(as) });
}

/** A bracket that the author left out on both sides of what stands in it. */
export function meant(type: TokenType, text: string): Piece {
  return (net, from) =>
    net.arc(from, { type: typeIndex(type), text, what: `\`${text}\``, missing: 0.6, isOnlyMeant: true });
}
