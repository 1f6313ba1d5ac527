import type { DiagnosticExtras, Fix, Place } from "../../diagnostics/diagnostic.js";
import { writtenName } from "../../syntax/match-word.js";

/** What is wrong with a step of a scenario, at its place. */
export interface StepFinding extends DiagnosticExtras {
  readonly at: Place;
  readonly problem: string;
  /** What the same mistake has in common wherever scenarios make it; without it, each is one of its own. */
  readonly cause?: string;
}

/** Replaces a name, a key or a text as it is written. */
export function writeInstead(text: string, { source, range }: Place): Fix {
  const isQuoted = /^["']/.test(source.text.charAt(range.start));
  return {
    title: `Write ${text}`,
    edits: [{ range, text: isQuoted ? JSON.stringify(text) : writtenName(text) }],
  };
}

/** What is meant, and what there is, where that is not known. */
export function advice(
  at: Place,
  {
    sure,
    maybe,
    otherwise,
  }: { readonly sure: string | undefined; readonly maybe?: string | undefined; readonly otherwise: string },
): DiagnosticExtras {
  if (sure !== undefined) return { help: `Did you mean \`${sure}\`?`, fixes: [writeInstead(sure, at)] };
  return { help: maybe === undefined ? otherwise : `Did you mean \`${maybe}\`?` };
}

/** The most names that a message lists. */
const listedAtMost = 8;

/** Names in a list of a sentence; `undefined` where there are none, or too many to read. */
export function namesInList(names: Iterable<string>): string | undefined {
  const all = new Set<string>();
  for (const name of names) if (all.add(name).size > listedAtMost) return undefined;
  if (all.size === 0) return undefined;
  return [...all]
    .sort()
    .map((name) => `\`${name}\``)
    .join(", ");
}
