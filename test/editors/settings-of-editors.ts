import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type FencedBlock, fencedBlocks } from "../support/fenced-blocks.js";
import { projectRoot } from "../support/read-project.js";

/** The settings that docs/editors.md shows: its blocks of one language, below one heading. */
export function settingsOf(editor: string, language: string): readonly FencedBlock[] {
  const page = readFileSync(join(projectRoot, "docs", "editors.md"), "utf8");
  return fencedBlocks(page).filter((block) => block.heading === editor && block.language === language);
}
