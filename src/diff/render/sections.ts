import type { Difference, FindingChange } from "../difference.js";
import type { SharedNodes } from "../moved-nodes.js";
import { inReadingOrder } from "./change-topic.js";
import { describeScenario } from "./describe-change.js";
import { describeConsequence } from "./describe-consequence.js";
import { describeConsequences } from "./describe-consequences.js";
import { type Described, name, plain } from "./described.js";
import { describeChanges } from "./group-alike.js";
import { sharedChanges } from "./shared-changes.js";

/** A heading with its changes; all formats show the same sections in the same order. */
export interface Section {
  /** The journey's id; `undefined` for what belongs to no single journey. */
  readonly journey: string | undefined;
  /** `shared` for what several journeys have alike. */
  readonly state: "added" | "removed" | "changed" | "shared";
  readonly nodes: number;
  /** Of a journey that came or went: the journeys that share nodes with it. */
  readonly shared: readonly SharedNodes[];
  readonly changes: readonly Described[];
  readonly consequences: readonly Described[];
}

/** Describes a difference in words. */
export function sectionsOf({ journeys, scenarios, findings }: Difference): readonly Section[] {
  const shared = sharedChanges(journeys);
  const all: Section[] = journeys.map((journey) =>
    journey.kind === "journey-changed"
      ? {
          journey: journey.journey,
          state: "changed",
          nodes: 0,
          shared: [],
          changes: describeChanges(inReadingOrder(journey.changes.filter((change) => !shared.changes.has(change)))),
          consequences: [
            ...describeConsequences(journey.consequences),
            ...findings.filter((each) => each.journey === journey.journey).map(describeConsequence),
          ],
        }
      : {
          journey: journey.journey,
          state: journey.kind === "journey-added" ? "added" : "removed",
          nodes: journey.nodes,
          shared: journey.shared,
          changes: [],
          consequences: findings.filter((each) => each.journey === journey.journey).map(describeConsequence),
        },
  );
  const rest = { journey: undefined, state: "changed", nodes: 0, shared: [] } as const;
  const sections = all.filter(
    ({ state, changes, consequences }) => state !== "changed" || changes.length + consequences.length > 0,
  );
  // Below the journeys of which more is told than what changed.
  const at = sections.findIndex(({ state, consequences }) => state !== "changed" || consequences.length === 0);
  if (shared.described.length > 0) {
    const section = { ...rest, state: "shared", changes: shared.described, consequences: [] } as const;
    sections.splice(at < 0 ? sections.length : at, 0, section);
  }
  const told = new Set(journeys.map(({ journey }) => journey));
  const others = findings.filter((each) => !told.has(each.journey ?? ""));
  if (scenarios.length === 0 && others.length === 0) return sections;
  return [
    ...sections,
    { ...rest, changes: scenarios.map(describeScenario), consequences: others.map(describeFinding) },
  ];
}

/** A finding that does not stand below its journey says which one it is about. */
function describeFinding(finding: FindingChange): Described {
  const told = describeConsequence(finding);
  if (finding.journey === undefined) return told;
  return { ...told, pieces: [plain("in "), name(finding.journey), plain(": "), ...told.pieces] };
}

/** What stands above what belongs to no single journey. */
export function headingWithoutJourney({ state }: Section): string {
  return state === "shared" ? "several journeys" : "overall";
}

/** What is said of a journey that came or went: `added, 5 nodes, 4 of them from Login`. Empty for a changed one. */
export function stateText({ state, nodes, shared }: Section): string {
  if (state === "changed" || state === "shared") return "";
  const place = state === "added" ? "from" : "now in";
  const others = shared.map((each) => `, ${each.nodes} of them ${place} ${each.journey}`);
  return `${state}, ${nodes} node${nodes === 1 ? "" : "s"}${others.join("")}`;
}
