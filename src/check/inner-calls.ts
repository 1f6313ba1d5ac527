import { isPlaceholder } from "../catalogue/placeholder.js";
import { propertiesByName } from "../model/known-properties.js";
import type { Journey, JourneyNode, Setting } from "../model/model.js";
import { allNodes } from "../model/used-resources.js";

/** A node that names another journey. */
export interface InnerCall {
  readonly node: JourneyNode;
  readonly setting: Setting;
  /** The other journey's id. */
  readonly inner: string;
  /** Whether the other journey runs as part of this one, so that its ends become outcomes of the node. */
  readonly isEvaluated: boolean;
}

const callsOf = new WeakMap<Journey, readonly InnerCall[]>();

/** All nodes of a journey that name another journey, in the author's order. Many rules ask, so the list is made once. */
export function innerCalls(journey: Journey): readonly InnerCall[] {
  const known = callsOf.get(journey);
  if (known) return known;
  const calls = [...findCalls(journey)];
  callsOf.set(journey, calls);
  return calls;
}

function* findCalls(journey: Journey): Iterable<InnerCall> {
  for (const node of allNodes(journey.nodes)) {
    for (const { name, reference } of propertiesByName(node.type, node.version)?.values() ?? []) {
      if (reference?.kind !== "tree") continue;
      const setting = node.properties.get(name);
      const inner = setting?.value;
      if (setting === undefined || typeof inner !== "string" || inner === "" || isPlaceholder(inner)) continue;
      yield { node, setting, inner, isEvaluated: node.typeId === "InnerTreeEvaluatorNode" };
    }
  }
}
