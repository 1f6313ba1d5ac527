import type { DiagnosticExtras, Place } from "../../diagnostics/diagnostic.js";
import { helpOnLookAlike } from "../../diagnostics/look-alike.js";
import { nearestName } from "../../diagnostics/suggest.js";
import { isMeantToLead } from "../../model/concepts.js";
import { placeOfListed } from "../../model/listed-text.js";
import type { JourneyNode, NodeOutcome } from "../../model/model.js";
import { isLabelled } from "../../model/outcome-advice.js";
import { writtenName } from "../../syntax/match-word.js";
import { outcomeUse } from "../certain-outcomes.js";
import { isFromExport, nodeLabel, outcomeText } from "../describe-node.js";
import { mayBeEndScreen } from "../end-screen.js";
import type { JourneyFacts } from "../journey-facts.js";
import { nodeBefore, onlyLostNode } from "../lost-nodes.js";
import { journeyRule } from "../rule.js";
import { mayLeadTo, missingWays, unconnectedOutcomes } from "../unconnected-outcomes.js";

/** Where one outcome is open and one connection has nearly its name, that is a misspelling of it, in a text in quotes: it is told there. */
function misspelling(
  open: readonly NodeOutcome[],
  stale: JourneyNode["connections"],
  node: JourneyNode,
): ({ readonly at: Place } & DiagnosticExtras) | undefined {
  const [only, ...others] = open;
  const [connection, ...more] = stale;
  if (only === undefined || connection === undefined || others.length + more.length > 0) return undefined;
  const { outcome } = only;
  const written = connection.outcomeId.toLowerCase();
  const isLike = written !== "" && (outcome.toLowerCase().startsWith(written) || isLabelled(only, written));
  if (!isLike && nearestName(connection.outcomeId, [outcome]) === undefined) return undefined;
  const alike = helpOnLookAlike(connection.outcomeId, outcome, writtenName(outcome));
  const help = alike ?? `Did you mean \`${outcome}\` by ${JSON.stringify(connection.outcomeId)}?`;
  const at = connection.place;
  const { source, range, pointer } = at;
  const isWritten = pointer === undefined && source.slice(range) === JSON.stringify(connection.outcomeId);
  const listedAt = placeOfListed(outcome, node);
  if (listedAt !== undefined && !isLabelled(only, written)) {
    const related = [{ place: listedAt, message: `\`${outcome}\` is listed here` }];
    return { at, help: `${help} One of the two is misspelt.`, related };
  }
  const edits = [{ range, text: writtenName(outcome) }];
  return isWritten ? { at, help, fixes: [{ title: `Write ${outcome}`, edits }] } : { at, help };
}

/** Where all connections that mean nothing are labels of open outcomes, as the console shows them: it is told at the first. */
function labels(
  open: readonly NodeOutcome[],
  stale: JourneyNode["connections"],
): ({ readonly at: Place } & DiagnosticExtras) | undefined {
  const [first] = stale;
  if (first === undefined) return undefined;
  const meant = stale.map((connection) => {
    const { outcomeId, place } = connection;
    const [only, second] = open.filter((outcome) => isLabelled(outcome, outcomeId));
    const isWritten = place.pointer === undefined && place.source.slice(place.range) === JSON.stringify(outcomeId);
    return only !== undefined && second === undefined && isWritten ? { place, outcome: only.outcome } : undefined;
  });
  const known = meant.filter((each) => each !== undefined);
  if (known.length < stale.length || new Set(known.map(({ outcome }) => outcome)).size < known.length) return undefined;
  const names = known.map(({ outcome }) => `\`${outcome}\``);
  const help = `${names.length === 1 ? "This is the label of an outcome" : "These are the labels of outcomes"}: write ${names.join(", ")}.`;
  const edits = known.map(({ place, outcome }) => ({ range: place.range, text: writtenName(outcome) }));
  return {
    at: first.place,
    help,
    fixes: [{ title: `Write ${names.length === 1 ? "the outcome" : "the outcomes"}`, edits }],
  };
}

/** Where one listed outcome is open and one connection has a name that is gone, the outcome most likely was renamed. */
function renamed(
  open: readonly NodeOutcome[],
  stale: JourneyNode["connections"],
  node: JourneyNode,
): { readonly help?: string } {
  const [only, ...others] = open;
  const [connection, ...more] = stale;
  if (only === undefined || connection === undefined || others.length + more.length > 0) return {};
  if (placeOfListed(only.outcome, node) === undefined) return {};
  const { outcomeId, target } = connection;
  const to = target.kind === "node" ? target.name : target.kind;
  const arrow = `${writtenName(outcomeText(only))} -> ${to}`;
  return { help: `Did you mean \`${arrow}\` by ${JSON.stringify(outcomeId)}?` };
}

/** The lines of properties that say where a node leads in other languages: `End: true`. */
function meantToLead({ properties }: JourneyNode): readonly Place[] {
  const places = [...properties].filter(([name]) => isMeantToLead(name)).map(([, { place }]) => place);
  return places
    .filter(({ pointer }) => pointer === undefined)
    .map(({ source, range }) => ({
      source,
      range: { start: source.text.lastIndexOf("\n", range.start - 1) + 1, end: range.end },
    }));
}

/** By the node whose open outcomes most likely were to lead there, the nodes that nothing leads to. */
function lostByNode(facts: JourneyFacts): ReadonlyMap<JourneyNode, readonly JourneyNode[]> {
  if (facts.lostGroups.length === 0) return new Map();
  const missing = missingWays(facts);
  if (missing !== undefined) return new Map([[missing, facts.lostGroups.map(({ head }) => head)]]);
  // In an export, nobody has written one node after the other.
  if (isFromExport(facts.journey)) return new Map();
  const only = onlyLostNode(facts);
  const before = only && nodeBefore(only, facts);
  if (only === undefined || before === undefined || !mayLeadTo(before, only, facts)) return new Map();
  return new Map([[before, [only]]]);
}

function helpWith(lost: readonly JourneyNode[], open: readonly NodeOutcome[], { outcomes }: JourneyNode): string {
  const names = lost.map((each) => `\`${nodeLabel(each)}\``).join(", ");
  const [outcome, second] = open;
  if (outcome === undefined || second !== undefined) return `Connect the outcomes: nothing leads to ${names}.`;
  const written = outcomes.length === 1 ? "" : `${writtenName(outcomeText(outcome))} `;
  return `Nothing leads to ${names}: did you mean \`${written}-> ${nodeLabel(lost[0] as JourneyNode)}\`?`;
}

/**
 * Reports nodes with outcomes that lead nowhere, once for each node. Nothing is reported for nodes whose outcomes are
 * uncertain, and for screens that nobody leaves; unreachable nodes are left to `unreachable-node`. Connections for outcomes that the node does not have
 * are named as related places: they are probably meant for the unconnected ones. A scripted node without any connection may be such a screen,
 * where its script is not here.
 */
export const unconnectedOutcome = journeyRule("unconnected-outcome", "may-miss", (facts, report) => {
  const lostBehind = lostByNode(facts);
  for (const node of facts.reachedNodes) {
    const open = unconnectedOutcomes(node, facts);
    if (open.length === 0) continue;
    const { stale } = outcomeUse(node, facts);
    const args = { node: nodeLabel(node), outcomes: open.map(outcomeText) };
    const meant = misspelling(open, stale, node) ?? labels(open, stale);
    if (meant !== undefined) {
      report({ args, ...meant });
      continue;
    }
    const related = stale.map(({ outcomeId, place }) => ({
      place,
      message: `It has a connection for ${outcomeId}, but no such outcome`,
    }));
    const lost = lostBehind.get(node) ?? [];
    const help = lost.length === 0 ? renamed(open, stale, node) : { help: helpWith(lost, open, node) };
    const shown = lost.map(({ namePlace: place }) => ({ place, message: "Nothing leads here" }));
    const severity = lost.length === 0 && mayBeEndScreen(node, facts.scripts) ? ({ severity: "info" } as const) : {};
    const restsOn = meantToLead(node);
    report({ at: node.namePlace, args, related: [...shown, ...related], ...help, ...severity, restsOn });
  }
});
