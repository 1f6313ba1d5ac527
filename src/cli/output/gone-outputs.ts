import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { outputNamed } from "../../compile/outputs.js";
import { decodeFileName } from "../../text/file-name.js";
import { isJsonObject, type Json } from "../../text/json.js";

/** An output of an earlier build whose journey was not built this time. */
export interface GoneOutput {
  readonly journey: string;
  readonly fileName: string;
}

/**
 * The outputs that lie in a folder, of journeys that are not among those built. A file counts if both its name and its content are
 * what a build writes, so that nobody else's file is taken for one.
 */
export function goneOutputs(folder: string, built: ReadonlySet<string>): readonly GoneOutput[] {
  const gone: GoneOutput[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const output = entry.isFile() ? outputNamed(entry.name) : undefined;
    if (output === undefined) continue;
    const journey = decodeFileName(output.name);
    if (built.has(journey)) continue;
    const text = readFileSync(join(folder, entry.name), "utf8");
    if (isWritten[output.target](text, journey)) gone.push({ journey, fileName: entry.name });
  }
  return gone.sort((left, right) => (left.fileName < right.fileName ? -1 : 1));
}

const isWritten = {
  export: isOwnExport,
  machine: (text: string) => text.startsWith("// Written by journeyc from the journey "),
  mermaid: (text: string) => text.startsWith("flowchart LR\n  accTitle: "),
} as const;

/** The export of this one journey, without the header that other tools write. */
function isOwnExport(text: string, journey: string): boolean {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return false;
  }
  if (!isJsonObject(value) || !isJsonObject(value.trees ?? null)) return false;
  const names = Object.keys(value.trees as object);
  const { meta } = value;
  const isOurs = meta === undefined || (isJsonObject(meta) && meta.exportTool === "journeyc");
  return isOurs && names.length === 1 && names[0] === journey;
}
