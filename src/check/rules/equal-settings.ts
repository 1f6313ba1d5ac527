import type { NodeProperty } from "../../catalogue/node-type.js";
import type { JourneyNode } from "../../model/model.js";
import { propertyValues } from "../../model/property-values.js";
import type { Json } from "../../text/json.js";
import { wordsOfName } from "../../text/words-of-name.js";
import { nodeLabel } from "../describe-node.js";
import { placeOfSetting } from "../differing-nodes.js";
import { markedProperties } from "../marked-properties.js";
import { nodeRule } from "../rule.js";

/** Reports nodes of which two settings have one value though they name different things, such as two headers of the request. */
export const equalSettings = nodeRule("equal-settings", "may-miss", (node) =>
  markedProperties(node).differing.flatMap(([property, other]) => {
    if (!haveOneValue(node, property, other)) return [];
    const [wrong, right] = isMeantFor(node, property, other) ? [other, property] : [property, other];
    return [
      {
        at: placeOfSetting(node, wrong.name),
        args: { node: nodeLabel(node), property: wrong.name, other: right.name, usual: usualOf(node, wrong) },
        related: [{ place: placeOfSetting(node, right.name), message: `${right.name} has it too` }],
      },
    ];
  }),
);

function haveOneValue(node: JourneyNode, property: NodeProperty, other: NodeProperty): boolean {
  const [list, others] = [property, other].map(({ name }) => node.properties.get(name)?.value);
  if (Array.isArray(list) && Array.isArray(others)) {
    const texts = new Set(others.map(textOf));
    return list.some((each) => textOf(each) !== undefined && texts.has(textOf(each)));
  }
  const [value, another] = [property, other].map(({ name }) => textOf(node.properties.get(name)?.value));
  // Headers, and attributes of a directory, have one name in capitals and small letters.
  return value !== undefined && value.toLowerCase() === another?.toLowerCase();
}

/** A text that says something; that of a variable is in an object in exports. */
function textOf(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return /\w/.test(text) ? text : undefined;
}

/** Whether the value is the usual one of a property, or one that the author has left to it. */
function isMeantFor(node: JourneyNode, property: NodeProperty, other: NodeProperty): boolean {
  if (node.properties.get(property.name)?.explicit !== true) return true;
  const value = textOf(node.properties.get(property.name)?.value);
  const named = [property, other].map(({ name }, at) =>
    isNamedAfter(value ?? "", name, at === 0 ? other.name : property.name),
  );
  if (named[0] !== named[1]) return named[0] === true;
  const isUsual = (each: NodeProperty) => textOf(each.default)?.toLowerCase() === value?.toLowerCase();
  return node.properties.get(other.name)?.explicit === true && isUsual(property) && !isUsual(other);
}

/** The value that a property has where nothing is set, if another property does not have it now. */
function usualOf(node: JourneyNode, { default: usual }: NodeProperty): string | undefined {
  const isFree = typeof usual === "string" && usual !== "" && ![...propertyValues(node).values()].includes(usual);
  return isFree ? usual : undefined;
}

/** Whether a value has a word of one property's name that another one's has not: `X-Password` for `passwordHeader` beside `usernameHeader`. */
function isNamedAfter(value: string, name: string, other: string): boolean {
  const others = wordsOf(other);
  const own = wordsOf(name).filter((word) => !others.includes(word));
  return own.some((word) => value.toLowerCase().includes(word));
}

/** Words such as `of` and `key` tell nothing. */
function wordsOf(name: string): readonly string[] {
  return wordsOfName(name).filter((word) => word.length > 3);
}
