import { versionOf } from "../catalogue/catalogue.js";
import { judgeCondition, type Verdict } from "../catalogue/condition.js";
import type { JourneyNode } from "../model/model.js";
import { propertyValues } from "./node-behaviour.js";
import { isWellKnown } from "./proof/proof-of-outcome.js";

/** Whether a node, or a node on its page, makes recovery codes; uncertain where another node stores the device. */
export function recoveryCodesOf(node: JourneyNode): Verdict {
  const verdicts = node.children.map(recoveryCodesOf);
  const output =
    node.type &&
    versionOf(node.type, node.version)?.outputs?.find((each) => "key" in each && each.key === "recoveryCodes");
  const isPostponed = node.properties.get("postponeDeviceProfileStorage")?.value === true;
  if (output !== undefined)
    verdicts.push(isPostponed ? "unknown" : output.when ? judgeCondition(output.when, propertyValues(node)) : "yes");
  if (verdicts.includes("yes")) return "yes";
  return verdicts.find((each) => each !== "no") ?? "no";
}

/** Whether a node, or a node on its page, shows the recovery codes that were made before. */
export function showsRecoveryCodes(node: JourneyNode): boolean {
  return node.typeId === "RecoveryCodeDisplayNode" || node.children.some(showsRecoveryCodes);
}

/** Whether a node may make or show them, as scripts and inner journeys may. */
export function mayHandleRecoveryCodes(node: JourneyNode): boolean {
  return node.children.length > 0 ? node.children.some(mayHandleRecoveryCodes) : !isWellKnown(node);
}
