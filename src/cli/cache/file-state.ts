import { lstatSync, type Stats, statSync } from "node:fs";

/**
 * What the file system tells of a file: its size, when its content and when anything about it has changed, and its number. As long as it
 * stays the same, so does the content: the time of the last change cannot be set by a program, unlike that of the content.
 */
export type FileState = readonly [size: number, mtimeMs: number, ctimeMs: number, ino: number];

/** The number of values in a state, where many stand in one list. */
export const stateLength = 4;

/** Stands for a state that may hide a change, so that the content has to be compared. No file is of this size. */
export const uncertainState: FileState = [-1, 0, 0, 0];

const lenient = { throwIfNoEntry: false } as const;

/** The state of an input: that of the file that a link leads to. `undefined` where there is no file. */
export function stateOfInput(path: string): FileState | undefined {
  return stateFrom(statOf(path, statSync));
}

/** The state of an output, which is never a link. */
export function stateOfOutput(path: string): FileState | undefined {
  return stateFrom(statOf(path, lstatSync));
}

/** What is at a path; `undefined` where there is nothing, or nobody can tell. */
export function statOf(path: string, ask: typeof statSync | typeof lstatSync): Stats | undefined {
  try {
    return ask(path, lenient);
  } catch {
    return undefined;
  }
}

function stateFrom(status: Stats | undefined): FileState | undefined {
  return status?.isFile() === true ? [status.size, status.mtimeMs, status.ctimeMs, status.ino] : undefined;
}

/** The state at an index in a list of states. */
export function stateAt(states: readonly number[], index: number): FileState {
  return states.slice(index * stateLength, (index + 1) * stateLength) as unknown as FileState;
}

export function sameState(left: FileState | undefined, right: FileState): boolean {
  return left?.every((value, index) => value === right[index]) === true;
}

/** When anything about the file has changed last. */
export function changeTimeOf([, , ctimeMs]: FileState): number {
  return ctimeMs;
}

/** Whether the file in a list of states, at an index, still has this state. */
export function hasState(status: Stats | undefined, states: readonly number[], index: number): boolean {
  const at = index * stateLength;
  return (
    status !== undefined &&
    status.size === states[at] &&
    status.mtimeMs === states[at + 1] &&
    status.ctimeMs === states[at + 2] &&
    status.ino === states[at + 3] &&
    status.isFile()
  );
}
