import type { ReadJourney } from "../../export-json/read/read-result.js";
import { importExports } from "../../import/import-exports.js";
import { boundedText } from "../bounded-text.js";
import { findingsOf, findingsOutput } from "../findings.js";
import { listField, objectOf, optional, textField, wholeField } from "../shape.js";
import { defineTool } from "../tool.js";
import { ToolError } from "../tool-error.js";
import { journeysInput } from "../workbench.js";

export const importTool = defineTool({
  name: "import",
  title: "Import exports",
  description:
    "Turns exports of a tenant (JSON of the admin UI or of frodo, folders of configuration) into .journey texts, with their scripts and resources beside them.",
  input: {
    ...journeysInput,
    out: optional(
      textField("a folder below the roots to write to; needs a server with --write; files that exist stay as they are"),
    ),
  },
  output: {
    files: listField(
      objectOf({
        path: textField("its name"),
        text: textField("its content; of a long one, the beginning"),
        leftOut: wholeField("how many characters are left out"),
      }),
      "texts, and the scripts and resources that they name",
    ),
    written: listField(textField("a path"), "the files that were written"),
    ...findingsOutput,
  },
  writes: true,
  async run({ out, ...input }, workbench) {
    const { project, files: guarded } = await workbench.open(input, { forms: "exports" });
    const stream = project.read({ usualRealm: project.bind.realm });
    const read: ReadJourney[] = [];
    for (const each of stream) if (each.kind === "export") read.push(...each.journeys);
    const { journeys, diagnostics } = importExports(read, { ...project.bind, minimal: true });
    const files = new Map<string, string>();
    for (const { fileName, text: content, files: beside } of journeys) {
      files.set(fileName, content);
      for (const [path, inner] of beside) files.set(path, inner);
    }
    const placed = new Map([...files].map(([path, content]) => [`${out ?? "."}/${path}`, content]));
    const existing = [...placed.keys()].filter((path) => guarded.kindOf(workbench.absolute(path)) === "file");
    if (out !== undefined && existing.length > 0) {
      throw new ToolError(`Nothing was written, since these files exist: ${existing.slice(0, 10).join(", ")}`);
    }
    return {
      files: [...files].map(([path, content]) => ({ path, ...boundedText(content) })),
      written: out === undefined ? [] : workbench.write(placed),
      ...findingsOf([...stream.diagnostics, ...diagnostics]),
    };
  },
});
