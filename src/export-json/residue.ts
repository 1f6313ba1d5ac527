import type { Journey } from "../model/model.js";
import { getOwn, isJsonObject, type Json, type JsonObject, setOwn } from "../text/json.js";
import { diffPatch } from "../text/merge-patch.js";
import { decodeScript } from "./script-text.js";
import { exportOf, headers, roleOf, type SectionRole, sectionName, sectionOf, sections } from "./sections.js";
import { journeyExport } from "./write/write-export.js";

/**
 * Completes a journey that was read from JSON, before it is written or compared: everything that the model cannot
 * express goes into `raw`. The journey is written and compared with its JSON, and the difference becomes the patch, so
 * that nothing is lost whatever the reader overlooks.
 */
export function withResidue(journey: Journey): Journey {
  if (journey.origin.kind === "text") return journey;
  const raw = residue(journey, journey.origin.document.json);
  return raw === undefined ? journey : { ...journey, raw };
}

/** The `raw` patch with which writing the journey gives the original; `undefined` where it does so without a patch. */
export function residue(journey: Journey, original: JsonObject): JsonObject | undefined {
  return difference({ ...journey, raw: undefined }, original);
}

/** The difference between the written journey and the original, as a patch; `undefined` where nothing is lost. */
export function difference(journey: Journey, original: JsonObject): JsonObject | undefined {
  const written = journeyExport(journey);
  const wanted = comparable(original);
  return diffPatch(withSameScripts(comparable(written), wanted), wanted);
}

/** The export without everything that is not kept: revisions, headers, empty sections, older spellings of sections. */
function comparable(value: JsonObject): JsonObject {
  const result: Record<string, Json> = {};
  const innerBodies = sectionName(value, "innerBody");
  for (const key of Object.keys(value)) {
    if (headers.has(key)) continue;
    const name = key === innerBodies ? sections.innerBody.name : key;
    const role = roleOf(name);
    const member = withoutRevisions(role, getOwn(value, key) ?? null);
    const isNothing = role !== undefined && role !== "tree" && isEmpty(member);
    if (!isNothing) setOwn(result, name, member);
  }
  return result;
}

function isEmpty(value: Json): boolean {
  return Array.isArray(value) ? value.length === 0 : isJsonObject(value) && Object.keys(value).length === 0;
}

function withoutRevisions(role: SectionRole | undefined, member: Json): Json {
  if (!isJsonObject(member)) return member;
  if (role === "tree") return withoutRevision(member);
  if (role !== "body" && role !== "innerBody") return member;
  const result: Record<string, Json> = {};
  for (const id of Object.keys(member)) setOwn(result, id, withoutRevision(getOwn(member, id) ?? null));
  return result;
}

function withoutRevision(value: Json): Json {
  if (!isJsonObject(value) || !Object.hasOwn(value, "_rev")) return value;
  const result: Record<string, Json> = {};
  for (const key of Object.keys(value)) if (key !== "_rev") setOwn(result, key, value[key]);
  return result;
}

/** Gives each script the encoding that the original has, provided that the text is the same. */
function withSameScripts(written: JsonObject, original: JsonObject): JsonObject {
  const originals = sectionOf(original, "script");
  const scripts = getOwn(written, sections.script.name);
  if (!isJsonObject(scripts)) return written;
  const result: Record<string, Json> = {};
  for (const id of Object.keys(scripts)) {
    const script = getOwn(scripts, id) ?? null;
    const other = getOwn(originals, id) ?? null;
    setOwn(result, id, isSameText(script, other) ? { ...(script as JsonObject), script: scriptOf(other) } : script);
  }
  return { ...written, ...exportOf({ script: result }) };
}

function isSameText(left: Json, right: Json): boolean {
  const text = decodeScript(scriptOf(left))?.body;
  return text !== undefined && text === decodeScript(scriptOf(right))?.body;
}

function scriptOf(script: Json): Json {
  return isJsonObject(script) ? (getOwn(script, "script") ?? null) : null;
}
