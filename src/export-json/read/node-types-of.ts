import { isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import { listMember, textMember } from "../../text/json-members.js";
import { referencesOf, sectionOf } from "../sections.js";

/** The types that the references of an export and the entries of its pages give to nodes, by id. */
export function nodeTypesOf(exported: JsonObject): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  const references = referencesOf(exported);
  for (const id of Object.keys(references)) noteType(id, references[id], types);
  for (const body of Object.values(sectionOf(exported, "body"))) {
    for (const child of isJsonObject(body) ? listMember(body, "nodes") : []) {
      if (isJsonObject(child)) noteType(textMember(child, "_id"), child, types);
    }
  }
  return types;
}

function noteType(id: string | undefined, reference: Json | undefined, types: Map<string, string>): void {
  const type = isJsonObject(reference) ? textMember(reference, "nodeType") : undefined;
  if (id !== undefined && type !== undefined) types.set(id, type);
}
