import type { Name, RuleStatement } from "../syntax/ast.js";
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
  scope.reporter.report("unknown-node", place, argsOf(end, scope), { help, fixes });
  return true;
}

/** `forbid Save after FAILURE`: an outcome has its node before it. */
function reportOutcomeAlone(
  { reference, target }: RuleStatement,
  nodes: ReadonlyMap<string, JourneyNode>,
  scope: JourneyScope,
): boolean {
  const [name, more] = reference?.parts ?? [];
  if (name === undefined || more !== undefined || nodes.has(name.text)) return false;
  const having = [...nodes.values()].filter(({ outcomes }) => outcomes.some(({ outcome }) => outcome === name.text));
  const ofTarget = having.filter((node) => node.name === target?.text);
  const [only, second] = ofTarget.length === 1 ? ofTarget : having;
  if (only === undefined || second !== undefined) return false;
  const right = `${only.name}.${name.text}`;
  const extras = {
    help: `An outcome has its node before it: write \`${right}\`.`,
    fixes: [{ title: `Write ${right}`, edits: [{ range: name.range, text: right }] }],
  };
  for (const used of [only.name, target?.text ?? ""]) scope.nodes.use(used);
  scope.reporter.report("unknown-node", placeIn(scope, name.range), argsOf(name, scope), extras);
  return true;
}

/** `require Check before end`. */
function reportEndCalledElsewhere(target: Name, nodes: ReadonlyMap<string, JourneyNode>, scope: JourneyScope): boolean {
  if (
    nodes.has(target.text) ||
    !/^(?:end|exit|finish(?:ed)?|done|complete[d]?|stop|fail(?:ed)?|error|ok)$/i.test(target.text)
  )
    return false;
  const help = "A journey ends in `success` or in `failure`: write the one that is meant.";
  scope.reporter.report("unknown-node", placeIn(scope, target.range), argsOf(target, scope), { help });
  return true;
}

function argsOf({ text }: Name, { journeyName }: JourneyScope) {
  return { journey: journeyName, name: text };
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
    if (reportTurned(statement, nodes, scope) || reportOutcomeAlone(statement, nodes, scope)) continue;
    if (reportEndCalledElsewhere(targetName, nodes, scope)) continue;
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
