import { versionOf } from "../../catalogue/catalogue.js";
import type { DiagnosticExtras, Place } from "../../diagnostics/diagnostic.js";
import type { GraphEdge } from "../../model/graph.js";
import { reachableFrom } from "../../model/graph-reachability.js";
import type { JourneyNode } from "../../model/model.js";
import { edgeText } from "../arrows-past.js";
import { nodeLabel, pathText } from "../describe-node.js";
import { placeOfSetting } from "../differing-nodes.js";
import type { JourneyFacts, NodeVertex } from "../journey-facts.js";
import { journeyRule } from "../rule.js";
import { staleArrows } from "../stale-arrows.js";
import type { ReadAt } from "../state/journey-access.js";
import { groupReads } from "../state/report-reads.js";

/**
 * Reports nodes that need a key of node state that is not written on some path to them. It is not known whether the
 * outcomes of that path can follow one another, so a finding may be harmless. It is a warning where an arrow leads past the only node that makes the
 * key, and where a setting is left out that the other nodes of its kind have.
 */
export const stateNotOnEveryPath = journeyRule("state-not-on-every-path", "may-overreport", (facts, report) => {
  const state = facts.state;
  const missing = state.reads.filter(
    (at) =>
      at.read.required &&
      at.inner?.onEveryWay !== false &&
      state.availability(at) === "sometimes" &&
      !state.isMissingAtFirst(at),
  );
  if (missing.length === 0 || facts.isGivenState) return;
  // Where nothing at all writes the key before another node, that is told, and this follows from it.
  const never = state.reads.filter((at) => at.read.required && state.availability(at) === "never");
  const stale = staleArrows(facts);
  const told = new Set<string>();
  for (const { at, args, related, first } of groupReads(missing)) {
    const path = state.pathWithout(first);
    if (path === undefined) continue;
    const same = never.flatMap(({ read, node }) => (read.key === args.key ? [node.namePlace] : []));
    const restsOn = [...same, ...stale(first.vertex)];
    const writers = isMade(first) ? state.writersOf(first) : [];
    // What the same nodes make, in several keys, is missing for one cause.
    const made = writers.map(({ index }) => index).join();
    if (made !== "" && told.has(made)) continue;
    told.add(made);
    const writer = writers.length === 1 ? writers[0] : onlyBefore(first.vertex, writers, facts);
    const past = writer && pastWriter(writer, first, facts);
    const meant = past?.extras ?? otherSetting(first, facts);
    const found = { at, args: { ...args, path: pathText(state.graph, past?.path ?? path) }, restsOn };
    report({ ...found, ...meant, related: [...(meant?.related ?? []), ...related] });
  }
});

/** Whether a node needs something under a name that is always the same, and not whoever the user is. */
function isMade({ read: { key, space, setting }, inner }: ReadAt): boolean {
  return space === "state" && setting === undefined && inner === undefined && key !== "username";
}

/** The one of several nodes that leads straight to a node. */
function onlyBefore(vertex: number, nodes: readonly NodeVertex[], { graph }: JourneyFacts): NodeVertex | undefined {
  const before = new Set((graph.incoming[vertex] ?? []).map(({ from }) => from));
  const [only, second] = nodes.filter(({ index }) => before.has(index));
  return second === undefined ? only : undefined;
}

/** The arrow by which a path comes to where others have passed the only node that makes the key. */
function pastWriter(
  { index, node }: NodeVertex,
  at: ReadAt,
  { graph, state }: JourneyFacts,
): { readonly path: readonly GraphEdge[]; readonly extras: DiagnosticExtras } | undefined {
  const path = state.pathCertainlyWithout(at);
  const behind = reachableFrom(graph, index);
  const edge = path?.find(({ to }) => behind.has(to));
  const from = edge && graph.vertices[edge.from];
  if (path === undefined || edge === undefined || from?.kind === "success" || from?.kind === "failure")
    return undefined;
  const { connection } = edge;
  const related = [
    { place: connection.targetPlace, message: `This arrow leads past ${nodeLabel(node)}` },
    { place: node.namePlace, message: `${nodeLabel(node)} makes it` },
  ];
  return {
    path,
    extras: { severity: "warning", help: `Did you mean \`${edgeText(graph, edge)} -> ${nodeLabel(node)}\`?`, related },
  };
}

/** The value that other nodes have for the setting which names the key, where this one keeps the default, and that is there on each path. */
function otherSetting(
  at: ReadAt,
  { nodes, state }: JourneyFacts,
): (DiagnosticExtras & { readonly at?: Place }) | undefined {
  const { node, read, inner } = at;
  const { setting: name, key } = read;
  if (name === undefined || inner !== undefined || node.properties.get(name)?.value !== defaultOf(node, name))
    return undefined;
  const others = nodes.filter((other) => other !== node && other.properties.has(name));
  const [first] = others;
  const value = first?.properties.get(name)?.value;
  if (first === undefined || typeof value !== "string" || value === key) return undefined;
  if (others.some((other) => other.properties.get(name)?.value !== value)) return undefined;
  if (state.availability({ ...at, read: { ...read, key: value, orKey: undefined } }) !== "always") return undefined;
  const written = `${name}: ${JSON.stringify(value)}`;
  const related = [{ place: placeOfSetting(first, name), message: `${nodeLabel(first)} goes by "${value}"` }];
  return { severity: "warning", help: `Write \`${written}\`, as \`${nodeLabel(first)}\` has it.`, related };
}

function defaultOf({ type, version }: JourneyNode, name: string) {
  return type && versionOf(type, version)?.properties?.find((property) => property.name === name)?.default;
}
