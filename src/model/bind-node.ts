import { versionOf } from "../catalogue/catalogue.js";
import type { NodeProperty, NodeType } from "../catalogue/node-type.js";
import { type ChildOutcomes, type DerivedOutcomes, deriveOutcomes } from "../catalogue/outcomes.js";
import { emptiness } from "../catalogue/problem-diagnostic.js";
import type { Place } from "../diagnostics/diagnostic.js";
import type { Edge, JourneyMember, PageMember } from "../syntax/ast.js";
import { isJsonObject, type Json } from "../text/json.js";
import type { Range } from "../text/range.js";
import { bindEdges } from "./bind-edges.js";
import { bindProperties, type GivenProperties } from "./bind-properties.js";
import { bindText } from "./bind-value.js";
import { displayNameOf } from "./display-name.js";
import { judgeBySchema } from "./judge-by-schema.js";
import { defaultOf } from "./known-properties.js";
import { listedOutcomes } from "./listed-outcomes.js";
import { listsText, placeOfListed } from "./listed-text.js";
import type { JourneyNode } from "./model.js";
import { hasBodiesOfServer } from "./newer-property.js";
import type { NodeDraft } from "./node-table.js";
import { lookUpNodeType, type ResolvedType, resolveNodeType } from "./node-types.js";
import type { ExchangedMap, InnerType } from "./outcome-advice.js";
import { refusedInPages } from "./pages.js";
import { hasProperty } from "./property-owner.js";
import { type JourneyScope, placeIn } from "./scope.js";
import { typeOfNeighbour } from "./type-of-neighbour.js";

const noChildren: readonly JourneyNode[] = [];

/** Binds one node: its type, settings, outcomes and arrows, and the inner nodes of a page. */
export function bindNode(draft: NodeDraft, page: string | undefined, scope: JourneyScope): JourneyNode {
  const { declaration, name } = draft;
  const members: readonly PageMember[] = declaration.members;
  const named = resolveNodeType(declaration, scope);
  const resolved = typeOfNeighbour(draft, named, page, scope) ?? named;
  const { type, version } = resolved;
  const namePlace = placeIn(scope, draft.nameToken.range);
  const given = bindProperties(draft, resolved, scope);
  reportEmptyDefaults(given, resolved, draft, namePlace, scope);
  addDefaults(given, resolved, namePlace, declaration.kind === "page", scope);
  reportMissing(given, resolved, draft, namePlace, scope);
  if (type !== undefined)
    judgeBySchema(given, type, resolved.version, { name, place: namePlace, range: declaration.range }, scope);
  const children = draft.children.size === 0 ? noChildren : bindChildren(draft, scope);
  const { outcomes, known } = outcomesOf(resolved, given, children, scope);
  const outcomesKnown = known && (!given.isMisspelt || resolved.known.outcomes !== undefined);
  const override = given.overrides.get("_outcomes");
  const settings = { properties: given.settings, children };
  let connections: JourneyNode["connections"] = [];
  if (page === undefined)
    connections = bindEdges(
      members,
      {
        name,
        type,
        version,
        properties: given.settings,
        children,
        outcomes,
        outcomesKnown,
        decidedAt: () => decidingValues(members, resolved),
        lacksList: () => missingList(members, resolved),
        exchangedMap: (names) => exchangedMap(names, given.settings, resolved),
        namePlace,
        innerTypes: () => innerTypes(draft),
        chosenAt: (outcome) => placeOfListed(outcome, settings) ?? externPlace(outcome, declaration, scope),
        isInScript: (text) => isInScript(text, given.settings, scope),
        isChosen: (outcome) =>
          override !== undefined || scope.externTypes.has(resolved.id) || listsText(outcome, settings),
      },
      scope,
    );
  else reportInnerNode(draft, resolved, members, scope);
  return {
    name,
    id: draft.id,
    displayName: declaration.title === undefined ? displayNameOf(name) : bindText(declaration.title, scope),
    typeId: resolved.id,
    version,
    type,
    properties: given.settings,
    ...(given.absent.size > 0 ? { absent: given.absent } : {}),
    bodyOverrides: given.overrides,
    outcomes,
    outcomesKnown,
    connections,
    children,
    page,
    coordinates: draft.coordinates,
    ...(draft.idRange === undefined ? {} : { idPlace: placeIn(scope, draft.idRange) }),
    place: placeIn(scope, declaration.range),
    namePlace,
    typePlace: resolved.range === undefined ? namePlace : placeIn(scope, resolved.range),
  };
}

function innerTypes({ children }: NodeDraft): readonly InnerType[] {
  return [...children.values()].map(({ name, declaration: { kind, ...of } }) => ({
    name,
    type: kind === "node" && "type" in of ? (of.type?.name.text ?? "") : "",
  }));
}

function bindChildren(draft: NodeDraft, scope: JourneyScope): readonly JourneyNode[] {
  const children: JourneyNode[] = [];
  for (const child of draft.children.values()) children.push(bindNode(child, draft.name, scope));
  return children;
}

/** Adds the catalogue's defaults. */
function addDefaults(
  { settings, left }: GivenProperties,
  { known }: ResolvedType,
  place: Place,
  isPage: boolean,
  scope: JourneyScope,
): void {
  if (!scope.exportOptions.defaults) return;
  for (const property of known.defaulted) {
    const { name } = property;
    if (settings.has(name) || left.has(name) || (isPage && name === "nodes")) continue;
    const value = defaultOf(property, scope.identityResource);
    if (value !== undefined) settings.set(name, { value, explicit: false, place });
  }
}

/** Reports required properties that are not set. */
function reportMissing(
  { settings, left }: GivenProperties,
  { known }: ResolvedType,
  draft: NodeDraft,
  place: Place,
  scope: JourneyScope,
): void {
  for (const property of known.demanded) {
    if (settings.has(property) || left.has(property)) continue;
    // `tree -> Inner`: the arrow is reported.
    if (draft.declaration.members.some((member) => member.kind === "edge" && isOutcome(member, property))) continue;
    if (scope.hasSyntaxErrorIn(draft.declaration.range)) return;
    const restsOn = strayPlaces(property, scope);
    scope.reporter.report("missing-property", place, { node: draft.name, property }, { restsOn });
  }
}

/**
 * Reports properties that are left out although their defaults, which are empty, are refused. Of what a server has sent, only what it
 * has sent empty is wrong: an older release may not have had the property.
 */
function reportEmptyDefaults(
  { settings, left }: GivenProperties,
  { known }: ResolvedType,
  { declaration, idRange }: NodeDraft,
  place: Place,
  scope: JourneyScope,
): void {
  const isOfServer = idRange !== undefined && hasBodiesOfServer(scope.exportOptions);
  for (const property of known.emptyByDefault) {
    const { name, default: value } = property;
    if (settings.has(name) || left.has(name) || value === undefined) continue;
    if (!scope.exportOptions.defaults || (isOfServer && value === "")) continue;
    if (scope.hasSyntaxErrorIn(declaration.range)) return;
    const unknown = declaration.members.flatMap((member) =>
      member.kind === "property" && known.properties?.has(member.key.text) === false
        ? [placeIn(scope, member.key.range)]
        : [],
    );
    const restsOn = [...unknown, ...strayPlaces(name, scope)];
    const help = `Write \`${name}: ${sampleOf(property)}\`.`;
    scope.reporter.report(
      "empty-value",
      place,
      { property: name, what: emptiness(value), isLeftOut: true },
      { help, restsOn },
    );
  }
}

function sampleOf({ type, map, localized }: NodeProperty): string {
  if (type === "array") return '["…"]';
  if (type !== "object") return '"…"';
  if (localized === true) return '{ en: "…" }';
  return map === undefined ? "{ … }" : '{ "…": "…" }';
}

/** Where the journey, or a node that has no such property, is given it: most likely it is meant for one that lacks it. */
function strayPlaces(property: string, scope: JourneyScope): readonly Place[] {
  const known = scope.strayPlaces.get(property);
  if (known !== undefined) return known;
  const places = (members: readonly (JourneyMember | PageMember)[]) =>
    members.flatMap((member) =>
      member.kind === "property" && member.key.text === property ? [placeIn(scope, member.key.range)] : [],
    );
  const nodes = [...scope.nodes.byName.values()].flatMap((node) => [node, ...node.children.values()]);
  const found = [
    ...places(scope.members),
    ...nodes.flatMap(({ declaration }) =>
      hasProperty(declaration, property, scope) ? [] : places(declaration.members),
    ),
  ];
  scope.strayPlaces.set(property, found);
  return found;
}

function isOutcome({ outcomes }: Edge, name: string): boolean {
  return outcomes.length === 1 && outcomes[0]?.outcome.text === name;
}

function outcomesOf(
  { type, version, known }: ResolvedType,
  { settings, overrides }: GivenProperties,
  children: readonly JourneyNode[],
  scope: JourneyScope,
): DerivedOutcomes {
  const override = overrides.get("_outcomes");
  const listed = override && listedOutcomes(override.value);
  if (listed !== undefined) return { outcomes: listed, known: true };
  if (type === undefined) return { outcomes: [], known: false };
  if (known.outcomes !== undefined) return known.outcomes;
  const values = new Map<string, Json>();
  for (const [name, { value }] of settings) values.set(name, value);
  return deriveOutcomes(type, version, values, children.map(childOutcomes), (name) => lookUpNodeType(name, scope));
}

/** The rule of the outcomes as JSON, in which the names of the properties that it asks stand in quotes; `undefined` for fixed outcomes. */
function ruleOf({ type, version }: ResolvedType): string | undefined {
  const rule = type && versionOf(type, version)?.outcomes;
  return rule?.kind === "dynamic" ? JSON.stringify(rule.parts) : undefined;
}

/** The values of the properties that the rule of the outcomes asks. */
function decidingValues(members: readonly PageMember[], resolved: ResolvedType): readonly Range[] {
  const rule = ruleOf(resolved);
  if (rule === undefined) return [];
  return members.flatMap((member) =>
    member.kind === "property" && member.value !== undefined && rule.includes(JSON.stringify(member.key.text))
      ? [member.value.range]
      : [],
  );
}

/** The property that lists the outcomes of such a node, where it is not written. */
function missingList(members: readonly PageMember[], resolved: ResolvedType): string | undefined {
  const rule = ruleOf(resolved);
  const name = ["outcomes", "choices"].find((each) => rule?.includes(JSON.stringify(each)));
  const isWritten = members.some((member) => member.kind === "property" && member.key.text === name);
  return isWritten ? undefined : name;
}

/** The map whose keys are to be outcomes, where its values are those of the arrows. */
function exchangedMap(
  outcomes: readonly string[],
  settings: GivenProperties["settings"],
  { type, version }: ResolvedType,
): ExchangedMap | undefined {
  for (const part of (type && versionOf(type, version)?.outcomes.parts) ?? []) {
    const setting = "eachKey" in part ? settings.get(part.eachKey) : undefined;
    if (setting === undefined || !("eachKey" in part) || !isJsonObject(setting.value)) continue;
    const entries = Object.entries(setting.value).map(([key, value]): [Json, string] => [value, key]);
    const values = new Set(entries.map(([value]) => value));
    if (values.size !== entries.length || !outcomes.every((outcome) => values.has(outcome))) continue;
    const texts = entries.map(([value, key]) => `${JSON.stringify(value)}: ${JSON.stringify(key)}`);
    return { property: part.eachKey, place: setting.place, meant: `{ ${texts.join(", ")} }` };
  }
  return undefined;
}

function isInScript(text: string, settings: GivenProperties["settings"], { scripts }: JourneyScope): boolean {
  const used = new Set([...settings.values()].map(({ value }) => value));
  return [...scripts.values()].some(
    ({ id, body }) => used.has(id) && (body.includes(`"${text}"`) || body.includes(`'${text}'`)),
  );
}

/** Where an `extern` declaration of the file names an outcome. */
function externPlace(
  outcome: string,
  { kind, ...of }: NodeDraft["declaration"],
  scope: JourneyScope,
): Place | undefined {
  const type = kind === "node" && "type" in of ? of.type?.name.text : undefined;
  const declared = type === undefined ? undefined : scope.externPlaces.get(type);
  if (declared === undefined) return undefined;
  const { text } = declared.source;
  const end = text.indexOf("\n}", declared.range.end);
  const start = [`"${outcome}"`, `${outcome}:`]
    .map((written) => text.indexOf(written, declared.range.end))
    .find((at) => at !== -1 && at < end);
  if (start === undefined) return declared;
  const from = text.charAt(start) === '"' ? start + 1 : start;
  return { ...declared, range: { start: from, end: from + outcome.length } };
}

function childOutcomes(child: JourneyNode): ChildOutcomes {
  const { id, name, outcomes } = child;
  return { id, name, standalone: child.type?.allowedInPage === "standalone", outcomes, known: child.outcomesKnown };
}

function reportInnerNode(
  draft: NodeDraft,
  resolved: ResolvedType,
  members: readonly PageMember[],
  scope: JourneyScope,
): void {
  reportInnerEdges(draft, members, scope);
  if (isRefusedInPage(resolved.type)) {
    const place = placeIn(scope, resolved.range ?? draft.nameToken.range);
    scope.reporter.report("misplaced-page", place, { node: resolved.id });
  }
}

/** Tells of all arrows of an inner node at once, with the lines that the page needs instead. */
function reportInnerEdges({ name }: NodeDraft, members: readonly PageMember[], scope: JourneyScope): void {
  const edges = members.filter((member) => member.kind === "edge");
  const [first, ...others] = edges;
  if (first === undefined) return;
  const lines = edges.map(({ range, outcomes }) => {
    const isOfThis = outcomes.length === 1 && outcomes[0]?.child === undefined;
    return `\`${isOfThis ? `${name}.` : ""}${scope.source.slice(range)}\``;
  });
  const shown = lines.length > mostEdges ? `${lines.slice(0, mostEdges).join(", ")} and the others` : lines.join(", ");
  const what = lines.length === 1 ? "the arrow" : "the arrows";
  const help = `Move ${what} to the page, behind its nodes: ${shown}.`;
  const related = others
    .slice(0, mostEdges)
    .map(({ range }) => ({ place: placeIn(scope, range), message: "Nor can it have this one" }));
  scope.reporter.report("edge-in-inner-node", placeIn(scope, first.range), { node: name }, { help, related });
}

const mostEdges = 6;

/** Whether the platform refuses the type inside a page. Rules report other types that make no sense there. */
function isRefusedInPage(type: NodeType | undefined): boolean {
  return type !== undefined && refusedInPages.has(type.id);
}
