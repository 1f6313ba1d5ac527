import { isPlaceholder } from "../../catalogue/placeholder.js";
import { nodeLabel } from "../describe-node.js";
import { queryFilterProblem } from "../query-filter.js";
import { journeyRule } from "../rule.js";

/** Reports query filters that the platform cannot read. */
export const brokenQueryFilter = journeyRule("broken-query-filter", "may-miss", ({ nodes }, report) => {
  for (const node of nodes) {
    if (node.typeId !== "QueryFilterDecisionNode") continue;
    const setting = node.properties.get("queryFilter");
    const filter = setting?.value;
    if (setting === undefined || typeof filter !== "string" || filter === "" || isPlaceholder(filter)) continue;
    // Another tool may fill in values later.
    if (/\{\{|\$\{/.test(filter)) continue;
    const problem = queryFilterProblem(filter);
    if (problem !== undefined) report({ at: setting.place, args: { node: nodeLabel(node), problem } });
  }
});
