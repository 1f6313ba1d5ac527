import type { Name, Reference } from "../syntax/ast.js";
import { isEndName } from "../syntax/reserved-names.js";
import { matchingOutcomes, targetNames } from "./bind-edges.js";
import type { JourneyNode, RuleTarget } from "./model.js";
import { type JourneyScope, placeIn } from "./scope.js";

/** The node, and the outcome if there is one, that a rule or scenario refers to. */
export interface ResolvedReference {
  readonly node: JourneyNode;
  /** The name of the inner node, where the reference names one. */
  readonly child: string | undefined;
  /** The id of the outcome on the platform. */
  readonly outcomeId: string | undefined;
}

/**
 * Resolves `A`, `A.outcome`, `Page.Node` and `Page.Node.outcome`. The second name is an inner node if the page has one of
 * that name, otherwise an outcome. Unknown names are reported.
 */
export function resolveReference(
  reference: Reference,
  nodes: ReadonlyMap<string, JourneyNode>,
  scope: JourneyScope,
): ResolvedReference | undefined {
  const [first, second, third] = reference.parts;
  const node = first === undefined ? undefined : nodes.get(first.text);
  if (first === undefined) return undefined;
  if (node === undefined) {
    const place = placeIn(scope, first.range);
    const extras = scope.reporter.suggest(first.text, scope.nodes.names, place);
    scope.reporter.report(
      "unknown-node",
      place,
      { name: referenceText(reference), journey: scope.journeyName },
      extras,
    );
    return undefined;
  }
  if (second === undefined) return { node, child: undefined, outcomeId: undefined };
  const isChild = node.children.some((child) => child.name === second.text);
  if (isChild && third === undefined) return { node, child: second.text, outcomeId: undefined };
  const [childName, outcome] = isChild ? [second.text, third as Name] : [undefined, second];
  return { node, child: childName, outcomeId: resolveNodeOutcome(node, childName, outcome, scope) };
}

/** Finds the id on the platform of an outcome that a rule or scenario names. An unknown name is reported. */
export function resolveNodeOutcome(
  node: JourneyNode,
  child: string | undefined,
  outcome: Name,
  scope: JourneyScope,
): string {
  const [match] = matchingOutcomes(node, child, outcome.text);
  if (match !== undefined) return match.id;
  if (node.outcomesKnown && !node.connections.some((connection) => connection.outcomeId === outcome.text)) {
    const place = placeIn(scope, outcome.range);
    const names = node.outcomes.map((candidate) => candidate.outcome);
    const extras = scope.reporter.suggest(outcome.text, names, place);
    scope.reporter.report("unknown-outcome", place, { node: node.name, outcome: outcome.text }, extras);
  }
  return outcome.text;
}

/** Finds the node or end that a rule names. An unknown name is reported. */
export function resolveRuleTarget(name: Name, scope: JourneyScope): RuleTarget | undefined {
  if (!name.quoted && isEndName(name.text)) return { kind: name.text };
  if (scope.nodes.byName.has(name.text)) return { kind: "node", name: name.text };
  const place = placeIn(scope, name.range);
  const extras = scope.reporter.suggest(name.text, targetNames(scope.nodes), place);
  scope.reporter.report("unknown-node", place, { name: name.text, journey: scope.journeyName }, extras);
  return undefined;
}

/** The text of a reference as its author wrote it. */
function referenceText(reference: Reference): string {
  return reference.parts.map((part) => part.text).join(".");
}
