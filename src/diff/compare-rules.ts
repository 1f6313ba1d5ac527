import type { Journey, JourneyRule, RuleTarget } from "../model/model.js";
import { outcomeWithId } from "../model/outcome-index.js";
import type { Change } from "./difference.js";
import type { JourneyPair } from "./journey-pair.js";

/** Finds `require` and `forbid` rules that were added or removed. A renamed node does not change a rule. */
export function compareRules({ before, after, areTexts, nodes, ids }: JourneyPair): readonly Change[] {
  if (!areTexts) return [];
  const names = new Map<string, string>();
  for (const [left, right] of nodes.entries()) names.set(ruleName(left), ruleName(right));
  const rename = (name: string) => names.get(name) ?? name;
  const old = counted(before.rules.map((rule) => ruleText(rule, rename, (id) => outcomeText(ids.text(id), after))));
  const now = counted(
    after.rules.map((rule) =>
      ruleText(
        rule,
        (name) => name,
        (id) => outcomeText(id, after),
      ),
    ),
  );
  const changes: Change[] = [];
  for (const [rule, count] of now) {
    for (let more = old.get(rule) ?? 0; more < count; more++) changes.push({ kind: "rule-added", rule });
  }
  for (const [rule, count] of old) {
    for (let more = now.get(rule) ?? 0; more < count; more++) changes.push({ kind: "rule-removed", rule });
  }
  return changes;
}

function ruleName(node: { readonly name: string; readonly page: string | undefined }): string {
  return node.page === undefined ? node.name : `${node.page}.${node.name}`;
}

function ruleText(rule: JourneyRule, rename: (name: string) => string, outcome: (id: string) => string): string {
  const target = ({ kind, ...more }: RuleTarget) => (kind === "node" && "name" in more ? rename(`${more.name}`) : kind);
  const reference = (name: string) =>
    rename(name) + (rule.outcomeId === undefined ? "" : `.${outcome(rule.outcomeId)}`);
  return rule.kind === "require"
    ? `require ${reference(rule.node)} before ${target(rule.before)}`
    : `forbid ${target(rule.target)} after ${reference(rule.after)}`;
}

/** The outcome without the inner node's id that a page puts in front, which no author writes. */
function outcomeText(id: string, journey: Journey): string {
  for (const node of journey.nodes) {
    const outcome = node.children.length > 0 && outcomeWithId(node.outcomes, id);
    if (outcome) return outcome.outcome;
  }
  return id;
}

function counted(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
