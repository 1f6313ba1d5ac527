import { sha1 } from "../../text/sha1.js";
import type { Diagnostic } from "../diagnostic.js";

/**
 * A mark for each finding, by which code hosts know it again in a later version. It stays when the file is renamed and when lines
 * above come or go: it is made of the code, the message and, in a text, the words that are marked. A JSON pointer is left out, since
 * it counts places in lists. Equal findings of one file are counted.
 */
export function fingerprints(diagnostics: readonly Diagnostic[]): readonly string[] {
  const seen = new Map<string, number>();
  return diagnostics.map(({ code, message, place: { source, range } }) => {
    const words = source.slice(range).slice(0, longest).replace(/\s+/g, " ").trim();
    const content = `${code}\n${message}\n${words}`;
    const key = `${source.path}\n${content}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${hex(sha1(new TextEncoder().encode(content))).slice(0, digits)}:${count}`;
  });
}

/** A place may be a whole file. */
const longest = 200;
const digits = 16;

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
