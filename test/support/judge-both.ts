import { checkModel } from "../../src/check/check-model.js";
import { bindFiles } from "../../src/compile/compile.js";
import type { Diagnostic, Place } from "../../src/diagnostics/diagnostic.js";
import { readExport } from "../../src/export-json/read/read-export.js";
import { readFrom } from "../../src/import/compile-text.js";
import { importExports } from "../../src/import/import-exports.js";
import type { Journey } from "../../src/model/model.js";
import { allNodes } from "../../src/model/used-resources.js";
import type { ParseResult } from "../../src/syntax/parse.js";
import { pointerSegments } from "../../src/text/json-pointer.js";
import { SourceFile } from "../../src/text/source-file.js";
import { importOptions } from "./import-support.js";

/** What is found in an export, and in the texts that it is imported to: code, severity and the node's id of each finding. */
export interface BothJudgements {
  /** The findings in the export. */
  readonly diagnostics: readonly Diagnostic[];
  readonly asExport: readonly string[];
  readonly asText: readonly string[];
}

/** Checks an export, imports it, and checks the texts. */
export function judgeBoth(path: string, text: string, options: { readonly minimal?: boolean } = {}): BothJudgements {
  const read = readExport(new SourceFile(path, text), {});
  const found = checkModel({ model: read.model, parsed: [], diagnostics: read.diagnostics });
  const asExport = found.map((finding) => judgementOf(finding, idInExport(finding.place, read.model.journeys)));
  const imported = importExports(read.model.journeys, { ...importOptions, minimal: options.minimal === true });
  const files = new Map(imported.journeys.flatMap((journey) => [...journey.files]));
  const sources = imported.journeys.map(({ fileName, text: written }) => new SourceFile(fileName, written));
  const bound = bindFiles(sources, { readText: readFrom(files) });
  const foundInTexts = checkModel(bound);
  const asText = foundInTexts.map((finding) =>
    judgementOf(finding, idInText(finding.place, bound.model.journeys, bound.parsed)),
  );
  return { diagnostics: found, asExport: asExport.sort(), asText: asText.sort() };
}

function judgementOf({ code, severity }: Diagnostic, node: string): string {
  return `${severity} ${code} ${node}`;
}

/** The id of the node that a pointer into an export leads into; its page's where the node is only listed there. */
function idInExport({ pointer = "" }: Place, journeys: readonly Journey[]): string {
  let best: { readonly id: string; readonly length: number } | undefined;
  const nodes = journeys.flatMap((journey) => allNodes(journey.nodes));
  for (const { id, place, properties } of nodes) {
    for (const { pointer: at = "" } of [place, ...[...properties.values()].map((setting) => setting.place)]) {
      const isInside = at !== "" && (pointer === at || pointer.startsWith(`${at}/`));
      if (isInside && at.length > (best?.length ?? 0)) best = { id, length: at.length };
    }
  }
  if (best !== undefined) return best.id;
  const ids = new Set(nodes.map(({ id }) => id));
  return pointerSegments(pointer).findLast((segment) => ids.has(segment)) ?? "";
}

/** The id of the node whose declaration in the text contains the place. */
function idInText(place: Place, journeys: readonly Journey[], parsed: readonly ParseResult[]): string {
  const ids = new Map<number, string>();
  for (const { namePlace, id } of journeys.flatMap((journey) => allNodes(journey.nodes))) {
    if (namePlace.source === place.source) ids.set(namePlace.range.start, id);
  }
  const file = parsed.find(({ source }) => source === place.source)?.file;
  const members = (file?.items ?? []).flatMap((item) => (item.kind === "journey" ? item.members : []));
  const children = members.flatMap((member) => (member.kind === "page" ? member.members : []));
  let found = "";
  for (const each of [...members, ...children]) {
    if ((each.kind !== "node" && each.kind !== "page") || each.name === undefined) continue;
    const isInside = each.range.start <= place.range.start && place.range.end <= each.range.end;
    if (isInside) found = ids.get(each.name.range.start) ?? found;
  }
  return found;
}
