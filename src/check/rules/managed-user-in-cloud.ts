import type { Journey } from "../../model/model.js";
import { allNodes } from "../../model/used-resources.js";
import { textsIn } from "../../text/texts-in.js";
import { journeyRule } from "../rule.js";

/**
 * Reports journeys for the cloud whose identities are `managed/user`, which exists only in self-managed deployments. That it is for
 * the cloud shows in the journey itself: it comes from realm alpha or bravo, names their users, or uses an ESV.
 */
export const managedUserInCloud = journeyRule("managed-user-in-cloud", "may-miss", (facts, report) => {
  const { journey } = facts;
  const setting = journey.settings.get("identityResource");
  if (setting?.value !== "managed/user" || !isForCloud(journey)) return;
  report({ at: setting.place, args: { journey: journey.id } });
});

function isForCloud({ origin, nodes, scripts, resources }: Journey): boolean {
  if (origin.kind !== "text" && (origin.realm === "alpha" || origin.realm === "bravo")) return true;
  const namesCloud = (text: string) =>
    /\bmanaged\/(alpha|bravo)_user\b|&\{esv[.-]|\bsystemEnv\s*\.\s*getProperty\s*\(\s*["']esv\./.test(text);
  return (
    resources.some(({ kind, id }) => kind === "variable" && id.startsWith("esv-")) ||
    scripts.some(({ body }) => namesCloud(body)) ||
    allNodes(nodes).some(({ properties }) =>
      [...properties.values()].some(({ value }) => textsIn(value).some(namesCloud)),
    )
  );
}
