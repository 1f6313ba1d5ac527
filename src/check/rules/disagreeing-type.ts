import { disagreeingBodyType } from "../../model/body-type.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** Reports nodes whose type in the journey differs from the type in their settings. */
export const disagreeingType = journeyRule("disagreeing-type", "proves", (facts, report) => {
  for (const node of facts.nodes) {
    const body = disagreeingBodyType(node);
    if (body === undefined) continue;
    const related = [{ place: body.place, message: "The type in its settings" }];
    const args = { node: nodeLabel(node), reference: node.typeId, body: body.type };
    // A type that cannot be where it is has a finding of its own.
    report({ at: node.typePlace, args, related, restsOn: [node.typePlace] });
  }
});
