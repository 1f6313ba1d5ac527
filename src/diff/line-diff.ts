import { matchLines } from "../text/match-lines.js";

/** One line of a difference between two texts. */
export interface DiffLine {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

/** The difference of two texts line by line, with all lines of both. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  return tellLines(splitLines(before), splitLines(after), (line) => line);
}

/** The difference of two texts line by line, where lines that differ in white space alone are the same. */
export function diffLinesButBlanks(before: string, after: string): readonly DiffLine[] {
  const filled = (text: string) => splitLines(text).filter((line) => line.trim() !== "");
  return tellLines(filled(before), filled(after), (line) => line.replace(/\s+/g, ""));
}

function tellLines(
  left: readonly string[],
  right: readonly string[],
  keyOf: (line: string) => string,
): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  let leftAt = 0;
  let rightAt = 0;
  const tellUntil = (leftEnd: number, rightEnd: number) => {
    for (; leftAt < leftEnd; leftAt++) lines.push({ kind: "removed", text: left[leftAt] ?? "" });
    for (; rightAt < rightEnd; rightAt++) lines.push({ kind: "added", text: right[rightAt] ?? "" });
  };
  for (const { before: start, after: rightStart, length } of matchLines(left.map(keyOf), right.map(keyOf))) {
    tellUntil(start, rightStart);
    for (let index = 0; index < length; index++) lines.push({ kind: "same", text: right[rightStart + index] ?? "" });
    leftAt += length;
    rightAt += length;
  }
  tellUntil(left.length, right.length);
  return lines;
}

/** Splits a text into lines without their line ends. A text that ends with a line end has no empty last line. */
export function splitLines(text: string): readonly string[] {
  if (text === "") return [];
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
