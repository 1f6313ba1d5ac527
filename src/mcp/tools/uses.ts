import { nodeLabel } from "../../check/describe-node.js";
import { nearestName } from "../../diagnostics/suggest.js";
import { findUses, usesOf } from "../../requires/find-uses.js";
import { type RequirementUse, requirementKinds } from "../../requires/requirement.js";
import { choiceField, listField, objectOf, optional, textField, wholeField } from "../shape.js";
import { defineTool } from "../tool.js";
import { ToolError } from "../tool-error.js";
import { journeysInput } from "../workbench.js";

const mostUses = 100;

export const usesTool = defineTool({
  name: "uses",
  title: "Who uses what",
  description:
    "Lists who uses a script, journey, e-mail template, ESV, theme, managed object, node type and the like: by name, or all of a kind. Call it before you change or remove one.",
  input: {
    ...journeysInput,
    name: optional(textField("an id, a title, or what a text calls it; an ESV in any spelling")),
    kind: optional(choiceField(requirementKinds, "only things of this kind")),
  },
  output: {
    found: listField(
      objectOf({
        kind: textField("what it is"),
        id: textField("its id"),
        title: optional(textField("its title")),
        uses: listField(
          objectOf({
            journey: textField("id"),
            by: textField("the node, script or resource"),
            file: textField("path"),
            line: wholeField("from 1"),
          }),
          "places",
        ),
        leftOut: wholeField("how many further places there are"),
      }),
      "things with their uses",
    ),
    leftOut: wholeField("how many further things there are"),
  },
  async run({ name, kind, ...input }, workbench) {
    const { model } = await workbench.open(input);
    const all = findUses(model).filter((used) => kind === undefined || used.kind === kind);
    const found = name === undefined ? all : usesOf(name, all);
    if (name !== undefined && found.length === 0) {
      const near = nearestName(
        name,
        all.flatMap(({ id, title, aliases }) => [id, ...(title === undefined ? [] : [title]), ...aliases]),
      );
      throw new ToolError(`Nothing here is called ${name}${near === undefined ? "" : `: did you mean ${near}?`}`);
    }
    return {
      found: found.slice(0, mostUses).map(({ kind: of, id, title, uses }) => ({
        kind: of,
        id,
        ...(title !== undefined && { title }),
        uses: uses.slice(0, mostUses).map(describeUse),
        leftOut: Math.max(0, uses.length - mostUses),
      })),
      leftOut: Math.max(0, found.length - mostUses),
    };
  },
});

function describeUse({ journey, by, place: { source, range } }: RequirementUse) {
  const who = by.kind === "journey" ? "the journey" : by.kind === "node" ? nodeLabel(by.node) : `${by.kind} ${by.name}`;
  return { journey, by: who, file: source.path, line: source.positionAt(range.start).line };
}
