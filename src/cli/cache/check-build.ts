import { lstatSync, statSync } from "node:fs";
import type { Host } from "../process/host.js";
import type { BuildCheck, ComparedBuild, StoredBuild } from "./build-check.js";
import { cacheFile, readStored } from "./cache-file.js";
import { buildCacheFolder } from "./cache-place.js";
import { hasState, statOf } from "./file-state.js";
import { stateOfFolder } from "./folder-state.js";
import { fullPath } from "./kept-path.js";

/** The host, as far as a build depends on it. */
export type BuildSurroundings = Pick<Host, "workingDirectory" | "environment" | "output" | "talk">;

/** Variables of the environment that a build reads. */
const variables = ["SOURCE_DATE_EPOCH", "JOURNEYC_NO_CONFIG_CODE"];

/**
 * Looks whether `journeyc build` with these arguments has anything to do. `program` stands for everything in the package that the outputs depend on.
 * `undefined` for a build that is not kept: standard input cannot be looked at twice.
 */
export function checkBuild(args: readonly string[], program: string, host: BuildSurroundings): BuildCheck | undefined {
  if (args.includes("--no-cache") || args.includes("-")) return undefined;
  const { workingDirectory, environment } = host;
  const key = JSON.stringify([program, workingDirectory, args, variables.map((name) => environment[name] ?? "")]);
  const folder = buildCacheFolder(workingDirectory);
  const file = cacheFile(folder, key);
  const stored = readStored(file, key);
  if (stored === undefined) return { folder, file, key, mayRebuild: false };
  const earlier = compareBuild(stored, workingDirectory);
  const { report } = stored.overview;
  const speaksSo = report?.terminal === terminalOf(host);
  return {
    ...{ folder, file, key, earlier },
    ...(speaksSo && isUnchanged(earlier) ? { unchanged: report } : {}),
    mayRebuild: speaksSo && mayRebuildTexts(earlier),
  };
}

function isUnchanged(build: ComparedBuild): boolean {
  const { changedInputs, changedOutputs, hasOtherKinds, hasOtherEntries } = build;
  return changedInputs.size === 0 && changedOutputs.size === 0 && !hasOtherKinds && !hasOtherEntries;
}

/** More texts than this are compiled by a build of everything that has changed. */
const mostTexts = 20;
/** A file with more amendments is better written anew. */
const mostAmendments = 50;

/** Whether only the content of a few inputs has changed. */
export function mayRebuildTexts(earlier: ComparedBuild): boolean {
  const { changedInputs, changedOutputs, hasOtherKinds, hasOtherEntries, amendments } = earlier;
  const isSmall = changedInputs.size > 0 && changedInputs.size <= mostTexts && amendments < mostAmendments;
  return isSmall && changedOutputs.size === 0 && !hasOtherKinds && !hasOtherEntries;
}

/** Compares a kept build with the files that there are now. It reads nothing of them. */
export function compareBuild(stored: StoredBuild, workingDirectory: string): ComparedBuild {
  const { overview } = stored;
  return {
    ...stored,
    changedInputs: changedOf(overview.inputs, overview.inputStates, statSync, workingDirectory),
    changedOutputs: changedOf(overview.outputs, overview.outputStates, lstatSync, workingDirectory),
    hasOtherKinds: overview.kinds.some(([path, kind]) => kindOf(fullPath(path, workingDirectory)) !== kind),
    hasOtherEntries: overview.folders.some(
      ([path, state]) => stateOfFolder(fullPath(path, workingDirectory)) !== state,
    ),
  };
}

function changedOf(
  paths: readonly string[],
  states: readonly number[],
  ask: typeof statSync | typeof lstatSync,
  workingDirectory: string,
): ReadonlySet<number> {
  const changed = new Set<number>();
  for (let index = 0; index < paths.length; index++) {
    const status = statOf(fullPath(paths[index] as string, workingDirectory), ask);
    if (!hasState(status, states, index)) changed.add(index);
  }
  return changed;
}

function kindOf(path: string): "file" | "folder" | "none" {
  const status = statOf(path, statSync);
  if (status === undefined) return "none";
  return status.isDirectory() ? "folder" : "file";
}

/** What the words of a report depend on: whether they have colours, and how long a line may be. */
export function terminalOf({ output, talk }: Pick<Host, "output" | "talk">): string {
  return JSON.stringify([output.style.bold("."), talk.style.bold("."), talk.columns]);
}
