import { writeSync } from "node:fs";
import { exitCode } from "./exit-code.js";

/** Tells the user of a defect of ours, briefly, and ends the process. `JOURNEYC_DEBUG=1` adds the stack. */
export function reportDefect(error: unknown, version: string, args: readonly string[]): never {
  const what = error instanceof Error ? `${error.name}: ${firstLine(error.message)}` : String(error);
  const lines = [
    `journeyc ${version} stopped because of a defect of its own, not of your input.`,
    `  ${firstLine(what)}`,
    `  command: journeyc ${args.slice(0, 1).join("")}, Node ${process.version}, ${process.platform}`,
    "Please report it to the maintainers of journeyc. JOURNEYC_DEBUG=1 shows where it happened.",
  ];
  if (process.env.JOURNEYC_DEBUG === "1" && error instanceof Error) lines.push(error.stack ?? "");
  try {
    writeSync(2, `${lines.join("\n")}\n`);
  } catch {
    // Nobody listens any more.
  }
  process.exit(exitCode.defect);
}

function firstLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not reach the terminal.
  return (text.split("\n", 1)[0] ?? "").replace(/[\u0000-\u001f\u007f-\u009f]/g, " ").slice(0, 300);
}
