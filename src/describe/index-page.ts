import type { Description, JourneyDescription } from "./description.js";
import { asJourney, asQuote, type CallMap, counted, joinPieces, type PageBlock, type Pieces } from "./document.js";
import { findingsTable } from "./findings-table.js";

/** The first page of several journeys: how they call one another, and a line for each. */
export function indexBlocks({ journeys, findings }: Description): readonly PageBlock[] {
  const calls = callMap(journeys);
  const rows = journeys.map(rowOf);
  const count = (find: (journey: JourneyDescription) => number) => journeys.reduce((sum, each) => sum + find(each), 0);
  const summary = [
    counted(journeys.length, "journey"),
    counted(
      count(({ counts }) => counts.nodes + counts.nodesInPages),
      "node",
    ),
    counted(
      count((journey) => journey.findings.length),
      "finding",
    ),
  ];
  return [
    { kind: "heading", level: 1, pieces: ["Journeys"] },
    { kind: "paragraph", pieces: [`${summary.join(", ")}.`] },
    ...(calls.calls.length === 0 ? [] : ([{ kind: "map", calls }] as const)),
    { kind: "table", head: ["journey", "purpose", "nodes", "runs", "called by", "findings"], rows },
    ...(findings.length === 0
      ? []
      : ([{ kind: "heading", level: 2, pieces: ["Other findings"] }, ...findingsTable(findings)] as const)),
  ];
}

function rowOf({ id, purpose, traits, counts, calls, callers, findings }: JourneyDescription): readonly Pieces[] {
  const links = (ids: readonly string[]) => joinPieces([...new Set(ids)].map((each) => [asJourney(each)]));
  return [
    [asJourney(id), ...(traits.isDisabled ? [" (disabled)"] : [])],
    purpose === undefined ? [] : [asQuote(firstSentence(purpose))],
    [String(counts.nodes + counts.nodesInPages)],
    links(calls.map(({ inner }) => inner)),
    links(callers.map(({ journey }) => journey)),
    [findings.length === 0 ? "" : severities(findings)],
  ];
}

function severities(findings: JourneyDescription["findings"]): string {
  const counts = new Map<string, number>();
  for (const { severity } of findings) counts.set(severity, (counts.get(severity) ?? 0) + 1);
  return ["error", "warning", "info"]
    .flatMap((severity) => {
      const count = counts.get(severity);
      return count === undefined ? [] : [counted(count, severity)];
    })
    .join(", ");
}

/** Longer purposes are on the journey's page. */
const longest = 120;

function firstSentence(text: string): string {
  const first = /^[^\n]*?[.!?](?=\s)/.exec(text)?.[0] ?? text.split("\n")[0] ?? "";
  return first.length > longest ? `${first.slice(0, longest - 1)}…` : first;
}

/** The journeys that call others or are called; each call once. */
function callMap(journeys: readonly JourneyDescription[]): CallMap {
  const places = new Map<string, number>();
  const placeOf = (id: string) => {
    const place = places.get(id) ?? places.size;
    places.set(id, place);
    return place;
  };
  const calls = new Map<string, readonly [number, number]>();
  for (const { id, calls: made } of journeys) {
    for (const { inner } of made) {
      const call = [placeOf(id), placeOf(inner)] as const;
      calls.set(call.join(" "), call);
    }
  }
  return { journeys: [...places.keys()], calls: [...calls.values()] };
}
