import type { TextEdit } from "../../diagnostics/diagnostic.js";
import type { Journey, JourneyNode } from "../../model/model.js";
import type { FileNode, JourneyDeclaration, NodeDeclaration, PageDeclaration } from "../../syntax/ast.js";
import { writtenName } from "../../syntax/match-word.js";
import type { Range } from "../../text/range.js";
import type { LanguageText, ReadProject } from "../language-project.js";

/** A change of a text that an author asks for. */
export interface Refactoring {
  readonly title: string;
  readonly kind: "extract" | "inline" | "rewrite";
  readonly edits: readonly TextEdit[];
  /** Why it must not be done: what the author would not see coming. Without it there are edits. */
  readonly refusal?: string | undefined;
}

/** A selection in a text, with what it lies in. */
export interface Selection {
  readonly text: LanguageText;
  readonly range: Range;
  readonly projects: readonly ReadProject[];
  readonly file: FileNode;
  readonly declaration: JourneyDeclaration | undefined;
  readonly journey: Journey | undefined;
  /** The node or page of the journey that the selection begins in. */
  readonly member: NodeDeclaration | PageDeclaration | undefined;
  /** The node as it is bound. */
  readonly node: JourneyNode | undefined;
  /** The inner node that it begins in. */
  readonly child: NodeDeclaration | undefined;
}

export function selectionIn(text: LanguageText, range: Range, projects: readonly ReadProject[]): Selection {
  const { file } = text.parsed;
  const isAt = (part: { readonly range: Range }) => part.range.start <= range.start && range.start <= part.range.end;
  const declaration = file.items.filter((item) => item.kind === "journey").find(isAt);
  const journey = text.bound.journeys.find(({ place }) => place.range.start === declaration?.name?.range.start);
  const members = declaration?.members.filter((member) => member.kind === "node" || member.kind === "page") ?? [];
  const member = members.find(isAt);
  const children = member?.kind === "page" ? member.members.filter((each) => each.kind === "node") : [];
  const node = journey?.nodes.find(({ name }) => name === member?.name?.text);
  return { text, range, projects, file, declaration, journey, member, node, child: children.find(isAt) };
}

/** The blanks before the line of an offset. */
export function indentAt(source: string, offset: number): string {
  return /^[ \t]*/.exec(source.slice(source.lastIndexOf("\n", offset - 1) + 1))?.[0] ?? "";
}

/** The whole lines of a declaration, with the comments above it and one blank line behind. */
export function wholeLinesOf(source: string, { start, end }: Range, file: FileNode): Range {
  let from = source.lastIndexOf("\n", start - 1) + 1;
  for (const comment of [...file.comments].reverse()) {
    if (
      comment.range.end <= from &&
      source.slice(comment.range.end, from).trim() === "" &&
      !source.slice(comment.range.end, from).includes("\n\n")
    ) {
      const begin = source.lastIndexOf("\n", comment.range.start - 1) + 1;
      if (source.slice(begin, comment.range.start).trim() === "") from = begin;
    }
  }
  const lineEnd = source.indexOf("\n", end);
  let to = lineEnd === -1 ? source.length : lineEnd + 1;
  if (source[to] === "\n") to++;
  return { start: from, end: to };
}

/** An edit that adds lines at the end of a node's or page's body, which it gives one where there is none. */
export function addToBody(
  source: string,
  declaration: NodeDeclaration | PageDeclaration,
  lines: readonly string[],
): TextEdit {
  const indent = indentAt(source, declaration.range.start);
  const inner = lines.map((line) => `${indent}  ${line}\n`).join("");
  const { end } = declaration.range;
  if (!declaration.hasBody) return { range: { start: end, end }, text: ` {\n${inner}${indent}}` };
  const last = declaration.members.at(-1);
  const closing = end - 1;
  const blank = last !== undefined && last.kind !== "edge" ? "\n" : "";
  const at = source.slice(0, closing).trimEnd().length;
  return { range: { start: at, end: closing }, text: `\n${blank}${inner}${indent}` };
}

/** The outcomes without an arrow, as an arrow names them. */
export function unconnectedOutcomesOf(node: JourneyNode): readonly string[] {
  if (!node.outcomesKnown) return [];
  const connected = new Set(node.connections.map(({ outcomeId }) => outcomeId));
  const children = new Set(node.outcomes.map(({ child }) => child));
  return node.outcomes
    .filter(({ id }) => !connected.has(id))
    .map(({ outcome, child }) =>
      child !== undefined && children.size > 1 ? `${writtenName(child)}.${writtenName(outcome)}` : writtenName(outcome),
    );
}
