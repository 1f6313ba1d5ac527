import type { JourneyNode } from "../../model/model.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** What a limit is for, and the value beyond which it is hardly one. */
interface Limit {
  readonly most?: number;
  readonly least?: number;
  readonly unit: string;
}

const limits: Readonly<Record<string, Readonly<Record<string, Limit>>>> = {
  RetryLimitDecisionNode: { retryLimit: { most: 100, unit: "attempts" } },
  OneTimePasswordCollectorDecisionNode: { passwordExpiryTime: { most: 60, unit: "minutes" } },
  EmailSuspendNode: { suspendDuration: { most: 7 * 24 * 60, unit: "minutes" } },
  SetPersistentCookieNode: {
    maxLife: { most: 366 * 24, unit: "hours" },
    idleTimeout: { most: 366 * 24, unit: "hours" },
  },
  PersistentCookieDecisionNode: { idleTimeout: { most: 366 * 24, unit: "hours" } },
  CreatePasswordNode: { minPasswordLength: { least: 6, unit: "characters" } },
};

/**
 * Reports limits that are too loose to keep anybody from anything: a thousand attempts, a code for a month. Where the line is
 * drawn is a matter of taste, so it is drawn far out.
 */
export const looseLimit = journeyRule("loose-limit", "may-overreport", ({ nodes }, report) => {
  for (const node of nodes) {
    for (const [property, { most, least, unit }] of Object.entries(limits[node.typeId] ?? {})) {
      const setting = node.properties.get(property);
      const value = setting?.value;
      if (setting === undefined || typeof value !== "number") continue;
      if ((most === undefined || value <= most) && (least === undefined || value >= least)) continue;
      report({ at: setting.place, args: { node: nodeLabel(node), property, value, unit, than: undefined } });
    }
    const idle = node.properties.get("idleTimeout");
    const life = cookieLife(node);
    if (idle === undefined || life === undefined || typeof idle.value !== "number" || idle.value <= life) continue;
    report({
      at: idle.place,
      args: { node: nodeLabel(node), property: "idleTimeout", value: idle.value, unit: "hours", than: life },
    });
  }
});

function cookieLife({ typeId, properties }: JourneyNode): number | undefined {
  const life = properties.get("maxLife")?.value;
  return typeId === "SetPersistentCookieNode" && typeof life === "number" && life > 0 ? life : undefined;
}
