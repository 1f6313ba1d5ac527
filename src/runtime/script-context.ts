import type { NodeContext } from "./node-behaviour.js";
import type { ScriptContext } from "./script-host.js";

/** What the script of a node is given: the node's surroundings, and of the state only the keys that the node names. */
export function scriptContext(context: NodeContext, inputs: readonly string[]): ScriptContext {
  const { state, journey, node, callbacks, world, resumed } = context;
  return {
    journey,
    node,
    state: state.limitedTo(inputs),
    callbacks,
    world,
    resumed,
    resumeUri: () => context.resumeUri(),
    findLibrary: (title) => context.findScript(title),
  };
}
