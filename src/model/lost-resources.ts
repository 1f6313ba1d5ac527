import type { Place } from "../diagnostics/diagnostic.js";
import { meantByNames } from "./meant-resource.js";
import type { Journey, Resource, ResourceKind, Script } from "./model.js";
import { isSecretName, settingReferences, templatesSentBy, variableName, variablesIn } from "./resource-references.js";
import type { FileScope } from "./scope.js";
import { placeInScript } from "./script-place.js";
import { allNodes } from "./used-resources.js";

const words = {
  emailTemplate: "e-mail template",
  theme: "theme",
  saml2Entity: "SAML 2.0 entity",
  socialIdentityProvider: "social provider",
  variable: "variable",
} as const;

type NamedKind = keyof typeof words;

const kindOfReference: { readonly [kind: string]: NamedKind } = {
  emailTemplate: "emailTemplate",
  theme: "theme",
  saml2Entity: "saml2Entity",
  socialProvider: "socialIdentityProvider",
};

/** Something in a journey that names a resource. */
export interface ResourceUse {
  readonly kind: ResourceKind;
  readonly id: string;
  readonly place: Place;
  readonly what: "Node" | "Script" | "Journey";
  readonly by: string;
}

/**
 * Reports names of resources that the file does not declare, where one that nothing uses is most likely meant; answers those. What is like
 * none of them may be on the tenant.
 */
export function reportLostResources(
  scope: FileScope,
  uses: readonly ResourceUse[],
  unused: readonly Resource[],
): ReadonlySet<Resource> {
  const { reporter } = scope;
  const told = new Set<Resource>();
  for (const kind of Object.keys(words) as NamedKind[]) {
    const candidates = unused.filter((resource) => resource.kind === kind);
    if (candidates.length === 0) continue;
    const declared = new Set(scope.resources.flatMap((resource) => (resource.kind === kind ? [resource.id] : [])));
    const lost = uses.filter(
      (use) => use.kind === kind && !declared.has(use.id) && !(kind === "variable" && isSecretName(use.id)),
    );
    const names = lost.map(({ id }) => id);
    const asReferenced = kind === "socialIdentityProvider" ? "socialProvider" : kind;
    const meant = meantByNames(asReferenced, names, candidates, candidates, (name, ids) => reporter.nearest(name, ids));
    for (const { id, place, what, by } of lost) {
      const resource = meant.get(id);
      if (resource === undefined) continue;
      told.add(resource);
      const related = [{ place: resource.place, message: "It is declared here" }];
      const help = `Did you mean ${asNamed(resource, what)}?`;
      reporter.report("missing-reference", place, { what, node: by, kind: words[kind], ids: [id] }, { help, related });
    }
  }
  return told;
}

/** A resource as what names it is to name it. */
function asNamed({ kind, id }: Resource, what: ResourceUse["what"]): string {
  if (kind !== "variable") return `"${id}"`;
  const dotted = id.replaceAll("-", ".");
  return what === "Script" ? `\`"${dotted}"\`` : `\`&{${dotted}}\``;
}

/** What the journeys of a file name by an id, each place once. */
export function resourceUsesOf(journeys: readonly Journey[]): readonly ResourceUse[] {
  const scripts = new Set<Script>();
  const uses: ResourceUse[] = [];
  for (const { name, nodes, settings, scripts: own } of journeys) {
    for (const node of allNodes(nodes)) {
      const by = node.page === undefined ? node.name : `${node.page}.${node.name}`;
      for (const { kind, ids, setting } of settingReferences(node)) {
        const ownKind = setting.explicit ? kindOfReference[kind] : undefined;
        if (ownKind === undefined) continue;
        for (const id of ids) uses.push({ kind: ownKind, id, place: setting.place, what: "Node", by });
      }
      for (const { value, place } of node.properties.values())
        for (const id of variablesIn(value)) uses.push({ kind: "variable", id, place, what: "Node", by });
    }
    for (const { value, place } of settings.values())
      for (const id of variablesIn(value)) uses.push({ kind: "variable", id, place, what: "Journey", by: name });
    for (const script of own) scripts.add(script);
  }
  for (const script of scripts) uses.push(...usesOfScript(script));
  return uses;
}

/** The variables that a script has in quotes, as it asks for them, and the templates that it sends. */
function* usesOfScript(script: Script): Iterable<ResourceUse> {
  const { body, title } = script;
  const of = (kind: NamedKind, id: string, offset: number): ResourceUse => ({
    kind,
    id,
    place: placeInScript(script, offset).at,
    what: "Script",
    by: title,
  });
  for (const { 1: name = "", index } of body.matchAll(/(?<=["'`])(esv\.[\w.-]+)(?=["'`])/g))
    yield of("variable", variableName(name), index);
  for (const id of templatesSentBy(body)) yield of("emailTemplate", id, body.indexOf(id));
}
