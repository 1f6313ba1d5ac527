import { describe, expect, test } from "vitest";
import { lookUpType, shortTypeName, typeIds } from "../../src/catalogue/catalogue.js";
import { checkFiles } from "../../src/compile/compile.js";
import { SourceFile } from "../../src/text/source-file.js";

const names = typeIds().flatMap((id) => {
  const name = lookUpType(id)?.displayName ?? "";
  return name.length > 3 ? [{ id, name }] : [];
});

/** A place inside of a name, another one for each. */
const placeIn = ({ length }: string) => 1 + ((length * 7) % (length - 2));

const forms: readonly (readonly [form: string, written: (name: string) => string])[] = [
  ["as it is", (name) => name],
  ["without spaces", (name) => name.replaceAll(" ", "")],
  ["in small letters", (name) => name.toLowerCase()],
  ["without a letter", (name) => name.slice(0, placeIn(name)) + name.slice(placeIn(name) + 1)],
  ["with a letter too many", (name) => `${name.slice(0, placeIn(name))}x${name.slice(placeIn(name))}`],
];

/** The names that lead to another type than theirs, or to none. */
function lost(written: (name: string) => string): readonly string[] {
  const text = names
    .map(({ name }, index) => `  node N${index}: ${JSON.stringify(written(name))} {\n    -> success\n  }\n`)
    .join("");
  const source = new SourceFile("names.journey", `journey J {\n  start -> N0\n${text}}\n`);
  const found = new Map<number, string>();
  for (const { code, place, help = "" } of checkFiles([source]).diagnostics)
    if (code === "unknown-node-type") found.set((place.source.positionAt(place.range.start).line - 3) / 3, help);
  return names.flatMap(({ id, name }, index) => {
    const help = found.get(index);
    return help === undefined || help.includes(`\`${shortTypeName(id)}\``) ? [] : [`${written(name)}: ${help}`];
  });
}

describe("a name of the console in place of a type leads to the type", () => {
  test.each(forms)("%s", (_form, written) => {
    expect(names.length).toBeGreaterThan(300);
    expect(lost(written)).toEqual([]);
  });
});
