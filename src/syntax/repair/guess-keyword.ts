import { nearestName } from "../../diagnostics/suggest.js";
import { type BlockKind, declarationKeywords, type Keyword } from "../keywords.js";

/** A declaration that was recognised although its keyword is misspelt, half typed or missing. */
export interface Guess {
  readonly keyword: Keyword;
  /** True when there is no keyword at all, and the first word is already the name. */
  readonly missing: boolean;
}

interface Rule {
  readonly pattern: RegExp;
  readonly keyword: string;
  readonly missing: boolean;
  readonly blocks: readonly BlockKind[];
}

const members: readonly BlockKind[] = ["journey", "page", "file"];
const inJourney: readonly BlockKind[] = ["journey"];
const inFile: readonly BlockKind[] = ["file"];

/**
 * What the beginning of a line looks like, as letters: `w` a word (`B` before, `A` after, `F` from, `O` of, `N` node),
 * `s` a string, `#` a number, marks as themselves. The first pattern that fits decides.
 */
const rules: readonly Rule[] = [
  { pattern: /^[wN]w:[wN](?:\{|@|s\{)/, keyword: "node", missing: false, blocks: members },
  { pattern: /^w(?:\.[ws])?B[wN]/, keyword: "require", missing: true, blocks: inJourney },
  { pattern: /^wA[wN]/, keyword: "forbid", missing: true, blocks: inJourney },
  { pattern: /^w[wN](?:\.[ws])?B/, keyword: "require", missing: false, blocks: inJourney },
  { pattern: /^w[wN]A/, keyword: "forbid", missing: false, blocks: inJourney },
  { pattern: /^w=/, keyword: "param", missing: true, blocks: inFile },
  { pattern: /^ww=/, keyword: "param", missing: false, blocks: inFile },
  { pattern: /^wsF/, keyword: "resource", missing: true, blocks: ["file", "journey"] },
  { pattern: /^wwsF/, keyword: "resource", missing: false, blocks: ["file", "journey"] },
  { pattern: /^Nws/, keyword: "extern", missing: true, blocks: inFile },
  { pattern: /^wNws/, keyword: "extern", missing: false, blocks: inFile },
  { pattern: /^sOw/, keyword: "scenario", missing: true, blocks: inFile },
  { pattern: /^wsOw/, keyword: "scenario", missing: false, blocks: inFile },
];

/** Finds out from its shape which declaration a line begins; `shape` as described at the rules, `word` its first word. */
export function guessKeyword(shape: string, word: string, block: BlockKind): Guess | undefined {
  for (const rule of rules) {
    if (!rule.blocks.includes(block) || !rule.pattern.test(shape)) continue;
    return guess(rule.keyword, rule.missing);
  }
  if (block !== "journey" && block !== "file") return undefined;
  const near = nearKeyword(word, block);
  if (near === "node" && /^ww:/.test(shape)) return guess("node", false);
  if (/^w\{/.test(shape)) {
    const braced = near !== undefined && declarationKeywords.get(near)?.shape === "braced";
    return braced ? guess(near, false) : guess(block === "file" ? "journey" : "page", true);
  }
  if (/^w[wN]@?#?s?\{/.test(shape)) {
    if (meansScript(word)) return guess("script", false);
    const named = near !== undefined && declarationKeywords.get(near)?.shape === "named";
    return guess(named ? near : block === "file" ? "journey" : "page", false);
  }
  if (/^w@?#?s?\{/.test(shape)) return guess(block === "file" ? "journey" : "page", true);
  return undefined;
}

function guess(text: string, missing: boolean): Guess | undefined {
  const keyword = declarationKeywords.get(text);
  return keyword === undefined ? undefined : { keyword, missing };
}

function nearKeyword(word: string, block: BlockKind): string | undefined {
  const candidates: string[] = [];
  for (const keyword of declarationKeywords.values()) {
    if (keyword.places.includes(block)) candidates.push(keyword.text);
  }
  return nearOrBegun(word, candidates);
}

/** The words of other languages for a script. */
export function meansScript(word: string): boolean {
  return /^(?:function|func|fn|def|code|lambda)$/i.test(word);
}

/** The one candidate that a word is a misspelling or the beginning of. */
export function nearOrBegun(word: string, candidates: readonly string[]): string | undefined {
  const begun = candidates.filter((candidate) => candidate.startsWith(word));
  return begun.length === 1 ? begun[0] : nearestName(word, candidates);
}
