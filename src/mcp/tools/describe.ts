import { describeJourneys } from "../../describe/describe.js";
import { boundedText } from "../bounded-text.js";
import { optional, textField, wholeField } from "../shape.js";
import { defineTool } from "../tool.js";
import { journeyNamed, journeysInput } from "../workbench.js";

export const describeTool = defineTool({
  name: "describe",
  title: "Describe a journey",
  description:
    "Tells what a journey does, in Markdown: what users see step by step, ways to success and failure, nodes with the settings that matter, what scripts decide, node state, mails, what a tenant must have, callers, findings.",
  input: { ...journeysInput, journey: optional(textField("its id or name; without it, all journeys with an index")) },
  output: { text: textField("Markdown"), leftOut: wholeField("how many characters are left out") },
  async run({ journey, ...input }, workbench) {
    const { model, diagnostics } = await workbench.open(input);
    const only = journey === undefined ? undefined : journeyNamed(model, journey);
    return boundedText(describeJourneys(model, diagnostics, { format: "markdown", only }));
  },
});
