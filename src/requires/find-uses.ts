import { shortTypeName } from "../catalogue/catalogue.js";
import type { Journey, Model, ResourceKind } from "../model/model.js";
import { variableName } from "../model/resource-references.js";
import { isJsonObject } from "../text/json.js";
import { findRequirements } from "./find-requirements.js";
import { type Requirement, type RequirementKind, type RequirementUse, requirementKinds } from "./requirement.js";

/** Something of a tenant, with all places of the journeys that use it. */
export interface Used {
  readonly kind: RequirementKind;
  readonly id: string;
  readonly title: string | undefined;
  /** What texts call it. */
  readonly aliases: readonly string[];
  readonly uses: readonly RequirementUse[];
}

/**
 * Everything that journeys use or bring, by kind and id: what they require, and the journeys, scripts and resources that are here but
 * that nothing uses.
 */
export function findUses(model: Model): readonly Used[] {
  const found = new Map<string, Used>();
  const add = (used: Used) => {
    const key = `${used.kind} ${used.id}`;
    if (!found.has(key)) found.set(key, used);
  };
  for (const requirement of findRequirements(model, { optional: true })) add(named(requirement, model));
  for (const journey of model.journeys) {
    for (const [kind, id, title] of broughtBy(journey)) add(named({ kind, id, title, uses: [] }, model));
  }
  const rank = (kind: RequirementKind) => requirementKinds.indexOf(kind);
  return [...found.values()].sort((a, b) => rank(a.kind) - rank(b.kind) || (a.id < b.id ? -1 : 1));
}

/** Those with a name: an id, a title, what a text calls it, or a variable in any of its spellings. A script is also meant where another one requires it. */
export function usesOf(name: string, all: readonly Used[]): readonly Used[] {
  const variable = variableName(name.replace(/^&\{(.*)\}$/, "$1").replace(/\|.*$/, ""));
  const isNamed = ({ id, title, aliases }: Used) => id === name || title === name || aliases.includes(name);
  const scripts = all.filter((used) => used.kind === "script" && isNamed(used));
  const titles = new Set(scripts.map(({ title }) => title));
  return all.filter((used) => {
    if (used.kind === "variable") return used.id === variable;
    return isNamed(used) || (used.kind === "libraryScript" && titles.has(used.id));
  });
}

function named(
  { kind, id, title, uses }: Pick<Requirement, "kind" | "id" | "title" | "uses">,
  { journeys }: Model,
): Used {
  if (kind === "nodeType") return { kind, id, title, aliases: [shortTypeName(id)], uses };
  if (kind !== "script") return { kind, id, title, aliases: [], uses };
  const scripts = journeys.flatMap(({ scripts }) => scripts).filter((each) => each.id === id);
  return { kind, id, title: title ?? scripts[0]?.title, aliases: scripts.map(({ name }) => name), uses };
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
