import { isPlaceholder } from "../../catalogue/placeholder.js";
import { nearestName } from "../../diagnostics/suggest.js";
import { attributeMeantBy, managedAttributes } from "../../model/managed-attributes.js";
import type { Journey, JourneyNode, Setting } from "../../model/model.js";
import { isJsonObject, type Json } from "../../text/json.js";
import { isFromExport, nodeLabel } from "../describe-node.js";
import { markedProperties } from "../marked-properties.js";
import { journeyRule, type Report } from "../rule.js";

const ofUsers = /^managed\/(?:(alpha|bravo)_)?user$/;

/** Reports names of users' attributes that are near to one of a new tenant's, but are none. */
export const misspeltAttribute = journeyRule("misspelt-attribute", "may-overreport", ({ journey, nodes }, report) => {
  const own = journey.settings.get("identityResource")?.value;
  for (const node of nodes) {
    for (const { name, reference } of markedProperties(node).references) {
      const setting = node.properties.get(name);
      if (reference?.kind !== "managedAttribute" || setting === undefined) continue;
      const resource = node.properties.get("identityResource")?.value ?? own;
      const users = ofUsers.exec(typeof resource === "string" && resource !== "null" ? resource : "managed/user");
      if (users === null) break;
      const values: readonly Json[] = Array.isArray(setting.value) ? setting.value : [setting.value];
      values.forEach((value, index) => {
        if (typeof value !== "string" || isPlaceholder(value)) return;
        const parts = value.split(/[,;|\s]+/).filter((part) => part !== "");
        if (Array.isArray(setting.value) && parts.length > 1 && parts.every(isAttribute)) {
          reportList(value, parts, setting, index, { node, property: name, journey }, report);
          return;
        }
        const right = attributeMeantBy(value, users[1] !== undefined);
        if (right === undefined) return;
        const at = setting.inner?.get(`/${index}`) ?? setting.place;
        const fixes = isFromExport(journey)
          ? []
          : [{ title: `Write ${right}`, edits: [{ range: at.range, text: JSON.stringify(right) }] }];
        report({ at, args: { node: nodeLabel(node), property: name, attribute: value, right }, fixes });
      });
    }
    const session = misspeltSessionKey(node, journey);
    if (session !== undefined) report(session);
  }
});

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

function isAttribute(name: string): boolean {
  return managedAttributes.has(name) || name.startsWith("custom_") || name.startsWith("fr-");
}

/** `["givenName, sn"]`: several attributes in one text of a list. */
function reportList(
  attribute: string,
  parts: readonly string[],
  { inner, place }: Setting,
  index: number,
  { node, property, journey }: { node: JourneyNode; property: string; journey: Journey },
  report: Report<"misspelt-attribute">,
): void {
  const at = inner?.get(`/${index}`) ?? place;
  const right = parts.map((part) => JSON.stringify(part)).join(", ");
  const fixes = isFromExport(journey) ? [] : [{ title: `Write ${right}`, edits: [{ range: at.range, text: right }] }];
  const help = `Write each in a text of its own: \`${right}\`.`;
  report({ at, args: { node: nodeLabel(node), property, attribute, right }, help, fixes });
}
