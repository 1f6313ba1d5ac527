import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { isBareTree } from "../../export-json/read/bare-tree.js";
import { fileStem } from "../../export-json/read/file-stem.js";
import { findExports } from "../../export-json/read/find-exports.js";
import type { JourneyExport } from "../../export-json/read/journey-export.js";
import { parseDocument } from "../../export-json/read/parse-document.js";
import { templatePrefix } from "../../model/resource-content.js";
import { isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import { textMember } from "../../text/json-members.js";
import { JsonPlace } from "../../text/json-place.js";
import { SourceFile } from "../../text/source-file.js";
import { isScript, listedScripts } from "../script-lists.js";
import { isTreeEntity, unwrapEntity } from "./entity.js";

/** A file of a folder by its content. */
export type FolderFile =
  | { readonly kind: "tree"; readonly path: string; readonly part: FolderPart }
  | { readonly kind: "script"; readonly path: string; readonly part: FolderPart }
  | { readonly kind: "template"; readonly path: string; readonly part: FolderPart }
  /** Any other object with an id, which may be the settings of a node. */
  | { readonly kind: "body"; readonly path: string; readonly part: FolderPart }
  | { readonly kind: "export"; readonly path: string; readonly journeys: readonly JourneyExport[] }
  | { readonly kind: "other"; readonly path: string };

/** The object in a file, with the realm that the file or its path names. */
export interface FolderPart {
  readonly path: string;
  readonly value: JsonObject;
  readonly place: JsonPlace;
  readonly realm: string | undefined;
  readonly isSelfManaged?: boolean;
}

/**
 * Finds out by its content what a JSON file of a folder holds: one part, or a list of parts. `realm` is the one that its path names, if any.
 */
export function readFolderFile(
  path: string,
  text: string,
  realm: string | undefined,
): { readonly files: readonly FolderFile[]; readonly diagnostics: readonly Diagnostic[] } {
  const whole = JsonPlace.root(new SourceFile(path, text));
  const { value, diagnostics } = parseDocument(whole.source, whole);
  if (value === undefined) {
    return { files: [{ kind: "other", path }], diagnostics: isForJourneys(path, text) ? diagnostics : [] };
  }
  const found = [...diagnostics];
  const listed = itemsOf(value, whole);
  const files = listed
    ? listed.map((item) => classify(path, item.value, item.place, realm, found))
    : [classify(path, value, whole, realm, found)];
  const isOther = files.every(({ kind }) => kind === "other") && !isForJourneys(path, text);
  return { files, diagnostics: isOther ? [] : found };
}

/** Whether a file lies in a folder for journeys. */
export function isInJourneyFolder(path: string): boolean {
  return /(?:^|\/)(?:journeys|nodes|trees|AuthTree)\//.test(path);
}

/** What trees, exports, nodes and scripts have, and other configuration has not. */
const marks = [
  /"(?:entryNodeId|nodeType|connections|_outcomes|trees?|innerNodes|script)"\s*:/,
  /"(?:_id|entityType)"\s*:\s*"(?:\w*(?:Node|Decision|Collector)|AuthTree|authenticationTreesService|Scripts)"/,
];

/**
 * Whether a file that is not read in full may have been meant for a journey. A configuration has many other files, some of them
 * templates that a tool fills in.
 */
function isForJourneys(path: string, text: string): boolean {
  return isInJourneyFolder(path) || marks.some((mark) => mark.test(text));
}

/** The items of a list, of the answer to a query, `{ "result": [ … ] }`, or of a file of scripts. */
function itemsOf(value: Json, whole: JsonPlace) {
  const isAnswer = isJsonObject(value) && Array.isArray(value.result);
  const scripts = listedScripts(value, whole);
  if (scripts.length > 0) return scripts;
  const list = isAnswer ? value.result : value;
  const place = isAnswer ? whole.child("result") : whole;
  if (!Array.isArray(list)) return undefined;
  return (list as readonly Json[]).map((item, index) => ({ value: item, place: place.child(index) }));
}

function classify(
  path: string,
  value: Json,
  whole: JsonPlace,
  realm: string | undefined,
  diagnostics: Diagnostic[],
): FolderFile {
  const entity = unwrapEntity(value);
  if (entity) {
    const ofPath = entity.isGlobal ? undefined : realm;
    const part: FolderPart = {
      path,
      value: entity.data,
      place: whole.child("data"),
      realm: entity.realm ?? ofPath,
      isSelfManaged: entity.isSelfManaged,
    };
    if (isTreeEntity(entity) || isBareTree(entity.data)) return { kind: "tree", path, part };
    return { kind: isScript(entity.data) ? "script" : "body", path, part };
  }
  if (isJsonObject(value) && isBareTree(value))
    return { kind: "tree", path, part: { path, value, place: whole, realm } };
  const { journeys, malformed } = findExports(value, whole, fileStem(path));
  diagnostics.push(...malformed.flatMap((each) => (each.isAmongJourneys ? [each.diagnostic] : [])));
  if (journeys.length > 0) {
    return { kind: "export", path, journeys: journeys.map((each) => ({ ...each, realm: each.realm ?? realm })) };
  }
  const id = isJsonObject(value) ? textMember(value, "_id") : undefined;
  if (!isJsonObject(value) || id === undefined) return { kind: "other", path };
  if (id.startsWith(templatePrefix))
    return { kind: "template", path, part: { path, value, place: whole, realm: undefined } };
  return { kind: isScript(value) ? "script" : "body", path, part: { path, value, place: whole, realm } };
}
