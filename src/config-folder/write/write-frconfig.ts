import { decodeScript } from "../../export-json/script-text.js";
import { referencesOf, roleOf, sectionOf, sections } from "../../export-json/sections.js";
import { journeyExport } from "../../export-json/write/write-export.js";
import { type Journey, type ResourceKind, resourceKinds } from "../../model/model.js";
import { encodeFileName, encodeFileNames } from "../../text/file-name.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import { listMember, textMember } from "../../text/json-members.js";
import { isSameJson } from "../../text/merge-patch.js";
import { stableJson } from "../../text/stable-json.js";
import {
  journeyFiles,
  nodeFileName,
  nodesFolderOf,
  scriptObjectFile,
  scriptsFolder,
  scriptTextStem,
} from "../frconfig-layout.js";
import { writeEmailTemplate } from "./write-email-template.js";

export interface FrConfigOptions {
  /** The realm's folder, `alpha`. */
  readonly realm: string;
  /** Paths of the files that exist already, relative to the folder that contains `realms`. */
  readonly existing: Iterable<string>;
}

/** The files that fr-config-manager would have for a journey. */
export interface FrConfigFiles {
  /** Texts by path, relative to the folder that contains `realms`. */
  readonly files: ReadonlyMap<string, string>;
  /** Existing files of the journey that it does not need any more. */
  readonly stale: readonly string[];
  /** Parts of the journey that cannot be written, because the layout has no place for them. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * A body that belongs to no node, a resource other than an e-mail template, a script without a readable text, or a
 * member of the export that is no section.
 */
export interface LeftOut {
  readonly kind: "node" | "script" | "member" | ResourceKind;
  readonly id: string;
}

/**
 * Writes a journey in the layout of fr-config-manager: the tree, a file for each node, a folder of inner nodes for each
 * page, and scripts and e-mail templates with their texts in files of their own.
 */
export function writeFrConfig(journey: Journey, options: FrConfigOptions): FrConfigFiles {
  const value = journeyExport(journey);
  const files = new Map<string, string>();
  const { folder, tree } = journeyFiles(options.realm, journey.id);
  files.set(tree, stableJson(sectionOf(value, "tree")));
  const leftOut: LeftOut[] = [
    ...writeNodes(value, nodesFolderOf(folder), files).map((id) => ({ kind: "node", id }) as const),
    ...writeResources(journey, value, files),
    ...writeScripts(journey, value, scriptsFolder(options.realm), files).map((id) => ({ kind: "script", id }) as const),
    ...Object.keys(value).flatMap((id) => (roleOf(id) === undefined ? [{ kind: "member", id } as const] : [])),
  ];
  const stale = [...options.existing].filter((path) => path.startsWith(folder) && !files.has(path)).sort();
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
    const name = nodeFileName(displayNameOf(getOwn(references, id)), id);
    files.set(`${folder}${name}.json`, stableJson(body));
    const children = isJsonObject(body) ? getOwn(body, "nodes") : undefined;
    if (!Array.isArray(children)) continue;
    for (const child of children as readonly Json[]) {
      const childId = isJsonObject(child) ? getOwn(child, "_id") : undefined;
      const childBody = typeof childId === "string" ? getOwn(innerBodies, childId) : undefined;
      if (typeof childId !== "string" || childBody === undefined) continue;
      leftOut.delete(childId);
      files.set(`${folder}${name}/${nodeFileName(displayNameOf(child), childId)}.json`, stableJson(childBody));
    }
  }
  return [...leftOut].sort();
}

function displayNameOf(reference: Json | undefined): string {
  const displayName = isJsonObject(reference) ? getOwn(reference, "displayName") : undefined;
  return typeof displayName === "string" ? displayName : "";
}

/** Writes the e-mail templates and returns all resources that have no place. */
function writeResources(journey: Journey, value: JsonObject, files: Map<string, string>): readonly LeftOut[] {
  return resourceKinds.flatMap((kind) => {
    const ids = sections[kind].form === "list" ? idsInList(kind, journey, value) : Object.keys(sectionOf(value, kind));
    return ids.flatMap((id): readonly LeftOut[] => {
      const content = kind === "emailTemplate" ? (sectionOf(value, kind)[id] ?? null) : null;
      return writeEmailTemplate(id, content, files) ? [] : [{ kind, id }];
    });
  });
}

/**
 * The ids that the journey has for the entries of a list. An entry that it does not know goes by its own id or by its
 * position.
 */
function idsInList(kind: ResourceKind, journey: Journey, value: JsonObject): readonly string[] {
  const known = journey.resources.filter((resource) => resource.kind === kind);
  return listMember(value, sections[kind].name).map((entry, index) => {
    const resource = known.find(({ content }) => isSameJson(content, entry));
    return resource?.id ?? (isJsonObject(entry) ? textMember(entry, "_id") : undefined) ?? String(index);
  });
}

/** Writes the object and the text of each script. Returns the ids of the scripts whose text cannot be decoded. */
function writeScripts(
  journey: Journey,
  value: JsonObject,
  folder: string,
  files: Map<string, string>,
): readonly string[] {
  const objects = sectionOf(value, "script");
  // The journey's order decides which of two scripts with one title gets a number.
  const known = journey.scripts.map(({ id }) => id).filter((id) => Object.hasOwn(objects, id));
  const ids = new Set([...known, ...Object.keys(objects)]);
  const found = [...ids].map((id) => ({ id, ...readScript(getOwn(objects, id)) }));
  const scripts = found.flatMap(({ id, object, body }) =>
    object === undefined || body === undefined ? [] : [{ id, object, body, title: textMember(object, "name") ?? id }],
  );
  const fileNames = encodeFileNames(scripts.map(({ title }) => title));
  const used = new Set<string>();
  for (const { id, object, body, title } of scripts) {
    const stem = scriptTextStem(textMember(object, "context"), fileNames.get(title) ?? encodeFileName(title));
    // Titles are unique on the platform. Where a file has one twice, the id makes the file names differ.
    const file = used.has(stem) ? `${stem} - ${encodeFileName(id)}.js` : `${stem}.js`;
    used.add(stem);
    files.set(folder + file, body);
    files.set(folder + scriptObjectFile(id), stableJson({ ...object, script: { file } }));
  }
  return found.flatMap(({ id, body }) => (body === undefined ? [id] : []));
}

function readScript(value: Json | undefined) {
  if (value === undefined || !isJsonObject(value)) return { object: undefined, body: undefined };
  return { object: value, body: decodeScript(getOwn(value, "script") ?? null)?.body };
}
