import { Location, Range, Uri } from "vscode";

interface WireRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** A range of the protocol as one of the editor. */
export function rangeOf({ start, end }: WireRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** The same with its document. */
export function locationOf({ uri, range }: { readonly uri: string; readonly range: WireRange }): Location {
  return new Location(Uri.parse(uri), rangeOf(range));
}
