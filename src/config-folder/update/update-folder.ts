import type { JourneyExport } from "../../export-json/read/journey-export.js";
import { difference } from "../../export-json/residue.js";
import { sectionOf, sections } from "../../export-json/sections.js";
import { journeyExport } from "../../export-json/write/write-export.js";
import type { Journey } from "../../model/model.js";
import { bareRealm } from "../../model/realm.js";
import { isJsonObject, type JsonObject } from "../../text/json.js";
import { JsonPlace } from "../../text/json-place.js";
import { SourceFile } from "../../text/source-file.js";
import { nodesFolderOfTree } from "../frconfig-layout.js";
import { findJourneys } from "../read/read-folder.js";
import { scriptsElsewhere } from "../read/take-scripts.js";
import { toolFileName } from "../tool-file-name.js";
import { FrConfigNames, type PlacedJourney } from "../write/frconfig-names.js";
import { type FrConfigFiles, type LeftOut, writeFrConfig } from "../write/write-frconfig.js";
import { BodySamples } from "./body-samples.js";
import { Documents } from "./documents.js";
import { exportInFormOf } from "./export-form.js";
import { treeInFormOf } from "./part-form.js";
import { PartsUpdate } from "./parts-update.js";

/** What a journey makes of a folder. */
export interface WrittenJourney extends FrConfigFiles {
  readonly journey: Journey;
}

/** Writes journeys in the layout of fr-config-manager, one after the other. */
export function* writeFolder(
  placed: readonly PlacedJourney[],
  files: ReadonlyMap<string, string>,
): Generator<WrittenJourney, void> {
  const names = new FrConfigNames(placed, files);
  for (const each of placed) yield { journey: each.journey, ...writeFrConfig(each, names) };
}

/**
 * Writes journeys into a folder that holds them, each in the files and in the layout in which they are there: fr-config-manager,
 * entities of Amster or file-based configuration, REST bodies, lists, exports. A journey that says nothing new changes nothing. One
 * that the folder lacks goes beside the others, in their layout.
 */
export function* updateFolder(
  placed: readonly PlacedJourney[],
  files: ReadonlyMap<string, string>,
): Generator<WrittenJourney, void> {
  const found = new FoundJourneys(files);
  const names = new FrConfigNames(placed, files);
  const documents = new Documents(files);
  const changed: ChangedJourney[] = [];
  for (const each of placed) {
    const { journey, realm } = each;
    const own = found.journey(journey.id, realm);
    const sample = own ?? found.like(realm);
    if (own !== undefined && difference(journey, own.value) === undefined) yield unchanged(journey, own, files);
    else if (sample === undefined || isFrConfig(sample)) yield { journey, ...writeFrConfig(each, names) };
    else changed.push(changeOne(each, own, sample, found, documents));
  }
  yield* finish(changed, documents, files);
}

/** The journeys of a folder, in whatever layout. */
class FoundJourneys {
  readonly samples: BodySamples;
  readonly #all: readonly JourneyExport[];
  readonly #byId = new Map<string, JourneyExport[]>();

  constructor(files: ReadonlyMap<string, string>) {
    this.#all = findJourneys(files, {}).journeys;
    this.samples = new BodySamples(this.#all);
    for (const journey of this.#all) {
      const known = this.#byId.get(journey.id);
      if (known === undefined) this.#byId.set(journey.id, [journey]);
      else known.push(journey);
    }
  }

  journey(id: string, realm: string): JourneyExport | undefined {
    return this.#byId.get(id)?.find((each) => isInRealm(each.realm, realm));
  }

  /** A journey that shows how one of this realm is to be written. */
  like(realm: string): JourneyExport | undefined {
    return this.#all.find((each) => isInRealm(each.realm, realm)) ?? this.#all[0];
  }
}

/** A journey whose files are being changed: several may have one in common. */
interface ChangedJourney {
  readonly journey: Journey;
  readonly realm: string;
  readonly leftOut: readonly LeftOut[];
  readonly touched: ReadonlySet<string>;
}

function changeOne(
  { journey, realm }: PlacedJourney,
  own: JourneyExport | undefined,
  sample: JourneyExport,
  { samples }: FoundJourneys,
  documents: Documents,
): ChangedJourney {
  const value = journeyExport(journey);
  let leftOut: readonly LeftOut[] = [];
  if (sample.layout === "folder") {
    const update = new PartsUpdate(journey.id, value, sample, samples, documents);
    leftOut = own === undefined ? update.add() : update.change();
  } else if (own === undefined) addExport(journey.id, value, sample, documents);
  else {
    const elsewhere = scriptsElsewhere(own);
    setExport(wholeOf(own), withoutScripts(value, elsewhere), own, documents);
    const kept = Object.keys(sectionOf(value, "script")).filter((id) => elsewhere.has(id));
    new PartsUpdate(journey.id, value, own, samples, documents).changeScripts(kept);
  }
  return { journey, realm, leftOut, touched: documents.takeTouched() };
}

/** A file that several journeys have changed counts for the first of them, and what is gone for the first of all. */
function* finish(
  changed: readonly ChangedJourney[],
  documents: Documents,
  before: ReadonlyMap<string, string>,
): Generator<WrittenJourney, void> {
  if (changed.length === 0) return;
  const { files, removed } = documents.finish();
  const after = new Map([...before, ...files]);
  for (const path of removed) after.delete(path);
  const found = new FoundJourneys(after);
  const taken = new Set(removed);
  let stale = removed;
  for (const { journey, realm, leftOut, touched } of changed) {
    const own = new Map<string, string>();
    for (const path of touched) {
      if (!taken.has(path)) own.set(path, files.get(path) ?? documents.text(path) ?? "");
      taken.add(path);
    }
    yield {
      journey,
      files: own,
      stale,
      leftOut: leftOut.length > 0 ? leftOut : notHeld(journey, realm, found),
    };
    stale = [];
  }
}

/** The members of a journey that the changed folder does not give back: its layout has no form for what they hold. */
function notHeld(journey: Journey, realm: string, found: FoundJourneys): readonly LeftOut[] {
  const own = found.journey(journey.id, realm);
  const lost = own === undefined ? journeyExport(journey) : difference(journey, own.value);
  return Object.keys(lost ?? {}).map((id) => ({ kind: "member", id }));
}

function isInRealm(realm: string | undefined, wanted: string): boolean {
  return realm === undefined || bareRealm(realm) === bareRealm(wanted);
}

function isFrConfig({ layout, places }: JourneyExport): boolean {
  return layout === "folder" && nodesFolderOfTree(places.tree.source.path) !== undefined;
}

/** The file of the tree stands for all: it is named, and stays as it is. */
function unchanged(journey: Journey, { places }: JourneyExport, files: ReadonlyMap<string, string>): WrittenJourney {
  const { path } = places.tree.source;
  return { journey, files: new Map([[path, files.get(path) ?? ""]]), stale: [], leftOut: [] };
}

/** The place of a journey that is one object: its tree alone, or the object around it. */
function wholeOf({ layout, places }: JourneyExport): JsonPlace {
  const { source, pointer } = places.tree;
  return layout === "tree" ? places.tree : JsonPlace.at(source, pointer.slice(0, pointer.lastIndexOf("/")));
}

/** An export without scripts that lie in files of their own. */
function withoutScripts(value: JsonObject, ids: ReadonlySet<string>): JsonObject {
  if (ids.size === 0) return value;
  const kept = Object.entries(sectionOf(value, "script")).filter(([id]) => !ids.has(id));
  return { ...value, [sections.script.name]: Object.fromEntries(kept) };
}

function setExport(place: JsonPlace, value: JsonObject, sample: JourneyExport, documents: Documents): void {
  const before = documents.at(wholeOf(sample));
  const raw = isJsonObject(before) ? before : {};
  const isTree = sample.layout === "tree";
  documents.set(place, isTree ? treeInFormOf(raw, sectionOf(value, "tree")) : exportInFormOf(raw, value));
}

/** Beside another journey: under the same `trees`, in the same list, or in a file of its own where that one has one. */
function addExport(id: string, value: JsonObject, sample: JourneyExport, documents: Documents): void {
  const { source, pointer } = wholeOf(sample);
  const above = JsonPlace.at(source, pointer.slice(0, Math.max(0, pointer.lastIndexOf("/"))));
  const holder = pointer === "" ? undefined : documents.at(above);
  const isOnlyTree = above.pointer === "/trees" && isJsonObject(holder) && Object.keys(holder).length === 1;
  if (pointer !== "" && !isOnlyTree) {
    setExport(above.child(Array.isArray(holder) ? "-" : id), value, sample, documents);
    return;
  }
  const file = JsonPlace.root(new SourceFile(fileBeside(source.path, id, documents), ""));
  if (isOnlyTree) documents.set(file, { trees: { [id]: {} } });
  setExport(isOnlyTree ? file.child("trees").child(id) : file, value, sample, documents);
}

/** The file for a journey beside another one's, with the same extension. */
function fileBeside(path: string, id: string, documents: Documents): string {
  const extension = /(?:\.journey)?\.json$/i.exec(path)?.[0] ?? ".json";
  const start = path.slice(0, path.lastIndexOf("/") + 1) + toolFileName(id);
  let file = start + extension;
  for (let number = 2; documents.has(file); number++) file = `${start}-${number}${extension}`;
  return file;
}
