import type { Journey, Model, ResourceKind } from "../model/model.js";
import { isJsonObject } from "../text/json.js";
import { variableName } from "./esvs.js";
import { findRequirements } from "./find-requirements.js";
import { type Requirement, type RequirementKind, type RequirementUse, requirementKinds } from "./requirement.js";

/** Something of a tenant, with all places of the journeys that use it. */
export interface Used {
  readonly kind: RequirementKind;
  readonly id: string;
  readonly title: string | undefined;
  readonly uses: readonly RequirementUse[];
}

/**
 * Everything that journeys use or bring, by kind and id: what they require, and the journeys, scripts and resources that are here but
 * that nothing uses.
 */
export function findUses(model: Model, realm?: string): readonly Used[] {
  const found = new Map<string, Used>();
  const add = (used: Used) => {
    const key = `${used.kind} ${used.id}`;
    if (!found.has(key)) found.set(key, used);
  };
  for (const requirement of findRequirements(model, realm, { optional: true })) add(withTitle(requirement, model));
  for (const journey of model.journeys) {
    for (const [kind, id, title] of broughtBy(journey)) add({ kind, id, title, uses: [] });
  }
  const rank = (kind: RequirementKind) => requirementKinds.indexOf(kind);
  return [...found.values()].sort((a, b) => rank(a.kind) - rank(b.kind) || (a.id < b.id ? -1 : 1));
}

/** Those with a name: an id, a title, or a variable in any of its spellings. A script is also meant where another one requires it. */
export function usesOf(name: string, all: readonly Used[]): readonly Used[] {
  const variable = variableName(name.replace(/^&\{(.*)\}$/, "$1").replace(/\|.*$/, ""));
  const scripts = all.filter(({ kind, id, title }) => kind === "script" && (id === name || title === name));
  const titles = new Set(scripts.map(({ title }) => title));
  return all.filter(({ kind, id, title }) => {
    if (kind === "variable") return id === variable;
    return id === name || title === name || (kind === "libraryScript" && titles.has(id));
  });
}

function withTitle({ kind, id, title, uses }: Requirement, { journeys }: Model): Used {
  if (kind !== "script" || title !== undefined) return { kind, id, title, uses };
  const script = journeys.flatMap(({ scripts }) => scripts).find((each) => each.id === id);
  return { kind, id, title: script?.title, uses };
}

const kindsOfResources: Readonly<Record<ResourceKind, RequirementKind | undefined>> = {
  emailTemplate: "emailTemplate",
  theme: "theme",
  socialIdentityProvider: "socialProvider",
  saml2Entity: "saml2Entity",
  circleOfTrust: undefined,
  variable: "variable",
  // Node types are listed by the id that nodes have; a definition's id is another one.
  nodeType: undefined,
};

function* broughtBy({
  id,
  scripts,
  resources,
}: Journey): Iterable<readonly [RequirementKind, string, string | undefined]> {
  yield ["journey", id, undefined];
  for (const script of scripts) yield ["script", script.id, script.title];
  for (const { kind, id: resource, content } of resources) {
    const listed = kindsOfResources[kind];
    if (listed === undefined) continue;
    const name = isJsonObject(content) ? content.name : undefined;
    yield [
      listed,
      listed === "variable" ? variableName(resource) : resource,
      typeof name === "string" ? name : undefined,
    ];
  }
}
