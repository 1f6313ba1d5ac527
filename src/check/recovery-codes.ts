import { isCatalogueType, versionOf } from "../catalogue/catalogue.js";
import { judgeCondition, type Verdict } from "../catalogue/condition.js";
import type { StateAccess } from "../catalogue/node-type.js";
import type { JourneyGraph } from "../model/graph.js";
import { reachableFrom, reaching } from "../model/graph-reachability.js";
import type { JourneyNode } from "../model/model.js";
import { innerJourneyTypeId } from "../model/pages.js";
import { propertyValues } from "../model/property-values.js";
import { isJavaScript } from "../model/script-place.js";
import type { Json } from "../text/json.js";
import { innerFirst } from "./inner-first.js";
import type { JourneyFacts } from "./journey-facts.js";
import { isWellKnown } from "./proof/proof-of-outcome.js";
import { scriptOf } from "./state/node-access.js";
import { scriptAccess } from "./state/script-access.js";

/** Whether a node, or a node on its page, makes recovery codes; uncertain where another node stores the device. */
export function recoveryCodesOf(node: JourneyNode): Verdict {
  const verdicts = node.children.map(recoveryCodesOf);
  const output =
    node.type && versionOf(node.type, node.version)?.outputs?.find((each) => "key" in each && each.key === codes);
  if (output !== undefined) {
    const made = output.when ? judgeCondition(output.when, propertyValues(node)) : "yes";
    // Where another node stores the device, that has a setting of its own.
    verdicts.push(isPostponed(node) && made !== "no" ? "unknown" : made);
  }
  if (verdicts.includes("yes")) return "yes";
  return verdicts.find((each) => each !== "no") ?? "no";
}

/** The node whose setting for recovery codes is off, and that stores the device; `undefined` where there are several. */
export function settingForRecoveryCodes(nodes: readonly JourneyNode[]): JourneyNode | undefined {
  const off = nodes.flatMap((node) => [node, ...node.children]).filter(makesNoCodes);
  const [only, second] = off.some((node) => !isPostponed(node)) ? off.filter((node) => !isPostponed(node)) : off;
  return second === undefined ? only : undefined;
}

/** Whether the setting of a node for recovery codes is off. */
export function makesNoCodes({ properties }: JourneyNode): boolean {
  return properties.get(makesCodes)?.value === false;
}

/** Whether another node stores the device that a node registers. */
function isPostponed({ properties }: JourneyNode): boolean {
  return properties.get("postponeDeviceProfileStorage")?.value === true;
}

/** The setting of nodes that make recovery codes. */
export const makesCodes = "generateRecoveryCodes";

/** Whether a node, or a node on its page, shows the recovery codes that were made before. */
export function showsRecoveryCodes(node: JourneyNode): boolean {
  return node.typeId === "RecoveryCodeDisplayNode" || node.children.some(showsRecoveryCodes);
}

/** Whether a node may make or show them, as scripts and inner journeys may. */
export function mayHandleRecoveryCodes(node: JourneyNode): boolean {
  return node.children.length > 0 ? node.children.some(mayHandleRecoveryCodes) : !isWellKnown(node);
}

/** By journey, whether it may show the codes that it is given. */
const shown = new WeakMap<JourneyFacts, boolean>();

/** Tells whether a node of a journey may show them: one that runs another journey where that one or those that it runs may. */
export function showersIn(facts: JourneyFacts): (node: JourneyNode) => boolean {
  const showers = (within: JourneyFacts) => {
    const calls = new Map(within.calls.map(({ node, inner }) => [node, inner]));
    return (node: JourneyNode): boolean => {
      if (node.typeId !== innerJourneyTypeId) return mayShowRecoveryCodes(node);
      const inner = within.inside(calls.get(node) ?? "");
      return inner === undefined || inner.isIncomplete || shown.get(inner) !== false;
    };
  };
  innerFirst<JourneyFacts, boolean>(
    facts,
    (each) => each.inner(),
    (each) => shown.get(each),
    (each) => {
      const may = each.journey.nodes.some(showers(each));
      shown.set(each, may);
      return may;
    },
  );
  return showers(facts);
}

/** Whether a node may show them. A type that somebody has declared with what it reads shows nothing else. */
function mayShowRecoveryCodes(node: JourneyNode): boolean {
  if (node.children.length > 0) return node.children.some(mayShowRecoveryCodes);
  const inputs = node.type && !isCatalogueType(node.type) ? versionOf(node.type, node.version)?.inputs : undefined;
  if (inputs !== undefined && inputs.length > 0 && !inputs.some(readsCodes)) return false;
  return showsRecoveryCodes(node) || mayHandleRecoveryCodes(node);
}

function readsCodes(input: StateAccess): boolean {
  return input.key === undefined || input.key === codes || input.key === "*";
}

/**
 * Tells whether there are codes at a node that makes some: one that only stores a device has those of its registration, if that makes any.
 */
export function codesMadeBefore(facts: JourneyFacts): (node: JourneyNode, index: number) => boolean {
  const settings = (node: JourneyNode) =>
    [node, ...node.children].flatMap(({ properties }) => properties.get(makesCodes)?.value ?? []);
  const behind = (isMeant: (found: readonly Json[]) => boolean) => {
    const meant = facts.verticesWith((node) => isMeant(settings(node)));
    return reachableFrom(
      facts.graph,
      meant.map(({ index }) => index),
    );
  };
  let ways: { readonly set: ReadonlySet<number>; readonly on: ReadonlySet<number> } | undefined;
  return (node, index) => {
    if (settings(node).length > 0) return true;
    ways ??= { set: behind((found) => found.length > 0), on: behind((found) => found.some((each) => each !== false)) };
    return !ways.set.has(index) || ways.on.has(index);
  };
}

/**
 * Whether a node that is not well known may bring codes to a node behind it. They are transient state, of which an inner journey returns nothing;
 * a script brings them where it writes them by their name, or what its text does not show.
 */
export function mayBringRecoveryCodes(node: JourneyNode, scripts: JourneyFacts["scripts"]): boolean {
  if (node.children.length > 0) return node.children.some((child) => mayBringRecoveryCodes(child, scripts));
  if (isWellKnown(node) || node.typeId === innerJourneyTypeId) return false;
  const script = node.typeId === "ScriptedDecisionNode" ? scriptOf(node, scripts) : undefined;
  if (script === undefined || !isJavaScript(script)) return true;
  return scriptAccess(script.body, scripts).writesAnything || script.body.includes(codes);
}

/** The key of node state that holds the codes. */
const codes = "recoveryCodes";

/**
 * By vertex, the nodes that show codes which a node behind them makes: nothing certain before makes any, and no other node shows those. They are
 * found for all nodes at once, since a walk for each pair of them would grow too fast.
 */
export function makersBehind({ graph, reached }: JourneyFacts): ReadonlyMap<number, JourneyNode> {
  const makers = new Map<number, Verdict>();
  const showing: number[] = [];
  graph.vertices.forEach((vertex, index) => {
    if (vertex.kind !== "node" || !reached.has(index)) return;
    const made = recoveryCodesOf(vertex.node);
    if (made !== "no") makers.set(index, made);
    if (showsRecoveryCodes(vertex.node)) showing.push(index);
  });
  const found = new Map<number, JourneyNode>();
  if (showing.length === 0 || makers.size === 0) return found;
  const before = twoBefore(graph, [...makers.keys()]);
  const beforeShown = reaching(graph, showing);
  // None of these leads back to a node that shows codes, since nothing before that makes any.
  const certain = [...makers.keys()].filter((at) => makers.get(at) === "yes" && !beforeShown.has(at));
  const nearest = nearestBehind(graph, certain);
  for (const index of showing) {
    const isMadeBefore = before.get(index)?.some((at) => at !== index);
    const maker = isMadeBefore ? undefined : nearest.get(index);
    const vertex = maker === undefined ? undefined : graph.vertices[maker];
    if (vertex?.kind === "node") found.set(index, vertex.node);
  }
  return found;
}

/** By vertex, up to two of some vertices from which a path leads there, or which it is itself: enough to tell whether there is another one. */
function twoBefore(graph: JourneyGraph, meant: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const before = new Map<number, number[]>(meant.map((index) => [index, [index]]));
  const steps = meant.map((index) => ({ at: index, origin: index }));
  // The list grows while it is walked, by two steps to each vertex at most.
  for (const { at, origin } of steps) {
    for (const { to } of graph.outgoing[at] ?? []) {
      const known = before.get(to) ?? [];
      if (known.length === 2 || known.includes(origin)) continue;
      before.set(to, [...known, origin]);
      steps.push({ at: to, origin });
    }
  }
  return before;
}

/** By vertex, the nearest of some vertices that a path from there leads to. */
function nearestBehind(graph: JourneyGraph, meant: readonly number[]): ReadonlyMap<number, number> {
  const nearest = new Map(meant.map((index) => [index, index]));
  // The map grows while it is walked, by one step on each way to each of them.
  for (const [index, to] of nearest)
    for (const { from } of graph.incoming[index] ?? []) if (!nearest.has(from)) nearest.set(from, to);
  return nearest;
}

/** The kinds of devices by the types of their nodes, as a node that asks for recovery codes names them. */
const kindsOfDevices: ReadonlyMap<string, string> = new Map([
  ["OathTokenVerifierNode", "OATH"],
  ["OathRegistrationNode", "OATH"],
  ["OathDeviceStorageNode", "OATH"],
  ["PushAuthenticationSenderNode", "PUSH"],
  ["PushResultVerifierNode", "PUSH"],
  ["PushRegistrationNode", "PUSH"],
  ["WebAuthnAuthenticationNode", "WEB_AUTHN"],
  ["WebAuthnRegistrationNode", "WEB_AUTHN"],
  ["WebAuthnDeviceStorageNode", "WEB_AUTHN"],
]);

/** A node that asks for the recovery codes of one kind of device, where users have those of another one. */
interface OtherCodes {
  readonly node: JourneyNode;
  readonly value: string;
  readonly device: JourneyNode;
  readonly kind: string;
}

/**
 * Finds nodes that ask for codes of another kind than all the devices whose outcome for recovery codes leads there, or, where there is no such
 * outcome, than all the devices of the journey.
 */
export function findOtherRecoveryCodes({ graph, reached, reachedNodes, nodes }: JourneyFacts): readonly OtherCodes[] {
  return graph.vertices.flatMap((vertex, index) => {
    if (vertex.kind !== "node" || !reached.has(index)) return [];
    const node = [vertex.node, ...vertex.node.children].find(
      ({ typeId }) => typeId === "RecoveryCodeCollectorDecisionNode",
    );
    const value = node?.properties.get("recoveryCodeType")?.value;
    if (node === undefined || typeof value !== "string") return [];
    const leading = (graph.incoming[index] ?? []).flatMap(({ from, connection }) => {
      const left = graph.vertices[from];
      return connection.outcomeId.startsWith("recoveryCode") && left?.kind === "node" ? [left.node] : [];
    });
    const isKnown = leading.length > 0 || reachedNodes.every((each) => !mayHandleRecoveryCodes(each));
    const devices = leading.length > 0 ? leading : isKnown ? nodes : [];
    const known = devices.flatMap((device) => {
      const kind = kindsOfDevices.get(device.typeId);
      return kind === undefined ? [] : [{ node, value, device, kind }];
    });
    return known.some(({ kind }) => kind === value) || value.includes("&{") ? [] : known.slice(0, 1);
  });
}
