import type { DiagnosticExtras } from "../../diagnostics/diagnostic.js";
import { reaching } from "../../model/graph-reachability.js";
import type { JourneyNode } from "../../model/model.js";
import { nodeLabel } from "../describe-node.js";
import { placeOfSetting } from "../differing-nodes.js";
import {
  makersBehind,
  makesCodes,
  mayBringRecoveryCodes,
  recoveryCodesOf,
  settingForRecoveryCodes,
  showsRecoveryCodes,
} from "../recovery-codes.js";
import { journeyRule } from "../rule.js";

/** The setting of the registration, or of the node that stores its device. */
function adviceOn(before: readonly JourneyNode[]): DiagnosticExtras {
  const maker = settingForRecoveryCodes(before);
  if (maker === undefined) return {};
  const help = `Write \`${makesCodes}: true\` in \`${nodeLabel(maker)}\`: it stores the device, and makes no codes.`;
  return { help, related: [{ place: placeOfSetting(maker, makesCodes), message: "No codes are made here" }] };
}

/**
 * Reports nodes that show recovery codes where nothing before them makes any. Scripts that write them, or what their text does not show, and
 * unknown nodes may make them, and so may the journeys that run this one.
 */
export const noRecoveryCodes = journeyRule("no-recovery-codes", "may-miss", (facts, report) => {
  const { graph, reached } = facts;
  let makers: ReturnType<typeof makersBehind> | undefined;
  graph.vertices.forEach((vertex, index) => {
    if (vertex.kind !== "node" || !reached.has(index) || !showsRecoveryCodes(vertex.node)) return;
    if (facts.isGivenState) return;
    makers ??= makersBehind(facts);
    const maker = makers.get(index);
    if (maker !== undefined) {
      const help = `\`${nodeLabel(maker)}\` makes them, and comes only after it: put \`${nodeLabel(vertex.node)}\` behind \`${nodeLabel(maker)}\`.`;
      const related = [{ place: maker.namePlace, message: `${nodeLabel(maker)} makes the codes` }];
      report({ at: vertex.node.namePlace, args: { node: nodeLabel(vertex.node) }, help, related });
      return;
    }
    const nodesBefore: JourneyNode[] = [];
    for (const before of reaching(graph, index)) {
      const at = graph.vertices[before];
      if (at?.kind !== "node" || !reached.has(before)) continue;
      if (recoveryCodesOf(at.node) !== "no" || mayBringRecoveryCodes(at.node, facts.scripts)) return;
      nodesBefore.push(at.node);
    }
    report({ at: vertex.node.namePlace, args: { node: nodeLabel(vertex.node) }, ...adviceOn(nodesBefore) });
  });
});
