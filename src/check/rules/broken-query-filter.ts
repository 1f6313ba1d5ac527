import { isPlaceholder } from "../../catalogue/placeholder.js";
import type { Fix, Place } from "../../diagnostics/diagnostic.js";
import { nodeLabel } from "../describe-node.js";
import { queryFilterMeantBy } from "../meant-query-filter.js";
import { queryFilterProblem } from "../query-filter.js";
import { nodeRule } from "../rule.js";

/** Reports query filters that the platform cannot read. */
export const brokenQueryFilter = nodeRule("broken-query-filter", "may-miss", (node) => {
  const setting = node.typeId === "QueryFilterDecisionNode" ? node.properties.get("queryFilter") : undefined;
  const filter = setting?.value;
  if (setting === undefined || typeof filter !== "string" || filter === "" || isPlaceholder(filter)) return [];
  // Another tool may fill in values later.
  if (/\{\{|\$\{/.test(filter)) return [];
  const problem = queryFilterProblem(filter);
  if (problem === undefined) return [];
  const finding = { at: setting.place, args: { node: nodeLabel(node), problem } };
  const meant = queryFilterMeantBy(filter);
  if (meant === undefined) return [finding];
  return [{ ...finding, help: `Write \`${meant}\`.`, fixes: fixesAt(setting.place, meant) }];
});

/** Writes the filter, where it stands in one text of a journey without a parameter. */
function fixesAt({ source, range, pointer, parameter }: Place, filter: string): readonly Fix[] {
  if (pointer !== undefined || parameter !== undefined || !/^"[^"]|^"\\"/.test(source.slice(range))) return [];
  const text = JSON.stringify(filter);
  return [{ title: `Write ${text}`, edits: [{ range, text }] }];
}
