import { isJsonObject } from "../../text/json.js";
import { type Action, goTo, stub } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { scriptContext } from "../script-context.js";

/** Runs a script that returns the properties of another node type, and then that type. */
export const configProviderNode: NodeBehaviour = {
  type: "ConfigProviderNode",
  runs: "partly",
  note: "Needs a sandbox for scripts, and a node type that the simulation runs.",
  inputs: (properties) => properties.texts("scriptInputs", ["*"]),
  async process(context: NodeContext): Promise<Action> {
    const { properties, scripts } = context;
    const script = context.findScript(properties.text("script"));
    if (!script || !scripts)
      return stub(script ? "No sandbox for scripts was given" : "The configuration script is missing");
    const result = await scripts.run(script, scriptContext(context, properties.texts("scriptInputs", ["*"])));
    if (result.kind === "unsupported") return stub(result.reason, result.call);
    if (result.kind === "error" || !isJsonObject(result.config)) return goTo("CONFIGURATION_FAILED");
    return context.delegate(properties.text("nodeType"), result.config);
  },
};
