import type { JourneyNode } from "../../model/model.js";
import { nodeLabel } from "../describe-node.js";
import type { JourneyFacts, NodeVertex } from "../journey-facts.js";
import { journeyRule } from "../rule.js";

/**
 * Reports reachable nodes that change or unlock an account without any proof of ownership. Scripts, unknown nodes and unknown
 * inner journeys may ask for one, so paths through them are not reported; nor are journeys that get their state from
 * others. One that others run, but that names the account itself and is not marked as an inner journey, can be started by itself.
 */
export const writeWithoutProof = journeyRule("write-without-proof", "may-miss", (facts, report) => {
  const unlocks = facts.playing("locks-account").filter(({ node }) => isUnlocking(node));
  for (const at of [...facts.playing("writes-account"), ...unlocks]) {
    const { index, node } = at;
    const { proofs } = facts;
    if (!proofs.unprovenVertices.has(index) || isGivenAccount(facts, at)) continue;
    const path = proofs.pathWithoutProof(index);
    if (path === undefined) continue;
    report({ at: node.namePlace, args: { node: nodeLabel(node), path } });
  }
});

function isUnlocking({ properties }: JourneyNode): boolean {
  return properties.get("lockAction")?.value === "UNLOCK";
}

/** Whether the account may come from a journey that runs this one. */
function isGivenAccount(facts: JourneyFacts, { index }: NodeVertex): boolean {
  if (!facts.isGivenState) return false;
  if (facts.needsGivenState) return true;
  const { state } = facts;
  return state.reads.some((at) => at.vertex === index && at.read.required && state.availability(at) !== "always");
}
