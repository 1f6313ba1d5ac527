import type { Difference } from "../difference.js";
import type { SharedNodes } from "../moved-nodes.js";
import { inReadingOrder } from "./change-topic.js";
import { describeScenario } from "./describe-change.js";
import { describeConsequence } from "./describe-consequence.js";
import type { Described } from "./described.js";
import { describeChanges } from "./group-alike.js";

/** A heading with its changes; all formats show the same sections in the same order. */
export interface Section {
  /** The journey's id; `undefined` for what belongs to no single journey. */
  readonly journey: string | undefined;
  readonly state: "added" | "removed" | "changed";
  readonly nodes: number;
  /** Of a journey that came or went: the journeys that share nodes with it. */
  readonly shared: readonly SharedNodes[];
  readonly changes: readonly Described[];
  readonly consequences: readonly Described[];
}

/** Describes a difference in words. */
export function sectionsOf({ journeys, scenarios, findings }: Difference): readonly Section[] {
  const sections: Section[] = journeys.map((journey) =>
    journey.kind === "journey-changed"
      ? {
          journey: journey.journey,
          state: "changed",
          nodes: 0,
          shared: [],
          changes: describeChanges(inReadingOrder(journey.changes)),
          consequences: journey.consequences.map(describeConsequence),
        }
      : {
          journey: journey.journey,
          state: journey.kind === "journey-added" ? "added" : "removed",
          nodes: journey.nodes,
          shared: journey.shared,
          changes: [],
          consequences: [],
        },
  );
  if (scenarios.length === 0 && findings.length === 0) return sections;
  const rest = { journey: undefined, state: "changed", nodes: 0, shared: [] } as const;
  return [
    ...sections,
    { ...rest, changes: scenarios.map(describeScenario), consequences: findings.map(describeConsequence) },
  ];
}

/** What is said of a journey that came or went: `added, 5 nodes, 4 of them from Login`. Empty for a changed one. */
export function stateText({ state, nodes, shared }: Section): string {
  if (state === "changed") return "";
  const place = state === "added" ? "from" : "now in";
  const others = shared.map((each) => `, ${each.nodes} of them ${place} ${each.journey}`);
  return `${state}, ${nodes} node${nodes === 1 ? "" : "s"}${others.join("")}`;
}
