import type { ScriptNode } from "../script-tree.js";

/** A member that an object, which the script writes out and nothing changes, does not have. */
interface LackedMember {
  /** The name of the object; `undefined` where it is a member itself. */
  readonly object: string | undefined;
  readonly key: string;
  readonly members: readonly string[];
}

/** A text that an expression has on some way through the script. */
export interface PossibleText {
  readonly text: string;
  /** The member that its object lacks, where the text is `undefined` because of it. */
  readonly lacked: LackedMember | undefined;
  /** Offset of the text itself, where it comes from a function or from a variable that has other values, too. */
  readonly at: number | undefined;
}

/** What an expression takes of a library script: `require("title").path`, perhaps called. */
export interface OfLibrary {
  readonly title: string;
  readonly path: readonly string[];
  readonly isCalled: boolean;
}

/** What is known of the value of an expression. */
export interface Possible {
  readonly possible: readonly PossibleText[];
  readonly ofLibraries: readonly OfLibrary[];
  /** Whether there is nothing else that it may be. */
  readonly isWhole: boolean;
}

export const unknown: Possible = { possible: [], ofLibraries: [], isWhole: false };
export const nothing: Possible = { possible: [], ofLibraries: [], isWhole: true };

export function oneText(text: string): Possible {
  return { ...nothing, possible: [{ text, lacked: undefined, at: undefined }] };
}

export function together(all: readonly Possible[]): Possible {
  const possible = new Map<string, PossibleText>();
  for (const one of all) {
    for (const text of one.possible) if (!possible.has(text.text)) possible.set(text.text, text);
  }
  return {
    possible: [...possible.values()],
    ofLibraries: all.flatMap(({ ofLibraries }) => ofLibraries),
    isWhole: all.every(({ isWhole }) => isWhole),
  };
}

/** Texts that are told where they stand. */
export function placed(texts: Possible, { start }: ScriptNode): Possible {
  return { ...texts, possible: texts.possible.map((text) => ({ ...text, at: text.at ?? start })) };
}
