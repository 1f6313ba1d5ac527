import type { DiagnosticExtras, Place } from "../diagnostics/diagnostic.js";
import type { Name } from "../syntax/ast.js";
import { isEndName } from "../syntax/reserved-names.js";
import { endsMeantBy } from "./ends-meant-by.js";
import { terminalIds } from "./ids.js";
import type { Target } from "./model.js";
import type { NodeInPage, NodeTable } from "./node-table.js";
import { type JourneyScope, placeIn } from "./scope.js";

/** The target of an arrow, which leaves `owner`. An unknown name is reported, and the arrow makes no connection. */
export function bindTarget(name: Name, scope: JourneyScope, owner?: string): Target | undefined {
  const { text } = name;
  if (!name.quoted && isEndName(text)) return { kind: text };
  const { nodes, reporter, journeyName } = scope;
  const node = nodes.byName.get(text);
  if (node !== undefined) {
    nodes.use(node.name);
    return { kind: "node", name: node.name, id: node.id };
  }
  const literal = name.quoted ? literalTarget(text, nodes) : undefined;
  const titled = literal?.kind === "foreign" ? nodeTitledLike(text, scope) : undefined;
  if (literal !== undefined && titled === undefined) return literal;
  const place = placeIn(scope, name.range);
  const report = (extras: DiagnosticExtras) =>
    reporter.report("unresolved-target", place, { name: text, journey: journeyName }, extras);
  if (titled !== undefined) {
    report(reporter.offer([titled], place));
    return undefined;
  }
  const end = ownMeantBy(text, owner, scope) ?? endOrIdMeantBy(text, nodes);
  const inner = nodes.innerNode(text);
  if (inner !== undefined) report(insidePage(inner, place, scope));
  else if (end !== undefined) report(reporter.offer(end, place));
  else if (scope.journeyIds.has(text)) report(adviseOnJourneyAsTarget(text, place, scope));
  else {
    const near = reporter.nearest(text, targetNames(nodes));
    const called = near === undefined ? nodes.called(text) : undefined;
    if (called !== undefined) report(reporter.offer([called], place));
    else nodes.unknown({ name: text, place, near, report });
  }
  return undefined;
}

/** The page is meant, unless there is another node to which nothing leads: that may be meant as well. */
function insidePage(
  { page, head, isElsewhereToo }: NodeInPage,
  place: Place,
  { nodes, members, reporter }: JourneyScope,
): DiagnosticExtras {
  const isClear = !isElsewhereToo && nodes.unled(members).every((name) => name === page);
  const { fixes = [] } = isClear ? reporter.offer([page], place) : {};
  return { help: `It is inside the page \`${page}\`: lead the arrow there.`, restsOn: [head], fixes };
}

/** A journey is run by a node. */
function adviseOnJourneyAsTarget(
  journey: string,
  place: Place,
  { nodes, reporter, journeyIds }: JourneyScope,
): DiagnosticExtras {
  const runs = [...nodes.byName.values()].filter(({ declaration: { members } }) =>
    members.some(
      (member) =>
        member.kind === "property" &&
        member.value?.kind === "string" &&
        member.value.parts.join("") === journeyIds.get(journey),
    ),
  );
  if (runs.length === 1) return reporter.offer([runs[0]?.name ?? ""], place);
  return { help: "It is a journey: lead the arrow to a node of type `InnerTreeEvaluator` that runs it." };
}

/** The node that the arrow leaves (`-> self`), and the one with which the journey begins (`-> start`). */
function ownMeantBy(text: string, owner: string | undefined, { members }: JourneyScope): readonly string[] | undefined {
  if (owner !== undefined && /^(?:self|this|itself|here)$/i.test(text)) return [owner];
  if (!/^(?:start|begin|beginning|entry|restart)$/i.test(text)) return undefined;
  const entry = members.find((member) => member.kind === "entry");
  const first = entry?.kind === "entry" ? entry.target?.text : undefined;
  return first === undefined || first === text ? undefined : [first];
}

/** What an unknown target stands for where it is an end in other words, or the id of a node or an end without its quotes. */
function endOrIdMeantBy(text: string, nodes: NodeTable): readonly string[] | undefined {
  const target = literalTarget(text, nodes);
  if (target.kind === "foreign") return endsMeantBy(text);
  return [target.kind === "node" ? target.name : target.kind];
}

/** The node whose title, or whose name, a text in quotes is or nearly is. Ids of the platform are like none. */
function nodeTitledLike(text: string, { nodes, reporter }: JourneyScope): string | undefined {
  if (/^[\da-f]{8}-[\da-f-]{27}$/i.test(text)) return undefined;
  const { byTitle } = nodes;
  const near = byTitle.has(text) ? text : reporter.nearest(text, byTitle.keys());
  return near === undefined ? nodes.called(text) : byTitle.get(near);
}

/** A quoted target is an id of the platform: that of a node of the journey, of an end, or of a node elsewhere. */
function literalTarget(id: string, nodes: NodeTable): Target {
  if (id === terminalIds.success) return { kind: "success" };
  if (id === terminalIds.failure) return { kind: "failure" };
  const node = nodes.withId(id);
  return node === undefined ? { kind: "foreign", id } : { kind: "node", name: node.name, id };
}

/** The names of all possible targets, for suggestions. */
export function* targetNames(nodes: NodeTable): Iterable<string> {
  yield* nodes.names;
  yield "success";
  yield "failure";
}
