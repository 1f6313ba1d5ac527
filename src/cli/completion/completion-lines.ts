import { printable } from "../../diagnostics/render/printable.js";
import type { Host } from "../process/host.js";
import { completeWords } from "./complete-words.js";

/**
 * What `journeyc complete -- WORDS…` answers to the script of a shell: one candidate a line, with its description behind a tab, and
 * at the end `:files`, `:folders` or `:none`, which says what the shell offers itself.
 */
export async function completionLines(args: readonly string[], host: Host): Promise<string> {
  const words = args[0] === "--" ? args.slice(1) : args;
  const { candidates, paths } = await completeWords(words.length === 0 ? [""] : words, host);
  const lines = candidates.map(({ value, description }) =>
    description ? `${printable(value)}\t${printable(description)}\n` : `${printable(value)}\n`,
  );
  return `${lines.join("")}:${paths}\n`;
}
