import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./read-project.js";

/** Where the corpus lies: real journeys beside the project, which are not part of it. */
export const corpus = join(projectRoot, "..", "shared", "corpus");

/** Whether it is there. Tests that need it are skipped otherwise, and say so in their names. */
export const corpusIsThere = existsSync(join(corpus, "MANIFEST.json"));

/** What the corpus says of one of its files. */
export interface CorpusEntry {
  /** Below the corpus. */
  readonly file: string;
  /** One journey, or several. */
  readonly kind: "journey" | "multi-tree";
  /** Journeys that are nearly the same share it; a file of several journeys has none. */
  readonly family?: string;
  readonly source: { readonly repo: string };
  /** The files that a journey was put together of. */
  readonly raw?: readonly string[];
  readonly variant?: { readonly layout: string };
}

/** The files of the corpus; none where it is absent. */
export function corpusEntries(): readonly CorpusEntry[] {
  if (!corpusIsThere) return [];
  return (JSON.parse(readFileSync(join(corpus, "MANIFEST.json"), "utf8")) as { files: readonly CorpusEntry[] }).files;
}

/**
 * One journey of each family, and the files of several journeys: for what takes long, as the journeys of a family are nearly the same.
 * Every so many of them where that still is too much. With `CORPUS=whole` in the environment, everything.
 */
export function corpusSample(every = 1): readonly CorpusEntry[] {
  const entries = corpusEntries();
  if (process.env.CORPUS === "whole") return entries;
  const known = new Set<string>();
  const sample = entries.filter(({ family }) => family === undefined || !(known.has(family) || !known.add(family)));
  return sample.filter((_, index) => index % every === 0);
}

/** The text of a file of the corpus. */
export function readCorpus(file: string): string {
  return readFileSync(join(corpus, file), "utf8");
}
