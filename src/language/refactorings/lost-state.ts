import { slotsFor } from "../../check/state/journey-state.js";
import { nodeAccess } from "../../check/state/node-access.js";
import { isTransient } from "../../check/state/slot.js";
import { createGraph } from "../../model/graph.js";
import { reachableFrom } from "../../model/graph-reachability.js";
import type { Journey, JourneyNode } from "../../model/model.js";

/**
 * The transient state that would be lost between some nodes of a journey and the others, if they ran in an inner journey; `undefined` where none would
 * be. What inner nodes write does not come back. What others have written is handed in as far as an inner node names it as an input, which a script that
 * merely reads it does not.
 */
export function lostState(journey: Journey, names: ReadonlySet<string>): string | undefined {
  const scripts = new Map(journey.scripts.map((script) => [script.id, script]));
  const graph = createGraph(journey);
  const accesses = new Map(journey.nodes.map((node) => [node, accessesOf(node, scripts)]));
  const isInner = ({ name }: JourneyNode) => names.has(name);
  for (const writer of journey.nodes) {
    const written = (accesses.get(writer) ?? []).flatMap(({ writes }) => writes.map(({ slot }) => slot));
    const transient = new Set<string>(written.filter(isTransient));
    const from = graph.byName.get(writer.name);
    if (transient.size === 0 || from === undefined) continue;
    const later = reachableFrom(graph, from);
    for (const reader of journey.nodes) {
      const at = graph.byName.get(reader.name);
      if (at === undefined || !later.has(at) || isInner(reader) === isInner(writer)) continue;
      const lost = (accesses.get(reader) ?? [])
        .flatMap(({ reads }) => reads)
        .find(
          (read) =>
            (isInner(writer) || read.script?.isNamed === false) && slotsFor(read).some((slot) => transient.has(slot)),
        );
      if (lost !== undefined) return messageFor(lost.key, writer, reader, isInner(writer));
    }
  }
  return undefined;
}

function messageFor(key: string, writer: JourneyNode, reader: JourneyNode, isWrittenInside: boolean): string {
  return isWrittenInside
    ? `${reader.name} reads ${key}, which ${writer.name} writes to transient state: it would not come back from an inner journey`
    : `The script of ${reader.name} reads ${key}, which ${writer.name} writes to transient state: it comes into an inner journey only where it is named as an input`;
}

function accessesOf(node: JourneyNode, scripts: Parameters<typeof nodeAccess>[1]) {
  return (node.children.length > 0 ? node.children : [node]).map((each) => nodeAccess(each, scripts));
}
