import type { JourneyExport } from "../../export-json/read/journey-export.js";
import { decodeScript } from "../../export-json/script-text.js";
import { roleOf, type SectionRole, sectionOf, sections } from "../../export-json/sections.js";
import { getOwn, isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { listMember, objectMember, textMember } from "../../text/json-members.js";
import { JsonPlace } from "../../text/json-place.js";
import { isSameJson } from "../../text/merge-patch.js";
import { SourceFile } from "../../text/source-file.js";
import { folderOf, scriptTextPaths } from "../frconfig-layout.js";
import { resolvePath } from "../read/text-files.js";
import { textFileOfScript } from "../script-lists.js";
import { fileNamedBy } from "../write/existing-folder.js";
import type { LeftOut } from "../write/write-frconfig.js";
import type { BodySamples, Sample } from "./body-samples.js";
import type { Documents } from "./documents.js";
import { entityLike, pathLike } from "./file-like.js";
import { inFormOf, treeInFormOf } from "./part-form.js";

type BodyRole = "body" | "innerBody";

/** Changes the files of a journey that is kept as one file for each part, or adds one like another journey of the folder. */
export class PartsUpdate {
  readonly #id: string;
  readonly #value: JsonObject;
  readonly #found: JourneyExport;
  readonly #documents: Documents;
  readonly #samples: BodySamples;
  readonly #leftOut: LeftOut[] = [];
  /** Where the tree stands, now or from now on. */
  #tree: JsonPlace;

  /** The files of the samples show how new ones are to be written. */
  constructor(id: string, value: JsonObject, found: JourneyExport, samples: BodySamples, documents: Documents) {
    this.#samples = samples;
    this.#tree = found.places.tree;
    this.#id = id;
    this.#value = value;
    this.#found = found;
    this.#documents = documents;
  }

  /** Changes the journey that was found. Answers what its layout has no place for. */
  change(): readonly LeftOut[] {
    const { places } = this.#found;
    const tree = sectionOf(this.#value, "tree");
    if (!isSameJson(tree, sectionOf(this.#found.value, "tree"))) {
      this.#documents.set(places.tree, treeInFormOf(this.#documents.at(places.tree), tree));
    }
    this.#changeBodies();
    this.changeScripts(Object.keys(sectionOf(this.#value, "script")));
    this.#changeTemplates();
    this.#listOthers();
    return this.#leftOut;
  }

  /** Adds a journey with files like those of the one that was found. */
  add(): readonly LeftOut[] {
    const { tree } = this.#found.places;
    const sample = { place: tree, id: this.#found.id, typeId: "" };
    this.#tree = this.#write(
      sample,
      this.#id,
      "",
      treeInFormOf(this.#documents.at(tree), sectionOf(this.#value, "tree")),
    );
    for (const { id, body } of this.#bodies()) this.#addBody(id, body);
    for (const id of Object.keys(sectionOf(this.#value, "script"))) this.#leftOut.push({ kind: "script", id });
    this.#listOthers();
    return this.#leftOut;
  }

  #bodies() {
    return (["body", "innerBody"] as const).flatMap((role) =>
      Object.entries(sectionOf(this.#value, role)).flatMap(([id, body]) =>
        isJsonObject(body) ? [{ role, id, body }] : [],
      ),
    );
  }

  #before(id: string): { readonly body: Json; readonly place: JsonPlace } | undefined {
    for (const role of ["body", "innerBody"] as const) {
      const body = getOwn(sectionOf(this.#found.value, role), id);
      if (body !== undefined) return { body, place: this.#placeOf(role, id) };
    }
    return undefined;
  }

  #placeOf(role: BodyRole | "script" | "emailTemplate", id: string): JsonPlace {
    const place = this.#found.places.entry(sections[role].name, id);
    return place instanceof JsonPlace ? place : this.#found.places.tree;
  }

  #changeBodies(): void {
    const kept = new Set<string>();
    for (const { id, body } of this.#bodies()) {
      kept.add(id);
      const before = this.#before(id);
      if (before === undefined) this.#addBody(id, body);
      else if (!isCalled(this.#documents.at(before.place), id)) {
        this.#documents.remove(before.place);
        this.#addBody(id, body);
      } else if (!isSameJson(before.body, body) || !listsTheSame(this.#documents.at(before.place), body)) {
        this.#documents.set(before.place, inFormOf(this.#documents.at(before.place), body));
      }
    }
    for (const role of ["body", "innerBody"] as const) {
      for (const id of Object.keys(sectionOf(this.#found.value, role))) {
        if (!kept.has(id)) this.#documents.remove(this.#placeOf(role, id));
      }
    }
  }

  /** A new node goes to a file like that of a node of its type, or of any. */
  #addBody(id: string, body: JsonObject): void {
    const typeId = textMember(objectMember(body, "_type"), "_id") ?? this.#typeInReferences(id) ?? "";
    const sample = this.#samples.like(typeId, this.#found);
    if (sample === undefined) this.#leftOut.push({ kind: "node", id });
    else this.#write(sample, id, typeId, inFormOf(this.#documents.at(sample.place), body));
  }

  #typeInReferences(id: string): string | undefined {
    const reference = getOwn(objectMember(sectionOf(this.#value, "tree"), "nodes"), id);
    if (isJsonObject(reference)) return textMember(reference, "nodeType");
    for (const { body } of this.#bodies()) {
      const child = listMember(body, "nodes").find((entry) => isJsonObject(entry) && entry._id === id);
      if (isJsonObject(child)) return textMember(child, "nodeType");
    }
    return undefined;
  }

  /** Writes an object like the one of a sample: into a file called like its own, or beside it in a list, or into the tree. */
  #write(
    { place, id: sampleId, typeId: sampleType }: Sample,
    id: string,
    typeId: string,
    value: JsonObject,
  ): JsonPlace {
    const target = this.#placeLike(place, sampleId, id, sampleType, typeId);
    const isEntity = place.pointer === "/data";
    if (isEntity) {
      const whole = entityLike(this.#documents.whole(place.source.path), sampleId, id, typeId, value);
      this.#documents.setAt(target.source.path, "", whole);
    } else this.#documents.setAt(target.source.path, target.pointer, value);
    return target;
  }

  #placeLike(place: JsonPlace, sampleId: string, id: string, sampleType: string, typeId: string): JsonPlace {
    if (place.pointer === "" || place.pointer === "/data") {
      const source = new SourceFile(pathLike(place.source.path, sampleId, id, sampleType, typeId), "");
      return JsonPlace.at(source, place.pointer);
    }
    const [, list, index] = /^(.*)\/(\d+)$/s.exec(place.pointer) ?? [];
    if (list !== undefined && index !== undefined) {
      const items = this.#documents.at(JsonPlace.at(place.source, list));
      return JsonPlace.at(place.source, list).child(Array.isArray(items) ? items.length : 0);
    }
    const member = place.pointer.slice(place.pointer.lastIndexOf("/") + 1);
    return this.#tree.child("nodes").child(id).child(member);
  }

  /** Changes the files of these scripts. */
  changeScripts(ids: Iterable<string>): void {
    const scripts = sectionOf(this.#value, "script");
    const before = sectionOf(this.#found.value, "script");
    for (const id of ids) {
      const script = getOwn(scripts, id);
      const old = getOwn(before, id);
      if (!isJsonObject(script) || !isJsonObject(old)) {
        this.#leftOut.push({ kind: "script", id });
        continue;
      }
      const place = this.#placeOf("script", id);
      const raw = this.#documents.at(place);
      const body = decodeScript(script.script ?? null)?.body;
      const isSame = body !== undefined && body === decodeScript(old.script ?? null)?.body;
      const { source, pointer } = place;
      const around = JsonPlace.at(source, pointer.slice(0, Math.max(0, pointer.lastIndexOf("/"))));
      const file = isJsonObject(raw) ? textFileOfScript(raw, this.#documents.at(around) ?? null) : undefined;
      const text = file === undefined ? undefined : this.#textFile(place, scriptTextPaths(file));
      if (text !== undefined && body !== undefined && !isSame) this.#documents.setText(text, body);
      const keeps = isJsonObject(raw) && (isSame || text !== undefined);
      this.#documents.set(place, inFormOf(raw, keeps ? { ...script, script: raw.script ?? null } : script));
    }
  }

  #changeTemplates(): void {
    const templates = sectionOf(this.#value, "emailTemplate");
    for (const id of Object.keys(templates)) {
      const template = getOwn(templates, id);
      if (!isJsonObject(template) || !Object.hasOwn(sectionOf(this.#found.value, "emailTemplate"), id)) {
        this.#leftOut.push({ kind: "emailTemplate", id });
        continue;
      }
      const place = this.#placeOf("emailTemplate", id);
      this.#documents.set(place, this.#textsApart(this.#documents.at(place), template, place) as JsonObject);
    }
  }

  /** The value with texts in the files that its counterpart names. */
  #textsApart(raw: Json | undefined, value: Json, place: JsonPlace): Json {
    const file = fileNamedBy(raw);
    if (file !== undefined && typeof value === "string") {
      const path = this.#textFile(place, [file]);
      if (path === undefined) return value;
      this.#documents.setText(path, value);
      return raw ?? null;
    }
    if (!isJsonObject(raw) || !isJsonObject(value)) return value;
    const result: Record<string, Json> = {};
    for (const key of Object.keys(value)) {
      setOwn(result, key, this.#textsApart(getOwn(raw, key), value[key] ?? null, place));
    }
    return result;
  }

  #textFile(place: JsonPlace, paths: readonly string[]): string | undefined {
    const resolved = paths.flatMap((path) => resolvePath(folderOf(place.source.path), path) ?? []);
    return resolved.find((path) => this.#documents.text(path) !== undefined);
  }

  /** What no folder of entities or bodies has a place for. */
  #listOthers(): void {
    const placed: ReadonlySet<SectionRole> = new Set(["tree", "body", "innerBody", "script", "emailTemplate"]);
    for (const name of Object.keys(this.#value)) {
      const role = roleOf(name);
      if (role === undefined) this.#leftOut.push({ kind: "member", id: name });
      else if (!placed.has(role)) {
        const section = this.#value[name];
        const ids = isJsonObject(section)
          ? Object.keys(section)
          : listMember(this.#value, name).map(
              (entry, index) => (isJsonObject(entry) && textMember(entry, "_id")) || String(index),
            );
        for (const id of ids)
          this.#leftOut.push({ kind: role as Exclude<SectionRole, "tree" | "body" | "innerBody">, id });
      }
    }
  }
}

/** Whether the file of a node has its id. One that shared its id with a node of another type has been given another. */
function isCalled(raw: Json | undefined, id: string): boolean {
  const own = isJsonObject(raw) ? textMember(raw, "_id") : undefined;
  return own === undefined || own.endsWith(id);
}

/** Whether the file of a page has the ids of its inner nodes. */
function listsTheSame(raw: Json | undefined, body: JsonObject): boolean {
  const listed = JSON.stringify(isJsonObject(raw) ? (raw.nodes ?? null) : null);
  return listMember(body, "nodes").every(
    (child) => !isJsonObject(child) || listed.includes(textMember(child, "_id") ?? ""),
  );
}
