import { readExport } from "../../export-json/read/read-export.js";
import { conflictsMember, metaHeader } from "../../export-json/sections.js";
import { getOwn, isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { parseJson } from "../../text/parse-json.js";
import { SourceFile } from "../../text/source-file.js";
import { pairJourneys } from "../journey-pair.js";
import { matchJourneys } from "../match/match-journeys.js";
import type { MergeRefusal, MergeResult } from "./conflict.js";
import { followMovedNodes } from "./follow-moved-nodes.js";
import { keepNodesWhole } from "./keep-nodes-whole.js";
import { mergeJson } from "./merge-json.js";
import { newFindings } from "./new-findings.js";
import { readableConflicts } from "./readable-conflicts.js";
import { renameExported } from "./rename-exported.js";

/**
 * Merges three versions of an export part by part: nodes by id, arrows by outcome, settings by name, scripts by line.
 * Versions with other ids for the same nodes get the ids of ours first. Because JSON has no comments, a conflict keeps
 * the value of ours and is listed in the header `meta`.
 */
export function mergeExports(
  path: string,
  texts: { readonly base: string; readonly ours: string; readonly theirs: string },
): MergeResult | MergeRefusal {
  const ours = readSide(path, texts.ours);
  if ("problem" in ours) return { problem: `ours: ${ours.problem}` };
  const base = texts.base.trim() === "" ? { value: {} } : readSide(path, withOurIds(path, texts.base, texts.ours));
  if ("problem" in base) return { problem: `base: ${base.problem}` };
  const theirs = readSide(path, withOurIds(path, texts.theirs, texts.base, texts.ours));
  if ("problem" in theirs) return { problem: `theirs: ${theirs.problem}` };
  const named = renameExported(path, { base: base.value, ours: ours.value, theirs: theirs.value });
  const placed = followMovedNodes(named);
  const whole = keepNodesWhole(placed);
  const { value, conflicts, notes } = mergeJson(whole.base, whole.ours, whole.theirs);
  const merged = value as JsonObject;
  const found = [
    ...named.conflicts,
    ...placed.conflicts,
    ...whole.conflicts,
    ...conflicts,
    ...newFindings(path, merged, [ours.value, theirs.value]),
  ];
  const all = readableConflicts(found, [ours.value, theirs.value, base.value]);
  if (all.length === 0) return { text: written(merged, texts.ours), conflicts: [], notes };
  const marked = withHeader(
    merged,
    all.map((conflict) => ({ ...conflict })),
  );
  return { text: written(marked, texts.ours), conflicts: all, notes };
}

function readSide(path: string, text: string): { readonly value: JsonObject } | { readonly problem: string } {
  const parsed = parseJson(new SourceFile(path, text));
  if (parsed.kind === "problem") return { problem: parsed.lossy?.problem ?? "it is not valid JSON" };
  return isJsonObject(parsed.value) ? { value: parsed.value } : { problem: "it is not an export" };
}

/**
 * Replaces ids in a text by those that other versions have for the same nodes and scripts. The versions are tried in
 * order, so that ids that theirs shares with base lead to those of ours.
 */
function withOurIds(path: string, text: string, ...others: readonly string[]): string {
  return others.reduce((current, other) => withIdsOf(path, current, other), text);
}

function withIdsOf(path: string, text: string, other: string): string {
  if (other.trim() === "") return text;
  const modelOf = (each: string) => readExport(new SourceFile(path, each), {}).model;
  const pairs = matchJourneys(modelOf(text), modelOf(other));
  let result = text;
  for (const [journey, same] of pairs.entries()) result = pairJourneys(journey, same).ids.text(result);
  return result;
}

function withHeader(value: JsonObject, conflicts: Json): JsonObject {
  const meta = getOwn(value, metaHeader);
  const header: Record<string, Json> = {};
  if (isJsonObject(meta)) for (const key of Object.keys(meta)) setOwn(header, key, meta[key] ?? null);
  header[conflictsMember] = conflicts;
  return { ...value, [metaHeader]: header };
}

/** Writes the result like ours: with the same indentation and the same end of file. */
function written(value: JsonObject, ours: string): string {
  const indent = /^[[{]\r?\n([ \t]+)/.exec(ours.trimStart())?.[1];
  const isCompact = indent === undefined && !ours.trim().includes("\n");
  const text = JSON.stringify(value, null, isCompact ? undefined : (indent ?? "  "));
  const end = ours.slice(ours.trimEnd().length);
  return `${ours.includes("\r\n") ? text.replaceAll("\n", "\r\n") : text}${end}`;
}
