import { reachableFrom } from "../../model/graph-reachability.js";
import { isFromExport, nodeLabel } from "../describe-node.js";
import { hasRole } from "../node-behaviour.js";
import { isWellKnown } from "../proof/proof-of-outcome.js";
import { journeyRule } from "../rule.js";

/**
 * Reports new passwords that are saved without having been checked: the first node behind the question that does something with a
 * password saves it. A script, an inner journey or an unknown node may check it.
 */
export const newPasswordNotChecked = journeyRule("new-password-not-checked", "may-miss", (facts, report) => {
  const { graph, reached } = facts;
  graph.vertices.forEach((vertex, index) => {
    if (vertex.kind !== "node" || !reached.has(index)) return;
    const asks = [vertex.node, ...vertex.node.children].find(
      ({ typeId, properties }) =>
        typeId === "ValidatedPasswordNode" && properties.get("validateInput")?.value === false,
    );
    if (asks === undefined) return;
    const isPassed = (at: number) => {
      const found = graph.vertices[at];
      return found?.kind === "node" && (at === index || ![found.node, ...found.node.children].some(usesPassword));
    };
    const behind = [...reachableFrom(graph, index, ({ from }) => isPassed(from))];
    const nodes = behind.flatMap((at) => {
      const found = graph.vertices[at];
      return found?.kind === "node" && at !== index ? [found.node, ...found.node.children] : [];
    });
    // A journey that also checks a password asks for the old one here. A check that stands on the page itself is told as one.
    if (vertex.node.children.some((node) => hasRole(node, "checks-credential"))) return;
    if (nodes.some((node) => hasRole(node, "checks-credential") || (node.children.length === 0 && !isWellKnown(node))))
      return;
    const saves = nodes.find((node) => hasRole(node, "writes-account") || hasRole(node, "creates-account"));
    if (saves === undefined) return;
    const setting = asks.properties.get("validateInput");
    const at = setting?.explicit === true && !isFromExport(facts.journey) ? setting.place : asks.namePlace;
    report({ at, args: { node: nodeLabel(asks), saves: nodeLabel(saves) } });
  });
});

function usesPassword(node: Parameters<typeof hasRole>[0]): boolean {
  return (["checks-credential", "writes-account", "creates-account"] as const).some((role) => hasRole(node, role));
}
