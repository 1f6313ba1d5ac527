import { listField, objectOf, textField } from "../shape.js";
import { defineTool } from "../tool.js";
import { ToolError } from "../tool-error.js";

/** What belongs to journeys; nothing that a tool of the project would run. */
const ours = /\.(?:journey|json|html|md)$|(?:^|\/)scripts\/[^/]+\.js$/i;
const hidden = /(?:^|\/)\.|(?:^|\/)node_modules(?:\/|$)|(?:^|\/)package(?:-lock)?\.json$/;

export const saveTool = defineTool({
  name: "save",
  title: "Save texts",
  description:
    "Writes .journey texts, scripts (in a folder scripts), resources and exports below the roots; needs a server with --write. Check first.",
  input: {
    texts: listField(
      objectOf({ path: textField("relative to the first root"), text: textField("the whole content") }),
      "the files",
    ),
  },
  output: { written: listField(textField("a path"), "the files that were written") },
  writes: true,
  async run({ texts }, workbench) {
    for (const { path } of texts) {
      const shown = workbench.shown(workbench.absolute(path));
      if (!ours.test(shown) || hidden.test(shown)) {
        throw new ToolError(
          `${path} is not a file of journeys: .journey, .json, .html, .md, or .js in a folder scripts`,
        );
      }
    }
    return { written: workbench.write(new Map(texts.map(({ path, text: content }) => [path, content]))) };
  },
});
