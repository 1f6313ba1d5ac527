import type { Place } from "../diagnostics/diagnostic.js";
import { resourceNameIn } from "./bind-resources.js";
import { propertiesByName } from "./known-properties.js";
import type { Journey, JourneyNode, Resource } from "./model.js";
import type { FileScope } from "./scope.js";
import { allNodes, meansId, themeIn } from "./used-resources.js";

const words = { emailTemplate: "e-mail template", theme: "theme", saml2Entity: "SAML 2.0 entity" } as const;

type NamedKind = keyof typeof words;

interface Use {
  readonly kind: NamedKind;
  readonly id: string;
  readonly place: Place;
}

/**
 * Reports names of resources that the file does not declare, where one that nothing uses is most likely meant; answers those. What is like
 * none of them may be on the tenant.
 */
export function reportLostResources(
  scope: FileScope,
  journeys: readonly Journey[],
  unused: readonly Resource[],
): ReadonlySet<Resource> {
  const meant = new Set<Resource>();
  const kinds = Object.keys(words) as NamedKind[];
  const candidates = new Map(kinds.map((kind) => [kind, unused.filter((resource) => resource.kind === kind)]));
  if (kinds.every((kind) => candidates.get(kind)?.length === 0)) return meant;
  const declared = new Set(scope.resources.map(({ kind, id }) => `${kind} ${id}`));
  for (const node of journeys.flatMap(({ nodes }) => allNodes(nodes))) {
    for (const { kind, id, place } of usesOf(node)) {
      if (declared.has(`${kind} ${id}`)) continue;
      const resource = meantBy(id, kind, candidates.get(kind) ?? [], scope);
      if (resource === undefined) continue;
      meant.add(resource);
      const args = { what: "Node", node: node.name, kind: words[kind], ids: [id] } as const;
      const related = [{ place: resource.place, message: "It is declared here" }];
      const help = `Did you mean "${resource.id}"?`;
      scope.reporter.report("missing-reference", place, args, { help, related });
    }
  }
  return meant;
}

function* usesOf({ type, version, properties }: JourneyNode): Iterable<Use> {
  const stage = properties.get("stage");
  const theme = stage === undefined ? undefined : themeIn(stage.value);
  if (stage !== undefined && theme !== undefined) yield { kind: "theme", id: theme, place: stage.place };
  for (const { name, reference } of propertiesByName(type, version)?.values() ?? []) {
    const setting = properties.get(name);
    if (reference === undefined || setting?.explicit !== true || typeof setting.value !== "string") continue;
    if (setting.value === "" || setting.value.includes("&{")) continue;
    const isEntity = reference.kind === "saml2Entity" && reference.role === "remoteIdP";
    if (reference.kind === "emailTemplate" || isEntity)
      yield { kind: isEntity ? "saml2Entity" : "emailTemplate", id: setting.value, place: setting.place };
  }
}

/** The resource of a kind that a name means: called so, written nearly so, or the only one. */
function meantBy(name: string, kind: NamedKind, own: readonly Resource[], { reporter }: FileScope) {
  const ids = own.map(({ id }) => id);
  const near = ids.find((id) => meansId(name, id)) ?? reporter.nearest(name, ids);
  const [only, second] = own;
  return (
    own.find(({ id, content }) => id === near || resourceNameIn(content) === name) ??
    (second === undefined && kind !== "saml2Entity" ? only : undefined)
  );
}
