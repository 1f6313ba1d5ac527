import { disagreeingBodyVersion } from "../../model/body-version.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** Reports nodes whose version in the journey differs from the version in their settings. */
export const disagreeingVersion = journeyRule("disagreeing-version", "proves", (facts, report) => {
  for (const node of facts.nodes) {
    const body = disagreeingBodyVersion(node);
    if (body === undefined) continue;
    report({ at: body.place, args: { node: nodeLabel(node), reference: node.version, body: body.version } });
  }
});
