import { getOwn, isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import { isSameJson } from "../../text/merge-patch.js";
import { decodeScript } from "../script-text.js";
import { type SectionRole, sectionOf } from "../sections.js";
import type { JourneyExport } from "./journey-export.js";

/** What Amster and file-based configuration write each in their own way, or not at all, of the same object. */
const ofForm: ReadonlySet<string> = new Set(["_rev", "_type", "_outcomes"]);

const compared: readonly SectionRole[] = ["tree", "body", "innerBody"];

/** Whether two journeys are the same, with their nodes and scripts, however their files write them. */
export function areEqual({ value: left }: JourneyExport, { value: right }: JourneyExport): boolean {
  return (
    compared.every((role) => isSameJson(withoutForm(sectionOf(left, role)), withoutForm(sectionOf(right, role)))) &&
    isSameJson(textsOf(sectionOf(left, "script")), textsOf(sectionOf(right, "script")))
  );
}

/** An object or a section without the members that belong to a form, in itself and in its entries. */
function withoutForm(object: JsonObject): JsonObject {
  const kept = (members: JsonObject) => Object.entries(members).filter(([name]) => !ofForm.has(name));
  return Object.fromEntries(
    kept(object).map(([name, value]) => [name, isJsonObject(value) ? Object.fromEntries(kept(value)) : value]),
  );
}

function textsOf(scripts: JsonObject): JsonObject {
  const text = (script: Json): Json => {
    const written = isJsonObject(script) ? (getOwn(script, "script") ?? null) : script;
    return decodeScript(written)?.body ?? written;
  };
  return Object.fromEntries(Object.entries(scripts).map(([id, script]) => [id, text(script)]));
}

/**
 * The two folders in which journeys lie that are found twice: as much of the paths of their files as differs. `undefined` where both lie
 * in one folder.
 */
export function twoFolders(left: JourneyExport, right: JourneyExport): readonly [string, string] | undefined {
  const [one, other] = [left, right].map(({ places }) => places.tree.source.path.split("/").slice(0, -1));
  if (one === undefined || other === undefined) return undefined;
  while (one.length > 0 && other.length > 0 && one.at(-1) === other.at(-1)) {
    one.pop();
    other.pop();
  }
  return one.length === 0 && other.length === 0 ? undefined : [one.join("/") || ".", other.join("/") || "."];
}
