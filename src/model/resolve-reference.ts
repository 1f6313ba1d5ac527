import type { Name, Reference } from "../syntax/ast.js";
import { isEndName } from "../syntax/reserved-names.js";
import { matchingOutcomes, targetNames } from "./bind-edges.js";
import type { JourneyNode, RuleTarget } from "./model.js";
import { type JourneyScope, placeIn } from "./scope.js";

/** What a reference of a rule or scenario means: a node of the journey, or one of its outcomes. */
export interface ResolvedReference {
  readonly node: JourneyNode;
  /** An inner node of a page, when the reference names one. */
  readonly child: string | undefined;
  /** The platform's outcome id. */
  readonly outcomeId: string | undefined;
}

/**
 * Resolves `A`, `A.outcome`, `Page.Node` and `Page.Node.outcome`. After a page's name an inner node is meant where there is one
 * of that name, else an outcome. What is not there is reported.
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

/** The platform's id of an outcome that a rule or scenario names. */
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

/** The node or end that a rule speaks of. */
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
