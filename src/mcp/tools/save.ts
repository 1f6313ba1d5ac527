import { listField, objectOf, textField } from "../shape.js";
import { defineTool } from "../tool.js";
import { ToolError } from "../tool-error.js";

export const saveTool = defineTool({
  name: "save",
  title: "Save texts",
  description:
    "Writes .journey texts, and scripts (.js) and resources (.json) that journeys named before or that are new in a folder scripts or resources beside a journey or of a root; below the roots; needs a server with --write. Check first.",
  input: {
    texts: listField(
      objectOf({ path: textField("relative to the first root"), text: textField("the whole content") }),
      "the files",
    ),
  },
  output: { written: listField(textField("a path"), "the files that were written") },
  writes: true,
  async run({ texts }, workbench) {
    const { savable, files: disk } = workbench;
    if (!savable.knowsProject) {
      const { model } = await workbench.open({}, { mayBeEmpty: true });
      savable.learn(model, workbench.workingDirectory);
    }
    const together = workbench.over(texts);
    const refused = texts.find(({ path }) => !savable.takes(workbench.absolute(path), disk, together));
    if (refused !== undefined) {
      throw new ToolError(
        `${refused.path} is not a file of journeys: .journey, or a .js or .json that a journey named before or that is new in a folder scripts or resources beside a journey or of a root`,
      );
    }
    const written = workbench.write(new Map(texts.map(({ path, text: content }) => [path, content])));
    savable.remember(texts.map(({ path }) => workbench.absolute(path)));
    return { written };
  },
});
