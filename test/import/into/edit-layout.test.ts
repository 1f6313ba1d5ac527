import { describe, expect, test } from "vitest";
import { bringText } from "../../support/bring-text.js";
import { buildText, into } from "../../support/import-support.js";

const id = (digit: number) => `"11111111-2222-4333-8444-55555555555${digit}"`;

const head = `journey J {
  start -> P

  page P {
    node A: UsernameCollector

    -> B
  }

  node B: UsernameCollector {
    -> success
  }
`;

/** The journey with these lines in its layout, or without one. */
function placed(lines: readonly string[] | undefined): string {
  if (lines === undefined) return `${head}}\n`;
  return `${head}\n  layout {\n${lines.map((line) => `    ${line}\n`).join("")}  }\n}\n`;
}

const all = ["P 10, 10", "B 20, 20", "start 0, 0", "success 90, 90", "failure 90, 10"];
const change = (index: number, line: string) => all.map((old, at) => (at === index ? line : old));

describe("what was moved", () => {
  test.each<[string, readonly string[], readonly string[], (readonly string[])?]>([
    ["nothing", all, all],
    ["a node to the right", all, change(1, "B 21, 20")],
    ["a node down", all, change(1, "B 20, 21")],
    ["the start", all, change(2, "start 1, 0")],
    ["success", all, change(3, "success 91, 90")],
    ["failure", all, change(4, "failure 90, 11")],
    ["lines in another order", [...all].reverse(), change(1, "B 21, 20"), [...change(1, "B 21, 20")].reverse()],
    ["a node with an id of its own", change(1, `B 20, 20 ${id(1)}`), change(1, `B 21, 20 ${id(1)}`)],
    ["an inner node with an id of its own stays", [...all, `P.A ${id(1)}`], [...change(0, "P 11, 10"), `P.A ${id(1)}`]],
  ])("%s", (_what, before, after, expected = after) => {
    expect(bringText(placed(before), placed(after)).text).toBe(placed(expected));
  });

  test("a line that says the same in another way stays", () => {
    const loose = change(1, "B   20,20");
    expect(bringText(placed(loose), placed(change(0, "P 11, 10"))).text).toBe(
      placed(loose.map((line) => line.replace("P 10, 10", "P 11, 10"))),
    );
  });

  test("comments stay", () => {
    const commented = ["// first", "P 10, 10 // here", ...all.slice(1)];
    const moved = commented.map((line) => line.replace("P 10, 10", "P 11, 10"));
    expect(bringText(placed(commented), placed(change(0, "P 11, 10"))).text).toBe(placed(moved));
  });
});

describe("positions that are left to the compiler", () => {
  test("get no line when nothing has changed", () => {
    expect(bringText(placed(undefined), placed(undefined)).text).toBe(placed(undefined));
    expect(bringText(placed(["P 10, 10"]), placed(["P 10, 10"])).text).toBe(placed(["P 10, 10"]));
  });

  test("get lines when all was moved", () => {
    expect(bringText(placed(undefined), placed(all)).text).toBe(
      placed(["start 0, 0", ...all.slice(0, 2), ...all.slice(3)]),
    );
  });

  test("get lines in a block that is empty, and below the lines of one that is not", () => {
    const value = buildText(placed(all));
    expect(into(placed([]), value).text).toBe(
      placed(["start 0, 0", "P 10, 10", "B 20, 20", "success 90, 90", "failure 90, 10"]),
    );
    expect(into(placed(["B 20, 20 // here", "P 10, 10"]), value).text).toBe(
      placed(["B 20, 20 // here", "P 10, 10", "start 0, 0", "success 90, 90", "failure 90, 10"]),
    );
  });

  test("a block that is new stands above raw, and below everything else", () => {
    const raw = "\n  raw {\n    extra: 1\n  }\n}\n";
    const value = buildText(placed(all));
    value.trees.J.extra = 1;
    const lines = ["start 0, 0", "P 10, 10", "B 20, 20", "success 90, 90", "failure 90, 10"];
    expect(into(`${head}${raw}`, value).text).toBe(placed(lines).replace(/\}\n$/, raw));
  });
});

describe("nodes", () => {
  const without = (text: string) =>
    text
      .replace(/\n {2}node B[^}]*}\n/, "")
      .replace("-> B", "-> success")
      .replace(/ {4}B 20.*\n/, "");

  test("that are gone lose their lines, with their comments", () => {
    const before = placed(change(1, "// There\n    B 20, 20 // here"));
    expect(bringText(before, without(placed(all))).text).toBe(without(placed(all)));
  });

  test("that are new get a line with their id", () => {
    const value = buildText(placed(change(1, `B 20, 20 ${id(1)}`)));
    expect(into(without(placed(all)), value).text).toBe(
      placed([...all.filter((line) => !line.startsWith("B")), `B 20, 20 ${id(1)}`]).replace(
        "UsernameCollector {\n",
        "UsernameCollector {\n    autocompleteValues: []\n\n",
      ),
    );
  });

  test("that are new in a page get a line with their id alone", () => {
    const more = (text: string) =>
      text.replace("    -> B", "    node C: PasswordCollector {\n      validatePassword: false\n    }\n\n    -> B");
    const value = buildText(more(placed([...all, `P.C ${id(1)}`])));
    expect(into(placed(all), value).text).toBe(more(placed([...all, `P.C ${id(1)}`])));
  });

  test("a line for something that there never was stays", () => {
    const strange = placed([...all, "Nowhere 1, 2"]);
    expect(into(strange, buildText(placed(change(0, "P 11, 10")))).text).toBe(
      placed([...change(0, "P 11, 10"), "Nowhere 1, 2"]),
    );
  });
});

describe("an export that lacks some positions", () => {
  const lacking = (change: (tree: ReturnType<typeof buildText>) => void) => {
    const value = buildText(placed(all));
    change(value.trees.J.tree);
    const result = into(placed(all), value);
    expect(result.lost).toBeUndefined();
    return result;
  };

  test("takes the line of an end that it does not place", () => {
    const { text, raw } = lacking(({ staticNodes }) => delete staticNodes["e301438c-0bd0-429c-ab0c-66126501069a"]);
    const option = '  export {\n    staticNodes: "given"\n  }\n\n';
    expect(text).toBe(placed(all.slice(0, -1)).replace("  start ->", `${option}  start ->`));
    expect(raw).toBeUndefined();
  });

  test("takes the line of a node that it does not place", () => {
    const { text } = lacking(({ nodes }) => {
      for (const node of Object.values<Record<string, unknown>>(nodes)) {
        if (node.displayName !== "B") continue;
        delete node.x;
        delete node.y;
      }
    });
    expect(text.slice(0, text.indexOf("  raw"))).toBe(
      `${placed(all.filter((line) => !line.startsWith("B"))).slice(0, -2)}\n`,
    );
  });
});

describe("an export without positions", () => {
  const bare = (lines: readonly string[]) =>
    placed(lines).replace("  start -> P", "  export {\n    coordinates: false\n  }\n\n  start -> P");

  test("leaves lines alone where the source does not write them either", () => {
    expect(bringText(bare(all), bare(all)).text).toBe(bare(all));
  });

  test("takes the line of an end that it does not place where it places ends", () => {
    const ends = (lines: readonly string[]) =>
      bare(lines).replace("coordinates", 'staticNodes: "given"\n    coordinates');
    expect(bringText(ends(all), ends(all.slice(0, -1))).text).toBe(ends(all.slice(0, -1)));
    expect(bringText(bare(all), bare(all.slice(0, -1))).text).toBe(bare(all));
  });

  test("leaves the ids of lines alone", () => {
    const others = all.slice(1);
    expect(bringText(bare([`P 10, 10 ${id(1)}`, ...others]), bare([`P ${id(1)}`])).text).toBe(
      bare([`P 10, 10 ${id(1)}`, ...others]),
    );
  });
});
