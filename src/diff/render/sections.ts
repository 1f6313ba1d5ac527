import type { Difference } from "../difference.js";
import { describeChange, describeScenario } from "./describe-change.js";
import { describeConsequence } from "./describe-consequence.js";
import type { Described } from "./described.js";

/** A heading with its changes; all formats show the same sections in the same order. */
export interface Section {
  /** The journey's id; `undefined` for what belongs to no single journey. */
  readonly journey: string | undefined;
  readonly state: "added" | "removed" | "changed";
  readonly nodes: number;
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
          changes: journey.changes.map(describeChange),
          consequences: journey.consequences.map(describeConsequence),
        }
      : {
          journey: journey.journey,
          state: journey.kind === "journey-added" ? "added" : "removed",
          nodes: journey.nodes,
          changes: [],
          consequences: [],
        },
  );
  if (scenarios.length === 0 && findings.length === 0) return sections;
  const rest = { journey: undefined, state: "changed", nodes: 0 } as const;
  return [
    ...sections,
    { ...rest, changes: scenarios.map(describeScenario), consequences: findings.map(describeConsequence) },
  ];
}

/** A count such as `3 changes, 1 consequence`. */
export function countText(sections: readonly Section[]): string {
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? "" : "s"}`;
  const changes = sections.reduce((sum, { changes: list, state }) => sum + (state === "changed" ? list.length : 1), 0);
  const consequences = sections.reduce((sum, section) => sum + section.consequences.length, 0);
  return consequences === 0
    ? count(changes, "change")
    : `${count(changes, "change")}, ${count(consequences, "consequence")}`;
}
