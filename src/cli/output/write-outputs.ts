import type { BuildTarget } from "../../compile/targets.js";
import type { GoneJourney } from "../../config-folder/write/gone-journeys.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { printable } from "../../diagnostics/render/printable.js";
import { shownPath } from "../../project/shown-path.js";
import type { Host } from "../process/host.js";
import type { WriteStatus } from "./atomic-write.js";
import { existingFiles } from "./existing-files.js";
import { type OutputFolder, openFolder } from "./output-folder.js";
import type { PendingOutput, PendingOutputs } from "./pending-outputs.js";
import { startProgress } from "./progress.js";
import { removeFiles } from "./remove-stale.js";
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
  gone: GoneOutputs,
): Promise<readonly WrittenOutput[]> {
  if (pending.count === 0) return [];
  const folder = openFolder(out, host.workingDirectory, pending.hasFolders);
  try {
    const written = await writeInto(folder, pending, host, diagnostics, gone);
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
  gone: GoneOutputs,
): Promise<readonly WrittenOutput[]> {
  const progress = startProgress(host, "Building", Date.now);
  const written: WrittenOutput[] = [];
  const stale = new Set<string>();
  const existing = pending.hasFolders ? existingFiles(folder.path, host) : new Map<string, string>();
  try {
    for await (const output of pending.outputs(existing)) {
      diagnostics.push(...(output.leftOut ?? []));
      for (const fileName of output.stale ?? []) stale.add(fileName);
      written.push(writeOutput(output, folder, host.workingDirectory));
      progress.update(written.length, pending.count);
    }
  } finally {
    progress.end();
  }
  for (const path of removeFiles(folder.path, stale)) {
    host.talk.write(`removed    ${printable(shownPath(path, host.workingDirectory))}\n`);
  }
  if (gone !== "unknown") reportGone(pending.goneFrom(existing), folder, host, gone);
  return written;
}

/** What is known of outputs that no journey stands for any more: nothing, where only a part of the project was built. */
export type GoneOutputs = "unknown" | "named" | "removed";

function reportGone(
  journeys: readonly GoneJourney[],
  folder: OutputFolder,
  host: Host,
  gone: Exclude<GoneOutputs, "unknown">,
): void {
  for (const journey of journeys) {
    if (gone === "removed") removeFiles(folder.path, journey.files);
    const line = `${gone === "removed" ? "removed  " : "gone     "}  ${printable(folder.shown(journey.folder))}`;
    const why = gone === "removed" ? "" : `  (no journey ${printable(journey.id)} was built; --prune removes it)`;
    host.talk.write(`${line}${why}\n`);
  }
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
