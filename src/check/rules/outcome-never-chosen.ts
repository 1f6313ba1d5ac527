import { allNodes } from "../../model/used-resources.js";
import { allChosen, decidingScript } from "../deciding-script.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** Reports outcomes that a node lists and its script never chooses, where the script shows all that it chooses. */
export const outcomeNeverChosen = journeyRule("outcome-never-chosen", "may-miss", (facts, report) => {
  for (const node of allNodes(facts.reachedNodes)) {
    const deciding = decidingScript(node, facts.scripts);
    if (!deciding) continue;
    const { script, listed } = deciding;
    const chosen = allChosen(node, facts.scripts);
    if (chosen === undefined) continue;
    const never = listed.filter((outcome) => !chosen.has(outcome));
    // Where others are chosen instead, `script-outcome-not-listed` says so.
    if (never.length === 0 || [...chosen].some((outcome) => !listed.includes(outcome))) continue;
    report({ at: node.namePlace, args: { node: nodeLabel(node), script: script.title, outcomes: never } });
  }
});
