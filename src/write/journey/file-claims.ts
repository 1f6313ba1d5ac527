import { foldFileName } from "../../text/file-name.js";

/** The files of a journey: script bodies byte for byte, resources as JSON. */
export class FileClaims {
  readonly files = new Map<string, string>();
  readonly #mayHold: (path: string, text: string) => boolean;
  /** Paths as file systems see them that distinguish neither `A.js` from `a.js` nor two spellings of `ü.js`. */
  readonly #taken = new Map<string, string>();

  constructor(mayHold: (path: string, text: string) => boolean = () => true) {
    this.#mayHold = mayHold;
  }

  /** Reserves a path for a text: the wished path, or the path with a number where another text has it. */
  claim(wished: string, text: string): string {
    const dot = wished.lastIndexOf(".");
    for (let number = 1; ; number++) {
      const path = number === 1 ? wished : `${wished.slice(0, dot)}-${number}${wished.slice(dot)}`;
      const holder = this.#taken.get(foldFileName(path));
      if ((holder !== undefined && holder !== text) || !this.#mayHold(path, text)) continue;
      this.#taken.set(foldFileName(path), text);
      this.files.set(path, text);
      return path;
    }
  }
}
