import type { BuildTarget } from "../../compile/targets.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { printable } from "../../diagnostics/render/printable.js";
import { shownPath } from "../../project/shown-path.js";
import type { Host } from "../process/host.js";
import type { WriteStatus } from "./atomic-write.js";
import { type OutputFolder, openFolder } from "./output-folder.js";
import type { PendingOutput, PendingOutputs } from "./pending-outputs.js";
import { startProgress } from "./progress.js";
import { noteJourneyFile, removeStale } from "./remove-stale.js";
import { writeBelow } from "./write-folder.js";

/** A written output, as the report of a build lists it. */
export interface WrittenOutput {
  readonly journey: string;
  readonly target: BuildTarget;
  readonly path: string;
  readonly status: WriteStatus;
}

/** Writes the outputs of a build into a folder. Adds to `diagnostics` what a target has no place for. */
export async function writeOutputs(
  pending: PendingOutputs,
  out: string,
  host: Host,
  diagnostics: Diagnostic[],
): Promise<readonly WrittenOutput[]> {
  if (pending.count === 0) return [];
  const folder = openFolder(out, host.workingDirectory, pending.hasFolders);
  try {
    const written = await writeInto(folder, pending, host, diagnostics);
    folder.close();
    return written;
  } catch (error) {
    folder.discard();
    throw error;
  }
}

async function writeInto(
  folder: OutputFolder,
  pending: PendingOutputs,
  host: Host,
  diagnostics: Diagnostic[],
): Promise<readonly WrittenOutput[]> {
  const progress = startProgress(host, "Building", Date.now);
  const written: WrittenOutput[] = [];
  const folders = new Map<string, Set<string>>();
  try {
    for await (const output of pending.outputs()) {
      diagnostics.push(...(output.leftOut ?? []));
      written.push(writeOutput(output, folder, host.workingDirectory));
      if (output.target === "frconfig") noteJourneyFile(output.fileName, folders);
      progress.update(written.length, pending.count);
    }
  } finally {
    progress.end();
  }
  for (const path of removeStale(folder.path, folders)) {
    host.talk.write(`removed    ${printable(shownPath(path, host.workingDirectory))}\n`);
  }
  return written;
}

function writeOutput(
  { journey, target, fileName, text }: PendingOutput,
  folder: OutputFolder,
  workingDirectory: string,
): WrittenOutput {
  if (fileName.includes("/")) {
    const [below] = writeBelow(folder.path, new Map([[fileName, String(text)]]), workingDirectory);
    if (below !== undefined) return { journey, target, ...below };
  }
  return { journey, target, path: folder.shown(fileName), status: folder.write(fileName, text) };
}
