import type { Place } from "../diagnostics/diagnostic.js";
import type { Journey, JourneyNode } from "../model/model.js";
import { allNodes } from "../model/used-resources.js";
import { pointerSegments } from "../text/json-pointer.js";

/** Finds the node that a place is about: the innermost one that contains it. `undefined` for what is about a journey. */
export function nodeFinder(journeys: readonly Journey[]): (place: Place) => JourneyNode | undefined {
  const nodes = journeys.flatMap((journey) => allNodes(journey.nodes));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return (place) => {
    if (place.pointer === undefined) return smallestAround(place, nodes);
    return (
      deepestAbove(place, nodes) ?? byId.get(pointerSegments(place.pointer).findLast((each) => byId.has(each)) ?? "")
    );
  };
}

function smallestAround({ source, range }: Place, nodes: readonly JourneyNode[]): JourneyNode | undefined {
  let best: JourneyNode | undefined;
  for (const node of nodes) {
    const own = node.place;
    if (own.source !== source || range.start < own.range.start || range.start > own.range.end) continue;
    if (best === undefined || own.range.start >= best.place.range.start) best = node;
  }
  return best;
}

function deepestAbove({ source, pointer = "" }: Place, nodes: readonly JourneyNode[]): JourneyNode | undefined {
  let best: { readonly node: JourneyNode; readonly depth: number } | undefined;
  for (const node of nodes) {
    for (const own of [node.place, ...[...node.properties.values()].map(({ place }) => place)]) {
      const at = own.pointer ?? "";
      if (own.source !== source || at === "" || (pointer !== at && !pointer.startsWith(`${at}/`))) continue;
      if (at.length > (best?.depth ?? 0)) best = { node, depth: at.length };
    }
  }
  return best?.node;
}
