import type { ResourceKind } from "../model/model.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../text/json.js";

/**
 * A section of a journey's export by its content: the tree, bodies (the settings of nodes), scripts, or one kind of
 * resource.
 */
export type SectionRole = "tree" | "body" | "innerBody" | "script" | ResourceKind;

interface Section {
  readonly name: string;
  /** The spelling of older tools. */
  readonly older?: string;
  /** `object` has entries by id, `list` has entries with their ids inside. */
  readonly form: "object" | "list";
  /** Whether the platform writes the section even where it is empty. */
  readonly isAlwaysWritten: boolean;
}

/** All sections of a journey's export. Their names stand here and in no other file. */
export const sections: { readonly [Role in SectionRole]: Section } = {
  tree: { name: "tree", form: "object", isAlwaysWritten: true },
  body: { name: "nodes", form: "object", isAlwaysWritten: true },
  innerBody: { name: "innerNodes", older: "innernodes", form: "object", isAlwaysWritten: true },
  script: { name: "scripts", form: "object", isAlwaysWritten: true },
  emailTemplate: { name: "emailTemplates", form: "object", isAlwaysWritten: true },
  theme: { name: "themes", form: "list", isAlwaysWritten: true },
  socialIdentityProvider: { name: "socialIdentityProviders", form: "object", isAlwaysWritten: true },
  saml2Entity: { name: "saml2Entities", form: "object", isAlwaysWritten: true },
  circleOfTrust: { name: "circlesOfTrust", form: "object", isAlwaysWritten: true },
  // Only newer exports have it where it is empty: see `ExportOptions.variables`.
  variable: { name: "variable", form: "object", isAlwaysWritten: false },
  nodeType: { name: "nodeTypes", form: "object", isAlwaysWritten: false },
};

/** The header that says how an export was made. `journeyc merge` puts conflicts there. */
export const metaHeader = "meta";

/** The headers of an export say who made it and when. They are no part of the journey. */
export const headers: ReadonlySet<string> = new Set([metaHeader, "origin"]);

const roles = new Map<string, SectionRole>();
for (const role of Object.keys(sections) as SectionRole[]) roles.set(sections[role].name, role);

/** The content of the section with this name; `undefined` for a member that is no section. */
export function roleOf(name: string): SectionRole | undefined {
  return roles.get(name);
}

/** Whether the section with this name contains the settings of nodes. */
export function holdsBodies(name: string): boolean {
  const role = roles.get(name);
  return role === "body" || role === "innerBody";
}

/** The names of the sections with the settings of nodes, older spellings included. */
export const bodySections: readonly string[] = [sections.body, sections.innerBody].flatMap(({ name, older }) =>
  older === undefined ? [name] : [name, older],
);

/** The name that an export has for a section: the older spelling counts only where today's is missing. */
export function sectionName(exported: JsonObject, role: SectionRole): string {
  const { name, older } = sections[role];
  return older !== undefined && !Object.hasOwn(exported, name) && Object.hasOwn(exported, older) ? older : name;
}

/** Makes an export of its sections. */
export function exportOf(parts: { readonly [Role in SectionRole]?: Json }): JsonObject {
  const exported: Record<string, Json> = {};
  for (const role of Object.keys(parts) as SectionRole[]) exported[sections[role].name] = parts[role] ?? null;
  return exported;
}

/** The entries of a section by id. There are none where the section is missing or is no object. */
export function sectionOf(exported: JsonObject, role: SectionRole): JsonObject {
  const section = getOwn(exported, sectionName(exported, role));
  return isJsonObject(section) ? section : nothing;
}

const nothing: JsonObject = {};

/** The references of a tree: the name, type, place and connections of each node, by id. */
export function referencesOf(exported: JsonObject): JsonObject {
  const references = getOwn(sectionOf(exported, "tree"), "nodes");
  return isJsonObject(references) ? references : nothing;
}

/** The journeys of an export by name; an export of one journey is that journey. */
export function exportedJourneys(exported: JsonObject): ReadonlyMap<string, JsonObject> {
  const trees = getOwn(exported, "trees");
  if (!isJsonObject(trees)) return new Map([["the journey", exported]]);
  return new Map(Object.entries(trees).flatMap(([name, tree]) => (isJsonObject(tree) ? [[name, tree] as const] : [])));
}
