import { disagreeingBodyType } from "../../model/body-type.js";
import { nodeLabel } from "../describe-node.js";
import { nodeRule } from "../rule.js";

/** Reports nodes whose type in the journey differs from the type in their settings. */
export const disagreeingType = nodeRule("disagreeing-type", "proves", (node) => {
  const body = disagreeingBodyType(node);
  if (body === undefined) return [];
  const related = [{ place: body.place, message: "The type in its settings" }];
  const args = { node: nodeLabel(node), reference: node.typeId, body: body.type };
  // A type that cannot be where it is has a finding of its own.
  return [{ at: node.typePlace, args, related, restsOn: [node.typePlace] }];
});
