import type { DiagnosticExtras, Fix } from "../diagnostics/diagnostic.js";
import type { NodeDeclaration, PageDeclaration, Property, Value } from "../syntax/ast.js";
import type { Range } from "../text/range.js";
import { type ConceptOwner, conceptOf } from "./concepts.js";
import { type FileScope, placeIn } from "./scope.js";

/** What the thing has that the property stands in. */
export interface ConceptPlace {
  readonly owner: ConceptOwner;
  readonly isTaken: (property: string) => boolean;
  /** Whether a property takes the value that is written. */
  readonly takes: (property: string, value: Value) => boolean;
  readonly declaration?: NodeDeclaration | PageDeclaration | undefined;
}

/** Says what a property does here that is called otherwise, or is none; `undefined` for a word that means nothing known. */
export function adviseOnConcept(
  { key, value, range }: Property,
  { owner, isTaken, takes, declaration }: ConceptPlace,
  scope: FileScope,
): DiagnosticExtras | undefined {
  const concept = conceptOf(key.text, owner);
  if (concept === undefined) return undefined;
  const { property, help, move } = concept;
  if (property === undefined) {
    const fix = move && declaration && value && moveTo(move, value, range, declaration, scope);
    return { ...(help === undefined ? {} : { help }), ...(fix === undefined ? {} : { fixes: [fix] }) };
  }
  if (isTaken(property)) return { help: `\`${property}\` is set already.` };
  const extras = scope.reporter.offer([property], placeIn(scope, key.range));
  return value !== undefined && takes(property, value) ? extras : { ...extras, fixes: [] };
}

/** Moves a title or a version from the braces into the header. */
function moveTo(
  what: "title" | "version",
  value: Value,
  range: Range,
  declaration: NodeDeclaration | PageDeclaration,
  { source }: FileScope,
): Fix | undefined {
  const { title } = declaration;
  const head = declaration.kind === "page" ? declaration.name : declaration.type?.name;
  const version = declaration.kind === "page" ? declaration.version : declaration.type?.version;
  if (head === undefined) return undefined;
  const written = source.slice(value.range);
  const isTitle = what === "title";
  if (isTitle ? title !== undefined || value.kind !== "string" || value.block : version !== undefined) return undefined;
  const [number] = /^"?(\d+\.\d+)"?$/.exec(written)?.slice(1) ?? [];
  if (!isTitle && number === undefined) return undefined;
  const behind = isTitle ? (version?.range ?? head.range).end : head.range.end;
  const text = isTitle ? ` ${written}` : `@${number}`;
  const edits = [
    { range: { start: behind, end: behind }, text },
    { range: lineOf(source.text, range), text: "" },
  ];
  return { title: `Write${isTitle ? "" : " "}${text} in the header`, edits };
}

/** The line of a property that stands on it alone, with its end; else the property. */
function lineOf(text: string, { start, end }: Range): Range {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const [rest] = /^[ \t]*\r?\n/.exec(text.slice(end, end + 200)) ?? [];
  const isAlone = rest !== undefined && text.slice(lineStart, start).trim() === "";
  return isAlone ? { start: lineStart, end: end + rest.length } : { start, end };
}
