import { formatSource } from "../../format/format-source.js";
import { SourceFile } from "../../text/source-file.js";
import { findingsOf, findingsOutput } from "../findings.js";
import { flagField, optional, textField } from "../shape.js";
import { defineTool } from "../tool.js";

export const formatTool = defineTool({
  name: "format",
  title: "Format a text",
  description:
    "Gives a .journey text its canonical form. A text with syntax errors comes back unchanged, with the errors.",
  input: { text: textField("a .journey text"), path: optional(textField("its path, for messages")) },
  output: {
    text: textField("the formatted text, or the given one where it has errors"),
    isChanged: flagField("whether the form was another"),
    ...findingsOutput,
  },
  async run({ text: given, path = "text.journey" }) {
    const result = formatSource(new SourceFile(path, given));
    if ("diagnostics" in result) return { text: given, isChanged: false, ...findingsOf(result.diagnostics) };
    return { text: result.text, isChanged: result.text !== given, ...findingsOf([]) };
  },
});
