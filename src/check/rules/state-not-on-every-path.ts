import { pathText } from "../describe-node.js";
import { journeyRule } from "../rule.js";
import { staleArrows } from "../stale-arrows.js";
import { groupReads } from "../state/report-reads.js";

/**
 * Reports nodes that need a key of node state that is not written on some path to them. It is not known whether the
 * outcomes of that path can follow one another, so a finding may be harmless.
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
  for (const { at, args, related, first } of groupReads(missing)) {
    const path = state.pathWithout(first);
    if (path === undefined) continue;
    const same = never.flatMap(({ read, node }) => (read.key === args.key ? [node.namePlace] : []));
    const restsOn = [...same, ...stale(first.vertex)];
    report({ at, args: { ...args, path: pathText(state.graph, path) }, related, restsOn });
  }
});
