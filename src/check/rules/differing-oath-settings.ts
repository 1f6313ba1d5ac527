import type { JourneyNode } from "../../model/model.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** The settings that an app and the check of its codes must have in common. Those of time mean nothing to counted codes. */
const common = ["algorithm", "totpTimeInterval", "totpHashAlgorithm"] as const;

/**
 * Reports checks of codes of an authenticator app by other settings than those with which each registration of the journey sets
 * apps up.
 */
export const differingOathSettings = journeyRule("differing-oath-settings", "may-overreport", ({ nodes }, report) => {
  const registrations = nodes.filter(({ typeId }) => typeId === "OathRegistrationNode");
  if (registrations.length === 0) return;
  for (const node of nodes) {
    if (node.typeId !== "OathTokenVerifierNode") continue;
    const algorithm = textOf(node, "algorithm");
    for (const property of common) {
      if (property !== "algorithm" && algorithm !== '"TOTP"') continue;
      const value = textOf(node, property);
      const registered = registrations.map((each) => textOf(each, property));
      const [other] = registered;
      if (value === undefined || other === undefined || registered.some((each) => each === undefined || each === value))
        continue;
      const at = node.properties.get(property)?.place ?? node.namePlace;
      report({ at, args: { node: nodeLabel(node), property, value, other } });
      break;
    }
  }
});

function textOf({ properties }: JourneyNode, name: string): string | undefined {
  const value = properties.get(name)?.value;
  if (typeof value === "number") return String(value);
  return typeof value === "string" && !value.includes("&{") ? JSON.stringify(value) : undefined;
}
