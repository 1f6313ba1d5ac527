import type { Consequence, NodeLabel, StepLabel } from "../difference.js";
import { nodeText } from "./describe-change.js";
import { valueText } from "./describe-value.js";
import { type Described, described, name, now, old, type Piece, plain } from "./described.js";

/** Describes one consequence in words. What weakens security begins with what it weakens. */
export function describeConsequence(consequence: Consequence): Described {
  switch (consequence.kind) {
    case "unreachable":
      return describeUnreachable([consequence.node]);
    case "end-lost":
      return described("!", [name(consequence.end), plain(" can no longer be reached: "), old(pathText(consequence))]);
    case "end-gained":
      return described("!", [name(consequence.end), plain(" can be reached now: "), now(pathText(consequence))]);
    case "bypassed":
      return describeBypassed(consequence, [consequence.node]);
    case "new-path":
      return describeNewPath(consequence, false);
    case "more-paths":
      return described("!", [
        plain(`${consequence.count} more new path${consequence.count === 1 ? "" : "s"} to success`),
      ]);
    case "loop-appeared":
      return described("!", [plain("new loop: "), now(pathText(consequence))]);
    case "loop-gone":
      return described("!", [plain("loop that is gone: "), old(pathText(consequence))]);
    case "unlimited-loop":
      return described("!", [
        ...topic(consequence.security),
        plain("nothing limits the attempts any more: "),
        now(pathText(consequence)),
      ]);
    case "check-repeated":
      return described("!", [
        ...topic(consequence.security),
        name(nodeText(consequence.node)),
        plain(" can be tried again without limit now: "),
        now(pathText(consequence)),
      ]);
    case "lock-gone":
      return described("!", [
        ...topic(consequence.security),
        plain("nothing locks the account any more, which "),
        name(nodeText(consequence.node)),
        plain(" did"),
      ]);
    case "weaker-setting":
      return described("!", [
        ...topic(consequence.security),
        ...(consequence.node === undefined ? [plain("the journey")] : [name(nodeText(consequence.node))]),
        plain(` protects less: ${consequence.property} `),
        now(valueText(consequence.after)),
        plain(", was "),
        old(valueText(consequence.before)),
      ]);
    case "inner-weaker":
    case "inner-unknown":
      return describeInnerJourney(consequence);
    case "check-lost":
      return described("!", [
        ...topic(consequence.security),
        plain(`success no longer needs a ${consequence.checks.join(" or a ")}: `),
        now(pathText(consequence)),
      ]);
    case "needed":
      return described("!", [plain("every way to success now passes "), ...neededPieces(consequence)]);
    case "asked":
      return described("!", [plain("users can now be asked by "), ...nodeNames(consequence.nodes)]);
    case "no-longer-asked":
      return described("!", [plain("users are no longer asked by "), ...nodeNames(consequence.nodes)]);
    case "finding-appeared":
      return described("+", [
        plain(`${consequence.severity} `),
        now(consequence.code),
        plain(`: ${consequence.message}`),
      ]);
    case "finding-gone":
      return described("-", [
        plain(`${consequence.severity} `),
        old(consequence.code),
        plain(`: ${consequence.message}`),
      ]);
    default:
      return consequence satisfies never;
  }
}

export function describeUnreachable(nodes: readonly NodeLabel[]): Described {
  return described("!", [...nodeNames(nodes), plain(" can no longer be reached")]);
}

/** @param isShown whether a line above shows the path already. */
export function describeNewPath(
  consequence: Extract<Consequence, { readonly kind: "new-path" }>,
  isShown: boolean,
): Described {
  const { path, turn, avoids, notAgain, security } = consequence;
  return described("!", [
    ...topic(security),
    plain("new path to success"),
    ...(avoids.length > 0 ? [plain(" past "), ...nodeNames(avoids)] : []),
    ...(notAgain.length > 0 ? [plain(" that does not come back to "), ...nodeNames(notAgain)] : []),
    ...(isShown ? [plain(", as above: "), now(stepText(path[turn]))] : [plain(": "), now(pathText(consequence))]),
  ]);
}

/** @param nodes all of which the path does without; of a step that is still passed, that step. */
export function describeBypassed(
  consequence: Extract<Consequence, { readonly kind: "bypassed" }>,
  nodes: readonly NodeLabel[],
): Described {
  const { node, outcomes, replacedBy, isRemoved } = consequence;
  const path = pathText(consequence);
  const before = pathText({ path: consequence.before, turn: consequence.turnBefore });
  const head =
    outcomes === undefined
      ? [
          plain("success no longer needs "),
          ...nodeNames(nodes),
          ...(isRemoved ? [plain(nodes.length === 1 ? ", which is gone" : ", which are gone")] : []),
          ...(replacedBy === undefined ? [] : [plain(", but "), name(nodeText(replacedBy)), plain(" in its place")]),
        ]
      : [
          name(nodeText(node)),
          plain(" leads to success by "),
          now(freshOutcomes(consequence.path[consequence.turn], outcomes)),
          plain(" now, before only by "),
          old(outcomes.join(" or ")),
        ];
  return described(
    "!",
    [...topic(consequence.security), ...head, plain(": "), now(path)],
    // An inner node leaves no trace in the path of its page.
    before === path ? {} : { details: [[plain("before: "), old(before)]] },
  );
}

/** The outcomes of a step by which success was not reached before; arrows to one target are told together in its path. */
function freshOutcomes(step: StepLabel | undefined, known: readonly string[]): string {
  const all = step?.outcome.split(", ") ?? [];
  return all.filter((outcome) => !known.includes(outcome)).join(", ");
}

function describeInnerJourney(
  consequence: Extract<Consequence, { readonly kind: "inner-weaker" | "inner-unknown" }>,
): Described {
  const { node, ran, runs } = consequence;
  const start = [
    ...topic(consequence.security),
    name(nodeText(node)),
    plain(" runs "),
    now(runs),
    plain(", was "),
    old(ran),
  ];
  if (consequence.kind === "inner-unknown") {
    const missing = consequence.missing.join(" and ");
    const reason =
      missing === ""
        ? "they run journeys that are not given"
        : `${missing} ${missing === ran || missing === runs ? "is" : "are"} not given`;
    return described("!", [...start, plain(`; whether it checks less is not known, as ${reason}`)]);
  }
  const what = consequence.checks.join(" or a ");
  const told = consequence.ways === "none" ? `no way to success has a ${what}` : `success needs no ${what}`;
  return described(
    "!",
    [...start, plain(`, and in it ${told}: `), now(pathText({ path: consequence.path, turn: 0 }))],
    {
      details: [[plain("before: "), old(pathText({ path: consequence.before, turn: 0 }))]],
    },
  );
}

function neededPieces(consequence: Extract<Consequence, { readonly kind: "needed" }>): readonly Piece[] {
  const nodes = nodeNames(consequence.nodes);
  const checks = consequence.checks.map((check) => `a ${check}`).join(" and ");
  const path = [plain(": "), now(pathText(consequence))];
  if (checks === "") return [...nodes, ...path];
  return [plain(checks), ...(nodes.length > 0 ? [plain(" ("), ...nodes, plain(")")] : []), ...path];
}

function topic(security: string | undefined): readonly Piece[] {
  return security === undefined ? [] : [name(security), plain(": ")];
}

/** Number of nodes that are named; the others are counted. */
const mostNames = 12;

function nodeNames(nodes: readonly NodeLabel[]): readonly Piece[] {
  const more = nodes.length - mostNames;
  // A single one more takes no more room than its count.
  const shown = more > 1 ? nodes.slice(0, mostNames) : nodes;
  const names = shown.flatMap((node, index) => [...(index > 0 ? [plain(", ")] : []), name(nodeText(node))]);
  return more > 1 ? [...names, plain(` and ${more} more`)] : names;
}

function stepText(step: StepLabel | undefined): string {
  const { node, outcome } = step ?? { node: "", outcome: "" };
  return outcome === "" ? node : `${node}.${outcome}`;
}

/** Number of steps above which a path is shortened. */
const mostSteps = 14;

/** Number of steps that stay at the beginning, on each side of the turn, and at the end. */
const keptSteps = 3;

/** A path in one line. A long one keeps its ends and what is around its turn, because that is where paths differ. */
function pathText({ path, turn }: { readonly path: readonly StepLabel[]; readonly turn: number }): string {
  const steps = path.map(stepText);
  if (steps.length <= mostSteps) return steps.join(" → ");
  const isKept = (at: number) => at < keptSteps || at >= steps.length - keptSteps || Math.abs(at - turn) <= keptSteps;
  const shown = steps.flatMap((step, at) => (isKept(at) ? [step] : isKept(at - 1) ? ["…"] : []));
  return shown.join(" → ");
}
