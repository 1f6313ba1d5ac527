import { lookUpType } from "../../catalogue/catalogue.js";
import { createDiagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import { isDeeperThan } from "../../text/json-depth.js";
import { JsonPlace } from "../../text/json-place.js";
import type { SourceFile } from "../../text/source-file.js";
import { headers } from "../sections.js";
import { chooseJourneys } from "./choose-journeys.js";
import { declarationName } from "./declaration-name.js";
import { describeDocument } from "./describe-document.js";
import { readExternTypes } from "./extern-types.js";
import { fileStem } from "./file-stem.js";
import { findExports } from "./find-exports.js";
import type { JourneyExport } from "./journey-export.js";
import { outlineNodes } from "./node-outline.js";
import { parseDocument } from "./parse-document.js";
import { type OutlinedExport, readJourney } from "./read-journey.js";
import type { ReadOptions, ReadResult } from "./read-result.js";

const deepestValue = 200;

/** Reads an export in one JSON file: one journey or many, at the top or inside a whole configuration. */
export function readExport(source: SourceFile, options: ReadOptions): ReadResult {
  const whole = JsonPlace.root(source);
  const document = parseDocument(source, whole);
  if (document.value === undefined) return emptyResult(document.diagnostics);
  const { journeys, malformed } = findExports(document.value, whole, fileStem(source.path));
  const diagnostics = [
    ...document.diagnostics,
    ...malformed.map(({ diagnostic }) => diagnostic),
    ...unreadMembers(document.value, whole),
  ];
  if (journeys.length === 0 && malformed.length === 0) {
    const { found, help } = describeDocument(document.value);
    return emptyResult([createDiagnostic("no-journey", whole, { found }, help === undefined ? {} : { help })]);
  }
  return readExports(journeys, options, diagnostics);
}

/** Makes one model of journey exports, however they were found: in one file, or put together from a folder. */
export function readExports(
  found: readonly JourneyExport[],
  options: ReadOptions,
  before: readonly Diagnostic[],
): ReadResult {
  const diagnostics = [...before];
  const located = found.map((exported) => ({ ...exported, realm: exported.realm ?? options.realmOfPath }));
  const readable = chooseJourneys(located, options, diagnostics).filter((exported) => isShallow(exported, diagnostics));
  const outlined: OutlinedExport[] = readable.map((exported) => ({ exported, outlines: outlineNodes(exported.value) }));
  const externTypes = readExternTypes(outlined.map(({ exported, outlines }) => ({ value: exported.value, outlines })));
  const lookUp = (typeId: string) => externTypes.get(typeId) ?? lookUpFullId(typeId);
  const taken = new Set<string>();
  const journeys = outlined.map((each) =>
    readJourney(each, declarationName(each.exported.id, "Journey", taken), lookUp, options),
  );
  return { model: { journeys, externTypes, scenarios: [] }, diagnostics };
}

/** The catalogue also knows short names, which mean nothing in an export. */
function lookUpFullId(typeId: string) {
  const type = lookUpType(typeId);
  return type?.id === typeId ? type : undefined;
}

/** The result for a text without a journey that can be read. */
export function emptyResult(diagnostics: readonly Diagnostic[]): ReadResult {
  return { model: { journeys: [], externTypes: new Map(), scenarios: [] }, diagnostics };
}

function isShallow(exported: JourneyExport, diagnostics: Diagnostic[]): boolean {
  if (!isDeeperThan(exported.value, deepestValue)) return true;
  const args = { journey: exported.id, limit: deepestValue };
  diagnostics.push(createDiagnostic("nested-too-deep", exported.places.tree, args));
  return false;
}

/** Reports members beside a top-level `trees` that are no headers: they are not read. */
function unreadMembers(document: Json, whole: JsonPlace): readonly Diagnostic[] {
  if (!isJsonObject(document) || !isJsonObject((document as JsonObject).trees ?? null)) return [];
  const members = Object.keys(document).filter((key) => key !== "trees" && !headers.has(key));
  const [first] = members;
  return first === undefined ? [] : [createDiagnostic("member-not-read", whole.child(first).key, { members })];
}
