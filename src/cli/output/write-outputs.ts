import type { BuildTarget } from "../../compile/targets.js";
import type { GoneJourney } from "../../config-folder/write/gone-journeys.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { printable } from "../../diagnostics/render/printable.js";
import { shownPath } from "../../project/shown-path.js";
import type { Host } from "../process/host.js";
import type { WriteStatus } from "./file-set.js";
import { goneOutputs } from "./gone-outputs.js";
import { type OutputFolder, openFolder } from "./output-folder.js";
import type { PendingOutput, PendingOutputs } from "./pending-outputs.js";
import { startProgress } from "./progress.js";
import { removeFiles } from "./remove-stale.js";

/** A written output, as the report of a build lists it. */
export interface WrittenOutput {
  readonly journey: string;
  readonly target: BuildTarget;
  readonly path: string;
  readonly status: WriteStatus;
}

/** An output of an earlier build, as the report of a build lists it. */
export interface LeftOutput {
  readonly journey: string;
  /** The file, or the folder with a slash at the end. */
  readonly path: string;
  readonly status: "kept" | "removed";
}

export interface WrittenOutputs {
  readonly written: readonly WrittenOutput[];
  readonly gone: readonly LeftOutput[];
}

/** Writes the outputs of a build into a folder. Adds to `diagnostics` what a target has no place for. */
export async function writeOutputs(
  pending: PendingOutputs,
  out: string,
  host: Host,
  diagnostics: Diagnostic[],
  gone: GoneOutputs,
): Promise<WrittenOutputs> {
  if (pending.count === 0) return { written: [], gone: [] };
  const folder = openFolder(out, host.workingDirectory);
  try {
    return await writeInto(folder, pending, host, diagnostics, gone);
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
): Promise<WrittenOutputs> {
  const progress = startProgress(host, "Building", Date.now);
  const written: WrittenOutput[] = [];
  const stale = new Set<string>();
  try {
    for await (const output of pending.outputs()) {
      diagnostics.push(...(output.leftOut ?? []));
      for (const fileName of output.stale ?? []) stale.add(fileName);
      written.push(writeOutput(output, folder));
      progress.update(written.length, pending.count);
    }
  } finally {
    progress.end();
  }
  folder.close();
  for (const path of removeFiles(folder.path, stale)) {
    host.talk.write(`removed    ${printable(shownPath(path, host.workingDirectory))}\n`);
  }
  const left = gone === "unknown" ? [] : [...goneFolders(pending.goneFrom()), ...goneFiles(folder, pending)];
  for (const each of left) reportGone(each, folder, host, gone === "removed");
  return {
    written,
    gone: left.map(({ journey, path }) => ({
      journey,
      path: folder.shown(path),
      status: gone === "removed" ? "removed" : "kept",
    })),
  };
}

/** What is known of outputs that no journey stands for any more: nothing, where only a part of the project was built. */
export type GoneOutputs = "unknown" | "named" | "removed";

interface GoneFiles {
  readonly journey: string;
  /** The file, or the folder with a slash at the end. */
  readonly path: string;
  readonly files: readonly string[];
}

function goneFolders(journeys: readonly GoneJourney[]): readonly GoneFiles[] {
  return journeys.map(({ id, folder, files }) => ({ journey: id, path: folder, files }));
}

/** A folder of configuration that is written back holds exports that other tools have made. */
function goneFiles({ existed, path }: OutputFolder, { built, updatesFolder }: PendingOutputs): readonly GoneFiles[] {
  if (!existed || updatesFolder) return [];
  return goneOutputs(path, built).map(({ journey, fileName }) => ({ journey, path: fileName, files: [fileName] }));
}

function reportGone({ journey, path, files }: GoneFiles, folder: OutputFolder, host: Host, isRemoved: boolean): void {
  if (isRemoved) removeFiles(folder.path, files);
  const why = isRemoved ? "" : `  (no journey ${printable(journey)} was built; --prune removes it)`;
  host.talk.write(`${isRemoved ? "removed  " : "gone     "}  ${printable(folder.shown(path))}${why}\n`);
}

function writeOutput({ journey, target, fileName, text }: PendingOutput, folder: OutputFolder): WrittenOutput {
  return { journey, target, path: folder.shown(fileName), status: folder.write(fileName, text) };
}
