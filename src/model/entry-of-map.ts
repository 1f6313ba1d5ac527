import type { NodeProperty } from "../catalogue/node-type.js";
import type { Property } from "../syntax/ast.js";
import type { SourceFile } from "../text/source-file.js";

/** Of a type with more properties, another one is more likely to be meant. */
const mostBesideMap = 3;

/** The help on `reason: "sign-in"` in a node that takes such pairs in a map, and hardly anything else. */
export function entryOfMap(
  { key, value }: Pick<Property, "key" | "value">,
  properties: ReadonlyMap<string, NodeProperty>,
  source: SourceFile,
): string | undefined {
  const inUse = [...properties.values()].filter(({ legacy, deprecated }) => !(legacy || deprecated));
  const [map, second] = inUse.filter(({ map: of, localized }) => of === "string" && localized !== true);
  if (map === undefined || second !== undefined || inUse.length > mostBesideMap || value?.kind !== "string")
    return undefined;
  const pair = `${JSON.stringify(key.text)}: ${source.slice(value.range)}`;
  return `Such pairs stand in \`${map.name}\`: write \`${map.name}: { ${pair} }\`.`;
}
