import { marksName } from "../../rhino/standard/statement-marks.js";
import type { EngineMemory } from "./memory-image.js";

/** Statements of a script and its libraries that can be marked. Those beyond, if there are ever any, count as never run. */
const mostMarks = 65_536;

/** Bytes that stand nowhere else in an engine's memory. */
const sign = Uint8Array.from({ length: 32 }, () => 1 + Math.floor(Math.random() * 255));

/** Defines the list in which a script notes what has run, with a sign by which its place is found. */
export const definingMarks = `Object.defineProperty(globalThis, "${marksName}", { value: new Uint8Array(${mostMarks}) }).${marksName}.set([${sign.join()}])`;

/**
 * The marks of a run, read out of the engine's memory: also where the engine has failed in the middle of a call, so that nothing can be
 * asked of it any more.
 */
export class RunMarks {
  readonly #memory: EngineMemory;
  #at = -1;
  #isFound = false;

  constructor(memory: EngineMemory) {
    this.#memory = memory;
  }

  /** Finds the list that was just defined. Each run begins with the same memory, so that it mostly is where it was before. */
  find(): void {
    const bytes = new Uint8Array(this.#memory.buffer);
    if (!isSign(bytes, this.#at)) this.#at = placeOfSign(bytes);
    this.#isFound = this.#at >= 0;
    if (this.#isFound) bytes.fill(0, this.#at, this.#at + sign.length);
  }

  /** A 1 for each statement that has run since the list was found; nothing where it was not. */
  read(): Uint8Array {
    const marks = this.#isFound ? new Uint8Array(this.#memory.buffer, this.#at, mostMarks).slice() : new Uint8Array(0);
    this.#isFound = false;
    return marks;
  }
}

function placeOfSign(bytes: Uint8Array): number {
  const [first = 0] = sign;
  let at = bytes.indexOf(first);
  while (at >= 0 && !isSign(bytes, at)) at = bytes.indexOf(first, at + 1);
  return at;
}

function isSign(bytes: Uint8Array, at: number): boolean {
  return at >= 0 && sign.every((byte, index) => bytes[at + index] === byte);
}
