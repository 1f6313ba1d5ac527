interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text after its edits, and the offset in the text before them for an offset in it. */
export interface EditedScript {
  readonly text: string;
  readonly originalOffset: (offset: number) => number;
}

/** Collects changes of a script. Lines keep their numbers, so that places in stack traces can be found again. */
export class ScriptEdits {
  readonly #source: string;
  readonly #edits: Edit[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  insert(at: number, text: string): void {
    this.#edits.push({ start: at, end: at, text });
  }

  /** Puts a text in the place of another; line ends that would go with it are kept. */
  replace(start: number, end: number, text: string): void {
    const lineEnds = this.#source.slice(start, end).replace(/[^\n\r\u2028\u2029]/g, "");
    this.#edits.push({ start, end, text: text + lineEnds });
  }

  /** Applies the changes. Of several insertions at one place, the one that was made first stands first. */
  apply(): EditedScript {
    const edits = this.#edits.toSorted((left, right) => left.start - right.start || left.end - right.end);
    let text = "";
    let from = 0;
    // Where pieces of the source begin in the new text.
    const pieces: { readonly at: number; readonly source: number; readonly isKept: boolean }[] = [];
    for (const { start, end, text: inserted } of edits) {
      if (start > from) pieces.push({ at: text.length, source: from, isKept: true });
      text += this.#source.slice(from, start);
      if (inserted !== "") pieces.push({ at: text.length, source: start, isKept: false });
      text += inserted;
      from = Math.max(from, end);
    }
    pieces.push({ at: text.length, source: from, isKept: true });
    text += this.#source.slice(from);
    const originalOffset = (offset: number) => {
      const piece = pieces.findLast(({ at }) => at <= offset);
      if (piece === undefined) return offset;
      return piece.isKept ? piece.source + offset - piece.at : piece.source;
    };
    return { text, originalOffset };
  }
}
