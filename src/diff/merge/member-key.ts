import type {
  FileItem,
  JourneyMember,
  LayoutEntry,
  NodeMember,
  PageMember,
  Property,
  Reference,
  ScenarioDeclaration,
  StringValue,
} from "../../syntax/ast.js";

/** Anything that stands in a block on a line of its own. */
export type Member = FileItem | JourneyMember | PageMember | NodeMember | LayoutEntry;

/** The key by which a member is recognised on all sides of a merge. */
export function memberKey(member: Member): string {
  switch (member.kind) {
    case "property":
      return propertyKey(member);
    case "entry":
    case "raw":
    case "layout":
    case "export":
    case "edge":
      return member.kind;
    case "node":
    case "page":
      // Nodes and pages share one namespace, so a node that became a page has the same key.
      return `node ${member.name?.text ?? ""}`;
    case "journey":
    case "script":
    case "extern":
    case "param":
      return `${member.kind} ${member.name?.text ?? ""}`;
    case "resource":
      return `resource ${member.resourceKind?.text ?? ""} ${stringText(member.id)}`;
    case "scenario":
      return `scenario ${stringText(member.title)} of ${testedBy(member)}`;
    case "require":
      return `require ${referenceText(member.reference)} before ${member.target?.text ?? ""}`;
    case "forbid":
      return `forbid ${member.target?.text ?? ""} after ${referenceText(member.reference)}`;
    case "layout-entry":
      return `layout ${referenceText(member.reference)}`;
    default:
      return member satisfies never;
  }
}

function testedBy({ journey, script }: ScenarioDeclaration): string {
  return script === undefined ? (journey?.text ?? "") : `script ${referenceText(script)}`;
}

function propertyKey({ key, locale }: Property): string {
  return locale === undefined ? `property ${key.text}` : `property ${key.text}.${locale.text}`;
}

function referenceText(reference: Reference | undefined): string {
  return (reference?.parts ?? []).map(({ text }) => text).join(".");
}

function stringText(value: StringValue | undefined): string {
  return (value?.parts ?? []).map((part) => (typeof part === "string" ? part : `\${${part.param}}`)).join("");
}
