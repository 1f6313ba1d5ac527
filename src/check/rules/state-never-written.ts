import { versionOf } from "../../catalogue/catalogue.js";
import { judgeCondition } from "../../catalogue/condition.js";
import { nodeLabel } from "../describe-node.js";
import { placeOfSetting } from "../differing-nodes.js";
import type { JourneyFacts } from "../journey-facts.js";
import { propertyValues } from "../node-behaviour.js";
import { journeyRule } from "../rule.js";
import { groupReads } from "../state/report-reads.js";

/**
 * Reports nodes that need a key of node state that nothing on any path to them writes. Unknown nodes, inner journeys
 * and unreadable scripts may write anything. A journey that gets its state from another one is skipped; the missing key
 * is reported at the node that runs it.
 */
export const stateNeverWritten = journeyRule("state-never-written", "may-miss", (facts, report) => {
  const state = facts.state;
  const missing = state.reads.filter((at) => at.read.required && state.availability(at) === "never");
  if (missing.length === 0 || facts.isGivenState) return;
  for (const { at, args, related, first } of groupReads(missing)) {
    const restsOn = state.lostWriters(first).map(({ namePlace }) => namePlace);
    // Who the user is, many nodes tell: a setting of one of them is not the remedy.
    const [set] = args.key === "username" ? [] : settingsThatWrite(args.key, facts);
    if (set === undefined) {
      report({ at, args, related, restsOn });
      continue;
    }
    const { node, property, value } = set;
    const help = `Write \`${property}: ${JSON.stringify(value)}\` in \`${nodeLabel(node)}\`: only then it writes ${JSON.stringify(args.key)}.`;
    const place = placeOfSetting(node, property);
    report({
      at,
      args,
      help,
      related: [{ place, message: `${nodeLabel(node)} does not write it with this value` }, ...related],
      restsOn,
    });
  }
});

/** The nodes that would write a key with another value of one setting. */
function settingsThatWrite(key: string, { nodes }: JourneyFacts) {
  return nodes.flatMap((node) => {
    const outputs = node.type && versionOf(node.type, node.version)?.outputs;
    return (outputs ?? []).flatMap(({ key: written, when }) =>
      written === key && when !== undefined && "equals" in when && judgeCondition(when, propertyValues(node)) === "no"
        ? [{ node, property: when.property, value: when.equals }]
        : [],
    );
  });
}
