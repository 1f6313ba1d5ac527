import type { JourneyNode, Setting } from "../../model/model.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule, type Report } from "../rule.js";

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
export const looseLimit = journeyRule("loose-limit", "may-overreport", ({ journey, nodes }, report) => {
  for (const node of nodes) {
    for (const [property, { most, least, unit }] of Object.entries(limits[node.typeId] ?? {})) {
      const setting = node.properties.get(property);
      const value = setting?.value;
      if (setting === undefined || typeof value !== "number") continue;
      if ((most === undefined || value <= most) && (least === undefined || value >= least)) continue;
      report({ at: setting.place, args: { node: nodeLabel(node), property, value, unit, than: undefined } });
    }
    const [within, idle] = spansOf(node);
    if (within !== undefined && idle !== undefined) reportIdle(within, idle, node.properties, nodeLabel(node), report);
  }
  reportIdle(sessionTimes, "maximumIdleTime", journey.settings, undefined, report);
});

/** How long something lasts: by the setting, or beside it by the other. */
interface Span {
  readonly what: "cookie" | "session";
  readonly setting: string;
  readonly unit: string;
}

const sessionTimes: Span = { what: "session", setting: "maximumSessionTime", unit: "minutes" };

/** By type, what lasts and the setting of the time without use. */
const spans: Readonly<Record<string, readonly [Span, string]>> = {
  SetPersistentCookieNode: [{ what: "cookie", setting: "maxLife", unit: "hours" }, "idleTimeout"],
  SetSessionPropertiesNode: [{ what: "session", setting: "maxSessionTime", unit: "minutes" }, "maxIdleTime"],
};

function spansOf({ typeId }: JourneyNode): readonly [Span, string] | readonly [] {
  return Object.hasOwn(spans, typeId) ? (spans[typeId] ?? []) : [];
}

/** What ends sooner than the time without use is never ended by that. */
function reportIdle(
  { what, setting, unit }: Span,
  property: string,
  settings: ReadonlyMap<string, Setting>,
  node: string | undefined,
  report: Report<"loose-limit">,
): void {
  const idle = settings.get(property);
  const whole = settings.get(setting);
  if (idle === undefined || whole === undefined) return;
  if (typeof idle.value !== "number" || typeof whole.value !== "number" || whole.value <= 0) return;
  if (idle.value <= whole.value) return;
  const related = whole.explicit
    ? [{ place: whole.place, message: `The ${what} ends after ${whole.value} ${unit}` }]
    : [];
  const help = `Write less than \`${setting}\`, or exchange the two if they are swapped.`;
  const than = { what, time: whole.value };
  report({ at: idle.place, args: { node, property, value: idle.value, unit, than }, related, help });
}
