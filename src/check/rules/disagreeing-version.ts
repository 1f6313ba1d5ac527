import { disagreeingBodyVersion } from "../../model/body-version.js";
import { nodeLabel } from "../describe-node.js";
import { nodeRule } from "../rule.js";

/** Reports nodes whose version in the journey differs from the version in their settings. */
export const disagreeingVersion = nodeRule("disagreeing-version", "proves", (node) => {
  const body = disagreeingBodyVersion(node);
  if (body === undefined) return [];
  return [{ at: body.place, args: { node: nodeLabel(node), reference: node.version, body: body.version } }];
});
