import { referencesOf, sectionOf } from "../../export-json/sections.js";
import { journeyExport } from "../../export-json/write/write-export.js";
import type { Journey, ResourceKind, Script } from "../../model/model.js";
import { encodeFileName, encodeFileNames } from "../../text/file-name.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import { stableJson } from "../../text/stable-json.js";
import { writeEmailTemplate } from "./write-email-template.js";

export interface FrConfigOptions {
  /** The realm's folder, `alpha`. */
  readonly realm: string;
  /** Paths that are there already, relative to the folder that holds `realms`. */
  readonly existing: Iterable<string>;
}

/** A journey as files of fr-config-manager. */
export interface FrConfigFiles {
  /** Texts by path, relative to the folder that holds `realms`. */
  readonly files: ReadonlyMap<string, string>;
  /** Files of the same journey that are there already and that nothing in it stands for any more. */
  readonly stale: readonly string[];
  /** What the layout has no place for beside a journey: bodies that belong to no node, and resources but e-mail templates. */
  readonly leftOut: readonly LeftOut[];
}

export interface LeftOut {
  readonly kind: "node" | ResourceKind;
  readonly id: string;
}

/**
 * Writes a journey in the layout of fr-config-manager: the tree, a file for each node, a folder of inner nodes for each
 * page, and scripts and e-mail templates with their texts in files of their own.
 */
export function writeFrConfig(journey: Journey, options: FrConfigOptions): FrConfigFiles {
  const value = journeyExport(journey);
  const files = new Map<string, string>();
  const realmFolder = `realms/${encodeFileName(options.realm)}/`;
  const journeyName = encodeFileName(journey.id);
  const journeyFolder = `${realmFolder}journeys/${journeyName}/`;
  files.set(`${journeyFolder}${journeyName}.json`, stableJson(sectionOf(value, "tree")));
  const stray = writeNodes(value, `${journeyFolder}nodes/`, files);
  const leftOut: LeftOut[] = stray.map((id) => ({ kind: "node", id }));
  for (const resource of journey.resources) {
    if (!writeEmailTemplate(resource, files)) leftOut.push({ kind: resource.kind, id: resource.id });
  }
  writeScripts(journey.scripts, value, `${realmFolder}scripts/`, files);
  const stale = [...options.existing].filter((path) => path.startsWith(journeyFolder) && !files.has(path)).sort();
  return { files, stale, leftOut };
}

function writeNodes(value: JsonObject, folder: string, files: Map<string, string>): readonly string[] {
  const bodies = sectionOf(value, "body");
  const innerBodies = sectionOf(value, "innerBody");
  const references = referencesOf(value);
  const leftOut = new Set([...Object.keys(bodies), ...Object.keys(innerBodies)]);
  for (const id of Object.keys(references)) {
    const body = getOwn(bodies, id);
    if (body === undefined) continue;
    leftOut.delete(id);
    const name = nodeFileName(getOwn(references, id), id);
    files.set(`${folder}${name}.json`, stableJson(body));
    const children = isJsonObject(body) ? getOwn(body, "nodes") : undefined;
    if (!Array.isArray(children)) continue;
    for (const child of children as readonly Json[]) {
      const childId = isJsonObject(child) ? getOwn(child, "_id") : undefined;
      const childBody = typeof childId === "string" ? getOwn(innerBodies, childId) : undefined;
      if (typeof childId !== "string" || childBody === undefined) continue;
      leftOut.delete(childId);
      files.set(`${folder}${name}/${nodeFileName(child, childId)}.json`, stableJson(childBody));
    }
  }
  return [...leftOut].sort();
}

function nodeFileName(reference: Json | undefined, id: string): string {
  const displayName = isJsonObject(reference) ? getOwn(reference, "displayName") : undefined;
  return encodeFileName(`${typeof displayName === "string" ? displayName : ""} - ${id}`);
}

/** The object in `scripts-config`, the body in `scripts-content` under the script's context. */
function writeScripts(scripts: readonly Script[], value: JsonObject, folder: string, files: Map<string, string>): void {
  const objects = sectionOf(value, "script");
  const fileNames = encodeFileNames(scripts.map((script) => script.title));
  const used = new Set<string>();
  for (const script of scripts) {
    const object = getOwn(objects, script.id);
    if (!isJsonObject(object)) continue;
    const context = script.properties.get("context")?.value;
    const contextFolder = typeof context === "string" ? `${encodeFileName(context)}/` : "";
    const stem = `scripts-content/${contextFolder}${fileNames.get(script.title) ?? encodeFileName(script.title)}`;
    // Titles are unique on the platform; where a file says otherwise, the id tells them apart.
    const content = used.has(stem) ? `${stem} - ${encodeFileName(script.id)}.js` : `${stem}.js`;
    used.add(stem);
    files.set(`${folder}${content}`, script.body);
    files.set(
      `${folder}scripts-config/${encodeFileName(script.id)}.json`,
      stableJson({ ...object, script: { file: content } }),
    );
  }
}
