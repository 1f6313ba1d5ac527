import { judgeCondition } from "../../catalogue/condition.js";
import type { PropertyReference } from "../../catalogue/node-type.js";
import { isPlaceholder } from "../../catalogue/placeholder.js";
import type { Place } from "../../diagnostics/diagnostic.js";
import { nearestName } from "../../diagnostics/suggest.js";
import { resourceIdIn, resourceNameIn } from "../../model/bind-resources.js";
import { propertiesByName } from "../../model/known-properties.js";
import type { Journey, JourneyNode, ResourceKind, Setting } from "../../model/model.js";
import { allNodes, meansId, themeIn } from "../../model/used-resources.js";
import type { Json } from "../../text/json.js";
import { textsIn } from "../../text/texts-in.js";
import { nodeLabel } from "../describe-node.js";
import type { JourneyFacts } from "../journey-facts.js";
import { markedProperties } from "../marked-properties.js";
import { propertyValues } from "../node-behaviour.js";
import { journeyRule } from "../rule.js";

/** What a property may name, and the theme in the stage of a page. */
type KindOfReference = PropertyReference["kind"] | "theme";

/** A kind of dependency of which an export contains either all or none. */
interface Brought {
  readonly word: string;
  readonly ids: ReadonlySet<string>;
}

/**
 * Reports dependencies that the nodes of an export use and the export lacks, but only where it contains others of the
 * same kind: one without any was made without dependencies. The tenant may have the missing one, so a finding may be
 * harmless.
 */
export const missingReference = journeyRule("missing-reference", "may-overreport", (facts, report) => {
  const { journey } = facts;
  if (journey.scripts.length === 0 && journey.resources.length === 0) return;
  const brought = broughtBy(journey);
  const reported = new Set<string>();
  for (const node of allNodes(facts.reachedNodes)) {
    for (const { kind, ids, setting } of referencesOf(node)) {
      const container = brought[kind];
      if (container === undefined || container.ids.size === 0) continue;
      const missing = ids.filter((id) => !container.ids.has(id) && !reported.has(`${kind} ${id}`));
      for (const id of missing) reported.add(`${kind} ${id}`);
      // A default stands there because the author's property is misspelt.
      if (missing.length === 0 || (!setting.explicit && hasUnknownProperty(node))) continue;
      const args = { node: nodeLabel(node), kind: container.word, ids: missing, what: "Node" } as const;
      const [only = ""] = missing;
      const near = missing.length === 1 ? meantBy(only, kind, container, facts) : undefined;
      // Of all entities of a realm, an export has some.
      if (kind === "saml2Entity" && near === undefined) continue;
      const help = /[\n;]/.test(only) ? inAFile : near === undefined ? undefined : `Did you mean "${near}"?`;
      // The binder tells what a declaration that nothing uses is meant for.
      const restsOn = [setting.place, ...missing.flatMap((id) => declarationsHolding(kind, id, journey))];
      report({ at: setting.place, args, restsOn, ...(help === undefined ? {} : { help }) });
    }
  }
  for (const script of journey.scripts) {
    const missing = missingOf(brought.emailTemplate, templatesSentBy(script.body));
    if (missing.length === 0) continue;
    report({ at: script.place, args: { node: script.title, kind: "e-mail template", ids: missing, what: "Script" } });
  }
  const variables = new Set(
    journey.resources.flatMap(({ kind, id }) => (kind === "variable" ? [variableName(id)] : [])),
  );
  if (variables.size === 0) return;
  for (const node of allNodes(facts.reachedNodes)) {
    const { secret } = markedProperties(node);
    for (const [name, setting] of node.properties) {
      // Secrets are no part of an export.
      if (secret.has(name) || /secret|password|key|token/i.test(name)) continue;
      const missing = variablesIn(setting.value).filter(
        (id) => !variables.has(id) && !/secret|password|key|token/.test(id),
      );
      const fresh = missing.filter((id) => !reported.has(`variable ${id}`));
      for (const id of fresh) reported.add(`variable ${id}`);
      if (fresh.length === 0) continue;
      report({ at: setting.place, args: { node: nodeLabel(node), kind: "variable", ids: fresh, what: "Node" } });
    }
  }
});

/** The thing of a kind that a name most likely means: called so, written nearly so, or the only one that nothing uses. */
function meantBy(name: string, kind: KindOfReference, container: Brought, { journey, nodes }: JourneyFacts) {
  const called = journey.resources.find(
    (resource) => kind === "theme" && resource.kind === "theme" && resourceNameIn(resource.content) === name,
  );
  return (
    called?.id ??
    [...container.ids].find((id) => meansId(name, id)) ??
    nearestName(name, container.ids) ??
    onlyUnused(container, kind, nodes)
  );
}

/** The lines that declare a resource of which the file has this id, under another one or as another kind. */
function declarationsHolding(kind: string, id: string, { resources }: Journey): readonly Place[] {
  return resources.flatMap(({ kind: ownKind, id: ownId, content, place }) => {
    const isThis = ownId === id && ownKind === kind;
    if (isThis || place.pointer !== undefined || resourceIdIn(content) !== id) return [];
    const { source } = place;
    const { line } = source.positionAt(place.range.start);
    return [{ source, range: { start: source.lineStart(line), end: source.lineStart(line + 1) } }];
  });
}

/** A script that is written where its name belongs. */
const inAFile = 'A script stands in a file: declare it with `script Name { file: "path" }`, and write its name.';

/** The one thing of a kind that the journey brings along and no node names: a name that is like none most likely means it. */
function onlyUnused({ ids }: Brought, kind: KindOfReference, nodes: readonly JourneyNode[]): string | undefined {
  if (kind === "script") return undefined;
  const used = new Set(
    nodes.flatMap((node) =>
      [...referencesOf(node)].flatMap((reference) => (reference.kind === kind ? reference.ids : [])),
    ),
  );
  const [only, second] = [...ids].filter((id) => !used.has(id));
  return second === undefined ? only : undefined;
}

function hasUnknownProperty({ type, version, properties }: JourneyNode): boolean {
  const known = propertiesByName(type, version);
  return known !== undefined && [...properties].some(([name, { explicit }]) => explicit && !known.has(name));
}

function missingOf(container: Brought | undefined, ids: readonly string[]): readonly string[] {
  return container === undefined || container.ids.size === 0 ? [] : ids.filter((id) => !container.ids.has(id));
}

/** The e-mail templates that a script sends by a name that stands in it. */
function templatesSentBy(body: string): readonly string[] {
  if (!body.includes("sendTemplate")) return [];
  return [
    ...new Set([...body.matchAll(/\btemplateName["']?\s*:\s*(["'])([^"'\n]+)\1/g)].map(([, , name = ""]) => name)),
  ];
}

function variablesIn(value: Json): readonly string[] {
  const texts = textsIn(value).flatMap((text) => [...text.matchAll(/&\{(esv\.[\w.]+)\}/g)]);
  return [...new Set(texts.map(([, name = ""]) => variableName(name)))];
}

/** The name of a variable as the console shows it. */
function variableName(name: string): string {
  return name.replaceAll(".", "-");
}

function broughtBy(journey: Journey): { readonly [Kind in KindOfReference]?: Brought } {
  return {
    script: { word: "script", ids: new Set(journey.scripts.map((script) => script.id)) },
    emailTemplate: { word: "e-mail template", ids: resourceIds(journey, "emailTemplate") },
    theme: { word: "theme", ids: resourceIds(journey, "theme") },
    saml2Entity: { word: "SAML 2.0 entity", ids: resourceIds(journey, "saml2Entity") },
    socialProvider: { word: "social provider", ids: resourceIds(journey, "socialIdentityProvider") },
  };
}

function resourceIds(journey: Journey, kind: ResourceKind): ReadonlySet<string> {
  return new Set(journey.resources.filter((resource) => resource.kind === kind).map((resource) => resource.id));
}

function* referencesOf(
  node: JourneyNode,
): Iterable<{ readonly kind: KindOfReference; readonly ids: readonly string[]; readonly setting: Setting }> {
  for (const { name, reference } of markedProperties(node).references) {
    const setting = node.properties.get(name);
    if (reference === undefined || setting === undefined) continue;
    // The alias of a hosted provider is no id.
    if (reference.kind === "saml2Entity" && reference.role !== "remoteIdP") continue;
    if (reference.when !== undefined && judgeCondition(reference.when, propertyValues(node)) !== "yes") continue;
    const values: readonly Json[] = Array.isArray(setting.value) ? setting.value : [setting.value];
    const ids = values.filter((id) => typeof id === "string" && id !== "" && id !== "[Empty]" && !isPlaceholder(id));
    yield { kind: reference.kind, ids: ids as readonly string[], setting };
  }
  const stage = node.properties.get("stage");
  const theme = stage === undefined ? undefined : themeIn(stage.value);
  if (stage !== undefined && theme !== undefined) yield { kind: "theme", ids: [theme], setting: stage };
}
