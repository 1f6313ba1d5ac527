import type { RuleStatement } from "../syntax/ast.js";
import { isEndName } from "../syntax/reserved-names.js";
import type { JourneyNode, JourneyRule } from "./model.js";
import { resolveReference, resolveRuleTarget } from "./resolve-reference.js";
import { type JourneyScope, placeIn } from "./scope.js";

/** `forbid Count after success`: nothing comes behind an end, so the two are turned round. */
function reportTurned(
  { kind, reference, target }: RuleStatement,
  nodes: ReadonlyMap<string, JourneyNode>,
  scope: JourneyScope,
): boolean {
  const [end, more] = reference?.parts ?? [];
  if (reference === undefined || target === undefined || end === undefined || more !== undefined) return false;
  if (!isEndName(end.text) || nodes.has(end.text)) return false;
  const right = `${kind} ${kind === "forbid" ? `${end.text} after ${target.text}` : `${target.text} before ${end.text}`}`;
  const place = placeIn(scope, end.range);
  const help = `Nothing comes behind \`${end.text}\`: write \`${right}\`.`;
  const edits = [
    { range: end.range, text: target.text },
    { range: target.range, text: end.text },
  ];
  // Which of the two is meant is known where the other one is a node.
  const fixes = nodes.has(target.text) ? [{ title: `Write ${right}`, edits }] : [];
  scope.nodes.use(target.text);
  scope.reporter.report("unknown-node", place, { journey: scope.journeyName, name: end.text }, { help, fixes });
  return true;
}

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
    if (reportTurned(statement, nodes, scope)) continue;
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
