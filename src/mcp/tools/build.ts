import { outputsOf } from "../../compile/outputs.js";
import { hasErrors } from "../../diagnostics/has-errors.js";
import { boundedText } from "../bounded-text.js";
import { findingsOf, findingsOutput } from "../findings.js";
import { choiceField, flagField, listField, objectOf, optional, textField, wholeField } from "../shape.js";
import { defineTool } from "../tool.js";
import { journeysInput } from "../workbench.js";

const targets = ["export", "machine", "types", "mermaid", "frconfig"] as const;
const mostOutputs = 20;

export const buildTool = defineTool({
  name: "build",
  title: "Build journeys",
  description:
    "Compiles journeys: to export JSON that the platform imports (the default), to a typed TypeScript state machine, or to folders of fr-config-manager. With errors nothing is built.",
  input: {
    ...journeysInput,
    target: optional(choiceField(targets, "what to build; default: export")),
    out: optional(
      textField(
        "a folder below the roots to write to; needs a server with --write. Without it, the outputs are only answered",
      ),
    ),
  },
  output: {
    outputs: listField(
      objectOf({
        file: textField("its name"),
        journey: textField("the journey's id"),
        text: textField("its content; of a long one, the beginning"),
        leftOut: wholeField("how many characters are left out"),
      }),
      "of many outputs, the first; all are written",
    ),
    outputsLeftOut: wholeField("how many outputs are not answered"),
    isBuilt: flagField("whether there were no errors"),
    written: listField(textField("a path"), "the files that were written"),
    ...findingsOutput,
  },
  writes: true,
  async run({ target = "export", out, ...input }, workbench) {
    const { model, diagnostics } = await workbench.open(input);
    const isBuilt = !hasErrors(diagnostics);
    const outputs = [];
    if (isBuilt) for await (const output of outputsOf(model.journeys, { targets: [target] })) outputs.push(output);
    const files = new Map(outputs.map(({ fileName, text: content }) => [`${out ?? "."}/${fileName}`, content]));
    return {
      outputs: outputs
        .slice(0, mostOutputs)
        .map(({ fileName, journey, text: content }) => ({ file: fileName, journey, ...boundedText(content) })),
      outputsLeftOut: Math.max(0, outputs.length - mostOutputs),
      isBuilt,
      written: out === undefined || !isBuilt ? [] : workbench.write(files),
      ...findingsOf(diagnostics),
    };
  },
});
