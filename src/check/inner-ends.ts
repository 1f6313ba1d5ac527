import type { JourneyNode } from "../model/model.js";
import type { JourneyFacts } from "./journey-facts.js";
import { mayLeadElsewhere } from "./open-way.js";

/** Whether the graph of a journey shows every path through it. */
export function isWhole({ journey, isIncomplete, reachedNodes }: JourneyFacts): boolean {
  if (isIncomplete || journey.entry === undefined || journey.entry.target.kind === "foreign") return false;
  return !reachedNodes.some(mayLeadElsewhere);
}

/** Whether a node runs a journey of which no path ends in failure. What goes wrong inside of it is no failure: it ends the whole journey. */
export function runsWhatNeverFails(node: JourneyNode, { calls, model }: JourneyFacts): boolean {
  const call = calls.find((each) => each.node === node);
  const inner = call?.isEvaluated ? model.journeyById(call.inner) : undefined;
  if (inner === undefined) return false;
  const facts = model.factsOf(inner);
  return isWhole(facts) && !facts.reached.has(facts.graph.failure);
}
