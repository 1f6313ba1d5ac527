import { nearestName } from "../../diagnostics/suggest.js";
import { generationOf, placeInScript } from "../../model/script-place.js";
import { allNodes } from "../../model/used-resources.js";
import { decidingScript } from "../deciding-script.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** A script that is nothing but a text: a tool has encoded it twice. */
const wholeText = /^\s*(["'])(?:[^"'\\]|\\.|(?!\1)["'])*\1\s*;?\s*$/s;

/** Reports scripts that certainly leave their node without an outcome, each once: no way sets one, or what is set is no outcome. */
export const scriptWithoutOutcome = journeyRule("script-without-outcome", "may-miss", (facts, report) => {
  const seen = new Set<string>();
  for (const node of allNodes(facts.reachedNodes)) {
    const deciding = decidingScript(node, facts.scripts);
    if (!deciding || seen.has(deciding.script.id)) continue;
    const { script, undecided, originalOffset } = deciding;
    seen.add(script.id);
    const told = (
      problem: "none" | "no-text" | "not-built" | "asked-again" | "one-text",
      offset: number,
      written?: string,
    ) => {
      const { at, line } = placeInScript(script, originalOffset(offset));
      const related = [{ place: node.namePlace, message: "The node that runs it" }];
      report({ at, args: { script: script.title, node: nodeLabel(node), line, problem, written }, related });
    };
    const [noText] = undecided.noTexts;
    const [unbuilt] = generationOf(script) === "legacy" ? undecided.unbuilt : [];
    if (noText !== undefined) told("no-text", noText);
    if (unbuilt !== undefined) told("not-built", unbuilt);
    if (undecided.askedAgain !== undefined) told("asked-again", undecided.askedAgain);
    if (undecided.setInstead === undefined) continue;
    if (wholeText.test(script.body)) {
      told("one-text", 0);
      continue;
    }
    const misspelt = undecided.setInstead.find(({ name }) => nearestName(name, ["outcome"], 2) !== undefined);
    told("none", misspelt?.at ?? 0, misspelt?.name);
  }
});
