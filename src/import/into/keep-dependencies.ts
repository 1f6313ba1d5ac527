import { sections } from "../../export-json/sections.js";
import type { Journey, Resource, Script } from "../../model/model.js";
import { allNodes } from "../../model/used-resources.js";
import { librariesOfScript } from "../../rhino/analysis/needs-of-script.js";
import { getOwn, isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { textsIn } from "../../text/texts-in.js";

/** Scripts and resources that the source has and the export lacks, but that still belong to the journey. */
export interface KeptDependencies {
  readonly scripts: readonly Script[];
  readonly resources: readonly Resource[];
}

/**
 * An export may be made without its dependencies, or without some of them. A script or resource that it lacks is kept
 * in the source if the export has none of its kind, or if something still refers to it. Otherwise it was removed with
 * its last use.
 */
export function keptDependencies(read: Journey, existing: Journey): KeptDependencies {
  const inUse = textsInUse(read, existing);
  const ids = new Set(read.scripts.map((script) => script.id));
  const scripts = existing.scripts.filter(
    (script) => !ids.has(script.id) && (ids.size === 0 || inUse(script.id) || inUse(script.title)),
  );
  const kinds = new Set<string>(read.resources.map(({ kind }) => kind));
  const keys = new Set(read.resources.map(({ kind, id }) => `${kind} ${id}`));
  const resources = existing.resources.filter(
    ({ kind, id }) => !keys.has(`${kind} ${id}`) && (!kinds.has(kind) || inUse(id)),
  );
  return { scripts, resources };
}

/** Tells whether a text occurs in a node's settings, or as the title of a library script that a script requires. */
function textsInUse(read: Journey, existing: Journey): (text: string) => boolean {
  const texts = new Set<string>();
  for (const node of allNodes(read.nodes)) {
    for (const { value } of node.properties.values()) for (const text of textsIn(value)) texts.add(text);
  }
  for (const script of [...read.scripts, ...existing.scripts]) {
    for (const title of librariesOfScript(script.body)) texts.add(title);
  }
  return (text) => texts.has(text);
}

/** The export with the kept scripts and resources added, in the form in which the source builds them. */
export function withKept(original: JsonObject, built: JsonObject, kept: KeptDependencies): JsonObject {
  if (kept.scripts.length === 0 && kept.resources.length === 0) return original;
  const result: Record<string, Json> = {};
  for (const key of Object.keys(original)) setOwn(result, key, original[key] ?? null);
  for (const script of kept.scripts) copyMember(built, result, sections.script.name, script.id);
  for (const { kind, id, content } of kept.resources) {
    const { name, isList } = sections[kind];
    if (isList) setOwn(result, name, [...((result[name] as readonly Json[] | undefined) ?? []), content]);
    else copyMember(built, result, name, id);
  }
  return result;
}

function copyMember(from: JsonObject, to: Record<string, Json>, section: string, id: string): void {
  const source = getOwn(from, section);
  const value = source !== undefined && isJsonObject(source) ? getOwn(source, id) : undefined;
  if (value === undefined) return;
  const before = getOwn(to, section);
  const members = {};
  if (before !== undefined && isJsonObject(before)) {
    for (const key of Object.keys(before)) setOwn(members, key, before[key] ?? null);
  }
  setOwn(members, id, value);
  setOwn(to, section, members);
}
