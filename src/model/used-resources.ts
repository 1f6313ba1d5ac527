import { meansVariable, namesInEnvironment } from "../rhino/instead-of-missing.js";
import { isJsonObject, type Json } from "../text/json.js";
import { textsIn } from "../text/texts-in.js";
import { knownVersion } from "./known-properties.js";
import type { Journey, JourneyNode, Resource, ResourceKind, Script } from "./model.js";
import { resourceIdIn } from "./resource-content.js";
import { themeIn } from "./theme-of-stage.js";

/** The parts of a journey in which it may name resources. */
export type NamingParts = Pick<Journey, "id" | "nodes" | "scripts" | "settings" | "categories" | "raw">;

/**
 * The resources of a file that a journey uses. A journey uses a node type if a node has it; an e-mail template, theme,
 * provider or entity if a text in a node's properties is its id, or the id in its file (or, for a theme, contains it, as page stages do); a theme
 * also if the theme names the journey; a circle of trust if it uses one of its entities; a variable if a text of the journey, a script or
 * another resource that it uses has its placeholder. A node that may offer every social provider uses all of them.
 */
export function usedResources(candidates: readonly Resource[], journey: NamingParts): readonly Resource[] {
  if (candidates.length === 0) return [];
  const uses = new Uses();
  uses.addPlaceholders(journey.id);
  for (const node of allNodes(journey.nodes)) uses.addNode(node);
  for (const script of journey.scripts) uses.addScript(script);
  for (const { value } of journey.settings.values()) uses.addPlaceholders(value);
  uses.addPlaceholders(journey.categories?.value ?? null);
  uses.addPlaceholders(journey.raw ?? null);
  const isUsed = (resource: Resource) => uses.uses(resource) || isThemeOf(resource, journey.id);
  for (const resource of candidates.filter(isUsed)) uses.addPlaceholders(resource.content);
  const used = candidates.filter(isUsed);
  const entities = used.filter((resource) => resource.kind === "saml2Entity").map((resource) => resource.id);
  return candidates.filter(
    (resource) =>
      used.includes(resource) ||
      (resource.kind === "circleOfTrust" &&
        entities.some((entity) => textsIn(resource.content).some((text) => text.includes(entity)))),
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
  readonly #environment: string[] = [];
  #allProviders = false;

  addNode(node: JourneyNode): void {
    this.#types.add(node.typeId);
    this.addPlaceholders(node.displayName);
    for (const [name, setting] of node.properties) {
      for (const text of textsIn(setting.value)) this.#addText(text);
      if (name === "stage" && typeof setting.value === "string") this.#stages.push(setting.value);
    }
    for (const property of knownVersion(node.type, node.version).references) {
      if (property.reference?.kind !== "socialProvider") continue;
      const value = node.properties.get(property.name)?.value;
      if (value === undefined || (Array.isArray(value) && value.length === 0)) this.#allProviders = true;
    }
  }

  addScript({ title, body, properties }: Script): void {
    this.addPlaceholders(title);
    this.#addText(body);
    for (const { value } of properties.values()) this.addPlaceholders(value);
    this.#scripts.push(body);
    // That this is not how a script asks for a variable is told in the script.
    this.#environment.push(...namesInEnvironment(body));
  }

  #addText(text: string): void {
    this.#texts.add(text);
    this.#plainIds.add(plainIdIn(text));
    this.addPlaceholders(text);
  }

  addPlaceholders(value: Json): void {
    for (const text of textsIn(value)) {
      for (const match of text.matchAll(/&\{([^}|]+)/g)) this.#placeholders.add((match[1] ?? "").replaceAll(".", "-"));
      for (const match of text.matchAll(/\besv[.-][\w.-]+/g)) this.#placeholders.add(match[0].replaceAll(".", "-"));
    }
  }

  /** Whether a text is an id, or the id as a file or another configuration has it. */
  #names(id: string): boolean {
    const plain = plainId(id);
    return this.#texts.has(id) || (plain !== "" && this.#plainIds.has(plain));
  }

  uses(resource: Resource): boolean {
    // A file that holds what is named is used, whatever it is declared as: that is reported.
    const held = resource.kind === "nodeType" ? undefined : resourceIdIn(resource.content);
    return this.#usesAs(resource, resource.id) || (held !== undefined && this.#usesAs(resource, held));
  }

  #usesAs({ kind }: Resource, id: string): boolean {
    switch (kind) {
      case "nodeType":
        return [...this.#types].some((type) => type === id || id.startsWith(`${type.replace(/^designer-/, "")}-`));
      case "theme":
        return this.#texts.has(id) || this.#stages.some((stage) => namesTheme(stage, id));
      case "variable":
        return (
          this.#placeholders.has(id.replaceAll(".", "-")) || this.#environment.some((each) => meansVariable(each, id))
        );
      case "socialIdentityProvider":
        return this.#allProviders || this.#texts.has(id);
      case "emailTemplate":
        return this.#names(id) || this.#scripts.some((body) => namesTemplate(body, id));
      case "saml2Entity":
        return this.#texts.has(id);
      case "circleOfTrust":
        return false;
    }
  }
}

function namesTheme(stage: string, id: string): boolean {
  const theme = themeIn(stage);
  return theme === undefined ? stage.includes(id) : theme === id;
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
