import { readFileSync } from "node:fs";
import { join } from "node:path";
import { contentHash } from "./content-hash.js";

/** The file in a folder of outputs that says what builds have written there. */
export const recordName = ".journeyc-outputs";

/**
 * What builds have written into a folder: the name of each output and the hash of its content, in the form of `sha256sum`. The content
 * alone cannot say it, since the exports of a tenant may be the same as those of a build byte for byte.
 */
export class OutputRecord {
  readonly #hashes: Map<string, string>;

  constructor(hashes: Iterable<readonly [fileName: string, hash: string]> = []) {
    this.#hashes = new Map(hashes);
  }

  /** The record of a folder; an empty one where there is none. */
  static of(folder: string): OutputRecord {
    return new OutputRecord(entriesIn(textOf(join(folder, recordName))));
  }

  get fileNames(): readonly string[] {
    return [...this.#hashes.keys()].sort();
  }

  add(fileName: string, text: string | Uint8Array): void {
    this.#hashes.set(fileName, contentHash(text));
  }

  /** Adds an output whose content has this hash. */
  addHash(fileName: string, hash: string): void {
    this.#hashes.set(fileName, hash);
  }

  hashOf(fileName: string): string | undefined {
    return this.#hashes.get(fileName);
  }

  remove(fileName: string): void {
    this.#hashes.delete(fileName);
  }

  /** Whether a build has written this file just as it is. */
  holds(fileName: string, content: Uint8Array): boolean {
    return this.#hashes.get(fileName) === contentHash(content);
  }

  get text(): string {
    return this.fileNames.map((fileName) => `${this.#hashes.get(fileName)}  ${fileName}\n`).join("");
  }
}

const hashLength = 64;
const between = "  ";

/** Entries by line; what is no entry is passed over. A file name begins behind the two spaces. */
function* entriesIn(text: string): Generator<readonly [fileName: string, hash: string]> {
  for (const line of text.split(/\r?\n|\r/)) {
    const hash = line.slice(0, hashLength);
    const fileName = line.slice(hashLength + between.length);
    if (fileName !== "" && line.startsWith(between, hashLength) && /^[0-9a-f]{64}$/.test(hash)) yield [fileName, hash];
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // Without a record, nothing here is known to be an output.
    return "";
  }
}
