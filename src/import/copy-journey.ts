import { readExport } from "../export-json/read/read-export.js";
import type { ReadJourney } from "../export-json/read/read-result.js";
import { sectionOf, sections } from "../export-json/sections.js";
import { IdMap } from "../model/id-map.js";
import { deriveNodeId, terminalIds } from "../model/ids.js";
import { isJsonObject, type Json, type JsonObject, setOwn } from "../text/json.js";
import { SourceFile } from "../text/source-file.js";
import { stableJson } from "../text/stable-json.js";

/**
 * A copy of a journey that can stand beside it in one realm: its name is `id`, and its nodes have the ids that the compiler derives from
 * that name and their own, so that the copy overwrites no node. The copy's JSON is read anew: ids also hide in outcomes of pages, in
 * `uiConfig` and in the stages of pages. Scripts and resources stay those of the realm; a theme of the journey lists the copy too.
 */
export function copyJourney(read: ReadJourney, id: string): ReadJourney | undefined {
  const { json } = read.origin.document;
  const ids = newIds(read, id);
  const own = new Set([sections.tree, sections.body, sections.innerBody].flatMap(({ name, older }) => [name, older]));
  const copy: Record<string, Json> = {};
  for (const [key, value] of Object.entries(json)) setOwn(copy, key, own.has(key) ? ids.value(value) : value);
  const { name: treeName } = sections.tree;
  const tree = copy[treeName];
  if (isJsonObject(tree) && Object.hasOwn(tree, "_id")) copy[treeName] = { ...tree, _id: id };
  const themes = copy[sections.theme.name];
  if (Array.isArray(themes)) copy[sections.theme.name] = themes.map((theme: Json) => withLink(theme, read.id, id));
  const { realm } = read.origin;
  const source = new SourceFile(read.place.source.path, stableJson({ trees: { [id]: copy } }));
  return readExport(source, realm === undefined ? {} : { realmOfPath: realm }).model.journeys[0];
}

function newIds({ nodes, origin: { document } }: ReadJourney, journeyId: string): IdMap {
  const ids = new IdMap();
  const known = new Set<string>(Object.values(terminalIds));
  const add = (id: string, name: string) => {
    if (!known.has(id)) ids.add(id, deriveNodeId(journeyId, name));
    known.add(id);
  };
  for (const node of nodes) {
    add(node.id, node.name);
    for (const child of node.children) add(child.id, `${node.name}/${child.name}`);
  }
  // Settings without a node have no name.
  for (const role of ["body", "innerBody"] as const) {
    for (const id of Object.keys(sectionOf(document.json, role))) add(id, id);
  }
  return ids;
}

function withLink(theme: Json, from: string, to: string): Json {
  const linked = isJsonObject(theme) ? theme.linkedTrees : undefined;
  if (!Array.isArray(linked) || !linked.includes(from) || linked.includes(to)) return theme;
  return { ...(theme as JsonObject), linkedTrees: [...linked, to] };
}
