import { isJsonObject, type Json } from "../text/json.js";
import { propertiesByName } from "./known-properties.js";
import type { JourneyNode, Resource, ResourceKind, Script } from "./model.js";

/**
 * The resources of a file that a journey uses. A journey uses a node type if a node has it; an e-mail template, theme,
 * provider or entity if a text in a node's properties is its id (or, for a theme, contains it, as page stages do); a theme also if
 * the theme names the journey; a circle of trust if it uses one of its entities; a variable if a property or a script has its
 * placeholder. A node that may offer every social provider uses all of them.
 */
export function usedResources(
  candidates: readonly Resource[],
  journeyId: string,
  nodes: readonly JourneyNode[],
  scripts: readonly Script[],
): readonly Resource[] {
  if (candidates.length === 0) return [];
  const uses = new Uses();
  for (const node of allNodes(nodes)) uses.addNode(node);
  for (const script of scripts) uses.addScript(script.body);
  const used = candidates.filter((resource) => uses.uses(resource) || isThemeOf(resource, journeyId));
  const entities = used.filter((resource) => resource.kind === "saml2Entity").map((resource) => resource.id);
  return candidates.filter(
    (resource) =>
      used.includes(resource) ||
      (resource.kind === "circleOfTrust" &&
        entities.some((entity) => textsOf(resource.content).some((text) => text.includes(entity)))),
  );
}

/** The kinds that a journey has for its own use, and how messages call them. Tools export all entities and providers of a realm. */
const ownKinds: { readonly [Kind in ResourceKind]?: string } = {
  emailTemplate: "E-mail template",
  theme: "Theme",
  variable: "Variable",
};

/** How messages call a resource that is not used; `undefined` for a kind that may be there for others. */
export function wordForUnused({ kind }: Resource): string | undefined {
  return ownKinds[kind];
}

/** Whether a resource is a theme that is linked to a journey: the theme lists its journeys, the journey does not name it. */
export function isThemeOf({ kind, content }: Resource, journeyId: string): boolean {
  const linked = kind === "theme" && isJsonObject(content) ? content.linkedTrees : undefined;
  return Array.isArray(linked) && linked.includes(journeyId);
}

/**
 * The nodes of a journey, including the inner nodes of its pages. The list is not cached: a `WeakMap` would keep every
 * journey of a build in memory until the next full garbage collection.
 */
export function allNodes(nodes: readonly JourneyNode[]): readonly JourneyNode[] {
  if (!nodes.some(hasChildren)) return nodes;
  const all: JourneyNode[] = [];
  for (const node of nodes) all.push(node, ...node.children);
  return all;
}

function hasChildren(node: JourneyNode): boolean {
  return node.children.length > 0;
}

class Uses {
  readonly #types = new Set<string>();
  readonly #texts = new Set<string>();
  readonly #plainIds = new Set<string>();
  readonly #stages: string[] = [];
  readonly #scripts: string[] = [];
  readonly #placeholders = new Set<string>();
  #allProviders = false;

  addNode(node: JourneyNode): void {
    this.#types.add(node.typeId);
    for (const [name, setting] of node.properties) {
      for (const text of textsOf(setting.value)) this.addText(text);
      if (name === "stage" && typeof setting.value === "string") this.#stages.push(setting.value);
    }
    for (const property of propertiesByName(node.type, node.version)?.values() ?? []) {
      if (property.reference?.kind !== "socialProvider") continue;
      const value = node.properties.get(property.name)?.value;
      if (value === undefined || (Array.isArray(value) && value.length === 0)) this.#allProviders = true;
    }
  }

  addText(text: string): void {
    this.#texts.add(text);
    this.#plainIds.add(plainIdIn(text));
    for (const match of text.matchAll(/&\{([^}|]+)/g)) this.#placeholders.add((match[1] ?? "").replaceAll(".", "-"));
    for (const match of text.matchAll(/\besv[.-][\w.-]+/g)) this.#placeholders.add(match[0].replaceAll(".", "-"));
  }

  addScript(body: string): void {
    this.addText(body);
    this.#scripts.push(body);
  }

  /** Whether a text is an id, or the id as a file or another configuration has it. */
  #names(id: string): boolean {
    const plain = plainId(id);
    return this.#texts.has(id) || (plain !== "" && this.#plainIds.has(plain));
  }

  uses(resource: Resource): boolean {
    switch (resource.kind) {
      case "nodeType":
        return [...this.#types].some(
          (type) => type === resource.id || resource.id.startsWith(`${type.replace(/^designer-/, "")}-`),
        );
      case "theme":
        return this.#texts.has(resource.id) || this.#stages.some((stage) => stage.includes(resource.id));
      case "variable":
        return this.#placeholders.has(resource.id.replaceAll(".", "-"));
      case "socialIdentityProvider":
        return this.#allProviders || this.#texts.has(resource.id);
      case "emailTemplate":
        return this.#names(resource.id) || this.#scripts.some((body) => namesTemplate(body, resource.id));
      case "saml2Entity":
        return this.#texts.has(resource.id);
      case "circleOfTrust":
        return false;
    }
  }
}

/** The theme that the stage of a page names, in JSON; `undefined` for a stage that is a plain name. */
export function themeIn(stage: Json): string | undefined {
  const [, theme] = typeof stage === "string" ? (/"themeId"\s*:\s*"([^"\\]+)"/.exec(stage) ?? []) : [];
  return theme === undefined || theme.includes("&{") ? undefined : theme;
}

/** Whether a text is an id in another notation: behind a path, with an extension, or in other letters. */
export function meansId(text: string, id: string): boolean {
  return text !== id && plainId(id) !== "" && plainIdIn(text) === plainId(id);
}

/** The id in a text without what notations add to it; empty for a text of several words. */
function plainIdIn(text: string): string {
  return /\s/.test(text) ? "" : plainId(text.slice(text.lastIndexOf("/") + 1).replace(/\.json$/, ""));
}

function plainId(text: string): string {
  return text.toLowerCase().replace(/[-_.]/g, "");
}

/** Whether a script sends an e-mail template: it sends one, and has the name in quotes. */
function namesTemplate(body: string, id: string): boolean {
  return body.includes("sendTemplate") && ["'", '"', "`"].some((mark) => body.includes(mark + id + mark));
}

/** All texts inside a value, in any order. */
function textsOf(value: Json): readonly string[] {
  const texts: string[] = [];
  const open: Json[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === "string") texts.push(next);
    else if (Array.isArray(next)) for (const item of next) open.push(item);
    else if (isJsonObject(next)) for (const key of Object.keys(next)) open.push(next[key] as Json);
  }
  return texts;
}
