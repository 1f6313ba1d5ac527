import type { Code } from "../diagnostics/codes.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { arrowPlaces } from "../model/arrow-places.js";
import { vertexOfTarget } from "../model/graph.js";
import type { Connection, Journey, JourneyNode, Target } from "../model/model.js";
import { arrowText, ledToTarget, type ReachedArrow } from "./arrows-past.js";
import { vertexLabel } from "./describe-node.js";
import { JourneyFacts } from "./journey-facts.js";
import { type FoundByRule, foundOfWays, keyOfFinding, withoutRestOn } from "./wrong-arrow.js";

/** Runs the rules of these codes over a journey. */
type Run = (facts: JourneyFacts, codes?: ReadonlySet<Code>) => readonly FoundByRule[];

/** How many nodes are looked at in all to try arrows, so that a large journey takes no longer than a small one. */
const mostTried = 1000;

/** For each change that is tried, as many more may leave a node without a way to it, which is found sooner. */
const mostLost = 10;

/** One arrow hardly brings more findings than this: where there are more, none are tried. */
const mostOfOneArrow = 8;

/** Of the arrows without which the same is gone, as many are looked at for what comes instead. */
const mostCompared = 6;

/** What tells most of a wrong arrow, in this order; all else comes after it. */
const telling: readonly Code[] = [
  "refuted-forbid",
  "refuted-require",
  "state-never-written",
  "no-recovery-codes",
  "code-not-sent",
  "no-way-out",
  "success-without-credential",
  "write-without-proof",
  "failure-goes-on",
  "loop-without-question",
  "unlimited-retry",
  "code-checked-twice",
];

/** What is told where an arrow leads to the wrong end, or past what comes to effect there: it follows from nearly everything else. */
const leastTelling: ReadonlySet<Code> = new Set<Code>(["url-without-effect", "recovery-codes-not-shown"]);

/** What many authors accept, and what has arrows tried for it already. */
const isToldAnyway: ReadonlySet<Code> = new Set<Code>(["account-existence-revealed", "unreachable-node"]);

/** A journey with one arrow that leads to an end, or with two arrows of one node exchanged. */
interface Change {
  readonly arrows: readonly ReachedArrow[];
  readonly journey: Journey;
}

interface Trial {
  readonly change: Change;
  readonly facts: JourneyFacts;
}

/**
 * An arrow that leads to a wrong node to which others lead as well mostly breaks several things at once: a rule of the author, a proof, a limit.
 * Where there are several such findings, arrows are led to the ends of the journey for trial, and those of one node are exchanged. Where all nodes
 * are still reached after such a change and all these findings are gone, they have one cause: the one that tells most is told, with the arrow, and
 * the others rest on it. Where one of them is left, the journey has several faults, of which one arrow may lead to two.
 */
export function withOneArrow(found: readonly FoundByRule[], facts: JourneyFacts, run: Run): readonly FoundByRule[] {
  const places = new Set(found.map(([, { place }]) => place));
  const told = found
    .map(([, each]) => each)
    .filter(
      ({ code, severity, restsOn = [] }) =>
        severity !== "info" &&
        !isToldAnyway.has(code) &&
        foundOfWays.has(code) &&
        !restsOn.some((at) => places.has(at)),
    );
  if (told.length < 2 || told.length > mostOfOneArrow) return found;
  const best = bestTrials(told, found, facts, run);
  const [change, second] = new Set(best.map((trial) => trial.change.arrows));
  if (change === undefined) return found;
  const arrows = second === undefined ? change : [];
  const cause = mostTelling(told, arrows);
  const others = told.filter((each) => each !== cause);
  return found.map(([rule, each]): FoundByRule => {
    if (others.includes(each)) return [rule, { ...each, restsOn: [...(each.restsOn ?? []), cause.place] }];
    if (each !== cause) return [rule, each];
    const shown = others.map(({ place, message }) => ({ place, message }));
    const extras = adviceOn(arrows, facts);
    return [
      rule,
      { ...withoutRestOn(others, each), ...extras, related: [...(extras.related ?? []), ...each.related, ...shown] },
    ];
  });
}

/** The changes after which nothing of all this is found, and of these those that bring least else. */
function bestTrials(
  told: readonly Diagnostic[],
  found: readonly FoundByRule[],
  facts: JourneyFacts,
  run: Run,
): readonly Trial[] {
  const { journey, model, reachedNodes } = facts;
  const codes = new Set(told.map(({ code }) => code));
  /** What may be found besides, such as a note. */
  const known = new Set(found.map(([, each]) => keyOfFinding(each)));
  for (const each of told) known.delete(keyOfFinding(each));
  let left = Math.floor(mostTried / journey.nodes.length);
  const trials: Trial[] = [];
  let looked = left * mostLost;
  for (const change of changes(nearFirst(told, facts), journey)) {
    if (left === 0 || looked === 0) break;
    looked--;
    const changed = new JourneyFacts(change.journey, model);
    if (changed.reachedNodes.length < reachedNodes.length) continue;
    left--;
    const then = run(changed, codes).map(([, each]) => keyOfFinding(each));
    if (then.every((key) => known.has(key))) trials.push({ change, facts: changed });
  }
  if (trials.length < 2 || trials.length > mostCompared) return trials;
  const counted = trials.map((trial) => ({ trial, count: run(trial.facts).length }));
  const fewest = Math.min(...counted.map(({ count }) => count));
  return counted.filter(({ count }) => count === fewest).map(({ trial }) => trial);
}

const ends: readonly Target[] = [{ kind: "failure" }, { kind: "success" }];

/** Of a node with more arrows, none are tried. */
const mostOfOne = 50;

/** Of a node with more arrows, none are exchanged. */
const mostExchanged = 4;

/** The nodes at which something is found, then those that lead there, then all others, in the order of their ids. */
function nearFirst(told: readonly Diagnostic[], { reachedNodes }: JourneyFacts): readonly JourneyNode[] {
  const places = new Set(told.map(({ place }) => place));
  const hasFinding = ({ namePlace, children, connections }: JourneyNode) =>
    places.has(namePlace) ||
    children.some((child) => places.has(child.namePlace)) ||
    connections.some(({ place, targetPlace }) => places.has(place) || places.has(targetPlace));
  const near = new Set(reachedNodes.filter(hasFinding).map(({ id }) => id));
  const rank = ({ id, connections }: JourneyNode) =>
    near.has(id) ? 0 : connections.some(({ target }) => target.kind === "node" && near.has(target.id)) ? 1 : 2;
  const ranked = reachedNodes.map((node) => ({ node, rank: rank(node) }));
  ranked.sort((left, right) => left.rank - right.rank || (left.node.id < right.node.id ? -1 : 1));
  return ranked.map(({ node }) => node);
}

/** With each outcome as an arrow of its own and with all that lead to the same, in the order of outcomes: a text is judged as an export is. */
function* changes(nodes: readonly JourneyNode[], journey: Journey): Iterable<Change> {
  for (const from of nodes) {
    if (from.connections.length > mostOfOne) continue;
    const arrows = arrowsByTarget(from);
    for (const each of arrows) {
      for (const target of ends) {
        if (target.kind === each.first.target.kind) continue;
        yield { arrows: each.itself, journey: ledToTarget(target, each, journey) };
      }
    }
    if (from.outcomes.length > mostExchanged) continue;
    const single = arrows.filter(({ connections }) => connections.length === 1);
    for (const [index, left] of single.entries()) {
      for (const right of single.slice(index + 1)) {
        if (isSame(left.first.target, right.first.target)) continue;
        const led = ledToTarget(right.first.target, left, journey);
        const now = led.nodes.find(({ id }) => id === from.id) ?? from;
        const other = now.connections.filter(({ outcomeId }) => outcomeId === right.first.outcomeId);
        const exchanged = ledToTarget(left.first.target, { ...right, from: now, connections: other }, led);
        yield { arrows: [left, right], journey: exchanged };
      }
    }
  }
}

interface OwnArrow extends ReachedArrow {
  /** The arrow alone: the same list each time, so that what is found with it is known to be found with the same change. */
  readonly itself: readonly ReachedArrow[];
}

function arrowsByTarget(from: JourneyNode): readonly OwnArrow[] {
  const own = [...from.connections].sort((left, right) => (left.outcomeId < right.outcomeId ? -1 : 1));
  const groups: (readonly Connection[])[] = own.map((connection) => [connection]);
  for (const [index, connection] of own.entries()) {
    if (own.findIndex(({ target }) => isSame(target, connection.target)) !== index) continue;
    const same = own.filter(({ target }) => isSame(target, connection.target));
    if (same.length > 1) groups.push(same);
  }
  return groups.flatMap((connections) => {
    const [first] = connections;
    if (first === undefined) return [];
    const arrow: ReachedArrow = { from, first, connections, points: 0 };
    return [{ ...arrow, itself: [arrow] }];
  });
}

function isSame(left: Target, right: Target): boolean {
  return left.kind === right.kind && (left.kind !== "node" || right.kind !== "node" || left.id === right.id);
}

/** What stands at one of the arrows, or else what tells most. */
function mostTelling(gone: readonly Diagnostic[], arrows: readonly ReachedArrow[]): Diagnostic {
  const places = arrowPlaces(arrows);
  const rank = ({ code, place }: Diagnostic) => {
    if (places.includes(place)) return -1;
    if (leastTelling.has(code)) return telling.length + 1;
    const at = telling.indexOf(code);
    return at === -1 ? telling.length : at;
  };
  const [first, ...others] = gone as [Diagnostic, ...Diagnostic[]];
  return others.reduce((best, each) => (rank(each) < rank(best) ? each : best), first);
}

function adviceOn(
  arrows: readonly ReachedArrow[],
  { graph }: JourneyFacts,
): Partial<Pick<Diagnostic, "help" | "related">> {
  const [arrow, other] = arrows;
  if (arrow === undefined) return {};
  const related = arrows.map(({ first }) => ({ place: first.targetPlace, message: "It is this arrow" }));
  if (other !== undefined) {
    const help = `Exchange the targets of \`${arrowText(arrow)}\` and \`${arrowText(other)}\`: all of this comes of these arrows.`;
    return { help, related };
  }
  const to = vertexLabel(graph, vertexOfTarget(graph, arrow.first.target) ?? -1);
  const help = `Lead \`${arrowText(arrow)}\` elsewhere than to \`${to}\`: all of this comes of that arrow.`;
  return { help, related };
}
