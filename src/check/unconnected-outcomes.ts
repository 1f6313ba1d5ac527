import { reachableFrom } from "../model/graph-reachability.js";
import type { JourneyNode, NodeOutcome } from "../model/model.js";
import { outcomeUse } from "./certain-outcomes.js";
import { findsAccount } from "./collected-attributes.js";
import { allChosen } from "./deciding-script.js";
import { isEndScreen } from "./end-screen.js";
import { isHiddenAnswer } from "./hidden-answers.js";
import { runsWhatNeverFails } from "./inner-ends.js";
import type { JourneyFacts } from "./journey-facts.js";
import { callbacksOf } from "./node-behaviour.js";
import { letsPassWhoIsTurnedAway } from "./turned-away.js";

/**
 * The outcomes of a node that need a connection and have none. A screen that nobody leaves needs none, and what a script never chooses
 * need lead nowhere; `outcome-never-chosen` tells of it. Nor need the answer that a page hides, and the failure of an inner journey that
 * never fails,
 * and what comes of a mail that nobody gets.
 */
export function unconnectedOutcomes(node: JourneyNode, facts: JourneyFacts): readonly NodeOutcome[] {
  const { open } = outcomeUse(node, facts);
  if (open.length === 0 || isEndScreen(node, facts.scripts) || isDecoy(node, facts)) return [];
  const chosen = allChosen(node, facts.scripts);
  const comes = open.filter((each) => chosen?.has(each.outcome) !== false && !isHiddenAnswer(node, each));
  const mayFail = !comes.some(({ outcome }) => outcome === "false") || !runsWhatNeverFails(node, facts);
  return mayFail ? comes : comes.filter(({ outcome }) => outcome !== "false");
}

/** Whether only users without an account get to a node that sends a mail and waits for its link: nobody gets that mail, and the screen is as for others. */
function isDecoy(node: JourneyNode, { graph }: JourneyFacts): boolean {
  if (node.typeId !== "EmailSuspendNode") return false;
  const before = graph.incoming[graph.byName.get(node.name) ?? -1] ?? [];
  return (
    before.length > 0 &&
    before.every(({ from, connection }) => {
      const vertex = graph.vertices[from];
      return vertex?.kind === "node" && findsAccount(vertex.node) && connection.outcomeId === "false";
    })
  );
}

/** The only node that has open outcomes, where there are no fewer of them than nodes that nothing leads to: most likely these are the same mistake. */
export function missingWays(facts: JourneyFacts): JourneyNode | undefined {
  const [only, second] = facts.reachedNodes.filter((node) => unconnectedOutcomes(node, facts).length > 0);
  if (only === undefined || second !== undefined) return undefined;
  if (facts.lostGroups.length > unconnectedOutcomes(only, facts).length) return undefined;
  return facts.lostGroups.every(({ head }) => mayLeadTo(only, head, facts)) ? only : undefined;
}

/** Whether a node leads nowhere, or only back to the decision that would lead to it: it was rather put aside, unless it shows something. */
function isStray(lost: JourneyNode, { name, outcomes }: JourneyNode): boolean {
  const { connections } = lost;
  if (outcomes.length < 2 || (connections.length > 0 && showsSomething(lost))) return false;
  return connections.every(({ target }) => target.kind === "node" && target.name === name);
}

/** What a script or an inner journey shows is not known. */
function showsSomething(node: JourneyNode): boolean {
  const callbacks =
    node.children.length > 0 ? node.children.flatMap((child) => callbacksOf(child) ?? []) : callbacksOf(node);
  return callbacks?.some(({ type }) => type !== "*") === true;
}

const ofFaults = /^(?:error|fail(?:ed|ure)?|exception|time_?out|unavailable)$/i;

/**
 * Whether an open outcome of a node may be meant to lead to a node that nothing leads to. After an error, no journey goes on as it does
 * after success: only what ends without success may be meant. Nor does one let pass whom it has turned away, and a decision leads to no
 * node that leads nowhere, or only back to it.
 */
export function mayLeadTo(node: JourneyNode, lost: JourneyNode, facts: JourneyFacts): boolean {
  const open = unconnectedOutcomes(node, facts);
  if (isStray(lost, node)) return false;
  if (letsPassWhoIsTurnedAway({ node, outcomeIds: open.map(({ id }) => id) }, lost, facts)) return false;
  if (open.some(({ outcome }) => !ofFaults.test(outcome))) return true;
  const { graph } = facts;
  const at = graph.byName.get(lost.name);
  return at !== undefined && !reachableFrom(graph, at).has(graph.success);
}
