import type { JourneyExport } from "../../export-json/read/journey-export.js";
import { decodeScript } from "../../export-json/script-text.js";
import { sectionOf, sections } from "../../export-json/sections.js";
import { librariesOfScript } from "../../rhino/analysis/needs-of-script.js";
import { getOwn, isJsonObject, type Json, setOwn } from "../../text/json.js";
import { textMember } from "../../text/json-members.js";
import type { JsonPlace } from "../../text/json-place.js";
import type { FolderPart } from "./folder-file.js";
import type { PartPool } from "./part-pool.js";
import { referencesIn } from "./references-in.js";
import type { TextFiles } from "./text-files.js";

/** The scripts of a folder. */
export interface FoundScripts {
  readonly scripts: PartPool;
  /** The same scripts by name, because `require` in a script gives the name. */
  readonly scriptsByName: PartPool;
  readonly texts: TextFiles;
}

/** Collects the scripts of one journey, and the library scripts that they require. */
export class ScriptTaker {
  /** The scripts taken so far, by id. */
  readonly taken: Record<string, Json> = {};
  readonly places = new Map<string, JsonPlace>();
  readonly #found: FoundScripts;
  readonly #asker: Pick<FolderPart, "path" | "realm">;

  /** Of several scripts with one id or name, the one nearest to the asking file is taken. */
  constructor(found: FoundScripts, asker: Pick<FolderPart, "path" | "realm">) {
    this.#found = found;
    this.#asker = asker;
  }

  /** Takes a script, the library scripts that it requires, and the ones that these require in turn. */
  take(id: string): void {
    this.#takeAll([this.#found.scripts.nearest(id, this.#asker)]);
  }

  /** Takes the libraries that a script requires. */
  takeLibraries(script: Json): void {
    this.#takeAll(this.#librariesOf(script));
  }

  #takeAll(open: (FolderPart | undefined)[]): void {
    while (open.length > 0) {
      const part = open.pop();
      const scriptId = part && textMember(part.value, "_id");
      if (!part || scriptId === undefined || Object.hasOwn(this.taken, scriptId)) continue;
      const script = this.#found.texts.completeScript(part);
      if (!script) continue;
      setOwn(this.taken, scriptId, script);
      this.places.set(scriptId, part.place);
      open.push(...this.#librariesOf(script));
    }
  }

  #librariesOf(script: Json): (FolderPart | undefined)[] {
    const body = isJsonObject(script) ? decodeScript(getOwn(script, "script") ?? null)?.body : undefined;
    return [...librariesOfScript(body ?? "")].map((name) => this.#found.scriptsByName.nearest(name, this.#asker));
  }
}

/**
 * A journey that lies in one file, with the scripts that it runs and does not hold itself, where the folder has them in other
 * files.
 */
export function withScriptsOfFolder(exported: JourneyExport, found: FoundScripts): JourneyExport {
  const { value, places, realm } = exported;
  if (found.scripts.isEmpty) return exported;
  const taker = new ScriptTaker(found, { path: places.tree.source.path, realm });
  const own = sectionOf(value, "script");
  for (const role of ["body", "innerBody"] as const) {
    for (const body of Object.values(sectionOf(value, role))) {
      const ids = isJsonObject(body) ? referencesIn(body, "script") : [];
      for (const id of ids) if (!Object.hasOwn(own, id)) taker.take(id);
    }
  }
  for (const script of Object.values(own)) taker.takeLibraries(script);
  const missing = Object.entries(taker.taken).filter(([id]) => !Object.hasOwn(own, id));
  if (missing.length === 0) return exported;
  const section = sections.script.name;
  const placeOf = (name: string, id: string | number) =>
    name === section && !Object.hasOwn(own, id) ? taker.places.get(String(id)) : undefined;
  return {
    ...exported,
    value: { ...value, [section]: { ...own, ...Object.fromEntries(missing) } },
    places: { ...places, entry: (name, id) => placeOf(name, id) ?? places.entry(name, id) },
  };
}

/** The ids of the scripts of a journey in one file that lie in other files. */
export function scriptsElsewhere({ value, places }: JourneyExport): ReadonlySet<string> {
  const { path } = places.tree.source;
  const ids = Object.keys(sectionOf(value, "script"));
  return new Set(ids.filter((id) => places.entry(sections.script.name, id).source.path !== path));
}
