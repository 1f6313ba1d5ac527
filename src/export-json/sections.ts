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
  /** Whether its entries have their ids inside. Those of other sections stand under their ids. */
  readonly isList?: true;
  /** Whether the platform leaves the section out where it is empty. */
  readonly isOptional?: true;
}

/** All sections of a journey's export. Their names stand here and in no other file. */
export const sections: { readonly [Role in SectionRole]: Section } = {
  tree: { name: "tree" },
  body: { name: "nodes" },
  innerBody: { name: "innerNodes", older: "innernodes" },
  script: { name: "scripts" },
  emailTemplate: { name: "emailTemplates" },
  theme: { name: "themes", isList: true },
  socialIdentityProvider: { name: "socialIdentityProviders" },
  saml2Entity: { name: "saml2Entities" },
  circleOfTrust: { name: "circlesOfTrust" },
  // Only newer exports have it where it is empty: see `ExportOptions.variables`.
  variable: { name: "variable", isOptional: true },
  nodeType: { name: "nodeTypes", isOptional: true },
};

/** The header that says how an export was made. `journeyc merge` puts conflicts there. */
export const metaHeader = "meta";

/** The member of the header that lists the conflicts of a merge. It belongs to no journey, and other tools ignore it. */
export const conflictsMember = "mergeConflicts";

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
