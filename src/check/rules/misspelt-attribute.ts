import { nearestName } from "../../diagnostics/suggest.js";
import type { Journey, JourneyNode, Setting } from "../../model/model.js";
import { isJsonObject, type Json } from "../../text/json.js";
import { isFromExport, nodeLabel } from "../describe-node.js";
import type { MisspeltAttribute } from "../misspelt-attributes.js";
import { journeyRule } from "../rule.js";

/** Reports names of users' attributes that are near to one of a new tenant's, but are none. */
export const misspeltAttribute = journeyRule("misspelt-attribute", "may-overreport", (facts, report) => {
  const { journey, nodes, misspeltAttributes } = facts;
  for (const [{ node, property, written, meant, place, text: whole }, ...others] of bySetting(misspeltAttributes)) {
    const text = textOf(meant);
    const right = meant.length > 1 ? text : (meant[0] ?? "");
    const edits = [
      { range: place.range, text: whole === undefined ? text : JSON.stringify(whole) },
      ...others.map((other) => ({ range: other.place.range, text: textOf(other.meant) })),
    ];
    const also = others.length === 0 ? "" : " and so on";
    const fixes = isFromExport(journey) ? [] : [{ title: `Write ${right}${also}`, edits }];
    const related = others.map((other) => ({ place: other.place, message: `This is ${textOf(other.meant)}` }));
    const help = meant.length > 1 ? { help: `Write each in a text of its own: \`${right}\`.` } : {};
    report({
      at: place,
      args: { node: nodeLabel(node), property, attribute: written, right },
      ...help,
      fixes,
      related,
    });
  }
  for (const node of nodes) {
    const session = misspeltSessionKey(node, journey);
    if (session !== undefined) report(session);
  }
});

/** Those of one list are mostly wrong in one way. */
function bySetting(all: readonly MisspeltAttribute[]): Iterable<readonly [MisspeltAttribute, ...MisspeltAttribute[]]> {
  const found = new Map<Setting | undefined, [MisspeltAttribute, ...MisspeltAttribute[]]>();
  for (const each of all) {
    const setting = each.node.properties.get(each.property);
    const before = found.get(setting);
    if (before === undefined) found.set(setting, [each]);
    else before.push(each);
  }
  return found.values();
}

function textOf(attributes: readonly string[]): string {
  return attributes.map((attribute) => JSON.stringify(attribute)).join(", ");
}

/** The property by which each session names its user. */
const sessionUser = "UserToken";

/** A setting that misspells the property of a session that names the user. Properties that the journey's nodes or scripts name are right. */
function misspeltSessionKey(node: JourneyNode, journey: Journey) {
  const setting = node.typeId === "SessionDataNode" ? node.properties.get("sessionDataKey") : undefined;
  const key = setting?.value;
  if (setting === undefined || typeof key !== "string" || key === sessionUser) return undefined;
  if (nearestName(key, [sessionUser], 2) === undefined || journey.scripts.some(({ body }) => body.includes(key)))
    return undefined;
  const sets = journey.nodes.some(({ properties }) => hasKey(properties.get("properties")?.value, key));
  if (sets) return undefined;
  const args = {
    node: nodeLabel(node),
    property: "sessionDataKey",
    attribute: key,
    right: sessionUser,
    isOfSession: true,
  };
  const edits = [{ range: setting.place.range, text: JSON.stringify(sessionUser) }];
  const fixes = isFromExport(journey) ? [] : [{ title: `Write ${sessionUser}`, edits }];
  return { at: setting.place, args, fixes };
}

function hasKey(value: Json | undefined, key: string): boolean {
  return value !== undefined && isJsonObject(value) && Object.hasOwn(value, key);
}
