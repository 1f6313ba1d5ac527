import type { DiagnosticExtras, Place } from "../diagnostics/diagnostic.js";
import { nameOfOneStem } from "../diagnostics/suggest.js";
import type { Name, Reference } from "../syntax/ast.js";
import { isEndName } from "../syntax/reserved-names.js";
import { targetNames } from "./bind-target.js";
import type { JourneyNode, RuleTarget } from "./model.js";
import type { NotedUses } from "./name-uses.js";
import type { NodeInPage } from "./node-table.js";
import { helpWith, outcomeCalled, outcomeNames } from "./outcome-advice.js";
import { matchingOutcomes } from "./outcome-index.js";
import { type JourneyScope, placeIn } from "./scope.js";

/** The parts of a scope that references need. */
export interface ReferenceScope extends Pick<JourneyScope, "source" | "reporter" | "journeyName"> {
  /** The nodes whose names are suggested, and the uses of their names. */
  readonly nodes: {
    readonly names: Iterable<string>;
    readonly innerNode: (name: string) => NodeInPage | undefined;
    /** The node that the canvas shows under a name, where no other name is meant. */
    readonly called?: (text: string) => string | undefined;
    /** The only node of a type. */
    readonly ofType?: (type: string) => string | undefined;
    /** The only node with an outcome. */
    readonly withOutcome?: (outcome: string) => string | undefined;
  } & NotedUses;
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
  scope.nodes.use(node.name);
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
export function reportUnknownNode(
  { parts }: Reference,
  scope: ReferenceScope,
  outcome: string | undefined = parts[1]?.text,
): void {
  const [first] = parts;
  if (first === undefined) return;
  const place = placeIn(scope, first.range);
  const name = parts.map((part) => part.text).join(".");
  noteUnknownNode(first.text, name, place, scope, outcome);
}

/** Notes a node that a name stands for and that does not exist; `written` is the name with what is behind it. */
export function noteUnknownNode(
  name: string,
  written: string,
  place: Place,
  scope: ReferenceScope,
  outcome?: string,
): void {
  const { nodes, reporter, journeyName } = scope;
  const inner = nodes.innerNode(name);
  if (inner !== undefined) {
    // A step may mean the page itself.
    const right = written === name ? "" : `: write \`${inner.page}.${written}\``;
    const help = `It is inside the page \`${inner.page}\`${right}.`;
    const extras = { help, restsOn: [inner.head] };
    reporter.report("unknown-node", place, { name, journey: journeyName }, extras);
    return;
  }
  noteUnknown(name, written, place, nodes.names, scope, outcome);
}

function noteUnknown(
  name: string,
  written: string,
  place: Place,
  candidates: Iterable<string>,
  { nodes, reporter, journeyName }: ReferenceScope,
  outcome?: string,
): void {
  const report = (extras: DiagnosticExtras, at = place) =>
    reporter.report("unknown-node", at, { name: written, journey: journeyName }, extras);
  const near = reporter.nearest(name, candidates) ?? nodes.ofType?.(name) ?? longerName(name, nodes.names);
  const called = near === undefined ? nodes.called?.(name) : undefined;
  if (called === undefined) {
    const having = near === undefined && outcome !== undefined ? nodes.withOutcome?.(outcome) : undefined;
    // That a node has the outcome, or begins alike, does not say that it has got another name.
    const maybe = near === undefined ? (having ?? nameOfOneStem(name, nodes.names)) : undefined;
    if (maybe === undefined) nodes.unknown({ name, place, near, report });
    else nodes.unknown({ name, place, near: maybe, report, fixesTo: () => [] });
    return;
  }
  const whole = withQuotes(place);
  report(reporter.offer([called], whole), whole);
}

/** The only name that is another one with something added or left out: a node often gets a longer name than it had. */
function longerName(name: string, candidates: Iterable<string>): string | undefined {
  const written = name.toLowerCase();
  if (written.length < shortestPart) return undefined;
  const [only, second] = [...candidates].filter((candidate) => {
    const other = candidate.toLowerCase();
    return other.length >= shortestPart && (other.includes(written) || written.includes(other));
  });
  return second === undefined ? only : undefined;
}

const shortestPart = 5;

/** A name of the canvas may stand in quotes, which the name of a node has not. */
function withQuotes(place: Place): Place {
  const { text } = place.source;
  const { start, end } = place.range;
  const isQuoted = text.charAt(start - 1) === '"' && text.charAt(end) === '"';
  return isQuoted ? { ...place, range: { start: start - 1, end: end + 1 } } : place;
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
  const inner = node.children.find(({ name }) => name === child);
  if (inner !== undefined) reportInnerOutcome(node, inner, outcome, scope);
  else if (child !== undefined) reportUnknownInner(node, child, outcome, scope);
  else if (node.outcomesKnown && !node.connections.some((connection) => connection.outcomeId === outcome.text)) {
    const place = placeIn(scope, outcome.range);
    const near = scope.reporter.nearest(outcome.text, outcomeNames(node)) ?? outcomeCalled(outcome.text, node);
    const help = near === undefined ? { help: helpWith(node) } : scope.reporter.offer([near], place);
    const listed = node.properties.get("outcomes")?.place;
    const extras = listed === undefined ? help : { ...help, restsOn: [listed] };
    scope.reporter.report("unknown-outcome", place, { node: node.name, outcome: outcome.text }, extras);
  }
  return outcome.text;
}

/** An outcome of an inner node that the page does not have. Where the node's own arrows are wrong in the same way, that is told. */
function reportUnknownInner(
  page: JourneyNode,
  child: string,
  outcome: Name,
  { source, reporter }: ReferenceScope,
): void {
  if (!page.outcomesKnown) return;
  const having = page.outcomes.flatMap((each) => (each.outcome === outcome.text && each.child ? [each.child] : []));
  const near = reporter.nearest(child, having) ?? (having.length === 1 ? having[0] : undefined);
  const help = near === undefined ? helpWith(page) : `Did you mean \`${near}.${outcome.text}\`?`;
  const args = { node: page.name, outcome: `${child}.${outcome.text}` };
  reporter.report("unknown-outcome", placeIn({ source }, outcome.range), args, { help, restsOn: [page.place] });
}

/** An outcome of an inner node that the page does not have: the inner node lacks it, or does not decide where the page leads. */
function reportInnerOutcome(page: JourneyNode, inner: JourneyNode, outcome: Name, scope: ReferenceScope): void {
  const isOwn = matchingOutcomes(inner, undefined, outcome.text).length > 0;
  if (!page.outcomesKnown && (isOwn || !inner.outcomesKnown)) return;
  const place = placeIn(scope, outcome.range);
  const [deciding] = page.outcomes;
  const near = scope.reporter.nearest(outcome.text, outcomeNames(inner)) ?? outcomeCalled(outcome.text, inner);
  const extras = isOwn
    ? { help: `The outcomes of page \`${page.name}\` are those of \`${deciding?.child}\`.` }
    : near === undefined
      ? {}
      : scope.reporter.offer([near], place);
  const args = { node: isOwn ? page.name : `${page.name}.${inner.name}`, outcome: outcome.text };
  scope.reporter.report("unknown-outcome", place, args, extras);
}

/** Finds the node or end that a rule names. An unknown name is reported. */
export function resolveRuleTarget(name: Name, scope: JourneyScope): RuleTarget | undefined {
  if (isEndName(name.text)) return { kind: name.text };
  const { nodes } = scope;
  if (nodes.byName.has(name.text)) {
    nodes.use(name.text);
    return { kind: "node", name: name.text };
  }
  noteUnknown(name.text, name.text, placeIn(scope, name.range), targetNames(nodes), scope);
  return undefined;
}
