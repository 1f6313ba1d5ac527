import { nodeLabel } from "../describe-node.js";
import { certainOutcomes, decidingChild } from "../outcomes-by-settings.js";
import { journeyRule } from "../rule.js";

/**
 * Reports pages whose connections are for outcomes that their inner node had before its choices changed, or that another one had which stood
 * in its place: the page's own list, which the export repeats, agrees with the connections but not with the inner node, which decides.
 */
export const stalePageOutcomes = journeyRule("stale-page-outcomes", "may-miss", (facts, report) => {
  for (const page of facts.reachedPages) {
    if (!facts.document.listsOutcomes(page.id)) continue;
    const child = decidingChild(page);
    if (child === undefined || !facts.document.hasBody(child.id)) continue;
    const outcomes = certainOutcomes(child)?.map(({ outcome }) => outcome);
    if (outcomes === undefined) continue;
    const prefix = page.connections.some(({ outcomeId }) => outcomeId.startsWith(child.id)) ? `${child.id}-` : "";
    // Where the page lists what its node has, nothing is missing, and nothing is gone.
    if (
      page.outcomes.length === outcomes.length &&
      page.outcomes.every(({ id }, at) => id === `${prefix}${outcomes[at]}`)
    )
      continue;
    const connected = new Set(page.connections.map(({ outcomeId }) => outcomeId));
    const listed = new Set(page.outcomes.map(({ id }) => id));
    const missing = outcomes.filter((outcome) => !connected.has(prefix + outcome) && !listed.has(prefix + outcome));
    // From version 2.0 on, other inner nodes may have outcomes of the page beside those of the last one.
    const own = [...connected].filter((id) => id.startsWith(prefix) && listed.has(id));
    const gone = own.filter((id) => !outcomes.some((outcome) => prefix + outcome === id));
    const args = { node: nodeLabel(page), child: nodeLabel(child) };
    // A node that has no place on a page has a finding of its own.
    const restsOn = [child.typePlace];
    if (missing.length > 0)
      report({ at: page.namePlace, args: { ...args, outcomes: missing, problem: "missing" }, restsOn });
    else if (gone.length > 0) {
      const names = gone.map((id) => id.slice(prefix.length));
      report({ at: page.namePlace, args: { ...args, outcomes: names, problem: "gone" }, restsOn });
    }
  }
});
