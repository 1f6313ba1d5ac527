import type { FileNode, JourneyDeclaration, JourneyMember } from "../../src/syntax/ast.js";
import { type ParseResult, parse } from "../../src/syntax/parse.js";
import { SourceFile } from "../../src/text/source-file.js";

export function parseText(text: string): ParseResult {
  return parse(new SourceFile("test.journey", text));
}

/** The tree of a text that must be without mistakes. */
export function parseClean(text: string): FileNode {
  const { file, diagnostics } = parseText(text);
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return file;
}

export function parseJourney(text: string): JourneyDeclaration {
  const [item] = parseClean(text).items;
  if (item?.kind !== "journey") throw new Error("not a journey");
  return item;
}

/** The members of a journey, given what stands in its braces. */
export function parseMembers(text: string): readonly JourneyMember[] {
  return parseJourney(`journey J {\n${text}\n}\n`).members;
}

/** `code line` of every diagnostic. */
export function problemsOf(text: string): string[] {
  const { diagnostics, source } = parseText(text);
  return diagnostics.map(({ code, place }) => `${code} ${source.positionAt(place.range.start).line}`);
}

/** A tree as plain data without its ranges, to compare what was said and not where. */
export function withoutRanges(node: unknown): unknown {
  return JSON.parse(JSON.stringify(node, (key, value) => (key === "range" ? undefined : value)));
}
