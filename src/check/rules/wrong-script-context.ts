import { judgeCondition } from "../../catalogue/condition.js";
import { allNodes } from "../../model/used-resources.js";
import { isFromExport, nodeLabel } from "../describe-node.js";
import type { JourneyFacts } from "../journey-facts.js";
import { markedProperties } from "../marked-properties.js";
import { propertyValues } from "../node-behaviour.js";
import { journeyRule } from "../rule.js";

/** Reports nodes that run a script of a context that they do not take. Contexts that nobody knows are not judged. */
export const wrongScriptContext = journeyRule("wrong-script-context", "may-miss", (facts, report) => {
  if (facts.scripts.size === 0) return;
  for (const node of allNodes(facts.reachedNodes)) {
    for (const { name, reference } of markedProperties(node).references) {
      const contexts: readonly string[] = reference?.contexts ?? [];
      const setting = node.properties.get(name);
      if (reference?.kind !== "script" || contexts.length === 0 || typeof setting?.value !== "string") continue;
      if (reference.when !== undefined && judgeCondition(reference.when, propertyValues(node)) !== "yes") continue;
      const script = facts.scripts.get(setting.value);
      const given = script?.properties.get("context");
      const context = given?.value;
      if (!script || typeof context !== "string" || contexts.includes(context) || !known.has(context)) continue;
      const args = { node: nodeLabel(node), script: script.title, context, contexts };
      if (given?.explicit !== true || isFromExport(facts.journey) || usesOf(script.id, facts) > 1) {
        report({ at: setting.place, args });
        continue;
      }
      const related = [{ place: setting.place, message: "The node that runs it" }];
      const help = `Write ${contexts.map((each) => `\`context: "${each}"\``).join(" or ")}, or let the node run another script.`;
      report({ at: given.place, args, related, help });
    }
  }
});

function usesOf(script: string, { nodes }: JourneyFacts): number {
  return nodes.filter(({ properties }) => [...properties.values()].some(({ value }) => value === script)).length;
}

/** The contexts of scripts that certainly are for something else than the node that has them. */
const known: ReadonlySet<string> = new Set([
  "AUTHENTICATION_TREE_DECISION_NODE",
  "SCRIPTED_DECISION_NODE",
  "AUTHENTICATION_CLIENT_SIDE",
  "AUTHENTICATION_SERVER_SIDE",
  "CONFIG_PROVIDER_NODE",
  "CONFIG_PROVIDER_NODE_NEXT_GEN",
  "LIBRARY",
  "OAUTH2_ACCESS_TOKEN_MODIFICATION",
  "OAUTH2_AUTHORIZE_ENDPOINT_DATA_PROVIDER",
  "OAUTH2_EVALUATE_SCOPE",
  "OAUTH2_MAY_ACT",
  "OAUTH2_SCRIPTED_JWT_ISSUER",
  "OAUTH2_VALIDATE_SCOPE",
  "OIDC_CLAIMS",
  "POLICY_CONDITION",
  "SAML2_IDP_ADAPTER",
  "SAML2_IDP_ATTRIBUTE_MAPPER",
  "SAML2_SP_ADAPTER",
  "SOCIAL_IDP_PROFILE_TRANSFORMATION",
]);
