import type { DiagnosticExtras, Place } from "../../diagnostics/diagnostic.js";
import { helpOnLookAlike } from "../../diagnostics/look-alike.js";
import { isMeantToLead } from "../../model/concepts.js";
import { placeOfListed } from "../../model/listed-text.js";
import type { Connection, JourneyNode, NodeOutcome } from "../../model/model.js";
import { writtenName } from "../../syntax/match-word.js";
import { outcomeUse } from "../certain-outcomes.js";
import { isFromExport, nodeLabel, outcomeText } from "../describe-node.js";
import { mayBeEndScreen } from "../end-screen.js";
import type { JourneyFacts } from "../journey-facts.js";
import { nodeBefore, onlyLostNode } from "../lost-nodes.js";
import { type MeantOutcome, meantOutcomesOf } from "../meant-outcomes.js";
import { journeyRule } from "../rule.js";
import { mayLeadTo, missingWays, unconnectedOutcomes } from "../unconnected-outcomes.js";

/** What is said of connections by which outcomes are meant that are called otherwise: told at the first of them. */
function onMeant(meant: readonly MeantOutcome[], node: JourneyNode): { readonly at: Place } & DiagnosticExtras {
  const [first, second] = meant as [MeantOutcome, ...MeantOutcome[]];
  if (second === undefined) return onSingle(first, node);
  const names = meant.map(({ outcome }) => `\`${outcome.outcome}\``).join(", ");
  const written = meant.map(({ connection }) => JSON.stringify(connection.outcomeId)).join(", ");
  const help = meant.every(({ by }) => by === "label")
    ? `These are the labels of outcomes: write ${names}.`
    : `Did you mean ${names} by ${written}?`;
  const edits = meant.flatMap(({ connection, outcome }) => editOf(connection, outcome));
  const fixes = edits.length === meant.length ? [{ title: "Write the outcomes", edits }] : [];
  return { at: first.connection.place, help, fixes };
}

function onSingle(
  { connection, outcome, by }: MeantOutcome,
  node: JourneyNode,
): { readonly at: Place } & DiagnosticExtras {
  const { outcomeId: written, target, place: at } = connection;
  const { outcome: name } = outcome;
  if (by === "listing") {
    const to = target.kind === "node" ? target.name : target.kind;
    const help = `Did you mean \`${writtenName(outcomeText(outcome))} -> ${to}\` by ${JSON.stringify(written)}?`;
    const related = [{ place: at, message: `It has a connection for ${written}, but no such outcome` }];
    return { at: node.namePlace, help, related };
  }
  const alike = helpOnLookAlike(written, name, writtenName(name));
  const help = alike ?? `Did you mean \`${name}\` by ${JSON.stringify(written)}?`;
  const listedAt = by === "label" || alike !== undefined ? undefined : placeOfListed(name, node);
  if (listedAt !== undefined) {
    const related = [{ place: listedAt, message: `\`${name}\` is listed here` }];
    return { at, help: `${help} One of the two is misspelt.`, related };
  }
  const edits = editOf(connection, outcome);
  return edits.length === 0 ? { at, help } : { at, help, fixes: [{ title: `Write ${name}`, edits }] };
}

/** Only what stands in quotes in a text is known to be the name of the outcome. */
function editOf({ outcomeId, place: { pointer, range, source } }: Connection, { outcome }: NodeOutcome) {
  const isWritten = pointer === undefined && source.slice(range) === JSON.stringify(outcomeId);
  return isWritten ? [{ range, text: writtenName(outcome) }] : [];
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
 * are named as related places: they are probably meant for the unconnected ones. Where it is clear which outcome is meant by one, it is told there.
 * A scripted node without any connection may be such a screen, where its script is not here.
 */
export const unconnectedOutcome = journeyRule("unconnected-outcome", "may-miss", (facts, report) => {
  const lostBehind = lostByNode(facts);
  for (const node of facts.reachedNodes) {
    const meant = meantOutcomesOf(node);
    if (meant.length > 0) {
      const outcomes = meant.map(({ outcome }) => outcomeText(outcome));
      report({ args: { node: nodeLabel(node), outcomes }, ...onMeant(meant, node) });
    }
    const open = unconnectedOutcomes(node, facts);
    if (open.length === 0) continue;
    const { stale } = outcomeUse(node, facts);
    const args = { node: nodeLabel(node), outcomes: open.map(outcomeText) };
    const related = stale.map(({ outcomeId, place }) => ({
      place,
      message: `It has a connection for ${outcomeId}, but no such outcome`,
    }));
    const lost = lostBehind.get(node) ?? [];
    const help = lost.length === 0 ? {} : { help: helpWith(lost, open, node) };
    const shown = lost.map(({ namePlace: place }) => ({ place, message: "Nothing leads here" }));
    const severity = lost.length === 0 && mayBeEndScreen(node, facts.scripts) ? ({ severity: "info" } as const) : {};
    const restsOn = meantToLead(node);
    report({ at: node.namePlace, args, related: [...shown, ...related], ...help, ...severity, restsOn });
  }
});
