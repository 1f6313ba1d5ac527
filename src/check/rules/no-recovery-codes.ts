import type { DiagnosticExtras } from "../../diagnostics/diagnostic.js";
import { reachableFrom } from "../../model/graph-reachability.js";
import type { JourneyNode } from "../../model/model.js";
import { nodeLabel } from "../describe-node.js";
import { placeOfSetting } from "../differing-nodes.js";
import type { JourneyFacts } from "../journey-facts.js";
import {
  codesMadeBefore,
  makersBehind,
  makesCodes,
  makesNoCodes,
  mayBringRecoveryCodes,
  recoveryCodesOf,
  settingForRecoveryCodes,
  showsRecoveryCodes,
} from "../recovery-codes.js";
import { journeyRule } from "../rule.js";

/**
 * Reports nodes that show recovery codes where nothing before them makes any. Scripts that write them, or what their text does not show, and
 * unknown nodes may make them, and so may the journeys that run this one.
 */
export const noRecoveryCodes = journeyRule("no-recovery-codes", "may-miss", (facts, report) => {
  const showing = facts.reachedWith(showsRecoveryCodes);
  if (showing.length === 0 || facts.isGivenState) return;
  const makers = makersBehind(facts);
  const areMade = codesMadeBefore(facts);
  const suppliers = facts
    .reachedWith((node) => bringsCodes(node, facts))
    .filter(({ index, node }) => mayBringRecoveryCodes(node, facts.scripts) || areMade(node, index));
  const supplied = reachableFrom(
    facts.graph,
    suppliers.map(({ index }) => index),
  );
  const offBefore = settingsBefore(facts);
  for (const { index, node } of showing) {
    const args = { node: nodeLabel(node) };
    const maker = makers.get(index);
    if (maker !== undefined) {
      const help = `\`${nodeLabel(maker)}\` makes them, and comes only after it: put \`${nodeLabel(node)}\` behind \`${nodeLabel(maker)}\`.`;
      const related = [{ place: maker.namePlace, message: `${nodeLabel(maker)} makes the codes` }];
      report({ at: node.namePlace, args, help, related });
    } else if (!supplied.has(index)) report({ at: node.namePlace, args, ...adviceOn(offBefore(index)) });
  }
});

function bringsCodes(node: JourneyNode, { scripts }: JourneyFacts): boolean {
  return recoveryCodesOf(node) !== "no" || mayBringRecoveryCodes(node, scripts);
}

/** Of more nodes than these it is not asked which stand before one that shows codes: they are several in any case. */
const mostOff = 10;

/** Tells of a vertex the nodes before it whose setting for recovery codes is off. */
function settingsBefore(facts: JourneyFacts): (vertex: number) => readonly JourneyNode[] {
  const off = facts.reachedWith((node) => [node, ...node.children].some(makesNoCodes));
  if (off.length > mostOff) return () => [];
  const ways = off.map(({ index, node }) => ({ node, leadsTo: reachableFrom(facts.graph, index) }));
  return (vertex) => ways.flatMap(({ node, leadsTo }) => (leadsTo.has(vertex) ? [node] : []));
}

/** The setting of the registration, or of the node that stores its device. */
function adviceOn(before: readonly JourneyNode[]): DiagnosticExtras {
  const maker = settingForRecoveryCodes(before);
  if (maker === undefined) return {};
  const help = `Write \`${makesCodes}: true\` in \`${nodeLabel(maker)}\`: it stores the device, and makes no codes.`;
  return { help, related: [{ place: placeOfSetting(maker, makesCodes), message: "No codes are made here" }] };
}
