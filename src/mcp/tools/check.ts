import { findingsOf, findingsOutput } from "../findings.js";
import { listField, textField } from "../shape.js";
import { defineTool } from "../tool.js";
import { journeysInput } from "../workbench.js";

export const checkTool = defineTool({
  name: "check",
  title: "Check journeys",
  description:
    "Reports everything that is wrong in journeys: mistakes of the text, wiring, settings, node state, security. Call it after every change, until errors is 0; explain tells what a code means.",
  input: journeysInput,
  output: { journeys: listField(textField("id"), "the journeys that were checked"), ...findingsOutput },
  async run(input, workbench) {
    const { model, diagnostics } = await workbench.open(input);
    return { journeys: model.journeys.map(({ id }) => id), ...findingsOf(diagnostics) };
  },
});
