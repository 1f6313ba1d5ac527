import type { FileNode, JourneyMember, Name, NodeMember, PageMember, Property } from "../../src/syntax/ast.js";
import { tokenize } from "../../src/syntax/lexer.js";
import { Problems } from "../../src/syntax/problems.js";
import { SourceFile } from "../../src/text/source-file.js";

export interface Mutation {
  readonly what: string;
  readonly offset: number;
  readonly text: string;
}

const replacements = [":", "->", ",", ".", "{", "}", "[", "]", "x", '"s"', "12", "@", "="];

/** Every text that differs from `text` by one deleted, doubled, replaced or half-typed token. */
export function mutations(text: string): Mutation[] {
  const { tokens } = tokenize(text, new Problems(new SourceFile("sample.journey", text)));
  const result: Mutation[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const start = tokens.startAt(index);
    const image = tokens.imageAt(index);
    const put = (what: string, by: string) =>
      result.push({
        what: `${what} ${image} at ${start}`,
        offset: start,
        text: text.slice(0, start) + by + text.slice(start + image.length),
      });
    put("delete", "");
    put("double", `${image} ${image}`);
    for (const by of replacements) if (by !== image) put(`replace by ${by}`, by);
    if (image.length > 1) {
      put("type the first of", image.slice(0, 1));
      put("type half of", image.slice(0, Math.ceil(image.length / 2)));
      put("type nearly all of", image.slice(0, -1));
      put("lose the first of", image.slice(1));
      put("misspell", `${image.slice(0, 1)}q${image.slice(2)}`);
    }
  }
  return result;
}

/** The nodes, arrows and properties of a tree, each with the kind of what it stands in. */
export function facts(file: FileNode): string[] {
  const found: string[] = [];
  for (const item of file.items) {
    switch (item.kind) {
      case "journey":
        for (const member of item.members) addMember(found, "journey", member);
        break;
      case "script":
      case "extern":
        for (const property of item.properties) addProperty(found, item.kind, property);
        break;
    }
  }
  return found;
}

function addMember(found: string[], owner: string, member: JourneyMember | PageMember | NodeMember): void {
  switch (member.kind) {
    case "property":
      addProperty(found, owner, member);
      break;
    case "entry":
      found.push(`${owner}: start -> ${text(member.target)}`);
      break;
    case "edge": {
      const outcomes = member.outcomes.map((outcome) => `${text(outcome.child)}.${text(outcome.outcome)}`).join();
      found.push(`${owner}: ${outcomes} -> ${text(member.target)}`);
      break;
    }
    case "node":
    case "page":
      found.push(`${member.kind} ${text(member.name)}`);
      for (const inner of member.members) addMember(found, member.kind, inner);
      break;
    case "script":
    case "export":
      for (const property of member.properties) addProperty(found, member.kind, property);
      break;
  }
}

function addProperty(found: string[], owner: string, property: Property): void {
  found.push(`${owner}: ${text(property.key)}.${text(property.locale)}:`);
}

function text(name: Name | undefined): string {
  return name?.text ?? "";
}

/** The share of `wanted` that is in `found`, counted as a multiset. */
export function keptShare(wanted: readonly string[], found: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const fact of found) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  let kept = 0;
  for (const fact of wanted) {
    const count = counts.get(fact) ?? 0;
    if (count > 0) kept++;
    counts.set(fact, count - 1);
  }
  return kept / wanted.length;
}
