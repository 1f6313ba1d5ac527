import { callbacksOf } from "../check/node-behaviour.js";
import { scriptOf } from "../check/state/node-access.js";
import type { GraphEdge, JourneyGraph } from "../model/graph.js";
import { innerJourneyOf } from "../model/inner-journeys.js";
import type { JourneyNode, Script } from "../model/model.js";
import { innerJourneyTypeId } from "../model/pages.js";
import { isJavaScript } from "../model/script-place.js";
import { analyseScript } from "../rhino/analysis/analyse-script.js";
import { outcomeLabels } from "../write/graph/outcome-label.js";
import type { NextStop, Screen, ScreenPart } from "./description.js";
import { canvasTitle, type LabelOf } from "./node-labels.js";
import { shownTexts } from "./shown-texts.js";

export interface Screens {
  readonly screens: readonly Screen[];
  readonly left: number;
  readonly perhapsShown: readonly string[];
}

/** More screens are counted, not described. */
const mostScreens = 200;

/**
 * What the user sees, beginning at the start, and what may come next after each screen. A node that certainly shows nothing is passed
 * over, and so is one of which that is not known; these are named.
 */
export function findScreens(
  graph: JourneyGraph,
  reached: ReadonlySet<number>,
  labelOf: LabelOf,
  scripts: ReadonlyMap<string, Script>,
): Screens {
  const shown = new Map<number, JourneyNode>();
  const perhapsShown: string[] = [];
  for (const vertex of reached) {
    const node = nodeAtVertex(graph, vertex);
    if (node === undefined) continue;
    const parts = node.children.length > 0 ? node.children : [node];
    const callbacks = parts.map((part) => shownBy(part, scripts));
    if (node.typeId === innerJourneyTypeId || callbacks.some((each) => each !== "unknown" && each.length > 0))
      shown.set(vertex, node);
    else if (callbacks.includes("unknown")) perhapsShown.push(labelOf(node));
  }
  const isStop = (vertex: number) => shown.has(vertex) || vertex === graph.success || vertex === graph.failure;
  const described = [...shown].slice(0, mostScreens);
  return {
    screens: described.map(([vertex, node]) => ({
      node: labelOf(node),
      kind: node.typeId === innerJourneyTypeId ? "inner journey" : node.children.length > 0 ? "page" : "node",
      inner: innerJourneyOf(node),
      texts: node.children.length > 0 ? shownTexts(node) : [],
      parts: partsOf(node, scripts),
      next: grouped(
        outcomeLabels(node).map(({ id, label }) => ({
          outcome: label,
          targets: stopsBehind(graph, edgeOf(graph, vertex, id), isStop, labelOf),
        })),
      ),
    })),
    left: shown.size - described.length,
    perhapsShown: perhapsShown.sort(),
  };
}

/** Outcomes with the same next screens stand together. */
function grouped(next: readonly { readonly outcome: string; readonly targets: readonly NextStop[] }[]): Screen["next"] {
  const groups = new Map<string, { readonly outcomes: string[]; readonly targets: readonly NextStop[] }>();
  for (const { outcome, targets } of next) {
    const key = JSON.stringify(targets);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { outcomes: [outcome], targets });
    else known.outcomes.push(outcome);
  }
  return [...groups.values()];
}

function partsOf(node: JourneyNode, scripts: ReadonlyMap<string, Script>): readonly ScreenPart[] {
  if (node.typeId === innerJourneyTypeId) return [];
  const parts = node.children.length > 0 ? node.children : [node];
  return parts.flatMap((part) => {
    const callbacks = shownBy(part, scripts);
    if (callbacks === "unknown" || callbacks.length === 0) return [];
    return [{ label: canvasTitle(part), callbacks, items: itemsOf(part), texts: shownTexts(part) }];
  });
}

/** What a node asks for one by one, such as the attributes that it collects; empty where its settings do not say so. */
function itemsOf(node: JourneyNode): readonly string[] {
  const property = callbacksOf(node)?.find(({ perItemOf }) => perItemOf !== undefined)?.perItemOf;
  const items = property === undefined ? undefined : node.properties.get(property)?.value;
  return Array.isArray(items) ? items.filter((item) => typeof item === "string") : [];
}

/** The types of the callbacks that a node may send. */
function shownBy(node: JourneyNode, scripts: ReadonlyMap<string, Script>): readonly string[] | "unknown" {
  const callbacks = callbacksOf(node);
  if (callbacks === undefined) return "unknown";
  const types = callbacks.flatMap(({ type }) => type.split("|"));
  if (!types.includes("*")) return [...new Set(types)];
  const script = scriptOf(node, scripts);
  if (script === undefined || !isJavaScript(script)) return "unknown";
  const analysed = analyseScript(script.body);
  if (analysed.kind !== "analysed") return "unknown";
  const { made, sends } = analysed.callbacks;
  if (made.length > 0) return [...new Set(made.map(({ type }) => type))];
  return sends || analysed.outcomes.hasHidden ? "unknown" : [];
}

/** The next screens or ends on the ways that begin with an edge. */
function stopsBehind(
  graph: JourneyGraph,
  edge: GraphEdge | undefined,
  isStop: (vertex: number) => boolean,
  labelOf: LabelOf,
): readonly NextStop[] {
  if (edge === undefined) return [{ kind: "nothing" }];
  const seen = new Set([edge.to]);
  const stops: number[] = [];
  // The iteration also visits vertices that it has added.
  for (const vertex of seen) {
    if (isStop(vertex)) stops.push(vertex);
    else for (const { to } of graph.outgoing[vertex] ?? []) seen.add(to);
  }
  if (stops.length === 0) return [{ kind: "nothing" }];
  // The vertices of nodes come before those of success and failure.
  return stops
    .sort((left, right) => left - right)
    .map((vertex) => {
      const node = nodeAtVertex(graph, vertex);
      if (node !== undefined) return { kind: "screen", node: labelOf(node) };
      return { kind: vertex === graph.success ? "success" : "failure" };
    });
}

function edgeOf(graph: JourneyGraph, vertex: number, outcomeId: string): GraphEdge | undefined {
  return graph.outgoing[vertex]?.find(({ connection }) => connection.outcomeId === outcomeId);
}

export function nodeAtVertex(graph: JourneyGraph, vertex: number): JourneyNode | undefined {
  const found = graph.vertices[vertex];
  return found?.kind === "node" ? found.node : undefined;
}
