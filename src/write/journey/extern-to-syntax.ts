import { isCatalogueType } from "../../catalogue/catalogue.js";
import type { ExportOptions, Journey, JourneyNode, NodeOutcome } from "../../model/model.js";
import { identifierOf } from "../../model/name-words.js";
import { allNodes } from "../../model/used-resources.js";
import type { ExternDeclaration, Property } from "../../syntax/ast.js";
import { getOwn, isJsonObject, type Json, setOwn } from "../../text/json.js";
import { emptyRange } from "../../text/range.js";
import { makeName, makeProperty, makeString } from "./make-syntax.js";
import type { ExternView, JourneySyntaxOptions } from "./syntax-context.js";
import { valueToSyntax } from "./value-to-syntax.js";

/** The types of a journey that neither the catalogue nor the configuration has, as its nodes show them. */
export function findExterns(
  journey: Journey,
  options: JourneySyntaxOptions,
  exportOptions: ExportOptions,
): ReadonlyMap<string, ExternView> {
  const users = new Map<string, JourneyNode[]>();
  for (const node of allNodes(journey.nodes)) {
    if (node.typeId === "" || options.externTypes.has(node.typeId) || options.externNames?.has(node.typeId)) continue;
    if (node.type !== undefined && isCatalogueType(node.type)) continue;
    const nodes = users.get(node.typeId);
    if (nodes === undefined) users.set(node.typeId, [node]);
    else nodes.push(node);
  }
  const taken = new Set<string>(options.externNames?.values());
  const externs = new Map<string, ExternView>();
  for (const typeId of [...users.keys()].sort()) {
    const nodes = users.get(typeId) ?? [];
    const displayName = displayNameOfType(typeId, nodes);
    const name = uniqueName(typeName(typeId, displayName), taken);
    externs.set(typeId, { name, typeId, displayName, outcomes: outcomesSeen(nodes, exportOptions) });
  }
  return externs;
}

/** Writes `extern node Name "type id" { … }`. */
export function externToSyntax(extern: ExternView): ExternDeclaration {
  const properties: Property[] = [];
  if (extern.displayName !== extern.typeId) {
    properties.push(makeProperty("displayName", makeString(extern.displayName)));
  }
  if (extern.outcomes !== undefined) {
    properties.push(makeProperty("outcomes", valueToSyntax(outcomeList(extern.outcomes), { realm: "" })));
  }
  return {
    kind: "extern",
    name: makeName(extern.name),
    typeId: makeString(extern.typeId),
    properties,
    range: emptyRange,
  };
}

/** The outcomes as a list of ids, or as an object where display names differ from ids. */
function outcomeList(outcomes: readonly NodeOutcome[]): Json {
  if (outcomes.every((outcome) => outcome.displayName === outcome.id)) return outcomes.map((outcome) => outcome.id);
  const names = {};
  for (const { id, displayName } of outcomes) setOwn(names, id, displayName);
  return names;
}

function displayNameOfType(typeId: string, nodes: readonly JourneyNode[]): string {
  for (const node of nodes) {
    const type = node.bodyOverrides.get("_type")?.value;
    const name = type !== undefined && isJsonObject(type) ? getOwn(type, "name") : undefined;
    if (typeof name === "string") return name;
    if (node.type !== undefined) return node.type.displayName;
  }
  return typeId;
}

function typeName(typeId: string, displayName: string): string {
  const short = typeId.endsWith("Node") && typeId.length > 4 ? typeId.slice(0, -4) : typeId;
  const name = /[0-9a-f]{32}/i.test(typeId) ? identifierOf(displayName) : identifierOf(short);
  return /^[\p{L}_]/u.test(name) ? name : `Custom${name}`;
}

function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let number = 2; taken.has(unique); number++) unique = `${name}${number}`;
  taken.add(unique);
  return unique;
}

/** The list of outcomes that most nodes of the type have. */
function outcomesSeen(nodes: readonly JourneyNode[], exportOptions: ExportOptions): readonly NodeOutcome[] | undefined {
  const lists = new Map<string, { readonly outcomes: readonly NodeOutcome[]; count: number }>();
  for (const node of nodes) {
    const outcomes = outcomesOf(node, exportOptions);
    if (outcomes === undefined || !isMap(outcomes)) continue;
    const key = JSON.stringify(outcomes.map(({ id, displayName }) => [id, displayName]));
    const list = lists.get(key);
    if (list === undefined) lists.set(key, { outcomes, count: 1 });
    else list.count++;
  }
  const [best] = [...lists.values()].sort((a, b) => b.count - a.count);
  return best?.outcomes;
}

/**
 * Whether an object of display names by id keeps the outcomes in this order. It does not where ids look like numbers.
 */
function isMap(outcomes: readonly NodeOutcome[]): boolean {
  const ids = outcomes.map((outcome) => outcome.id);
  if (outcomes.every((outcome) => outcome.displayName === outcome.id)) return true;
  const sorted = [...ids].sort();
  return ids.every((id, index) => id === sorted[index] && !/^\d+$/.test(id)) && new Set(ids).size === ids.length;
}

/** The outcomes of a node. Where the export has no `_outcomes`, only the connected ones are known. */
function outcomesOf(node: JourneyNode, exportOptions: ExportOptions): readonly NodeOutcome[] | undefined {
  if (node.outcomesKnown) return node.outcomes;
  if (exportOptions.outcomes || node.connections.length === 0) return undefined;
  return node.connections.map(({ outcomeId }) => ({
    id: outcomeId,
    displayName: outcomeId,
    outcome: outcomeId,
    child: undefined,
  }));
}
