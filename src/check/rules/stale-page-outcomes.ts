import { isPage } from "../../model/pages.js";
import { nodeLabel } from "../describe-node.js";
import { certainOutcomes, decidingChild } from "../outcomes-by-settings.js";
import { nodeRule } from "../rule.js";

/**
 * Reports pages whose connections are for outcomes that their inner node had before its choices changed, or that another one had which stood
 * in its place: the page's own list, which the export repeats, agrees with the connections but not with the inner node, which decides.
 */
export const stalePageOutcomes = nodeRule("stale-page-outcomes", "may-miss", (page) => {
  const child = isPage(page) ? decidingChild(page) : undefined;
  const outcomes = child && certainOutcomes(child)?.map(({ outcome }) => outcome);
  if (child === undefined || outcomes === undefined) return [];
  const prefix = page.connections.some(({ outcomeId }) => outcomeId.startsWith(child.id)) ? `${child.id}-` : "";
  const isSame = (id: string, at: number) => id === `${prefix}${outcomes[at]}`;
  if (page.outcomes.length === outcomes.length && page.outcomes.every(({ id }, at) => isSame(id, at))) return [];
  const connected = new Set(page.connections.map(({ outcomeId }) => outcomeId));
  const listed = new Set(page.outcomes.map(({ id }) => id));
  const missing = outcomes.filter((outcome) => !connected.has(prefix + outcome) && !listed.has(prefix + outcome));
  // From version 2.0 on, other inner nodes may have outcomes of the page beside those of the last one.
  const own = [...connected].filter((id) => id.startsWith(prefix) && listed.has(id));
  const gone = own.filter((id) => !outcomes.some((outcome) => prefix + outcome === id));
  const problem = missing.length > 0 ? "missing" : "gone";
  const names = missing.length > 0 ? missing : gone.map((id) => id.slice(prefix.length));
  if (names.length === 0) return [];
  const args = { node: nodeLabel(page), child: nodeLabel(child), outcomes: names, problem } as const;
  // A node that has no place on a page has a finding of its own.
  const finding = { at: page.namePlace, args, restsOn: [child.typePlace] };
  return [
    (facts) => {
      const isListed = facts.document.listsOutcomes(page.id) && facts.document.hasBody(child.id);
      return isListed && facts.isReached(page) ? finding : undefined;
    },
  ];
});
