import { versionOf } from "../../catalogue/catalogue.js";
import type { StateAccess } from "../../catalogue/node-type.js";
import type { DiagnosticExtras, Place } from "../../diagnostics/diagnostic.js";
import { isDominatedBy } from "../../model/graph-dominators.js";
import { reaching } from "../../model/graph-reachability.js";
import { managedAttributes, mandatoryAttributes } from "../../model/managed-attributes.js";
import type { JourneyNode } from "../../model/model.js";
import { nodeLabel } from "../describe-node.js";
import { placeOfSetting } from "../differing-nodes.js";
import type { JourneyFacts } from "../journey-facts.js";
import type { MisspeltAttribute } from "../misspelt-attributes.js";
import { journeyRule, type Report } from "../rule.js";
import { staleArrows } from "../stale-arrows.js";
import type { ReadAt } from "../state/journey-access.js";
import { groupReads } from "../state/report-reads.js";
import { typesThatWrite } from "../state/types-that-write.js";
import { isTurnedOff, type OtherSetting, settingsThatWrite, standsBefore } from "../turned-off-writers.js";

/**
 * Reports nodes that need a key of node state that nothing on any path to them writes. Unknown nodes, inner journeys
 * and unreadable scripts may write anything. A journey that gets its state from another one is skipped; the missing key
 * is reported at the node that runs it.
 */
export const stateNeverWritten = journeyRule("state-never-written", "may-miss", (facts, report) => {
  const state = facts.state;
  const required = state.reads.filter(({ read }) => read.required);
  if (required.length === 0) return;
  const writers = settingsThatWrite(facts);
  const missing = required.filter((at) => state.isMissingAtFirst(at));
  const early = missing.filter((at) => isTooEarly(at, facts));
  reportTooEarly(early, facts, report);
  const others = required.filter((at) => {
    if (early.includes(at)) return false;
    return (missing.includes(at) && !facts.isGivenState) || isTurnedOff(at, writers.get(at.read.key), facts);
  });
  const stale = others.length === 0 ? undefined : staleArrows(facts);
  const groups = groupReads([...others.filter((at) => !maySkip(at)), ...others.filter(maySkip)]);
  const missingKeys = new Set(groups.flatMap(({ first: { read } }) => (read.space === "state" ? [read.key] : [])));
  const creators = facts.playing("creates-account").map(({ node }) => node.namePlace);
  for (const { at, args, related, first } of groups) {
    // Without the user name, there is none for those either that would take it as well.
    if (first.read.orKey !== undefined && missingKeys.has(first.read.orKey)) continue;
    const lost = [...state.lostWriters(first), ...lostInside(first, facts)].map(({ namePlace }) => namePlace);
    // That an account is created without what each has to have tells more.
    const without = mandatoryAttributes.has(args.key) ? creators : [];
    const named = first.node.properties.get(first.read.setting ?? "");
    // What is wrong with the setting that names the key is told there.
    const atSetting = named?.explicit === true && first.inner === undefined ? [named.place] : [];
    const elsewhere = [...lost, ...misspeltPlaces(first, facts), ...(stale?.(first.vertex) ?? []), ...without];
    const restsOn = [...atSetting, ...elsewhere];
    const writer = writers.get(args.key);
    // Who the user is, many nodes tell: a setting of one of them is the remedy only where each path passes that.
    const own = args.key === "username" && !writesFor(first, writer, facts) ? undefined : writer;
    const severity = maySkip(first) || isForUserOfAnother(first, facts) ? ({ severity: "info" } as const) : {};
    const set = own ?? (first.read.orKey === undefined ? undefined : writers.get(first.read.orKey));
    if (set === undefined) {
      if (isNoAttribute(first)) continue;
      const found = related.length > 0 || elsewhere.length > 0 ? undefined : attributeMeant(first, facts);
      const meant: (DiagnosticExtras & { readonly at?: Place }) | undefined =
        found ?? onOtherOutcome(first, facts) ?? lookedUp(first) ?? madeBy(first);
      const shown = [...(meant?.related ?? []), ...related];
      report({ at, args, restsOn, ...meant, ...severity, related: shown });
      continue;
    }
    const { node, property, value } = set;
    const help = `Write \`${property}: ${JSON.stringify(value)}\` in \`${nodeLabel(node)}\`: only then it writes ${JSON.stringify(own === undefined ? "username" : args.key)}.`;
    const place = placeOfSetting(node, property);
    report({
      at,
      args,
      help,
      ...severity,
      related: [{ place, message: `${nodeLabel(node)} does not write it with this value` }, ...related],
      // A setting that is left out has no place of its own.
      restsOn: node.properties.get(property)?.explicit === true ? [...restsOn, place] : restsOn,
    });
  }
});

/** The node before one that reads which makes the key, by another of its outcomes than the one that leads there. */
function onOtherOutcome(at: ReadAt, facts: JourneyFacts): DiagnosticExtras | undefined {
  // Who the user is, other nodes tell as well.
  if (at.inner !== undefined || at.read.space !== "state" || at.read.key === "username") return undefined;
  const { dominators, state } = facts;
  for (const { index, node } of state.writersOf(at)) {
    if (index === at.vertex || !isDominatedBy(dominators, at.vertex, index)) continue;
    const outputs = node.type && versionOf(node.type, node.version)?.outputs;
    const on = outputs?.find((output) => "key" in output && output.key === at.read.key)?.onOutcomes;
    const [outcome, second] = on ?? [];
    const arrow = node.connections.find(({ outcomeId }) => outcomeId === outcome);
    if (outcome === undefined || second !== undefined || arrow === undefined) continue;
    const help = `\`${nodeLabel(node)}\` writes it on its outcome \`${outcome}\` alone: lead that to \`${nodeLabel(at.node)}\`.`;
    return { help, related: [{ place: arrow.targetPlace, message: "It leads here" }] };
  }
  return undefined;
}

/** Whether an inner journey has ways on which it does not need what it reads: one of them may be the one that is taken. */
function maySkip({ inner }: ReadAt): boolean {
  return inner?.onEveryWay === false;
}

/** What tells who somebody is, or asks for it. */
const tellsWho: ReadonlySet<string> = new Set([
  "AttributeCollectorNode",
  "DataStoreDecisionNode",
  "IdentifyExistingUserNode",
  "IdentityStoreDecisionNode",
  "LdapDecisionNode",
  "PasswordCollectorNode",
  "UsernameCollectorNode",
  "ValidatedPasswordNode",
  "ValidatedUsernameNode",
]);

/**
 * Whether a journey that is checked alone asks for no name and no password: it most likely is a second factor, for the user of a journey that is
 * not here.
 */
function isForUserOfAnother({ read }: ReadAt, facts: JourneyFacts): boolean {
  if (read.key !== "username" || !facts.model.isAlone()) return false;
  return !facts.nodes.some(({ typeId }) => tellsWho.has(typeId));
}

/** The nodes that nothing leads to in the inner journey that reads, of those that would write it. */
function lostInside(at: ReadAt, { model }: JourneyFacts): readonly JourneyNode[] {
  const inner = at.inner && model.journeyById(at.inner.journey);
  return inner === undefined ? [] : model.factsOf(inner).state.lostWriters(at);
}

/** Whether a node stands before the one that makes what it needs. A journey that others run may be given it. */
function isTooEarly(at: ReadAt, facts: JourneyFacts): boolean {
  const { state, graph } = facts;
  if (at.inner !== undefined || facts.mayRunInside || !state.isWrittenBehind(at)) return false;
  if (!facts.isGivenState) return true;
  // A script may change what a journey was given.
  if (state.nearestWriterBehind(at)?.typeId === "ScriptedDecisionNode") return false;
  // A journey that looks first, asks then and looks again may have been given what it looks for.
  return !(graph.outgoing[at.vertex] ?? []).some((edge) => facts.comesBack(edge));
}

/** Whether each path to a node passes one that would write what it needs, by whatever outcome it is left. */
function writesFor(at: ReadAt, writer: OtherSetting | undefined, facts: JourneyFacts): boolean {
  return writer?.onEach === true && standsBefore(writer.node, at, facts);
}

/** Tells of each node once, and of others that need the same as related places. */
function reportTooEarly(early: readonly ReadAt[], facts: JourneyFacts, report: Report<"state-never-written">) {
  const { state, graph } = facts;
  const told = new Set<JourneyNode>();
  for (const { at, args, related, first } of groupReads(early)) {
    const writer = state.nearestWriterBehind(first);
    // What one node makes too late, in several keys, is one cause.
    if (told.has(first.node) || (writer !== undefined && told.has(writer))) continue;
    told.add(first.node);
    if (writer === undefined) continue;
    told.add(writer);
    const by = graph.byName.get(writer.name);
    if (by !== undefined && isDominatedBy(facts.dominators, first.vertex, by)) {
      // It stands before it already, and writes on another of its outcomes.
      const place = writer.namePlace;
      report({
        at,
        args,
        related: [{ place, message: `${nodeLabel(writer)} writes it on another outcome` }, ...related],
      });
      continue;
    }
    const help = `Put \`${nodeLabel(writer)}\`, which writes it, before \`${nodeLabel(first.node)}\`.`;
    report({
      at,
      args,
      help,
      restsOn: misspeltPlaces(first, facts),
      related: [{ place: writer.namePlace, message: `${nodeLabel(writer)} writes it only behind that` }, ...related],
    });
  }
}

/** Where the attribute is misspelt that a node needs; those of one list are told at the first of them. */
function misspeltPlaces({ node, read: { key } }: ReadAt, { misspeltAttributes }: JourneyFacts): readonly Place[] {
  const misspelt = misspeltAttributes.filter(
    (each) => each.meant.includes(key) || (each.written === key && each.node === node),
  );
  const isInSameList = (one: MisspeltAttribute) =>
    misspelt.some((each) => each.node === one.node && each.property === one.property);
  return misspeltAttributes.filter(isInSameList).map(({ place }) => place);
}

/** The one attribute that is collected before a node, whose setting names another one. */
function attributeMeant({ node, vertex, read: { key }, inner }: ReadAt, facts: JourneyFacts) {
  const inputs = (node.type && versionOf(node.type, node.version)?.inputs) ?? [];
  const name = inputs.find(
    ({ property, required }) =>
      property !== undefined && required === true && node.properties.get(property)?.value === key,
  )?.property;
  if (name === undefined || inner !== undefined) return undefined;
  const collected = new Map<string, JourneyNode>();
  for (const before of reaching(facts.graph, vertex)) {
    const at = facts.graph.vertices[before];
    if (before === vertex || at?.kind !== "node" || !facts.reached.has(before)) continue;
    const attributes = facts.state.attributesAt(before);
    if (attributes === undefined) return undefined;
    for (const attribute of attributes) if (!isSecret.has(attribute)) collected.set(attribute, at.node);
  }
  const [only, second] = collected;
  if (only === undefined || second !== undefined) return undefined;
  const [attribute, collector] = only;
  // Where other nodes name what is missing as well, it is the collector that is wrong.
  const isNamed = (value: string) =>
    facts.nodes.some((other) => other !== node && other.properties.get(name)?.value === value);
  if (isNamed(key) || !isNamed(attribute)) return undefined;
  const help = `Write \`${name}: ${JSON.stringify(attribute)}\`, which \`${nodeLabel(collector)}\` collects, or let a node before it collect ${JSON.stringify(key)}.`;
  const related = [{ place: collector.namePlace, message: `${nodeLabel(collector)} collects "${attribute}"` }];
  return { at: placeOfSetting(node, name), help, related };
}

/** As many types are named at most. */
const mostNamed = 3;

/** The types that make what a node always needs, whatever its settings. */
function madeBy({ node, read: { key } }: ReadAt) {
  const inputs = (node.type && versionOf(node.type, node.version)?.inputs) ?? [];
  if (key === "username" || !inputs.some((input) => input.key === key)) return undefined;
  const types = typesThatWrite(key).map((type) => `\`${type}\``);
  if (types.length === 0 || types.length > mostNamed) return undefined;
  const [a, writes] = types.length === 1 ? ["A node of type", "writes it"] : ["Nodes of type", "write it"];
  return { help: `${a} ${types.join(" or ")} ${writes}: put one before \`${nodeLabel(node)}\`.` };
}

/** A setting by which a node looks up what it needs, where it is off, so that the state must hold it. */
function lookedUp({ node, read: { key } }: ReadAt) {
  const inputs = (node.type && versionOf(node.type, node.version)?.inputs) ?? [];
  const isOff = (when: StateAccess["when"]) => when !== undefined && "equals" in when && when.equals === false;
  const off = inputs.find(({ property, when }) => isOff(when) && node.properties.get(property ?? "")?.value === key);
  if (off?.when === undefined || !("equals" in off.when)) return undefined;
  const { property } = off.when;
  const help = `Write \`${property}: true\`, so that it is looked up, or let a node before it collect or set ${JSON.stringify(key)}.`;
  return { at: placeOfSetting(node, property), help };
}

/** Whether a mail is for an attribute that users do not have, by which some suspend a journey without sending anything. */
function isNoAttribute({ node, read: { key, space } }: ReadAt): boolean {
  return node.typeId === "EmailSuspendNode" && space === "attribute" && !managedAttributes.has(key);
}

/** Attributes by which nobody is found. */
const isSecret: ReadonlySet<string> = new Set(["password", "aliasList"]);
