import type { RuleStatement } from "../syntax/ast.js";
import type { JourneyNode, JourneyRule } from "./model.js";
import { resolveReference, resolveRuleTarget } from "./resolve-reference.js";
import { type JourneyScope, placeIn } from "./scope.js";

/** Binds `require` and `forbid`. A rule about an unknown node is reported and left out. */
export function bindRules(
  statements: readonly RuleStatement[],
  nodes: ReadonlyMap<string, JourneyNode>,
  scope: JourneyScope,
): readonly JourneyRule[] {
  const rules: JourneyRule[] = [];
  for (const statement of statements) {
    const { reference, target: targetName } = statement;
    if (reference === undefined || targetName === undefined) continue;
    const resolved = resolveReference(reference, nodes, scope);
    const target = resolveRuleTarget(targetName, scope);
    if (resolved === undefined || target === undefined) continue;
    const place = placeIn(scope, statement.range);
    // A page shows its inner nodes together, so a path passes an inner node when it passes the page.
    const { node, outcomeId } = resolved;
    rules.push(
      statement.kind === "require"
        ? { kind: "require", node: node.name, outcomeId, before: target, place }
        : { kind: "forbid", target, after: node.name, outcomeId, place },
    );
  }
  return rules;
}
