import type { FileItem, FileNode, JourneyMember, PageMember } from "../syntax/ast.js";
import type { Range } from "../text/range.js";

/** A declaration in the outline of a text. */
export interface OutlineEntry {
  readonly name: string;
  readonly detail: string;
  readonly kind: "journey" | "page" | "node" | "script" | "param" | "type" | "resource" | "scenario" | "rule" | "block";
  readonly range: Range;
  readonly nameRange: Range;
  readonly inner: readonly OutlineEntry[];
}

/** The declarations of a text, one inside of the other. */
export function declarationsIn(file: FileNode): readonly OutlineEntry[] {
  return file.items.flatMap((item) => entryOf(item));
}

function entryOf(item: FileItem | JourneyMember | PageMember): readonly OutlineEntry[] {
  const { range } = item;
  switch (item.kind) {
    case "journey":
      return [entry(item.name?.text, "journey", "journey", range, item.name?.range, item.members.flatMap(entryOf))];
    case "page":
      return [entry(item.name?.text, "page", "page", range, item.name?.range, item.members.flatMap(entryOf))];
    case "node":
      return [entry(item.name?.text, item.type?.name.text ?? "", "node", range, item.name?.range, [])];
    case "script":
      return [entry(item.name?.text, "script", "script", range, item.name?.range, [])];
    case "param":
      return [entry(item.name?.text, "param", "param", range, item.name?.range, [])];
    case "extern":
      return [entry(item.name?.text, "node type", "type", range, item.name?.range, [])];
    case "resource":
      return [
        entry(item.id && textOf(item.id.parts), item.resourceKind?.text ?? "", "resource", range, item.id?.range, []),
      ];
    case "scenario":
      return [entry(item.title && textOf(item.title.parts), "scenario", "scenario", range, item.title?.range, [])];
    case "require":
      return [
        entry(
          `require ${item.reference?.parts.map(({ text }) => text).join(".")} before ${item.target?.text}`,
          "",
          "rule",
          range,
          undefined,
          [],
        ),
      ];
    case "forbid":
      return [
        entry(
          `forbid ${item.target?.text} after ${item.reference?.parts.map(({ text }) => text).join(".")}`,
          "",
          "rule",
          range,
          undefined,
          [],
        ),
      ];
    case "layout":
    case "export":
    case "raw":
      return [entry(item.kind, "", "block", range, undefined, [])];
    case "property":
    case "edge":
    case "entry":
      return [];
    default:
      return item satisfies never;
  }
}

function entry(
  name: string | undefined,
  detail: string,
  kind: OutlineEntry["kind"],
  range: Range,
  nameRange: Range | undefined,
  inner: readonly OutlineEntry[],
): OutlineEntry {
  return {
    name: name === undefined || name === "" ? "(no name)" : name,
    detail,
    kind,
    range,
    nameRange: nameRange ?? { start: range.start, end: range.start },
    inner,
  };
}

function textOf(parts: readonly (string | { readonly param: string })[]): string {
  return parts.map((part) => (typeof part === "string" ? part : `\${${part.param}}`)).join("");
}
