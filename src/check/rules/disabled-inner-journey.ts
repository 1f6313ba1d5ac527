import { nodeLabel } from "../describe-node.js";
import { innerCalls } from "../inner-calls.js";
import { journeyRule } from "../rule.js";

/** Reports nodes that run a journey of those checked that is disabled. */
export const disabledInnerJourney = journeyRule(
  "disabled-inner-journey",
  "proves",
  (journey, report, facts) => {
    for (const { node, setting, inner, isEvaluated } of innerCalls(journey)) {
      const enabled = facts.journeyById(inner)?.settings.get("enabled");
      if (!isEvaluated || enabled?.value !== false) continue;
      const related = [{ place: enabled.place, message: "Disabled here" }];
      report({ at: setting.place, args: { node: nodeLabel(node), inner }, related });
    }
  },
  { evenIfIncomplete: true },
);
