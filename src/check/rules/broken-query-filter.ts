import { isPlaceholder } from "../../catalogue/placeholder.js";
import type { Fix, Place } from "../../diagnostics/diagnostic.js";
import { nodeLabel } from "../describe-node.js";
import { queryFilterMeantBy } from "../meant-query-filter.js";
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
    if (problem === undefined) continue;
    const args = { node: nodeLabel(node), problem };
    const meant = queryFilterMeantBy(filter);
    if (meant === undefined) report({ at: setting.place, args });
    else report({ at: setting.place, args, help: `Write \`${meant}\`.`, fixes: fixesAt(setting.place, meant) });
  }
});

/** Writes the filter, where it stands in one text of a journey without a parameter. */
function fixesAt({ source, range, pointer, parameter }: Place, filter: string): readonly Fix[] {
  if (pointer !== undefined || parameter !== undefined || !/^"[^"]|^"\\"/.test(source.slice(range))) return [];
  const text = JSON.stringify(filter);
  return [{ title: `Write ${text}`, edits: [{ range, text }] }];
}
