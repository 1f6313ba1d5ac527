import { isJsonObject } from "../../text/json.js";
import { type Action, goTo, stub } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { scriptContext } from "../script-context.js";

/** Lets a script say the properties of another node type, and runs that. */
export const configProviderNode: NodeBehaviour = {
  type: "ConfigProviderNode",
  runs: "partly",
  note: "Runs the types that run here; needs a script host.",
  inputs: (properties) => properties.texts("scriptInputs", ["*"]),
  async process(context: NodeContext): Promise<Action> {
    const { properties, scripts } = context;
    const script = context.findScript(properties.text("script"));
    if (!script || !scripts)
      return stub(script ? "Nobody here can run scripts" : "The configuration script is not here");
    const result = await scripts.run(script, scriptContext(context, properties.texts("scriptInputs", ["*"])));
    if (result.kind === "unsupported") return stub(result.reason);
    if (result.kind === "error" || !isJsonObject(result.config)) return goTo("CONFIGURATION_FAILED");
    return context.delegate(properties.text("nodeType"), result.config);
  },
};
