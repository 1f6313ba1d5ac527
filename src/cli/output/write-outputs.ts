import type { BuildTarget } from "../../compile/targets.js";
import type { GoneJourney } from "../../config-folder/write/gone-journeys.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { printable } from "../../diagnostics/render/printable.js";
import { shownPath } from "../../project/shown-path.js";
import type { Host } from "../process/host.js";
import type { WriteStatus } from "./file-set.js";
import { goneOutputs } from "./gone-outputs.js";
import { type OutputFolder, openFolder } from "./output-folder.js";
import { OutputRecord, recordName } from "./output-record.js";
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
  const record = OutputRecord.of(folder.path);
  try {
    for await (const output of pending.outputs()) {
      diagnostics.push(...(output.leftOut ?? []));
      for (const fileName of output.stale ?? []) stale.add(fileName);
      written.push(writeOutput(output, folder));
      if (!goesToFolder(output)) record.add(output.fileName, output.text);
      progress.update(written.length, pending.count);
    }
  } finally {
    progress.end();
  }
  const left = gone === "unknown" ? [] : [...goneFolders(pending.goneFrom()), ...goneFiles(folder, record, pending)];
  const isRemoved = ({ isChanged }: GoneFiles) => gone === "removed" && !isChanged;
  for (const { path } of left.filter(isRemoved)) record.remove(path);
  writeRecord(record, folder);
  folder.close();
  for (const path of removeFiles(folder.path, stale)) {
    host.talk.write(`removed    ${printable(shownPath(path, host.workingDirectory))}\n`);
  }
  for (const each of left) reportGone(each, folder, host, isRemoved(each));
  return {
    written,
    gone: left.map((each) => ({
      journey: each.journey,
      path: folder.shown(each.path),
      status: isRemoved(each) ? "removed" : "kept",
    })),
  };
}

/** Files that are not there any more fall out of the record, so that a later one of the same content is not taken for an output. */
function writeRecord(record: OutputRecord, folder: OutputFolder): void {
  for (const fileName of record.fileNames) if (!folder.has(fileName)) record.remove(fileName);
  const { text } = record;
  if (text !== "" || folder.has(recordName)) folder.write(recordName, text);
}

/** What is known of outputs that no journey stands for any more: nothing, where only a part of the project was built. */
export type GoneOutputs = "unknown" | "named" | "removed";

interface GoneFiles {
  readonly journey: string;
  /** The file, or the folder with a slash at the end. */
  readonly path: string;
  readonly files: readonly string[];
  readonly why: string;
  readonly isChanged: boolean;
}

function goneFolders(journeys: readonly GoneJourney[]): readonly GoneFiles[] {
  return journeys.map(({ id, folder, files }) => {
    return { journey: id, path: folder, files, why: `no journey ${id} was built`, isChanged: false };
  });
}

function goneFiles({ path }: OutputFolder, record: OutputRecord, { built }: PendingOutputs): readonly GoneFiles[] {
  return goneOutputs(path, record, built).map(({ fileName, ...each }) => ({
    ...each,
    path: fileName,
    files: [fileName],
  }));
}

function reportGone({ path, files, why, isChanged }: GoneFiles, folder: OutputFolder, host: Host, isRemoved: boolean) {
  if (isRemoved) removeFiles(folder.path, files);
  const remedy = isChanged ? ", but somebody has changed the file" : "; --prune removes it";
  const note = isRemoved ? "" : `  (${printable(why)}${remedy})`;
  host.talk.write(`${isRemoved ? "removed  " : "gone     "}  ${printable(folder.shown(path))}${note}\n`);
}

/** What goes into the folders of other tools is theirs as well. */
function goesToFolder({ target }: PendingOutput): boolean {
  return target === "frconfig" || target === "folder";
}

function writeOutput({ journey, target, fileName, text }: PendingOutput, folder: OutputFolder): WrittenOutput {
  return { journey, target, path: folder.shown(fileName), status: folder.write(fileName, text) };
}
