import type { Journey, Model, ResourceKind } from "../model/model.js";
import { entityIdIn } from "../model/resource-content.js";
import { isJsonObject } from "../text/json.js";
import { type Requirement, type RequirementKind, type RequirementUse, requirementKinds } from "./requirement.js";

interface Draft {
  readonly kind: RequirementKind;
  readonly id: string;
  title: string | undefined;
  provided: boolean;
  readonly journeys: Set<string>;
  readonly uses: RequirementUse[];
}

/** Collects requirements, each once, with all its uses. */
export class RequirementList {
  readonly #drafts = new Map<string, Draft>();
  readonly #journeyIds: ReadonlySet<string>;

  /** Whether that is wanted too which no tenant lacks or no journey needs: node types of the platform, variables that have a fallback. */
  readonly optional: boolean;

  constructor(model: Model, optional: boolean) {
    this.optional = optional;
    this.#journeyIds = new Set(model.journeys.map((journey) => journey.id));
  }

  /** Adds a use. A requirement counts as provided only if each journey that needs it brings it or comes with it. */
  add(kind: RequirementKind, id: string, journey: Journey, use: Omit<RequirementUse, "journey">, title?: string): void {
    const key = `${kind} ${id}`;
    const provided = this.#isProvided(kind, id, journey);
    const found = this.#drafts.get(key);
    const draft = found ?? { kind, id, title, provided, journeys: new Set(), uses: [] };
    if (found === undefined) this.#drafts.set(key, draft);
    draft.provided &&= provided;
    draft.title ??= title ?? titleOf(kind, id, journey);
    draft.journeys.add(journey.id);
    draft.uses.push({ journey: journey.id, ...use });
  }

  /** The requirements by kind, and then by id. */
  sorted(): readonly Requirement[] {
    const rank = new Map(requirementKinds.map((kind, index) => [kind, index]));
    return [...this.#drafts.values()]
      .sort((a, b) => (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0) || (a.id < b.id ? -1 : 1))
      .map((draft) => ({ ...draft, journeys: [...draft.journeys].sort() }));
  }

  #isProvided(kind: RequirementKind, id: string, journey: Journey): boolean {
    switch (kind) {
      case "journey":
        return this.#journeyIds.has(id);
      case "script":
        return journey.scripts.some((script) => script.id === id);
      case "libraryScript":
        return journey.scripts.some((script) => script.title === id);
      case "nodeType":
        return hasNodeType(journey, id);
      default:
        return hasResource(journey, resourceKinds[kind], id);
    }
  }
}

const resourceKinds: { readonly [Kind in RequirementKind]?: ResourceKind } = {
  variable: "variable",
  emailTemplate: "emailTemplate",
  theme: "theme",
  socialProvider: "socialIdentityProvider",
  saml2Entity: "saml2Entity",
};

function hasResource(journey: Journey, kind: ResourceKind | undefined, id: string): boolean {
  return journey.resources.some((resource) => {
    if (resource.kind !== kind) return false;
    if (kind === "saml2Entity") return resource.id === id || entityIdIn(resource.content) === id;
    return resource.id === id || resource.id.replaceAll(".", "-") === id;
  });
}

/** Whether a journey brings a definition of the Node Designer; its id contains the type's service name. */
function hasNodeType(journey: Journey, typeId: string): boolean {
  const service = typeId.replace(/^designer-/, "");
  return journey.resources.some(
    ({ kind, id }) => kind === "nodeType" && (id === typeId || id === service || id.startsWith(`${service}-`)),
  );
}

function titleOf(kind: RequirementKind, id: string, journey: Journey): string | undefined {
  if (kind === "script") return journey.scripts.find((script) => script.id === id)?.title;
  const theme =
    kind === "theme" ? journey.resources.find((resource) => resource.kind === kind && resource.id === id) : undefined;
  const name = isJsonObject(theme?.content) ? theme.content.name : undefined;
  return typeof name === "string" ? name : undefined;
}
