import type { JourneyNode } from "../../model/model.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** Reports cookies that a journey sets for signing on again and looks for under another name. */
export const differingCookieName = journeyRule("differing-cookie-name", "may-overreport", ({ nodes }, report) => {
  const read = nodes.filter(({ typeId }) => typeId === "PersistentCookieDecisionNode");
  const set = nodes.filter(({ typeId }) => typeId === "SetPersistentCookieNode");
  const names = new Set(read.map(nameOf));
  if (read.length === 0 || set.length === 0 || names.has(undefined)) return;
  if (set.some((node) => names.has(nameOf(node)) || nameOf(node) === undefined)) return;
  const [node] = read;
  const setting = node?.properties.get("persistentCookieName");
  const name = node && nameOf(node);
  const other = set[0] && nameOf(set[0]);
  if (node === undefined || name === undefined || other === undefined) return;
  const related = set.map((setter) => ({
    place: setter.properties.get("persistentCookieName")?.place ?? setter.namePlace,
    message: `${nodeLabel(setter)} sets it`,
  }));
  report({ at: setting?.place ?? node.namePlace, args: { node: nodeLabel(node), name, other }, related });
});

function nameOf({ properties }: JourneyNode): string | undefined {
  const name = properties.get("persistentCookieName")?.value;
  return typeof name === "string" && !name.includes("&{") ? name : undefined;
}
