import { versionOf } from "../catalogue/catalogue.js";
import { judgeCondition } from "../catalogue/condition.js";
import type { CallbackUse, NodeRole } from "../catalogue/node-type.js";
import type { JourneyNode } from "../model/model.js";
import { propertyValues } from "../model/property-values.js";

/** Whether a node, or a node on its page, has a role. */
export function hasRole(node: JourneyNode, role: NodeRole): boolean {
  if (node.type?.roles?.includes(role)) return true;
  for (const child of node.children) if (hasRole(child, role)) return true;
  return false;
}

/**
 * The callbacks that a node may send with its settings; `undefined` where the catalogue does not know them. An entry of
 * type `*` stands for the callbacks of a script or an inner journey.
 */
export function callbacksOf(node: JourneyNode): readonly CallbackUse[] | undefined {
  const known = node.type && versionOf(node.type, node.version)?.callbacks;
  if (known === undefined) return undefined;
  if (known.every((callback) => callback.when === undefined)) return known;
  const values = propertyValues(node);
  return known.filter((callback) => callback.when === undefined || judgeCondition(callback.when, values) !== "no");
}

/** Whether a node certainly sends nothing to the client, so that the platform goes on at once. */
export function asksNothing(node: JourneyNode): boolean {
  if (node.children.length > 0) return node.children.every(asksNothing);
  return callbacksOf(node)?.length === 0;
}

/** Whether a node asks nothing, or only waits by itself, with a button to break that off. */
export function takesNoAnswer(node: JourneyNode): boolean {
  if (asksNothing(node)) return true;
  return callbacksOf(node)?.some(({ type }) => type === "PollingWaitCallback") === true;
}

/** Whether a node, or a node on its page, certainly asks the user: by its type, or with its settings. */
export function asksAlways(node: JourneyNode): boolean {
  return hasRole(node, "always-asks") || isRealChoice(node) || node.children.some(isRealChoice);
}

/** The platform takes a single choice without asking. */
function isRealChoice({ typeId, properties }: JourneyNode): boolean {
  const choices = properties.get("choices")?.value;
  return typeId === "ChoiceCollectorNode" && Array.isArray(choices) && new Set(choices).size > 1;
}
