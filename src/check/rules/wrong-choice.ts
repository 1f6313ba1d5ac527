import { isPlaceholder } from "../../catalogue/placeholder.js";
import { nearestName } from "../../diagnostics/suggest.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** Reports choice collectors that list a choice twice, or whose default choice is none of the listed ones. */
export const wrongChoice = journeyRule("wrong-choice", "proves", ({ nodes }, report) => {
  for (const node of nodes) {
    if (node.typeId !== "ChoiceCollectorNode") continue;
    const choices = node.properties.get("choices");
    const list = choices?.value;
    if (choices === undefined || !choices.explicit || !Array.isArray(list) || list.some(isPlaceholder)) continue;
    const twice = list.find((choice, index) => list.indexOf(choice) < index);
    if (typeof twice === "string") {
      report({ at: choices.place, args: { node: nodeLabel(node), choice: twice, problem: "twice" } });
    }
    const chosen = node.properties.get("defaultChoice");
    const choice = chosen?.value;
    if (chosen === undefined || typeof choice !== "string" || choice === "" || isPlaceholder(choice)) continue;
    if (list.includes(choice)) continue;
    const near = nearestName(
      choice,
      list.filter((each) => typeof each === "string"),
    );
    const help = near === undefined ? {} : { help: `Did you mean "${near}"?` };
    // The platform takes the first choice instead, which is the one that is meant.
    const isHarmless = String(list[0]).toLowerCase() === choice.toLowerCase();
    const severity = isHarmless ? ({ severity: "info" } as const) : {};
    report({ at: chosen.place, args: { node: nodeLabel(node), choice, problem: "unlisted" }, ...help, ...severity });
  }
});
