import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { outputNamed } from "../../compile/journey-output.js";
import { decodeFileName, encodeDistinctly, encodeFileName } from "../../text/file-name.js";
import { bundleName } from "./bundle-name.js";
import type { OutputRecord } from "./output-record.js";

/** An output of an earlier build that this one does not write. */
export interface GoneOutput {
  /** The journey's id; of a bundle, its name. */
  readonly journey: string;
  readonly fileName: string;
  /** In words for a person. */
  readonly why: string;
  /** Whether somebody has changed it since, so that it is not ours to remove. */
  readonly isChanged: boolean;
}

/** What a build writes. */
export interface BuiltOutputs {
  /** The ids of the journeys. */
  readonly journeys: ReadonlySet<string>;
  readonly exports: "none" | "single" | "bundle";
  /** The names of the files. */
  readonly files: ReadonlySet<string>;
}

/** The outputs of earlier builds that lie in a folder and that a build of its journeys does not write any more, by its record. */
export function goneOutputs(folder: string, record: OutputRecord, built: BuiltOutputs): readonly GoneOutput[] {
  const others = record.fileNames.filter((fileName) => !built.files.has(fileName));
  if (others.length === 0) return [];
  const fileNames = new Set([...built.journeys].flatMap((id) => [encodeFileName(id), encodeDistinctly(id)]));
  return others.flatMap((fileName) => {
    const found = reasonOf(fileName, built, fileNames);
    const path = join(folder, fileName);
    if (found === undefined || !isFile(path)) return [];
    return [{ ...found, fileName, isChanged: !record.holds(fileName, readFileSync(path)) }];
  });
}

function reasonOf(
  fileName: string,
  { journeys, exports }: BuiltOutputs,
  fileNames: ReadonlySet<string>,
): Pick<GoneOutput, "journey" | "why"> | undefined {
  const output = /[/\\]/.test(fileName) ? undefined : outputNamed(fileName);
  if (output === undefined) return undefined;
  const journey = decodeFileName(output.name);
  // The name of a file may be cut, so that it says less than the journey's.
  const isBuilt = journeys.has(journey) || fileNames.has(output.name);
  const isExport = output.target === "export";
  if (isExport && exports === "bundle") {
    if (journey === bundleName) return undefined;
    if (isBuilt) return { journey, why: "it is in the bundle" };
  }
  if (isBuilt) return undefined;
  if (!isExport || journey !== bundleName) return { journey, why: `no journey ${journey} was built` };
  return exports === "single" ? { journey, why: "no bundle was built" } : undefined;
}

function isFile(path: string): boolean {
  return existsSync(path) && lstatSync(path).isFile();
}
