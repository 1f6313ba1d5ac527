import type { NodeContext } from "./node-behaviour.js";
import type { ScriptContext } from "./script-host.js";

/** Makes the context of a node's script: the node's surroundings, and only the state keys that the node declares. */
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
