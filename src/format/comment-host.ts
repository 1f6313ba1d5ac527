import type {
  FileItem,
  JourneyMember,
  LayoutEntry,
  ObjectEntry,
  PageMember,
  ScenarioStep,
  Value,
} from "../syntax/ast.js";
import type { Range } from "../text/range.js";

/** Anything that may stand on a line of its own and own comments. */
export type Hosted = FileItem | JourneyMember | PageMember | LayoutEntry | ScenarioStep | ObjectEntry | Value;

/** The place inside a member where comments may stand: between the members of its block, in its value, or nowhere. */
export type CommentHost =
  | { readonly kind: "block"; readonly headerEnd: number; readonly members: readonly Hosted[] }
  | { readonly kind: "line"; readonly value: Value | undefined };

interface Placed {
  readonly range: Range;
}

/** Tells where the comments inside a member belong. */
export function hostOf(member: Hosted): CommentHost {
  if (!("kind" in member)) return line(member.value);
  switch (member.kind) {
    case "journey":
      return block(member.members, member, member.name, member.title);
    case "node":
      return member.hasBody ? block(member.members, member, member.name, member.type, member.title) : line(undefined);
    case "page":
      if (!member.hasBody) return line(undefined);
      return block(member.members, member, member.name, member.version, member.title);
    case "script":
      return block(member.properties, member, member.name, member.title);
    case "extern":
      return block(member.properties, member, member.name, member.typeId);
    case "scenario":
      return block(member.steps, member, member.title, member.journey);
    case "export":
      return { kind: "block", headerEnd: member.range.start + member.kind.length, members: member.properties };
    case "layout":
      return { kind: "block", headerEnd: member.range.start + member.kind.length, members: member.entries };
    case "property":
    case "param":
    case "raw":
    case "given":
    case "answer":
    case "expect":
      return line(member.value);
    case "stub":
      return line(member.state);
    case "submit":
      return line(member.inputs);
    case "entry":
    case "edge":
    case "resource":
    case "require":
    case "forbid":
    case "layout-entry":
    case "resume":
    case "wait":
      return line(undefined);
    case "string":
    case "number":
    case "boolean":
    case "null":
    case "name":
    case "list":
    case "object":
      return line(member);
    default:
      return member satisfies never;
  }
}

function line(value: Value | undefined): CommentHost {
  return { kind: "line", value };
}

function block(members: readonly Hosted[], owner: Placed, ...header: readonly (Placed | undefined)[]): CommentHost {
  let headerEnd = owner.range.start;
  for (const part of header) headerEnd = Math.max(headerEnd, part?.range.end ?? 0);
  return { kind: "block", headerEnd, members };
}
