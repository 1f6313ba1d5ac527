import { shortTypeName } from "../../catalogue/catalogue.js";
import { typesLabelled } from "../../catalogue/console-labels.js";
import type { NodeType } from "../../catalogue/node-type.js";
import { findType, searchTypes } from "../../catalogue/search-types.js";
import { nearestType } from "../../model/nearest-type.js";
import { flagField, listField, objectOf, optional, textField, wholeField } from "../shape.js";
import { defineTool } from "../tool.js";

const mostTypes = 40;

export const findNodeTypes = defineTool({
  name: "find_node_types",
  title: "Find node types",
  description:
    'Finds node types by words of the admin console or of what they do: "OTP SMS", "Page Node", "device". Call it before you write a node; then call node_type for what it needs.',
  input: { words: textField("words that must all occur in the name, label, summary or tags") },
  output: {
    types: listField(
      objectOf({
        name: textField("what a text writes behind the colon"),
        label: textField("its name in the admin console"),
        summary: textField("what it does"),
        isDeprecated: flagField("whether the platform advises against it"),
      }),
      "best matches first",
    ),
    leftOut: wholeField("how many further types match"),
    nearest: optional(textField("where nothing matches: the type that was probably meant")),
  },
  async run({ words }) {
    const exact = findType(words) ?? findType(typesLabelled(words)[0] ?? "");
    const found = new Set([
      ...(exact ? [exact] : []),
      ...searchTypes(words.trim() === "" ? [] : [words]).toSorted(byUse(words)),
    ]);
    const nearest = found.size === 0 ? nearestType(words) : undefined;
    return {
      types: [...found].slice(0, mostTypes).map(({ id, displayName, summary, deprecated }) => ({
        name: shortTypeName(id),
        label: displayName,
        summary,
        isDeprecated: deprecated,
      })),
      leftOut: Math.max(0, found.size - mostTypes),
      ...(nearest !== undefined && { nearest }),
    };
  },
});

/** The platform's own types before those of the marketplace, those with the words in their label before others, deprecated ones last. */
function byUse(words: string): (left: NodeType, right: NodeType) => number {
  const wanted = words.toLowerCase().split(/\s+/);
  const rank = ({ where, displayName, deprecated }: NodeType) => {
    const isNamed = wanted.every((word) => displayName.toLowerCase().includes(word));
    return (deprecated ? 4 : 0) + (where.marketplace || where.custom !== undefined ? 2 : 0) + (isNamed ? 0 : 1);
  };
  return (left, right) => rank(left) - rank(right);
}
