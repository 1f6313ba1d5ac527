import type { JourneyNode } from "../../model/model.js";
import { nodeLabel, outcomeLabel } from "../describe-node.js";
import { placeOfSetting } from "../differing-nodes.js";
import type { JourneyFacts, NodeVertex } from "../journey-facts.js";
import { meaningOf } from "../outcome-meaning.js";
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
    const args = { node: nodeLabel(node), path };
    const refusal = isUnlocking(node) ? refusalBefore(facts, at) : undefined;
    if (refusal === undefined) {
      report({ at: node.namePlace, args });
      continue;
    }
    const help = `Write \`lockAction: "LOCK"\`: it comes after ${refusal}, and behind it there is only failure.`;
    report({ at: placeOfSetting(node, "lockAction"), args: { ...args, unlocks: true }, help });
  }
});

function isUnlocking({ properties }: JourneyNode): boolean {
  return properties.get("lockAction")?.value === "UNLOCK";
}

/** The outcome by which users come to a node who have failed, where all do and nothing but failure follows. */
function refusalBefore({ graph }: JourneyFacts, { index }: NodeVertex): string | undefined {
  if (graph.outgoing[index]?.some(({ to }) => to !== graph.failure)) return undefined;
  const before = graph.vertices.flatMap((vertex, from) =>
    (graph.outgoing[from] ?? []).flatMap(({ to, connection: { outcomeId } }) =>
      to !== index || vertex.kind !== "node"
        ? []
        : [
            {
              node: vertex.node,
              outcomeId,
              isRefused: outcomeId === "Reject" || meaningOf(vertex.node, outcomeId) === "failed",
            },
          ],
    ),
  );
  const [first] = before;
  if (first === undefined || !before.every(({ isRefused }) => isRefused)) return undefined;
  return `\`${outcomeLabel(first.node, first.outcomeId)}\` of \`${nodeLabel(first.node)}\``;
}

/** Whether the account may come from a journey that runs this one. */
function isGivenAccount(facts: JourneyFacts, { index }: NodeVertex): boolean {
  if (!facts.isGivenState) return false;
  if (facts.needsGivenState) return true;
  const { state } = facts;
  return state.reads.some((at) => at.vertex === index && at.read.required && state.availability(at) !== "always");
}
