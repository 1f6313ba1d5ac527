import type { Code } from "../diagnostics/codes.js";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.js";
import type { JourneyNode } from "../model/model.js";
import { isPage } from "../model/pages.js";
import { arrowsPast, arrowText, ledTo, type ReachedArrow } from "./arrows-past.js";
import { leadsAsRule } from "./contrary-outcomes.js";
import { nodeLabel } from "./describe-node.js";
import { JourneyFacts } from "./journey-facts.js";
import { leadsToStart } from "./lost-nodes.js";
import { asksNothing, hasRole } from "./node-behaviour.js";
import type { NodeGroup } from "./node-groups.js";
import { meaningOf } from "./outcome-meaning.js";
import { letsPassWhoIsTurnedAway } from "./turned-away.js";

/** A finding with the index of its rule. */
export type FoundByRule = readonly [rule: number, finding: Diagnostic];

/**
 * What is found of the ways through a journey, so that one arrow can bring it or take it away. What tells strangers who has an account, and what
 * lets somebody in without a proof, is told in any case where it is a guess which arrow is wrong: it rests on a node that nothing leads to only
 * where a single arrow that leads there takes it away.
 */
export const foundOfWays: ReadonlySet<Code> = new Set<Code>([
  "account-existence-revealed",
  "code-checked-twice",
  "code-not-sent",
  "contrary-outcome",
  "failure-goes-on",
  "loop-without-question",
  "new-password-not-checked",
  "no-recovery-codes",
  "no-way-out",
  "outcome-never-chosen",
  "recovery-codes-not-shown",
  "refuted-forbid",
  "refuted-require",
  "retry-limit-without-effect",
  "session-properties-without-session",
  "state-never-written",
  "state-not-on-every-path",
  "success-fails",
  "success-without-credential",
  "unconnected-outcome",
  "unlimited-retry",
  "unreachable-node",
  "url-without-effect",
  "useless-settings",
  "username-shown",
  "write-without-proof",
]);

const ofProofs: ReadonlySet<Code> = new Set<Code>([
  "account-existence-revealed",
  "new-password-not-checked",
  "success-without-credential",
  "username-shown",
  "write-without-proof",
]);

/** How many nodes are looked at in all to try arrows, so that a large journey takes no longer than a small one. */
const mostTried = 600;

const mostNamed = 2;

/** The points of an arrow that leads past a node for more than one reason. */
const clearlyMeant = 2;

/**
 * An arrow that leads to the wrong node leaves the right one without a way to it, and mostly breaks something else as well: a rule, a limit, a
 * proof. Where nothing leads to one node, the arrows are led there for trial, and judged by what is found then. What is gone with the best of
 * them rests on the lost node, whose finding names the arrow where one is likelier than all others.
 */
export function withWrongArrow(
  found: readonly FoundByRule[],
  facts: JourneyFacts,
  run: (facts: JourneyFacts) => readonly FoundByRule[],
): readonly FoundByRule[] {
  const ofWays = found.map(([, each]) => each).filter(({ code }) => foundOfWays.has(code));
  const [lost, second] = ofWays.filter(({ code }) => code === "unreachable-node");
  if (lost === undefined || second !== undefined) return found;
  const [group, more] = facts.lostGroups;
  if (group === undefined || more !== undefined) return found;
  const { head } = group;
  const told = ofWays.filter((each) => each !== lost && !ofProofs.has(each.code));
  const { best, likely } = tryArrows(lost, head, facts, run);
  const isAtBest = ({ place }: Diagnostic) => best.some(({ arrow }) => arrow.first.targetPlace === place);
  const way = told.find(({ place }) => lost.restsOn?.some((at) => isInside(place, at)));
  const atArrow = way === undefined ? told.find(isAtBest) : undefined;
  const cause = way ?? atArrow ?? lost;
  const [first] = likely;
  const isProven =
    (best.length === 1 || likely.length === 1) &&
    cause === lost &&
    (checksProof(group) || (first !== undefined && first.points >= clearlyMeant));
  const gone = ofWays.filter(
    (each) =>
      each !== cause &&
      (isProven || !ofProofs.has(each.code)) &&
      best.every(({ keys }) => !keys.has(keyOfFinding(each))),
  );
  const known = new Set(found.map(([, each]) => keyOfFinding(each)));
  // What is found at the lost nodes themselves comes of no arrow, and the author may have set it aside.
  const ofLost = new Set([head, ...group.others].map(({ namePlace }) => placeInKey(namePlace)));
  const isNew = (key: string) => !known.has(key) && !ofLost.has(key.slice(key.indexOf(" ") + 1));
  const brings = (arrow: ReachedArrow) => best.some((trial) => trial.arrow === arrow && [...trial.keys].some(isNew));
  const isSure = gone.length > 0 || best.length === 1;
  const sound = likely.filter((arrow) => !letsPass(arrow, head, facts) && !triesAgain(arrow, head) && !brings(arrow));
  const isSound = best.some(({ arrow }) => arrow.first.targetPlace === atArrow?.place && !letsPass(arrow, head, facts));
  const extras =
    cause === lost
      ? adviceOn(sound, { head, isSure, mends: gone.length > 0, wasStart: leadsToStart(group, facts) })
      : isSound
        ? adviceAt(head)
        : undefined;
  return found.map(([rule, each]): FoundByRule => {
    if (gone.includes(each)) return [rule, { ...each, restsOn: [...(each.restsOn ?? []), cause.place] }];
    if (each !== cause) return [rule, each];
    const related = [...(extras?.related ?? []), ...gone.map(({ place, message }) => ({ place, message }))];
    return [rule, { ...withoutRestOn(gone, each), ...extras, related: [...related, ...each.related] }];
  });
}

/** A finding that others rest on rests on none of them: of findings that rest on one another, all would be told. */
export function withoutRestOn(others: readonly Diagnostic[], { restsOn = [], ...finding }: Diagnostic): Diagnostic {
  return { ...finding, restsOn: restsOn.filter((at) => !others.some(({ place }) => isInside(place, at))) };
}

function checksProof({ head, others }: NodeGroup): boolean {
  return [head, ...others].some((node) => hasRole(node, "checks-credential") || hasRole(node, "proves-possession"));
}

function letsPass({ from, connections }: ReachedArrow, head: JourneyNode, facts: JourneyFacts): boolean {
  if (from === undefined) return false;
  return letsPassWhoIsTurnedAway(
    { node: from, outcomeIds: connections.map(({ outcomeId }) => outcomeId) },
    head,
    facts,
  );
}

interface Trial {
  readonly arrow: ReachedArrow;
  /** What is found when the arrow leads to the lost node. */
  readonly keys: ReadonlySet<string>;
}

/** Leads arrows to a lost node for trial: the best, with which least is found, and the likeliest of these. */
function tryArrows(
  lost: Diagnostic,
  head: JourneyNode,
  facts: JourneyFacts,
  run: (facts: JourneyFacts) => readonly FoundByRule[],
): { readonly best: readonly Trial[]; readonly likely: readonly ReachedArrow[] } {
  const { journey, model } = facts;
  const tried = (arrow: ReachedArrow): Trial => {
    const then = run(new JourneyFacts(ledTo(head, arrow, journey), model));
    return { arrow, keys: new Set(then.map(([, each]) => keyOfFinding(each))) };
  };
  const past = arrowsPast(head, facts);
  // A finding at an arrow names it already.
  const atArrow = past.filter(({ first }) => first.targetPlace === lost.place);
  const meant = past.filter((arrow) => isUsualWay(arrow, head, facts));
  const [likeliest, next] = meant;
  if (atArrow.length === 0 && likeliest !== undefined && likeliest.points !== next?.points)
    return { best: [tried(likeliest)], likely: [likeliest] };
  const few = past.slice(0, Math.max(1, Math.floor(mostTried / journey.nodes.length)));
  const trials = (atArrow.length > 0 ? atArrow : few).map(tried);
  const fewest = Math.min(...trials.map(({ keys }) => keys.size));
  const best = trials.filter(({ keys }) => keys.size === fewest);
  if (atArrow.length > 0) return { best, likely: [] };
  const most = Math.max(...best.map(({ arrow }) => arrow.points));
  return { best, likely: best.map(({ arrow }) => arrow).filter(({ points }) => points === most) };
}

/** Whether an arrow of one outcome leads to nodes like the lost one as a rule, and does not now. */
function isUsualWay({ from, first, connections }: ReachedArrow, head: JourneyNode, { journey }: JourneyFacts): boolean {
  if (from === undefined || connections.length > 1 || !leadsAsRule(from, first.outcomeId, head)) return false;
  const { target } = first;
  const now = target.kind === "node" ? journey.nodes.find(({ name }) => name === target.name) : undefined;
  return now === undefined || !leadsAsRule(from, first.outcomeId, now);
}

const debugging = /\bdebug(?:ger|ging)?\b|\b(?:show|display|print|dump|log)\b.*\bstates?\b|state print/i;

function isForDebugging(node: JourneyNode): boolean {
  return node.typeId === "DebugNode" || debugging.test(nodeLabel(node));
}

/** Whether an arrow of a failure would lead to a node that leads straight back: what has failed would be tried again as it is. */
function triesAgain({ from, connections }: ReachedArrow, head: JourneyNode): boolean {
  if (from === undefined || hasRole(head, "limits-retries") || !asksNothing(head)) return false;
  const leadsBack = head.connections.some(({ target }) => target.kind === "node" && target.name === from.name);
  return leadsBack && connections.every(({ outcomeId }) => meaningOf(from, outcomeId) === "failed");
}

interface Known {
  readonly head: JourneyNode;
  readonly isSure: boolean;
  /** Whether something else that is found goes away with the arrow. */
  readonly mends: boolean;
  readonly wasStart: boolean;
}

function adviceOn(
  likely: readonly ReachedArrow[],
  { head, isSure, mends, wasStart }: Known,
): Pick<Diagnostic, "help" | "related"> | undefined {
  // What shows the state was unhooked on purpose, and a node of the same kind is mostly a copy.
  const [first, second] = isForDebugging(head)
    ? []
    : likely.filter(({ from }) => from === undefined || from.typeId !== head.typeId || isPage(head) || mends);
  // A node without arrows was mostly not to stand here at all.
  if (
    first === undefined ||
    head.connections.length === 0 ||
    likely.length > mostNamed ||
    (first.points === 0 && !isSure)
  )
    return undefined;
  const related = likely.map((arrow) => ({ place: arrow.first.targetPlace, message: "This arrow leads past it" }));
  const names = likely.map((arrow) => `\`${arrowText(arrow)}\``);
  if (second === undefined && (isSure || first.points === 2))
    return { help: `Did you mean \`${arrowText(first)} -> ${nodeLabel(head)}\`?`, related };
  if (wasStart) return undefined;
  return { help: `Let an outcome lead to it, perhaps ${names.join(" or ")}, or remove it.`, related };
}

/** What is said besides at an arrow that has a finding of its own. */
function adviceAt(head: JourneyNode): Pick<Diagnostic, "help" | "related"> {
  const help = `Nothing leads to \`${nodeLabel(head)}\`: is that meant here?`;
  return { help, related: [{ place: head.namePlace, message: "It is here" }] };
}

export function keyOfFinding({ code, place }: Diagnostic): string {
  return `${code} ${placeInKey(place)}`;
}

function placeInKey({ range, pointer }: Place): string {
  return pointer ?? String(range.start);
}

function isInside(left: Place, right: Place): boolean {
  if (left.source !== right.source) return false;
  if (left.pointer !== undefined || right.pointer !== undefined) {
    const [inner = "", outer = ""] = [left.pointer, right.pointer];
    return inner === outer || inner.startsWith(`${outer}/`);
  }
  return right.range.start <= left.range.start && left.range.end <= right.range.end;
}
