import { isPlaceholder } from "../catalogue/placeholder.js";
import type { Journey, JourneyNode, Setting } from "../model/model.js";
import { innerJourneyTypeId } from "../model/pages.js";
import { allNodes } from "../model/used-resources.js";
import { markedProperties } from "./marked-properties.js";

/** A node that refers to another journey. */
export interface InnerCall {
  readonly node: JourneyNode;
  readonly setting: Setting;
  /** The other journey's id. */
  readonly inner: string;
  /** Whether the other journey runs as part of this one, so that its ends become outcomes of the node. */
  readonly isEvaluated: boolean;
}

/** By journey, since everything that looks at several journeys asks for them. */
const known = new WeakMap<Journey, readonly InnerCall[]>();

/** All nodes of a journey that refer to another journey, in the author's order. */
export function findInnerCalls(journey: Journey): readonly InnerCall[] {
  let calls = known.get(journey);
  if (calls === undefined) {
    calls = callsIn(journey);
    known.set(journey, calls);
  }
  return calls;
}

function callsIn(journey: Journey): readonly InnerCall[] {
  const calls: InnerCall[] = [];
  for (const node of allNodes(journey.nodes)) {
    for (const { name, reference } of markedProperties(node).references) {
      if (reference?.kind !== "tree") continue;
      const setting = node.properties.get(name);
      const inner = setting?.value;
      if (setting === undefined || typeof inner !== "string" || inner === "" || isPlaceholder(inner)) continue;
      calls.push({ node, setting, inner, isEvaluated: node.typeId === innerJourneyTypeId });
    }
  }
  return calls;
}
