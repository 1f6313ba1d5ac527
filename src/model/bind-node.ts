import type { NodeType } from "../catalogue/node-type.js";
import { type ChildOutcomes, deriveOutcomes, isAlsoSeenOutcome } from "../catalogue/outcomes.js";
import { problemDiagnostic } from "../catalogue/problem-diagnostic.js";
import { validateProperties } from "../catalogue/validate.js";
import type { Edge, Property } from "../syntax/ast.js";
import { isJsonObject, type Json } from "../text/json.js";
import { bindEdges, type EdgeOwner } from "./bind-edges.js";
import { bindProperties, type GivenProperties, type PropertyOwner } from "./bind-properties.js";
import { bindText } from "./bind-value.js";
import { displayNameOf } from "./display-name.js";
import { fixedOutcomes } from "./fixed-outcomes.js";
import { defaultOf, demandedProperties, propertiesByName } from "./known-properties.js";
import type { JourneyNode, NodeOutcome, Setting } from "./model.js";
import type { NodeDraft } from "./node-table.js";
import { lookUpNodeType, type ResolvedType, resolveNodeType } from "./node-types.js";
import { type JourneyScope, placeIn } from "./scope.js";

/** Binds one node: its type, settings, outcomes and arrows, and a page's inner nodes. */
export function bindNode(draft: NodeDraft, page: string | undefined, scope: JourneyScope): JourneyNode {
  const { declaration } = draft;
  const type = resolveNodeType(declaration, scope);
  const owner: PropertyOwner = { name: draft.name, type: type.type, version: type.version };
  const { properties: written, edges } = partsOf(draft);
  const given = bindProperties(written, owner, scope);
  const values = valuesOf(given.settings);
  const properties = withDefaults(given, owner, draft, scope);
  const children: JourneyNode[] = [];
  for (const child of draft.children.values()) children.push(bindNode(child, draft.name, scope));
  reportMissing(given, owner, draft, scope);
  reportWrongValues(properties, values, owner, scope);
  const outcomes = outcomesOf(type, given, properties, children, scope);
  const connections = page === undefined ? bindEdges(edges, edgeOwner(draft.name, type, outcomes), scope) : [];
  if (page !== undefined) reportInnerNode(draft, type, edges, scope);
  return {
    name: draft.name,
    id: draft.id,
    displayName: declaration.title === undefined ? displayNameOf(draft.name) : bindText(declaration.title, scope),
    typeId: type.id,
    version: type.version,
    type: type.type,
    properties,
    bodyOverrides: given.overrides,
    outcomes: outcomes.outcomes,
    outcomesKnown: outcomes.known,
    connections,
    children,
    page,
    coordinates: draft.coordinates,
    place: placeIn(scope, declaration.range),
    namePlace: placeIn(scope, draft.nameToken.range),
    typePlace: placeIn(scope, type.range ?? draft.nameToken.range),
  };
}

function partsOf(draft: NodeDraft): { readonly properties: readonly Property[]; readonly edges: readonly Edge[] } {
  const properties: Property[] = [];
  const edges: Edge[] = [];
  for (const member of draft.declaration.members) {
    if (member.kind === "property") properties.push(member);
    else if (member.kind === "edge") edges.push(member);
  }
  return { properties, edges };
}

/** Adds the catalogue's defaults and reports what is demanded and has none. */
function withDefaults(
  given: GivenProperties,
  owner: PropertyOwner,
  draft: NodeDraft,
  scope: JourneyScope,
): ReadonlyMap<string, Setting> {
  const known = propertiesByName(owner.type, owner.version);
  if (known === undefined) return given.settings;
  const properties = given.settings;
  const place = placeIn(scope, draft.nameToken.range);
  const isPage = draft.declaration.kind === "page";
  for (const property of scope.exportOptions.defaults ? known.values() : []) {
    const { name } = property;
    if (properties.has(name) || given.left.has(name) || (isPage && name === "nodes")) continue;
    const value = defaultOf(property, scope.identityResource);
    if (value !== undefined) properties.set(name, { value, explicit: false, place });
  }
  return properties;
}

function reportMissing(given: GivenProperties, owner: PropertyOwner, draft: NodeDraft, scope: JourneyScope): void {
  for (const property of demandedProperties(owner.type, owner.version)) {
    if (given.settings.has(property) || given.left.has(property)) continue;
    if (scope.hasSyntaxErrorIn(draft.declaration.range)) return;
    scope.reporter.report("missing-property", placeIn(scope, draft.nameToken.range), { node: owner.name, property });
  }
}

/** Judges the values that the author wrote: defaults are right by themselves. */
function reportWrongValues(
  properties: ReadonlyMap<string, Setting>,
  written: ReadonlyMap<string, Json>,
  owner: PropertyOwner,
  scope: JourneyScope,
): void {
  if (owner.type === undefined || written.size === 0) return;
  for (const problem of validateProperties(owner.type, owner.version, written)) {
    const setting = properties.get(problem.property);
    if (setting === undefined || scope.unsound.has(setting)) continue;
    scope.reporter.add(problemDiagnostic(problem, setting.inner?.get(problem.pointer) ?? setting.place));
  }
}

function valuesOf(settings: ReadonlyMap<string, Setting>): ReadonlyMap<string, Json> {
  const values = new Map<string, Json>();
  settings.forEach((setting, key) => {
    values.set(key, setting.value);
  });
  return values;
}

interface DerivedOutcomes {
  readonly outcomes: readonly NodeOutcome[];
  readonly known: boolean;
}

function outcomesOf(
  type: ResolvedType,
  given: GivenProperties,
  properties: ReadonlyMap<string, Setting>,
  children: readonly JourneyNode[],
  scope: JourneyScope,
): DerivedOutcomes {
  const override = given.overrides.get("_outcomes");
  if (override !== undefined) return { outcomes: writtenOutcomes(override.value), known: true };
  if (type.type === undefined) return { outcomes: [], known: false };
  const fixed = fixedOutcomes(type.type, type.version);
  if (fixed !== undefined) return fixed;
  const inner = children.map(childOutcomes);
  return deriveOutcomes(type.type, type.version, valuesOf(properties), inner, (name) => lookUpNodeType(name, scope));
}

function childOutcomes(child: JourneyNode): ChildOutcomes {
  const { id, name, outcomes } = child;
  return { id, name, standalone: child.type?.allowedInPage === "standalone", outcomes, known: child.outcomesKnown };
}

/** The outcomes of a node whose author gives `_outcomes`. */
function writtenOutcomes(value: Json): readonly NodeOutcome[] {
  if (!Array.isArray(value)) return [];
  const outcomes: NodeOutcome[] = [];
  for (const item of value as readonly Json[]) {
    if (!isJsonObject(item) || typeof item.id !== "string") continue;
    const displayName = typeof item.displayName === "string" ? item.displayName : item.id;
    outcomes.push({ id: item.id, displayName, outcome: item.id, child: undefined });
  }
  return outcomes;
}

function edgeOwner(name: string, resolved: ResolvedType, derived: DerivedOutcomes): EdgeOwner {
  const { type, version } = resolved;
  return {
    name,
    outcomes: derived.outcomes,
    outcomesKnown: derived.known,
    isAlsoSeen: (outcomeId) => type !== undefined && isAlsoSeenOutcome(type, version, outcomeId),
  };
}

function reportInnerNode(draft: NodeDraft, type: ResolvedType, edges: readonly Edge[], scope: JourneyScope): void {
  for (const edge of edges) {
    scope.reporter.report("edge-in-inner-node", placeIn(scope, edge.range), { node: draft.name });
  }
  if (isRefusedInPage(type.type)) {
    const place = placeIn(scope, type.range ?? draft.nameToken.range);
    scope.reporter.report("misplaced-page", place, { node: type.id });
  }
}

const refusedInPages: ReadonlySet<string> = new Set(["PageNode", "InnerTreeEvaluatorNode"]);

/** The two types that the platform's own check refuses; other doubtful ones are for the rules. */
function isRefusedInPage(type: NodeType | undefined): boolean {
  return type !== undefined && refusedInPages.has(type.id);
}
