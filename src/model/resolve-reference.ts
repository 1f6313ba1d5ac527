import type { Name, Reference } from "../syntax/ast.js";
import { isEndName } from "../syntax/reserved-names.js";
import { matchingOutcomes, outcomeNames, targetNames } from "./bind-edges.js";
import type { JourneyNode, RuleTarget } from "./model.js";
import { type JourneyScope, placeIn } from "./scope.js";

/** The parts of a scope that references need. */
export interface ReferenceScope extends Pick<JourneyScope, "source" | "reporter" | "journeyName"> {
  /** The nodes whose names are suggested. */
  readonly nodes: { readonly names: Iterable<string> };
}

/** The node, and the outcome if there is one, that a rule refers to. */
export interface ResolvedReference {
  readonly node: JourneyNode;
  /** The id of the outcome on the platform. */
  readonly outcomeId: string | undefined;
}

/** Resolves `A`, `A.outcome`, `Page.Node` and `Page.Node.outcome`. Unknown names are reported. */
export function resolveReference(
  reference: Reference,
  nodes: ReadonlyMap<string, JourneyNode>,
  scope: ReferenceScope,
): ResolvedReference | undefined {
  const [first] = reference.parts;
  if (first === undefined) return undefined;
  const node = nodes.get(first.text);
  if (node === undefined) {
    reportUnknownNode(reference, scope);
    return undefined;
  }
  const { child, outcome } = splitReference(reference, node);
  return { node, outcomeId: outcome && resolveNodeOutcome(node, child, outcome, scope) };
}

/**
 * Tells what the names after that of a node are. The second name is an inner node if the page has one of that name,
 * otherwise an outcome.
 */
export function splitReference(
  { parts }: Reference,
  node: JourneyNode,
): { readonly child: string | undefined; readonly outcome: Name | undefined } {
  const [, second, third] = parts;
  const isChild = second !== undefined && node.children.some(({ name }) => name === second.text);
  return isChild ? { child: second.text, outcome: third } : { child: undefined, outcome: second };
}

/** Reports the node of a reference as unknown, with the nearest name. */
export function reportUnknownNode({ parts }: Reference, scope: ReferenceScope): void {
  const [first] = parts;
  if (first === undefined) return;
  const place = placeIn(scope, first.range);
  const extras = scope.reporter.suggest(first.text, scope.nodes.names, place);
  const name = parts.map((part) => part.text).join(".");
  scope.reporter.report("unknown-node", place, { name, journey: scope.journeyName }, extras);
}

/** Finds the id on the platform of an outcome that a rule or scenario names. An unknown name is reported. */
export function resolveNodeOutcome(
  node: JourneyNode,
  child: string | undefined,
  outcome: Name,
  scope: ReferenceScope,
): string {
  const [match] = matchingOutcomes(node, child, outcome.text);
  if (match !== undefined) return match.id;
  if (node.outcomesKnown && !node.connections.some((connection) => connection.outcomeId === outcome.text)) {
    const place = placeIn(scope, outcome.range);
    const extras = scope.reporter.suggest(outcome.text, outcomeNames(node), place);
    scope.reporter.report("unknown-outcome", place, { node: node.name, outcome: outcome.text }, extras);
  }
  return outcome.text;
}

/** Finds the node or end that a rule names. An unknown name is reported. */
export function resolveRuleTarget(name: Name, scope: JourneyScope): RuleTarget | undefined {
  if (isEndName(name.text)) return { kind: name.text };
  if (scope.nodes.byName.has(name.text)) return { kind: "node", name: name.text };
  const place = placeIn(scope, name.range);
  const extras = scope.reporter.suggest(name.text, targetNames(scope.nodes), place);
  scope.reporter.report("unknown-node", place, { name: name.text, journey: scope.journeyName }, extras);
  return undefined;
}
