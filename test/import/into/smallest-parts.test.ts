import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildText, into, type LooseExport } from "../../support/import-support.js";

const param = "$" + "{brand}";
const message = (body: string) =>
  `param brand = "Acme"\n\njourney A {\n  start -> N\n\n  node N: MessageNode {\n${body}\n\n    true, false -> success\n  }\n}\n`;

/** Builds a text, changes the export's tree or its node, and imports it into the text. */
function imported(text: string, change: (journey: LooseExport, node: LooseExport) => void) {
  const value = buildText(text);
  const own = value.trees.A;
  change(own, Object.values(own.nodes)[0]);
  const result = into(text, value);
  expect([result.raw, result.lost]).toEqual([undefined, undefined]);
  expect(buildText(result.text)).toEqual(value);
  return result.text;
}

describe("what has not changed stays as it is written", () => {
  test("a list with comments where an item comes", () => {
    const before = '    messageYes: "y"\n    data: [\n      "a", // first\n      "b",\n    ]';
    const after = '    messageYes: "y"\n    data: [\n      "a", // first\n      "b",\n      "c",\n    ]';
    expect(imported(message(before), (_, node) => node.data.push("c"))).toBe(message(after));
  });

  test("an object of locales where one changes and one comes", () => {
    const before = '    message: {\n      en: "Yes", // c\n      de: "Ja",\n    }';
    const text = imported(message(before), (_, node) => Object.assign(node.message, { de: "Ja!", fr: "Oui" }));
    expect(text).toBe(message('    message: {\n      en: "Yes", // c\n      de: "Ja!",\n      fr: "Oui",\n    }'));
  });

  test("a parameter in a locale that has not changed, and in one that has around it", () => {
    const before = `    message: "Hi ${param}"\n    message.de: "Hallo"`;
    const german = (text: string) => imported(message(before), (_, node) => Object.assign(node.message, { de: text }));
    expect(german("Moin")).toBe(message(`    message: "Hi ${param}"\n    message.de: "Moin"`));
    const english = imported(message(before), (_, node) => Object.assign(node.message, { en: "Hi Acme!" }));
    expect(english).toBe(message(`    message: "Hi ${param}!"\n    message.de: "Hallo"`));
  });

  test("a parameter in a list where another item comes", () => {
    const before = `    data: ["a", "${param}"]`;
    expect(imported(message(before), (_, node) => node.data.push("z"))).toBe(
      message(`    data: ["a", "${param}", "z"]`),
    );
  });

  test.each<[string, string, (data: LooseExport) => unknown, string]>([
    ["the last item goes", '["a",  "b", "c"]', (data) => data.pop(), '["a",  "b"]'],
    ["the first item goes", '["a",  "b", "c"]', (data) => data.shift(), '["b", "c"]'],
    ["all items go", '[ "a", "b" ]', (data) => data.splice(0), "[]"],
    ["the first of all comes", "[ ]", (data) => data.push("a"), '["a"]'],
    ["an item comes first", '[ "b"]', (data) => data.unshift("a"), '[ "a", "b"]'],
    [
      "an item takes its comments along",
      '[\n      // x\n      "a", // y\n      "b" // z\n    ]',
      (data) => data.shift(),
      '[\n      "b" // z\n    ]',
    ],
    [
      "nothing is behind the last item",
      '[\n      "a" // x\n    ]',
      (data) => data.push("b"),
      '[\n      "a", // x\n      "b"\n    ]',
    ],
    [
      "comments of the brackets",
      "[ // open\n      // end\n    ]",
      (data) => data.push("a"),
      '[ // open\n      "a",\n      // end\n    ]',
    ],
    [
      "entries without commas",
      "{\n      a: 1\n      b: 2 // two\n    }",
      (data) => Object.assign(data, { a: 3, c: 4 }),
      "{\n      a: 3\n      b: 2, // two\n      c: 4\n    }",
    ],
    ["an entry goes", '{ a: 1, "b":  2 }', (data) => delete data.a, '{ "b":  2 }'],
    [
      "deep inside",
      '{ a: [ { b: "\\u0041" }, [1,2 ] ] }',
      (data) => data.a[1].push(3),
      '{ a: [ { b: "\\u0041" }, [1,2, 3 ] ] }',
    ],
  ])("%s", (_what, before, change, after) => {
    expect(imported(message(`    data: ${before}`), (_, node) => change(node.data))).toBe(
      message(`    data: ${after}`),
    );
  });

  test("a list in canonical form gets lines when it becomes too long for one", () => {
    const items = Array.from({ length: 9 }, (_, index) => `item ${index}`);
    const before = `    data: [${items.map((item) => `"${item}"`).join(", ")}]`;
    const text = imported(message(before), (_, node) => node.data.push("one more"));
    expect(text).toContain('    data: [\n      "item 0",\n');
    expect(text).toContain('      "one more",\n    ]\n');
  });
});

type Tree =
  | { readonly leaf: number }
  | { readonly list: readonly Tree[]; readonly style: number }
  | { readonly object: readonly Tree[]; readonly style: number };

const { tree } = fc.letrec<{ tree: Tree; leaf: Tree; list: Tree; object: Tree }>((tie) => ({
  tree: fc.oneof({ depthSize: "small", withCrossShrink: true }, tie("leaf"), tie("list"), tie("object")),
  leaf: fc.record({ leaf: fc.nat(5) }),
  list: fc.record({ list: fc.array(tie("tree"), { maxLength: 4 }), style: fc.nat(3) }),
  object: fc.record({ object: fc.array(tie("tree"), { maxLength: 4 }), style: fc.nat(3) }),
}));

/** A value as source, and the source of each of its leaves. */
class Printed {
  readonly leaves: string[] = [];
  readonly comments: string[] = [];

  print(value: Tree, indent: string): string {
    if ("leaf" in value) return this.#leaf(value.leaf, indent);
    const members = "list" in value ? value.list : value.object;
    const [open, close] = "list" in value ? ["[", "]"] : ["{", "}"];
    const inner = `${indent}  `;
    const texts = members.map((member, index) => `${"list" in value ? "" : `k${index}: `}${this.print(member, inner)}`);
    if (value.style < 2 && !texts.some((text) => text.includes("//")))
      return `${open}${value.style === 0 ? "" : "  "}${texts.join(", ")}${close}`;
    const lines = texts.map((text) => {
      const comment = `note ${this.comments.length}`;
      this.comments.push(comment);
      return value.style === 2 ? `${inner}${text}, // ${comment}\n` : `${inner}// ${comment}\n${inner}${text},\n`;
    });
    return `${open}\n${lines.join("")}${indent}${close}`;
  }

  #leaf(kind: number, indent: string): string {
    const number = this.leaves.length;
    const leaf = [
      `"leaf${number}"`,
      `"leaf${number} ${param}"`,
      `"\\u0041 leaf${number}"`,
      `"""\n${indent}leaf${number}\n${indent}  more\n${indent}"""`,
      `${1000 + number}`,
      `"${param} leaf${number}"`,
    ][kind] as string;
    this.leaves.push(leaf);
    return leaf;
  }
}

/** All containers and places in them. */
function places(value: LooseExport): [LooseExport, string | number][] {
  if (typeof value !== "object" || value === null) return [];
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return keys.flatMap((key) => [[value, key] as [LooseExport, string | number], ...places(value[key])]);
}

test("a value edited at one part keeps the source of all other parts, and builds to the new export", () => {
  fc.assert(
    fc.property(fc.array(tree, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(2), (items, where, what) => {
      const printed = new Printed();
      const source = printed.print({ list: items, style: 3 }, "    ");
      let untouched: readonly string[] = [];
      const text = imported(message(`    data: ${source}`), (_, node) => {
        const all = places(node.data);
        const [owner, key] = all[where % all.length]!;
        const gone = JSON.stringify(what === 2 ? null : owner[key]);
        if (what === 0) owner[key] = "fresh";
        else if (what === 1 && Array.isArray(owner)) owner.splice(key as number, 1);
        else if (what === 1) delete owner[key];
        else if (Array.isArray(owner)) owner.splice(key as number, 0, "fresh");
        else owner.fresh = "fresh";
        untouched = printed.leaves.filter((leaf) => !gone.includes(/leaf\d+|^\d+$/.exec(leaf)![0]));
      });
      for (const leaf of untouched) expect(text).toContain(leaf);
      if (what === 2) for (const comment of printed.comments) expect(text).toContain(`// ${comment}`);
    }),
    { numRuns: 40 },
  );
});
