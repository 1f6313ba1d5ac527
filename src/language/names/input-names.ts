import { nodeInputs } from "../../machine/node-inputs.js";
import type { JourneyNode } from "../../model/model.js";

/** The node or inner node that an input of a step is called after; `undefined` for an attribute, a prompt or a type. */
export function nodeOfInput(input: string, node: JourneyNode): JourneyNode | undefined {
  const named = questionersOf(node).find(({ name }) => name === input);
  return named === undefined || asksForAttribute(input, node) ? undefined : named;
}

/** Whether a node asks for something that has this name whatever its nodes are called. It comes before a node of that name. */
export function asksForAttribute(name: string, node: JourneyNode): boolean {
  return questionersOf(node).some((each) => {
    const inputs = nodeInputs({ ...each, name: "" });
    return inputs !== "any" && inputs.has(name);
  });
}

function questionersOf(node: JourneyNode): readonly JourneyNode[] {
  return node.children.length > 0 ? node.children : [node];
}
