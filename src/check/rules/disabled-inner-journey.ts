import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** Reports nodes that run a disabled journey, where that journey is among those checked. */
export const disabledInnerJourney = journeyRule(
  "disabled-inner-journey",
  "proves",
  (facts, report) => {
    for (const { node, setting, inner, isEvaluated } of facts.calls) {
      const enabled = facts.model.journeyById(inner)?.settings.get("enabled");
      if (!isEvaluated || enabled?.value !== false) continue;
      const related = [{ place: enabled.place, message: "Disabled here" }];
      report({ at: setting.place, args: { node: nodeLabel(node), inner }, related });
    }
  },
  { evenIfIncomplete: true },
);
