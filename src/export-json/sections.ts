import type { ResourceKind } from "../model/model.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../text/json.js";

/** What a section of a journey's export holds: the tree, bodies (the settings of nodes), scripts, or resources of a kind. */
export type SectionRole = "tree" | "body" | "innerBody" | "script" | ResourceKind;

interface Section {
  readonly name: string;
  /** How older tools spelled it. */
  readonly older?: string;
  /** `object`: entries by id; `list`: entries that hold their ids. */
  readonly form: "object" | "list";
  /** Whether the platform writes it where it is empty. */
  readonly isAlwaysWritten: boolean;
}

/** The sections of a journey's export. No other file spells their names. */
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
  // Only newer exports have it where it is empty, so each export says whether it does.
  variable: { name: "variable", form: "object", isAlwaysWritten: false },
  nodeType: { name: "nodeTypes", form: "object", isAlwaysWritten: false },
};

/** The member that says how an export was made; journeyc puts conflicts of a merge there. */
export const metaHeader = "meta";

/** Members that say who made an export and when: they are no part of a journey. */
export const headers: ReadonlySet<string> = new Set([metaHeader, "origin"]);

const roles = new Map<string, SectionRole>();
for (const role of Object.keys(sections) as SectionRole[]) roles.set(sections[role].name, role);

/** What the section of this name holds; `undefined` for a member that is no section. */
export function roleOf(name: string): SectionRole | undefined {
  return roles.get(name);
}

/** Whether a section of this name holds the settings of nodes. */
export function holdsBodies(name: string): boolean {
  const role = roles.get(name);
  return role === "body" || role === "innerBody";
}

/** The names of the sections that hold the settings of nodes, older spellings included. */
export const bodySections: readonly string[] = [sections.body, sections.innerBody].flatMap(({ name, older }) =>
  older === undefined ? [name] : [name, older],
);

/** The name that the export itself has for a section; the older one only where today's is missing. */
export function sectionName(exported: JsonObject, role: SectionRole): string {
  const { name, older } = sections[role];
  return older !== undefined && !Object.hasOwn(exported, name) && Object.hasOwn(exported, older) ? older : name;
}

/** An export made of its sections. */
export function exportOf(parts: { readonly [Role in SectionRole]?: Json }): JsonObject {
  const exported: Record<string, Json> = {};
  for (const role of Object.keys(parts) as SectionRole[]) exported[sections[role].name] = parts[role] ?? null;
  return exported;
}

/** The entries of a section by id; none where the export lacks it, or has something else than an object there. */
export function sectionOf(exported: JsonObject, role: SectionRole): JsonObject {
  const section = getOwn(exported, sectionName(exported, role));
  return isJsonObject(section) ? section : nothing;
}

const nothing: JsonObject = {};

/** What the tree says of each node, by id. */
export function referencesOf(exported: JsonObject): JsonObject {
  const references = getOwn(sectionOf(exported, "tree"), "nodes");
  return isJsonObject(references) ? references : nothing;
}
