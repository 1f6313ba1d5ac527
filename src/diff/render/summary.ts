import type { Change, Consequence, Difference, FindingChange } from "../difference.js";
import { topicOf } from "./change-topic.js";
import { nodeText } from "./describe-change.js";

/**
 * The whole difference in one line: what it weakens, ends that cannot be reached any more, and how many nodes, settings,
 * scripts and texts it touches. Empty where nothing differs.
 */
export function summaryOf({ journeys, scenarios, findings }: Difference): string {
  const changed = journeys.flatMap((journey) => (journey.kind === "journey-changed" ? [journey] : []));
  const changes = changed.flatMap((journey) => journey.changes);
  const consequences = changed.flatMap((journey) => journey.consequences);
  const journeysOf = (kind: "journey-added" | "journey-removed") =>
    journeys.filter((each) => each.kind === kind).length;
  const parts = [
    weakened(consequences),
    ...lostEnds(consequences),
    lostSteps(consequences),
    counted(journeysOf("journey-added"), "journey", "added"),
    counted(journeysOf("journey-removed"), "journey", "removed"),
    counted(changes.filter(({ kind }) => kind === "journey-renamed").length, "journey", "renamed"),
    counted(switched(changes, false), "journey", "disabled"),
    counted(switched(changes, true), "journey", "enabled"),
    ...nodeCounts(changes, new Set(changed.map(({ journey }) => journey))),
    counted(
      changes.filter(({ kind }) => kind === "outcome-rewired" || kind === "start-moved").length,
      "arrow",
      "changed",
    ),
    ...topics.flatMap((topic) =>
      changeCounts(
        changes.filter((change) => topicOf(change) === topic),
        singular[topic],
      ),
    ),
    ...changeCounts(scenarios, "scenario"),
    newFindings(findings.filter(({ kind }) => kind === "finding-appeared")),
    counted(findings.filter(({ kind }) => kind === "finding-gone").length, "finding", "gone"),
  ];
  return parts.filter((part) => part !== "").join(", ");
}

const topics = ["settings", "scripts", "texts", "resources", "rules"] as const;

const singular = {
  settings: "setting",
  scripts: "script",
  texts: "text",
  resources: "resource",
  rules: "rule",
} as const;

function weakened(consequences: readonly Consequence[]): string {
  const all = consequences.flatMap((each) => ("security" in each && each.security ? [each.security] : []));
  const topics = [...new Set(all)].filter((topic) => topic !== "unknown inner journey");
  if (topics.length > 0) return `weakens ${topics.join(" and ")}`;
  return all.length === 0 ? "" : "may weaken an inner journey that is not given";
}

function lostEnds(consequences: readonly Consequence[]): readonly string[] {
  const lost = consequences.flatMap((each) => (each.kind === "end-lost" ? [each.end] : []));
  return [...new Set(lost)].map((end) => `${end} can no longer be reached`);
}

/** Number of journeys that are enabled now and were not, or the other way round. Where nothing is said, a journey is enabled. */
function switched(changes: readonly Change[], to: boolean): number {
  return changes.filter((change) => {
    if (change.kind !== "journey-setting" || change.change.path.join() !== "enabled") return false;
    const [was, is] = [change.change.before, change.change.after].map((value) => value !== false);
    return was !== is && is === to;
  }).length;
}

/** Steps that success no longer needs, and that are not told by what they protect. */
function lostSteps(consequences: readonly Consequence[]): string {
  const lost = consequences.flatMap((each) =>
    each.kind === "bypassed" && !each.security && !each.replacedBy && !each.outcomes ? [each.node] : [],
  );
  const [first, ...others] = lost;
  if (first === undefined) return "";
  return `success no longer needs ${others.length === 0 ? nodeText(first) : `${lost.length} nodes`}`;
}

/** Number of kinds of findings that are named; more are only counted. */
const mostCodes = 2;

function newFindings(findings: readonly FindingChange[]): string {
  const grave = findings.filter(({ severity }) => severity !== "info").map(({ code }) => code);
  const codes = [...new Set(grave)];
  const infos = findings.length - grave.length;
  const others = infos === 0 ? [] : [counted(infos, "info", "")];
  const named = codes.length === 0 || codes.length > mostCodes ? "" : ` (${[...codes, ...others].join(", ")})`;
  return `${counted(findings.length, "new finding", "")}${named}`;
}

function nodeCounts(changes: readonly Change[], names: ReadonlySet<string>): readonly string[] {
  const count = (kind: Change["kind"]) => changes.filter((change) => change.kind === kind).length;
  const added = changes.flatMap((change) => (change.kind === "node-added" ? [change] : []));
  const removed = changes.flatMap((change) => (change.kind === "node-removed" ? [change] : []));
  const come = added.filter(({ movedFrom }) => movedFrom !== undefined);
  const gone = removed.filter(({ movedTo }) => movedTo !== undefined);
  // Of two journeys that are both told, the one that lost the node counts it.
  const moved = gone.length + come.filter(({ movedFrom }) => !names.has(movedFrom ?? "")).length;
  return [
    counted(moved, "node", "moved to another journey"),
    counted(added.length - come.length, "node", "added"),
    counted(removed.length - gone.length, "node", "removed"),
    counted(count("node-renamed"), "node", "renamed"),
    counted(count("node-retyped") + count("node-upgraded"), "node", "of another type or version"),
    counted(count("node-moved"), "node", "moved"),
  ];
}

/** How many came, went or changed, by the ends of their kinds: `rule-added`, `scenario-removed`, `script-changed`. */
function changeCounts(changes: readonly { readonly kind: string }[], word: string): readonly string[] {
  const count = (end: string) => changes.filter(({ kind }) => kind.endsWith(end)).length;
  const [added, removed] = [count("-added"), count("-removed")];
  return [
    counted(added, word, "added"),
    counted(removed, word, "removed"),
    counted(changes.length - added - removed, word, "changed"),
  ];
}

function counted(count: number, word: string, what: string): string {
  return count === 0 ? "" : `${count} ${word}${count === 1 ? "" : "s"} ${what}`.trimEnd();
}
