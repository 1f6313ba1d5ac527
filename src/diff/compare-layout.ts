import { computeLayout } from "../layout/layout.js";
import type { Coordinates, Journey, JourneyNode } from "../model/model.js";
import { allNodes } from "../model/used-resources.js";
import { terminalNames } from "../syntax/reserved-names.js";
import type { Json } from "../text/json.js";
import { compareValues } from "./compare-values.js";
import type { LayoutChange } from "./difference.js";
import type { JourneyPair } from "./journey-pair.js";

/** Finds positions that somebody changed, and changed ids and export options, which reviews usually ignore. */
export function compareLayout(pair: JourneyPair): readonly LayoutChange[] {
  const before = positionsOf(pair.before);
  const after = positionsOf(pair.after);
  const changes: LayoutChange[] = [];
  for (const node of pair.after.nodes) {
    const old = pair.nodes.beforeOf(node);
    if (old) changes.push(...placed(node.name, before(old.id, old.coordinates), after(node.id, node.coordinates)));
  }
  for (const name of terminalNames) {
    const places = [pair.before, pair.after].map((journey) => journey.terminalCoordinates.get(name));
    changes.push(...placed(name, before(name, places[0]), after(name, places[1])));
  }
  for (const node of allNodes(pair.after.nodes)) changes.push(...idChanged(pair.nodes.beforeOf(node), node));
  for (const script of pair.after.scripts) {
    changes.push(...idChanged(pair.scripts.beforeOf(script), { id: script.id, name: script.title }));
  }
  const options = [pair.before.exportOptions, pair.after.exportOptions].map((each) => ({ ...each }) as unknown as Json);
  for (const change of compareValues("export", options[0], options[1])) changes.push({ kind: "export-option", change });
  return changes;
}

interface Position {
  readonly text: string;
  /** Whether somebody put it there: it is given, and not what the compiler would compute for a journey without any positions. */
  readonly isMade: boolean;
}

function positionsOf(journey: Journey): (key: string, given: Coordinates | undefined) => Position {
  const computed = once(() => computeLayout(journey));
  const computedAlone = once(() => computeLayout(withoutCoordinates(journey)));
  return (key, given) => {
    const text = textOf(given ?? computed().get(key));
    return { text, isMade: given !== undefined && text !== textOf(computedAlone().get(key)) };
  };
}

function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}

function withoutCoordinates(journey: Journey): Journey {
  const nodes = journey.nodes.map((node) => ({ ...node, coordinates: undefined }));
  return { ...journey, nodes, terminalCoordinates: new Map() };
}

function textOf(place: Coordinates | undefined): string {
  return place === undefined ? "" : `${place.x}, ${place.y}`;
}

/** Positions that both were computed differ whenever a node is added, which is no change that a reviewer can judge. */
function placed(what: string, before: Position, after: Position): readonly LayoutChange[] {
  if (before.text === after.text || !(before.isMade || after.isMade)) return [];
  return [{ kind: "placed", what, before: before.text, after: after.text }];
}

function idChanged(
  before: { readonly id: string } | undefined,
  after: Pick<JourneyNode, "id" | "name">,
): readonly LayoutChange[] {
  if (before === undefined || before.id === after.id) return [];
  return [{ kind: "id-changed", what: after.name, before: before.id, after: after.id }];
}
