import { placeInScript } from "../../model/script-place.js";
import { decidingScript } from "../deciding-script.js";
import { nodeLabel } from "../describe-node.js";
import { textsOfLibrary } from "../libraries.js";
import { journeyRule } from "../rule.js";

/** Reports outcomes that a script chooses and its node does not list, each once a node. What a script computes is not looked at. */
export const scriptOutcomeNotListed = journeyRule("script-outcome-not-listed", "may-miss", (facts, report) => {
  for (const node of facts.reachedNodes) {
    const deciding = decidingScript(node, facts.scripts);
    // Without a list of its own, the node has another finding: it is misspelt, or nothing is connected.
    if (!deciding || node.properties.get("outcomes")?.explicit === false) continue;
    const { script, listed, outcomes, originalOffset } = deciding;
    const seen = new Set(listed);
    for (const { possible, ofLibraries, at: chosenAt } of outcomes.chosen) {
      const required = ofLibraries.flatMap((of) => textsOfLibrary(of, facts.scripts));
      for (const { text: outcome, lacked, at: textAt } of [...possible, ...required]) {
        if (seen.has(outcome)) continue;
        seen.add(outcome);
        const { at, line } = placeInScript(script, originalOffset(textAt ?? chosenAt));
        const related = [{ place: node.namePlace, message: "The node that runs it" }];
        report({ at, args: { script: script.title, line, outcome, node: nodeLabel(node), listed, lacked }, related });
      }
    }
  }
});
