import { allNodes } from "../../model/used-resources.js";
import { disagreeingBodyVersion } from "../body-version.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** Reports nodes whose reference says another version than their settings do. */
export const disagreeingVersion = journeyRule("disagreeing-version", "proves", (journey, report) => {
  for (const node of allNodes(journey.nodes)) {
    const body = disagreeingBodyVersion(node);
    if (body === undefined) continue;
    report({ at: body.place, args: { node: nodeLabel(node), reference: node.version, body: body.version } });
  }
});
