import { isPlaceholder } from "../../catalogue/placeholder.js";
import { attributeMeantBy, managedAttributes } from "../../model/managed-attributes.js";
import type { Journey, JourneyNode, Setting } from "../../model/model.js";
import type { Json } from "../../text/json.js";
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
  }
});

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
