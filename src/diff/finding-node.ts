import type { Place } from "../diagnostics/diagnostic.js";
import type { Journey, JourneyNode } from "../model/model.js";
import { allNodes } from "../model/used-resources.js";
import { countBelow } from "../text/count-below.js";
import { pointerSegments } from "../text/json-pointer.js";
import type { SourceFile } from "../text/source-file.js";

/** Finds the node that a place is about: the innermost one that contains it. `undefined` for what is about a journey. */
export function nodeFinder(journeys: readonly Journey[]): (place: Place) => JourneyNode | undefined {
  const nodes = journeys.flatMap((journey) => allNodes(journey.nodes));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const inTexts = [nodes.filter(({ page }) => page !== undefined), nodes.filter(({ page }) => page === undefined)].map(
    nodesByStart,
  );
  const byPointer = nodesByPointer(nodes);
  return (place) => {
    if (place.pointer === undefined) {
      for (const level of inTexts) {
        const node = nodeAround(place, level.get(place.source));
        if (node !== undefined) return node;
      }
      return undefined;
    }
    const known = byPointer.get(place.source);
    for (let at = place.pointer; known !== undefined && at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
      const node = known.get(at);
      if (node !== undefined) return node;
    }
    return byId.get(pointerSegments(place.pointer).findLast((each) => byId.has(each)) ?? "");
  };
}

/** The nodes of a text in the order of their starts. Nodes of one level never contain each other. */
interface SortedNodes {
  readonly nodes: readonly JourneyNode[];
  readonly starts: readonly number[];
}

function nodesByStart(nodes: readonly JourneyNode[]): ReadonlyMap<SourceFile, SortedNodes> {
  const bySource = new Map<SourceFile, JourneyNode[]>();
  for (const node of nodes) {
    const known = bySource.get(node.place.source);
    if (known) known.push(node);
    else bySource.set(node.place.source, [node]);
  }
  const sorted = [...bySource].map(([source, each]): [SourceFile, SortedNodes] => {
    each.sort((left, right) => left.place.range.start - right.place.range.start);
    return [source, { nodes: each, starts: each.map(({ place }) => place.range.start) }];
  });
  return new Map(sorted);
}

/** The last node that starts before a place, if it goes on until there. */
function nodeAround({ range }: Place, sorted: SortedNodes | undefined): JourneyNode | undefined {
  const found = sorted?.nodes[countBelow(sorted.starts, range.start + 1) - 1];
  return found !== undefined && range.start <= found.place.range.end ? found : undefined;
}

/** The nodes by the pointers of their bodies and settings. */
function nodesByPointer(nodes: readonly JourneyNode[]): ReadonlyMap<SourceFile, ReadonlyMap<string, JourneyNode>> {
  const bySource = new Map<SourceFile, Map<string, JourneyNode>>();
  for (const node of nodes) {
    for (const { source, pointer = "" } of [node.place, ...[...node.properties.values()].map(({ place }) => place)]) {
      if (pointer === "") continue;
      const known = bySource.get(source);
      if (known) known.set(pointer, node);
      else bySource.set(source, new Map([[pointer, node]]));
    }
  }
  return bySource;
}
