import { compare, isSame } from "../../diff/compare.js";
import { withEditedBuilds } from "../../diff/edited-builds.js";
import { renderJson } from "../../diff/render/json.js";
import { renderMarkdown } from "../../diff/render/markdown.js";
import type { JsonObject } from "../../text/json.js";
import { boundedText } from "../bounded-text.js";
import { flagField, objectField, objectOf, optional, textField, wholeField } from "../shape.js";
import { defineTool } from "../tool.js";
import { journeysInput } from "../workbench.js";

/** A longer difference as data is left out; the text tells what matters. */
const mostCharacters = 60_000;

export const diffTool = defineTool({
  name: "diff",
  title: "Compare versions",
  description:
    "Compares two versions of journeys by what they mean: nodes, outcomes, settings, and consequences such as a second factor that success no longer needs. Old and new may be texts, files or exports.",
  input: {
    old: objectOf(journeysInput, "the version before"),
    new: objectOf(journeysInput, "the version after"),
    layout: optional(flagField("also tell positions and ids")),
  },
  output: {
    isSame: flagField("whether nothing differs"),
    text: textField("the difference in Markdown, as for a pull request"),
    leftOut: wholeField("how many characters of it are left out"),
    difference: optional(
      objectField("the same as data, as schema/diff.schema.json describes it; absent where it is too long"),
    ),
  },
  async run({ old, new: current, layout }, workbench) {
    const [before, after] = [await workbench.open(old), await workbench.open(current)];
    const [was, is] = withEditedBuilds(before.read, after.read);
    const comparison = compare(
      { model: was, findings: before.diagnostics },
      { model: is, findings: after.diagnostics },
      { layout: layout === true },
    );
    const data = renderJson(comparison.difference);
    return {
      isSame: isSame(comparison.difference),
      ...boundedText(renderMarkdown(comparison)),
      ...(data.length <= mostCharacters && { difference: JSON.parse(data) as JsonObject }),
    };
  },
});
