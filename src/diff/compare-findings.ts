import type { Diagnostic, Place } from "../diagnostics/diagnostic.js";
import type { Journey, Model } from "../model/model.js";
import { allNodes } from "../model/used-resources.js";
import type { SourceFile } from "../text/source-file.js";
import type { FindingChange } from "./difference.js";
import { nodeFinder } from "./finding-node.js";
import type { JourneyPair } from "./journey-pair.js";

/** One side: its journeys and the findings about them. */
interface CheckedModel {
  readonly model: Model;
  readonly findings: readonly Diagnostic[];
}

/** The findings of one side by what they say of which node; the same finding counts once. */
type FindingTable = ReadonlyMap<string, Diagnostic>;

/**
 * The findings that appeared or disappeared. Old findings are compared under the names and ids of the new side. An export
 * and a text name nodes differently in messages, by label and by name; there, findings of one rule on one node are the same.
 */
export function compareFindings(
  before: CheckedModel,
  after: CheckedModel,
  pairs: readonly JourneyPair[],
): readonly FindingChange[] {
  const rename = renamer(pairs);
  const mixed = mixedPairs(before.model, after.model, pairs);
  const nodeBefore = nodeFinder(mixed.map((pair) => pair.old));
  const nodeAfter = nodeFinder(mixed.map((pair) => pair.now));
  const newIds = new Map<string, string>();
  for (const { old, ids } of mixed) for (const { id } of allNodes(old.nodes)) newIds.set(id, ids.text(id));
  const sources = new Set(mixed.flatMap(({ old, now }) => [...sourcesOf(old), ...sourcesOf(now)]));
  const formerly = tableOf(before.findings, (finding) => {
    const places = placesIn(finding, sources);
    if (places.length === 0) return rename(finding.message);
    const id = firstOf(places, nodeBefore)?.id;
    return id === undefined ? "" : (newIds.get(id) ?? id);
  });
  const now = tableOf(after.findings, (finding) => {
    const places = placesIn(finding, sources);
    return places.length === 0 ? finding.message : (firstOf(places, nodeAfter)?.id ?? "");
  });
  return [...missing(now, formerly, "finding-appeared"), ...missing(formerly, now, "finding-gone")];
}

/** The places of a finding in some files: one in a script tells the node that runs it beside. */
function placesIn({ place, related }: Diagnostic, sources: ReadonlySet<SourceFile>): readonly Place[] {
  return [place, ...related.map((each) => each.place)].filter(({ source }) => sources.has(source));
}

function firstOf<T>(places: readonly Place[], find: (place: Place) => T | undefined): T | undefined {
  for (const place of places) {
    const found = find(place);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The pairs of which one side is a text and the other an export, as they were read: `raw` is applied in the pairs. */
function mixedPairs(before: Model, after: Model, pairs: readonly JourneyPair[]) {
  const old = new Map(before.journeys.map((journey) => [journey.id, journey]));
  const now = new Map(after.journeys.map((journey) => [journey.id, journey]));
  return pairs.flatMap((pair) => {
    const sides = { old: old.get(pair.before.id), now: now.get(pair.after.id) };
    if (sides.old === undefined || sides.now === undefined || isText(sides.old) === isText(sides.now)) return [];
    return [{ old: sides.old, now: sides.now, ids: pair.ids }];
  });
}

/** The files that a journey was read from: the parts of a folder are in several. */
function* sourcesOf({ place, nodes }: Journey): Iterable<SourceFile> {
  yield place.source;
  for (const node of allNodes(nodes)) {
    yield node.place.source;
    for (const setting of node.properties.values()) yield setting.place.source;
  }
}

function isText({ origin }: Journey): boolean {
  return origin.kind === "text";
}

function missing(of: FindingTable, other: FindingTable, kind: FindingChange["kind"]): readonly FindingChange[] {
  return [...of].flatMap(([key, { code, severity, message }]) =>
    other.has(key) ? [] : [{ kind, code, severity, message }],
  );
}

function tableOf(findings: readonly Diagnostic[], saysOf: (finding: Diagnostic) => string): FindingTable {
  return new Map(findings.map((finding) => [`${finding.code} ${saysOf(finding)}`, finding]));
}

/** Replaces the names and ids of the old side, which messages hold in quotes, by those of the new side. */
function renamer(pairs: readonly JourneyPair[]): (text: string) => string {
  const names = new Map<string, string>();
  for (const { before, nodes, ids, after } of pairs) {
    names.set(before.name, after.name).set(before.id, after.id);
    for (const node of allNodes(before.nodes)) {
      const other = nodes.afterOf(node);
      if (other === undefined) continue;
      names.set(node.name, other.name).set(node.displayName, other.displayName);
      names.set(node.id, ids.text(node.id));
    }
  }
  return (text) =>
    text.replace(/"([^"]*)"/g, (whole, name: string) => (names.has(name) ? `"${names.get(name)}"` : whole));
}
