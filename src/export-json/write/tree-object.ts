import { computeLayout } from "../../layout/layout.js";
import { targetId, terminalIds } from "../../model/ids.js";
import type { Coordinates, Journey, JourneyNode } from "../../model/model.js";
import type { TerminalName } from "../../syntax/reserved-names.js";
import { isJsonObject, type Json, setOwn } from "../../text/json.js";
import type { Writable, WritableMap } from "../../text/stable-json.js";
import { NodeReference } from "./node-reference.js";

/** Makes the `tree` of an export: the journey's own settings, and the name, connections and position of each node. */
export function treeObject(journey: Journey): Writable {
  const { exportOptions } = journey;
  const positions = exportOptions.coordinates ? new Positions(journey) : undefined;
  const tree: Record<string, Writable> = exportOptions.treeId === false ? {} : { _id: journey.id };
  for (const [name, setting] of journey.settings) if (name !== "uiConfig") setOwn(tree, name, setting.value);
  // The platform stores an empty journey as one that fails at once.
  tree.entryNodeId = journey.entry === undefined ? terminalIds.failure : targetId(journey.entry.target);
  tree.nodes = references(journey, positions);
  const staticNodes = staticNodesOf(journey, positions);
  if (staticNodes !== undefined) tree.staticNodes = staticNodes;
  if (exportOptions.uiConfig !== false) tree.uiConfig = uiConfig(journey);
  return tree;
}

function uiConfig(journey: Journey): Json {
  const given = journey.settings.get("uiConfig")?.value;
  if (journey.categories === undefined) return given ?? {};
  const categories = JSON.stringify(journey.categories.value);
  return isJsonObject(given) ? { ...given, categories } : { categories };
}

function references(journey: Journey, positions: Positions | undefined): WritableMap {
  const { exportOptions } = journey;
  const nodes = new Map<string, Writable>();
  for (const node of journey.nodes) {
    nodes.set(node.id, new NodeReference(node, exportOptions, coordinatesOf(node, positions)));
  }
  return nodes;
}

function coordinatesOf(node: JourneyNode, positions: Positions | undefined): Coordinates | null | undefined {
  if (positions === undefined || node.coordinatesForm === "absent") return undefined;
  return node.coordinatesForm === "null" ? null : positions.of(node.id, node.coordinates);
}

const terminalNames: readonly TerminalName[] = ["success", "failure", "start"];

function staticNodesOf(journey: Journey, positions: Positions | undefined): Json | undefined {
  const form = journey.exportOptions.staticNodes ?? positions !== undefined;
  if (form === false) return undefined;
  const staticNodes: Record<string, Json> = {};
  const known = positions ?? new Positions(journey);
  for (const name of terminalNames) {
    if (form === "given" && !journey.terminalCoordinates.has(name)) continue;
    staticNodes[terminalIds[name]] =
      form === "empty" ? {} : { ...known.of(name, journey.terminalCoordinates.get(name)) };
  }
  return staticNodes;
}

/** Positions on the canvas: given ones, or else computed ones. The layout is computed only if a position is missing. */
class Positions {
  readonly #journey: Journey;
  #computed: ReadonlyMap<string, Coordinates> | undefined;

  constructor(journey: Journey) {
    this.#journey = journey;
  }

  of(key: string, given: Coordinates | undefined): Coordinates {
    if (given !== undefined) return given;
    this.#computed ??= computeLayout(this.#journey);
    return this.#computed.get(key) ?? { x: 0, y: 0 };
  }
}
