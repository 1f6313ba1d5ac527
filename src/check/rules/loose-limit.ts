import type { NodeProperty } from "../../catalogue/node-type.js";
import { isLike } from "../../catalogue/setting-test.js";
import type { JourneyNode, Setting } from "../../model/model.js";
import type { Json } from "../../text/json.js";
import { nodeLabel } from "../describe-node.js";
import { groundsOfSetting } from "../differing-nodes.js";
import { markedProperties } from "../marked-properties.js";
import { meantAmount } from "../meant-amount.js";
import { type Finding, nodeRule } from "../rule.js";

/**
 * Reports limits that are too loose to keep anybody from anything: a thousand attempts, a code for a month. Where the line is
 * drawn is a matter of taste, so it is drawn far out.
 */
export const looseLimit = nodeRule(
  "loose-limit",
  "may-overreport",
  (node) => {
    const loose = markedProperties(node).limits.flatMap((definition) => looseIn(node, definition));
    const [within, idle] = spansOf(node);
    if (within === undefined || idle === undefined) return loose;
    const late = endedBefore(within, idle, node.properties, nodeLabel(node));
    if (late === undefined) return loose;
    return [...loose, { ...late, restsOn: [within.setting, idle].flatMap((name) => groundsOfSetting(node, name)) }];
  },
  {
    besides: ({ journey }, report) => {
      const late = endedBefore(sessionTimes, "maximumIdleTime", journey.settings, undefined);
      if (late !== undefined) report(late);
    },
  },
);

function looseIn(node: JourneyNode, definition: NodeProperty): readonly Finding<"loose-limit">[] {
  const { name: property, unit = "", loose } = definition;
  const setting = node.properties.get(property);
  const isLoose = (each: Json) => loose !== undefined && isLike(each, loose);
  if (setting === undefined || !isLoose(setting.value)) return [];
  const value = Number(setting.value);
  const meant = meantAmount(definition, value, (each) => !isLoose(each));
  const help =
    meant === undefined ? {} : { help: `It counts ${unit}: \`${meant.written}\` are ${value} ${meant.unit}.` };
  return [{ at: setting.place, args: { node: nodeLabel(node), property, value, unit, than: undefined }, ...help }];
}

/** How long something lasts: by the setting, or beside it by the other. */
interface Span {
  readonly what: "cookie" | "session";
  readonly setting: string;
  readonly unit: "hours" | "minutes";
}

/** A span of more of its units is hardly one of the next larger unit. */
const mostMeant = 48;

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
function endedBefore(
  { what, setting, unit }: Span,
  property: string,
  settings: ReadonlyMap<string, Setting>,
  node: string | undefined,
): Finding<"loose-limit"> | undefined {
  const idle = settings.get(property);
  const whole = settings.get(setting);
  if (idle === undefined || whole === undefined) return undefined;
  if (typeof idle.value !== "number" || typeof whole.value !== "number" || whole.value <= 0) return undefined;
  if (idle.value <= whole.value) return undefined;
  const related = whole.explicit
    ? [{ place: whole.place, message: `The ${what} ends after ${whole.value} ${unit}` }]
    : [];
  // Who gives hours where minutes are counted writes a small number.
  const meant = whole.value * (unit === "hours" ? 24 : 60);
  const example =
    meant > idle.value && whole.value <= mostMeant
      ? `, such as \`${meant}\` for ${whole.value} ${unit === "hours" ? "days" : "hours"}`
      : "";
  const help = `Both count ${unit}: write more than ${idle.value} for \`${setting}\`${example}, or less than ${whole.value} for \`${property}\`, or exchange the two if they are swapped.`;
  const than = { what, time: whole.value };
  return { at: idle.place, args: { node, property, value: idle.value, unit, than }, related, help };
}
