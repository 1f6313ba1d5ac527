import { readExport } from "../../export-json/read/read-export.js";
import { exportedJourneys, sectionOf } from "../../export-json/sections.js";
import { getOwn, isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { SourceFile } from "../../text/source-file.js";
import type { Conflict } from "./conflict.js";
import { findJourneyRenames } from "./find-journey-renames.js";
import type { ExportSides } from "./node-parts.js";
import { mergeNames, type Names } from "./renames.js";

/**
 * Gives the journeys of all sides the names that the merged export has: a journey that one side renamed is followed, and
 * one that both renamed has the name of ours, with a conflict. An export of a single journey has its name as a value.
 */
export function renameExported(
  path: string,
  sides: ExportSides,
): ExportSides & { readonly conflicts: readonly Conflict[] } {
  const ids = [sides.base, sides.ours, sides.theirs].map((side) =>
    [...exportedJourneys(side).keys()].sort().join("\n"),
  );
  const isBundle = [sides.base, sides.ours, sides.theirs].every((side) => isJsonObject(getOwn(side, "trees")));
  if (!isBundle || new Set(ids).size === 1) return { ...sides, conflicts: [] };
  const modelOf = (value: JsonObject) => readExport(new SourceFile(path, JSON.stringify(value)), {}).model;
  const [base, ours, theirs] = [modelOf(sides.base), modelOf(sides.ours), modelOf(sides.theirs)];
  const none = { params: new Map(), scenarios: new Map(), nodes: new Map() };
  const names = mergeNames(
    { ...none, journeys: findJourneyRenames(base, ours, theirs, "id").names },
    { ...none, journeys: findJourneyRenames(base, theirs, ours, "id").names },
  );
  return {
    base: withNames(sides.base, names.base.journeys),
    ours: withNames(sides.ours, names.ours.journeys),
    theirs: withNames(sides.theirs, names.theirs.journeys),
    conflicts: names.twice.map(({ base: old, ours: mine, theirs: other }) => ({
      where: `trees / ${mine}`,
      message: `both sides renamed ${old}: to ${mine} in ours, to ${other} in theirs`,
    })),
  };
}

function withNames(exported: JsonObject, names: Names): JsonObject {
  if (names.size === 0) return exported;
  const trees: Record<string, Json> = {};
  for (const [name, journey] of exportedJourneys(exported)) {
    const to = names.get(name);
    setOwn(trees, to ?? name, to === undefined ? journey : withName(journey, to));
  }
  return { ...exported, trees };
}

function withName(journey: JsonObject, name: string): JsonObject {
  return { ...journey, tree: { ...sectionOf(journey, "tree"), _id: name } };
}
