import { findRequirements } from "../../requires/find-requirements.js";
import { flagField, listField, objectOf, optional, textField, wholeField } from "../shape.js";
import { defineTool } from "../tool.js";
import { journeysInput } from "../workbench.js";

const mostRequirements = 200;

export const requiresTool = defineTool({
  name: "requires",
  title: "What a tenant must have",
  description:
    "Lists what a tenant must have for journeys to work there: ESVs, secrets, scripts, inner journeys, e-mail templates, managed objects and so on.",
  input: { ...journeysInput, missing: optional(flagField("only what the journeys do not bring along")) },
  output: {
    requirements: listField(
      objectOf({
        kind: textField("what it is"),
        id: textField("its id"),
        title: optional(textField("its title")),
        provided: flagField("whether the journeys bring it along"),
        journeys: listField(textField("id"), "the journeys that need it"),
      }),
      "by kind",
    ),
    leftOut: wholeField("how many further ones there are"),
  },
  async run({ missing, ...input }, workbench) {
    const { model } = await workbench.open(input);
    const found = findRequirements(model).filter(({ provided }) => !(missing === true && provided));
    return {
      requirements: found.slice(0, mostRequirements).map(({ kind, id, title, provided, journeys }) => ({
        kind,
        id,
        ...(title !== undefined && { title }),
        provided,
        journeys,
      })),
      leftOut: Math.max(0, found.length - mostRequirements),
    };
  },
});
