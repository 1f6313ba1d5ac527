import { sep } from "node:path";
import type { Output } from "../../compile/journey-output.js";
import type { BuildTarget } from "../../compile/targets.js";
import type { GoneJourney } from "../../config-folder/write/gone-journeys.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { printable } from "../../diagnostics/render/printable.js";
import { shownPath } from "../../project/shown-path.js";
import type { Host } from "../process/host.js";
import type { WriteStatus, WrittenIdentity } from "./file-set.js";
import { goneOutputs } from "./gone-outputs.js";
import { type OutputFolder, openFolder } from "./output-folder.js";
import { OutputRecord, recordName } from "./output-record.js";
import type { KnownOutput, PendingOutput, PendingOutputs } from "./pending-outputs.js";
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
  /** Lines about files that were removed, and about those that are left. */
  readonly notes: readonly OutputNote[];
  /** All files that are a part of the result. */
  readonly files: readonly OutputFile[];
}

/** A line that a build says about files that it does not write. */
export interface OutputNote {
  readonly line: string;
  /** Whether the next build says it again. */
  readonly stays: boolean;
}

/** A file in the folder of the outputs, for who wants to know later whether it is still the same. */
export interface OutputFile extends Pick<Output, "fileName"> {
  readonly path: string;
  /** Where the file has just been written. */
  readonly identity: WrittenIdentity | undefined;
  /** Given for outputs, but not for files that are only looked at. */
  readonly output?: Pick<Output, "journey" | "target">;
  /** Given for outputs that go into the record. */
  readonly hash?: string | undefined;
}

/** The result of a build that writes nothing. */
export const nothingWritten: WrittenOutputs = { written: [], gone: [], notes: [], files: [] };

/** What is known of outputs that no journey stands for any more: nothing, where only a part of the project was built. */
export type GoneOutputs = "unknown" | "named" | "removed";

interface WriteOptions {
  /** The folder. */
  readonly out: string;
  readonly gone: GoneOutputs;
  readonly notesIdentities: boolean;
}

/** Writes the outputs of a build into a folder. Adds to `diagnostics` what a target has no place for. */
export async function writeOutputs(
  pending: PendingOutputs,
  options: WriteOptions,
  host: Host,
  diagnostics: Diagnostic[],
): Promise<WrittenOutputs> {
  if (pending.count === 0) return nothingWritten;
  const folder = openFolder(options.out, host.workingDirectory, options.notesIdentities);
  try {
    return await writeInto(folder, pending, host, diagnostics, options.gone);
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
  const files: OutputFile[] = [];
  const stale = new Set<string>();
  const record = OutputRecord.of(folder.path);
  const total = pending.count;
  const write = (output: PendingOutput | KnownOutput): void => {
    written.push(writeOutput(output, folder, record));
    const { fileName, journey, target } = output;
    const { path, identity } = fileOf(fileName, folder);
    files.push({ fileName, path, identity, output: { journey, target }, hash: record.hashOf(fileName) });
    if ("text" in output) {
      diagnostics.push(...(output.leftOut ?? []));
      for (const fileName of output.stale ?? []) stale.add(fileName);
    }
    progress.update(written.length, total);
  };
  try {
    const outputs = pending.outputs();
    // To wait for each of a thousand would cost more than to write it.
    if (Symbol.iterator in outputs) for (const output of outputs) write(output);
    else for await (const output of outputs) write(output);
  } finally {
    progress.end();
  }
  const left =
    gone === "unknown" ? [] : [...goneFolders(pending.goneFrom()), ...goneFiles(folder, record, pending, files)];
  const isRemoved = ({ isChanged }: GoneFiles) => gone === "removed" && !isChanged;
  for (const { path } of left.filter(isRemoved)) record.remove(path);
  writeRecord(record, folder);
  folder.close();
  const removed = removeFiles(folder.path, stale).map((path) => shownPath(path, host.workingDirectory));
  const notes = removed.map((path) => ({ line: removedLine(path), stays: false }));
  for (const each of left) {
    if (isRemoved(each)) removeFiles(folder.path, each.files);
    const shown = folder.shown(each.path);
    const line = isRemoved(each) ? removedLine(shown) : goneLine(shown, each.why, each.isChanged);
    notes.push({ line, stays: !isRemoved(each) });
  }
  const others = left.filter((each) => !isRemoved(each)).flatMap((each) => each.files);
  if (folder.has(recordName)) others.push(recordName);
  for (const fileName of others) files.push(fileOf(fileName, folder));
  return {
    written,
    gone: left.map((each) => ({
      journey: each.journey,
      path: folder.shown(each.path),
      status: isRemoved(each) ? "removed" : "kept",
    })),
    notes,
    files,
  };
}

function fileOf(fileName: string, { path: folder, identities }: OutputFolder): OutputFile {
  const path = folder + sep + fileName.replaceAll("/", sep);
  return { fileName, path, identity: identities?.get(path) };
}

/** Files that are not there any more fall out of the record, so that a later one of the same content is not taken for an output. */
function writeRecord(record: OutputRecord, folder: OutputFolder): void {
  for (const fileName of record.fileNames) if (!folder.has(fileName)) record.remove(fileName);
  const { text } = record;
  if (text !== "" || folder.has(recordName)) folder.write(recordName, text);
}

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

function goneFiles(
  { path }: OutputFolder,
  record: OutputRecord,
  { built }: PendingOutputs,
  outputs: readonly OutputFile[],
): readonly GoneFiles[] {
  const files = new Set(outputs.map(({ fileName }) => fileName));
  return goneOutputs(path, record, { ...built, files }).map(({ fileName, ...each }) => ({
    ...each,
    path: fileName,
    files: [fileName],
  }));
}

/** The line about a file that was removed. */
export function removedLine(path: string): string {
  return `removed    ${printable(path)}\n`;
}

/** The line about a file that nothing stands for any more. */
export function goneLine(path: string, why: string, isChanged: boolean): string {
  const remedy = isChanged ? ", but somebody has changed the file" : "; --prune removes it";
  return `gone       ${printable(path)}  (${printable(why)}${remedy})\n`;
}

/** What goes into the folders of other tools is theirs as well. */
function goesToFolder(target: BuildTarget): boolean {
  return target === "frconfig" || target === "folder";
}

function writeOutput(output: PendingOutput | KnownOutput, folder: OutputFolder, record: OutputRecord): WrittenOutput {
  const { journey, target, fileName } = output;
  const path = folder.shown(fileName);
  if (!("text" in output)) {
    record.addHash(fileName, output.hash);
    return { journey, target, path, status: folder.keep(fileName) };
  }
  if (!goesToFolder(target)) record.add(fileName, output.text);
  return { journey, target, path, status: folder.write(fileName, output.text) };
}
