import type { JourneyNode, Script } from "../../model/model.js";
import { type Collected, collectedUpTo, findsAccount, isCoveredBy, isForUsers } from "../collected-attributes.js";
import { nodeLabel } from "../describe-node.js";
import { findIgnoredAnswer, findLateAnswers, ignoredFields } from "../ignored-answers.js";
import type { JourneyFacts } from "../journey-facts.js";
import { journeyRule } from "../rule.js";

/**
 * Reports changes of an account for which nothing has been collected but what the account was looked up by, and new accounts
 * without a user name. Nodes that are not well known, and scripts and inner journeys that touch attributes, may collect anything.
 */
export const nothingToSave = journeyRule("nothing-to-save", "may-miss", (facts, report) => {
  const { graph } = facts;
  const late = findLateAnswers(facts);
  const [first, ...others] = late?.askers ?? [];
  if (late !== undefined && first !== undefined) {
    const names = late.askers.map(nodeLabel);
    const args = { node: nodeLabel(late.writer), isNew: false, ignored: undefined, late: names };
    const related = [
      { place: late.writer.namePlace, message: "The account is saved here" },
      ...others.map(({ namePlace }) => ({ place: namePlace, message: "What this node asks for is not saved either" })),
    ];
    report({ at: first.namePlace, args, related });
  }
  const known = { change: new Map<number, Collected>(), new: new Map<number, Collected>() };
  const writtenAt = writtenBesides(facts);
  const plainBefore: { change?: PlainCollectors; new?: PlainCollectors } = {};
  for (const role of ["writes-account", "creates-account"] as const) {
    for (const { index, node } of facts.playing(role)) {
      if (!facts.reached.has(index)) continue;
      if (node.typeId !== "PatchObjectNode" && node.typeId !== "CreateObjectNode") continue;
      const isNew = node.typeId === "CreateObjectNode";
      const answer = isNew ? undefined : findIgnoredAnswer(index, node, facts);
      if (answer !== undefined) {
        const { name, place, asker } = answer;
        const args = { node: nodeLabel(node), isNew, ignored: { name, asker: nodeLabel(asker) } };
        report({ at: place, args, related: [{ place: asker.namePlace, message: "This node asks for it" }] });
        continue;
      }
      if (facts.isGivenState) continue;
      const collected = isNew
        ? collectedUpTo(index, graph, known.new, writtenAt, findsAccount)
        : collectedUpTo(index, graph, known.change, writtenAt);
      if (collected.mayBeAnything) continue;
      if (isNew ? collected.attributes.has("userName") || !isForUsers(facts.journey, node) : hasMore(collected))
        continue;
      const args = { node: nodeLabel(node), isNew, ignored: undefined };
      const [ignored] = isNew ? [] : ignoredAttributes(node, collected);
      const kind = isNew ? "new" : "change";
      const named = isNew ? otherUserName(facts.nodes) : undefined;
      if (named !== undefined) {
        const help = `Write \`usernameAttribute: "userName"\` in \`${nodeLabel(named.node)}\`: accounts are created with that.`;
        report({ at: named.place, args, help, restsOn: facts.listsOfAttributes });
        continue;
      }
      plainBefore[kind] ??= plainCollectors(facts, isNew ? [userNames] : [userNames, passwords]);
      const plain = plainBefore[kind].get(index);
      if (ignored !== undefined) {
        const help = `Remove ${JSON.stringify(ignored.name)} from \`ignoredFields\`: nothing else is asked for.`;
        report({ at: ignored.place, args, help });
      } else if (plain !== undefined) {
        const { name, right } = plain.kind;
        const help = `Make \`${nodeLabel(plain.node)}\` a \`${right}\`: a ${name} collects no attribute.`;
        const related = [{ place: plain.node.namePlace, message: "This node collects no attribute" }];
        report({ at: node.namePlace, args, help, related, restsOn: facts.listsOfAttributes });
      } else {
        report({ at: node.namePlace, args, restsOn: facts.listsOfAttributes });
      }
    }
  }
});

/** Where a node asks for the user name under the name of another attribute. */
function otherUserName(nodes: readonly JourneyNode[]) {
  for (const node of nodes) {
    const setting = node.typeId === "ValidatedUsernameNode" ? node.properties.get("usernameAttribute") : undefined;
    if (setting?.explicit === true && setting.value !== "userName") return { node, place: setting.place };
  }
  return undefined;
}

/** Whether more was collected than what accounts are looked up by, and what the change leaves out. */
function hasMore({ attributes, without }: Collected): boolean {
  return [...attributes].some((each) => ![...without].some((name) => isCoveredBy(each, name)));
}

/** A type that asks for something and collects no attribute, with the type that does. */
interface PlainKind {
  readonly typeId: string;
  readonly name: string;
  readonly right: string;
}

const passwords: PlainKind = {
  typeId: "PasswordCollectorNode",
  name: "Password Collector",
  right: "ValidatedPassword",
};
const userNames: PlainKind = {
  typeId: "UsernameCollectorNode",
  name: "Username Collector",
  right: "ValidatedUsername",
};

/** What was collected and is left out of the change by the writer's own list. */
function ignoredAttributes(node: JourneyNode, { attributes }: Collected) {
  const lookUp = node.properties.get("identityAttribute")?.value ?? "userName";
  return ignoredFields(node).filter(
    ({ name }) =>
      name !== lookUp &&
      name !== "userName" &&
      name !== "_id" &&
      [...attributes].some((attribute) => isCoveredBy(attribute, name)),
  );
}

/** By vertex, the nearest node before it that collects no attribute. */
type PlainCollectors = ReadonlyMap<number, { readonly node: JourneyNode; readonly kind: PlainKind }>;

function plainCollectors({ graph }: JourneyFacts, kinds: readonly PlainKind[]): PlainCollectors {
  const nearest = new Map<number, { readonly node: JourneyNode; readonly kind: PlainKind }>();
  graph.vertices.forEach((vertex, index) => {
    const nodes = vertex.kind === "node" ? [vertex.node, ...vertex.node.children] : [];
    for (const node of nodes) {
      const kind = kinds.find(({ typeId }) => typeId === node.typeId);
      if (kind !== undefined && !nearest.has(index)) nearest.set(index, { node, kind });
    }
  });
  // The map grows while it is walked, by one step on each way from each of them.
  for (const [index, plain] of nearest)
    for (const { to } of graph.outgoing[index] ?? []) if (!nearest.has(to)) nearest.set(to, plain);
  return nearest;
}

/** Answers what the script or the inner journey at a vertex collects; `undefined` where that is not certain. */
function writtenBesides({ calls, graph, journey, model, state }: JourneyFacts) {
  const callOf = new Map(calls.map((call) => [call.node, call]));
  const known = new Map<readonly Script[], boolean>();
  // A script may change the attributes in place.
  const changeAttributes = (scripts: readonly Script[]) => {
    const change = known.get(scripts) ?? scripts.some(({ body }) => body.includes("objectAttributes"));
    known.set(scripts, change);
    return change;
  };
  return (vertex: number): readonly string[] | undefined => {
    const found = graph.vertices[vertex];
    if (found?.kind !== "node") return undefined;
    const call = callOf.get(found.node);
    const inner = call && model.journeyById(call.inner);
    const isCertain = inner !== undefined || (call === undefined && found.node.typeId === "ScriptedDecisionNode");
    if (!isCertain || (inner !== undefined && model.callsOf(inner).length > 0)) return undefined;
    return changeAttributes(inner?.scripts ?? journey.scripts) ? undefined : state.attributesAt(vertex);
  };
}
