import { versionOf } from "../catalogue/catalogue.js";
import { judgeCondition, type Verdict } from "../catalogue/condition.js";
import { reachableFrom, reaching } from "../model/graph-reachability.js";
import type { JourneyNode } from "../model/model.js";
import { propertyValues } from "../model/property-values.js";
import type { JourneyFacts } from "./journey-facts.js";
import { isWellKnown } from "./proof/proof-of-outcome.js";

/** Whether a node, or a node on its page, makes recovery codes; uncertain where another node stores the device. */
export function recoveryCodesOf(node: JourneyNode): Verdict {
  const verdicts = node.children.map(recoveryCodesOf);
  const output =
    node.type &&
    versionOf(node.type, node.version)?.outputs?.find((each) => "key" in each && each.key === "recoveryCodes");
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
  const off = nodes
    .flatMap((node) => [node, ...node.children])
    .filter(({ properties }) => properties.get(makesCodes)?.value === false);
  const [only, second] = off.some((node) => !isPostponed(node)) ? off.filter((node) => !isPostponed(node)) : off;
  return second === undefined ? only : undefined;
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

/**
 * The node that makes the codes which a node is to show, where it stands behind that one: nothing certain before makes any, and no other
 * node shows those.
 */
export function makerBehind(index: number, { graph, reached }: JourneyFacts): JourneyNode | undefined {
  const nodesAt = (vertices: ReadonlySet<number>) =>
    [...vertices].flatMap((at) => {
      const vertex = graph.vertices[at];
      return vertex?.kind === "node" && reached.has(at) && at !== index ? [{ at, node: vertex.node }] : [];
    });
  if (nodesAt(reaching(graph, index)).some(({ node }) => recoveryCodesOf(node) !== "no")) return undefined;
  return nodesAt(reachableFrom(graph, index)).find(
    ({ at, node }) =>
      recoveryCodesOf(node) === "yes" &&
      nodesAt(reachableFrom(graph, at)).every((behind) => !showsRecoveryCodes(behind.node)),
  )?.node;
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
