import { lookUpType, versionOf } from "../../catalogue/catalogue.js";
import type { JsonObject } from "../../text/json.js";
import { objectMember, textMember } from "../../text/json-members.js";

/**
 * The ids in those properties of a body that refer to scripts or templates. For a type that the catalogue lacks, and for a body
 * that does not tell its type, the property with the usual name counts.
 */
export function referencesIn(body: JsonObject, kind: "script" | "emailTemplate"): readonly string[] {
  const type = lookUpType(textMember(objectMember(body, "_type"), "_id") ?? "");
  const known = type && versionOf(type, type.defaultVersion)?.properties;
  const names = known
    ? known.filter((property) => property.reference?.kind === kind).map((property) => property.name)
    : [kind === "script" ? "script" : "emailTemplateName"];
  return names.flatMap((name) => textMember(body, name) ?? []);
}
