import { writeGraph } from "../../write/graph/write-graph.js";
import { boundedText } from "../bounded-text.js";
import { choiceField, optional, textField, wholeField } from "../shape.js";
import { defineTool } from "../tool.js";
import { journeyNamed, journeysInput } from "../workbench.js";

export const graphTool = defineTool({
  name: "graph",
  title: "Picture of a journey",
  description: "Draws a journey: as Mermaid text, which Markdown shows, as SVG or as DOT.",
  input: {
    ...journeysInput,
    journey: optional(textField("its id or name, if there are several")),
    format: optional(choiceField(["mermaid", "svg", "dot"], "default: mermaid")),
  },
  output: {
    journey: textField("its id"),
    text: textField("the picture"),
    leftOut: wholeField("how many characters are left out"),
  },
  async run({ journey, format = "mermaid", ...input }, workbench) {
    const found = journeyNamed((await workbench.open(input)).model, journey);
    return { journey: found.id, ...boundedText(writeGraph(format, found)) };
  },
});
