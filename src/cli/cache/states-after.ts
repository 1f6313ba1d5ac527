import { readFileSync } from "node:fs";
import { contentHash } from "../output/content-hash.js";
import type { OutputFile } from "../output/write-outputs.js";
import type { ComparedBuild } from "./build-check.js";
import type { FileClock } from "./file-clock.js";
import {
  changeTimeOf,
  type FileState,
  sameState,
  stateAt,
  stateOfInput,
  stateOfOutput,
  uncertainState,
} from "./file-state.js";
import { fullPath } from "./kept-path.js";

interface Surroundings {
  readonly workingDirectory: string;
  readonly earlier: ComparedBuild | undefined;
  readonly clock: FileClock;
  /** When the build began to read. */
  readonly start: number;
}

/** The states of all files in a row, as a kept build has them. */
interface AllStates {
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

/**
 * The states of files after a build. Each stands for the content that the build has read or written, so that a later change shows in
 * it; where that is not certain, the state is one that no file has. A file that was stamped after the build had begun may have changed since it was
 * read, and may change again under the same stamp: it is compared once more when the clock has gone on.
 */
export function statesAfter(
  inputs: ReadonlyMap<string, string>,
  outputs: readonly OutputFile[],
  { workingDirectory, earlier, clock, start }: Surroundings,
): AllStates {
  const known = new KnownStates(earlier, workingDirectory);
  const newest = { time: 0 };
  const note = (state: FileState): FileState => {
    newest.time = Math.max(newest.time, changeTimeOf(state));
    return state;
  };
  const found = [...inputs.keys()].map((path) => known.inputs.get(path) ?? note(stateOfInput(path) ?? uncertainState));
  const written = outputs.map(
    ({ path, identity }) =>
      (identity === undefined ? known.outputs.get(path) : undefined) ?? note(stateOfOutput(path) ?? uncertainState),
  );
  const isPast = newest.time < start || clock.waitUntilPast(newest.time);
  const certain = (path: string, state: FileState, hash: string | undefined, ask: typeof stateOfInput) => {
    if (changeTimeOf(state) < start) return state;
    return isPast && hash !== undefined && holds(path, hash) && sameState(ask(path), state) ? state : uncertainState;
  };
  const hashes = [...inputs];
  return {
    inputs: found.flatMap((state, index) => {
      const [path, hash] = hashes[index] as [string, string];
      return certain(path, state, hash, stateOfInput);
    }),
    outputs: written.flatMap((state, index) => {
      const { path, hash, identity } = outputs[index] as OutputFile;
      if (identity === undefined) return certain(path, state, hash, stateOfOutput);
      const [size, mtimeMs, , ino] = state;
      const isOurs = isPast && ino === identity[0] && size === identity[1] && mtimeMs === identity[2];
      return isOurs ? state : uncertainState;
    }),
  };
}

/** The states of a kept build that are still the same. */
class KnownStates {
  readonly inputs = new Map<string, FileState>();
  readonly outputs = new Map<string, FileState>();

  constructor(earlier: ComparedBuild | undefined, workingDirectory: string) {
    if (earlier === undefined) return;
    const { overview, changedInputs, changedOutputs } = earlier;
    const fill = (
      states: Map<string, FileState>,
      paths: readonly string[],
      all: readonly number[],
      changed: ReadonlySet<number>,
    ) => {
      for (const [index, path] of paths.entries()) {
        if (!changed.has(index)) states.set(fullPath(path, workingDirectory), stateAt(all, index));
      }
    };
    fill(this.inputs, overview.inputs, overview.inputStates, changedInputs);
    fill(this.outputs, overview.outputs, overview.outputStates, changedOutputs);
  }
}

function holds(path: string, hash: string): boolean {
  try {
    return contentHash(readFileSync(path)) === hash;
  } catch {
    return false;
  }
}
