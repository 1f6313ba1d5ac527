import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FileParser } from "../../src/syntax/grammar/file-parser.js";
import { parseClean, parseJourney, parseMembers, parseText, withoutRanges } from "./parse-text.js";

const sample = (name: string) => readFileSync(join(import.meta.dirname, "samples", `${name}.journey`), "utf8");

test("Chevrotain finds no fault in the grammar", () => {
  expect(() => new FileParser(true)).not.toThrow();
});

describe("samples", () => {
  test.each(["password-reset", "every-construct"])("%s has no problems", (name) => {
    expect(parseText(sample(name)).diagnostics).toEqual([]);
  });

  test.each(["password-reset", "every-construct"])("%s means the same with CRLF and BOM", (name) => {
    const text = sample(name);
    const plain = withoutRanges(parseClean(text));
    expect(withoutRanges(parseClean(text.replaceAll("\n", "\r\n")))).toEqual(plain);
    expect(withoutRanges(parseClean(text.replaceAll("\n", "\r")))).toEqual(plain);
    expect(withoutRanges(parseClean(`\ufeff${text}`))).toEqual(plain);
  });

  test("all ranges lie in the text, inside their parents, and cover what they name", () => {
    const text = sample("every-construct");
    const visit = (value: unknown, outer: { start: number; end: number }): void => {
      if (typeof value !== "object" || value === null) return;
      const { range, text: own, quoted, kind } = value as Record<string, never>;
      const inner: { start: number; end: number } = range ?? outer;
      expect(inner.start).toBeGreaterThanOrEqual(outer.start);
      expect(inner.end).toBeLessThanOrEqual(outer.end);
      if (range !== undefined && quoted === false) expect(text.slice(inner.start, inner.end)).toBe(own);
      if (kind === "line" || kind === "block") expect(text.slice(inner.start, inner.end)).toBe(own);
      for (const child of Object.values(value)) visit(child, inner);
    };
    visit(parseClean(text), { start: 0, end: text.length });
  });

  test("comments are kept with their marks", () => {
    const { comments } = parseClean(sample("every-construct"));
    expect(comments.map(({ kind, text }) => [kind, text])).toEqual([
      ["block", "/* The main journey\n   of this file. */"],
    ]);
  });
});

describe("declarations", () => {
  test("a journey with a name and a title", () => {
    expect(withoutRanges(parseJourney('journey Rücksetzen "Reset Password" {}'))).toEqual({
      kind: "journey",
      name: { text: "Rücksetzen", quoted: false },
      title: { kind: "string", block: false, parts: ["Reset Password"] },
      members: [],
    });
  });

  test("nodes with and without version, title and body", () => {
    const members = parseMembers('node A: Type\nnode B: "in house"@2.0 "Title" {\n x: 1\n}\nnode C-1: product-X-1 {}');
    expect(withoutRanges(members)).toMatchObject([
      { kind: "node", name: { text: "A" }, type: { name: { text: "Type", quoted: false } }, hasBody: false },
      {
        name: { text: "B" },
        type: { name: { text: "in house", quoted: true }, version: { text: "2.0" } },
        title: { parts: ["Title"] },
        members: [{ kind: "property", key: { text: "x" } }],
        hasBody: true,
      },
      { name: { text: "C-1" }, type: { name: { text: "product-X-1" } }, members: [], hasBody: true },
    ]);
  });

  test("edges: several outcomes, none, quoted ones, those of inner nodes, quoted targets", () => {
    const [page] = parseMembers('page P {\n a, "b c" -> T\n -> success\n Inner.x, I."y z" -> "raw id"\n}');
    expect(withoutRanges(page)).toMatchObject({
      members: [
        {
          kind: "edge",
          outcomes: [{ outcome: { text: "a" } }, { outcome: { text: "b c", quoted: true } }],
          target: { text: "T" },
        },
        { outcomes: [], target: { text: "success" } },
        {
          outcomes: [
            { child: { text: "Inner" }, outcome: { text: "x" } },
            { child: { text: "I" }, outcome: { text: "y z", quoted: true } },
          ],
          target: { text: "raw id", quoted: true },
        },
      ],
    });
  });

  test("properties: locales, quoted keys, all kinds of values", () => {
    const members = parseMembers(
      'a.de: "x"\n"b c": -1.5e3\nc: true\nd: false\ne: null\nf: Name\ng: absent\nh: [1, "two", [x],]\ni: { a: 1 "b": 2, c: {} }',
    );
    expect(withoutRanges(members)).toMatchObject([
      { key: { text: "a" }, locale: { text: "de" }, value: { kind: "string", parts: ["x"] } },
      { key: { text: "b c", quoted: true }, value: { kind: "number", text: "-1.5e3", value: -1500 } },
      { value: { kind: "boolean", value: true } },
      { value: { kind: "boolean", value: false } },
      { value: { kind: "null" } },
      { value: { kind: "name", text: "Name" } },
      { value: { kind: "name", text: "absent" } },
      { value: { kind: "list", items: [{ value: 1 }, { parts: ["two"] }, { items: [{ text: "x" }] }] } },
      {
        value: {
          kind: "object",
          entries: [{ key: { text: "a" } }, { key: { quoted: true } }, { value: { entries: [] } }],
        },
      },
    ]);
  });

  test("scripts, resources, externs, params", () => {
    const { items } = parseClean(
      'param a\nparam b = [1]\nresource theme "t" from "p.json"\nscript S "T" { file: "s.js" }\nextern node N "id" { outcomes: ["x"] schema: "s" }',
    );
    expect(withoutRanges(items)).toMatchObject([
      { kind: "param", name: { text: "a" } },
      { kind: "param", name: { text: "b" }, value: { kind: "list" } },
      { kind: "resource", resourceKind: { text: "theme" }, id: { parts: ["t"] }, path: { parts: ["p.json"] } },
      { kind: "script", name: { text: "S" }, title: { parts: ["T"] }, properties: [{ key: { text: "file" } }] },
      { kind: "extern", name: { text: "N" }, typeId: { parts: ["id"] }, properties: [{}, { key: { text: "schema" } }] },
    ]);
  });

  test("rules, export, layout and raw", () => {
    const members = parseMembers(
      'require A.true before B\nforbid success after P.N."x y"\nexport { outcomes: false }\nlayout {\n A 1, -2.5 "id"\n P.N "id"\n success 3, 4\n}\nraw { tree: { x: null } }',
    );
    expect(withoutRanges(members)).toMatchObject([
      { kind: "require", reference: { parts: [{ text: "A" }, { text: "true" }] }, target: { text: "B" } },
      { kind: "forbid", target: { text: "success" }, reference: { parts: [{}, {}, { text: "x y", quoted: true }] } },
      { kind: "export", properties: [{ key: { text: "outcomes" } }] },
      {
        kind: "layout",
        entries: [
          { reference: { parts: [{ text: "A" }] }, x: { value: 1 }, y: { value: -2.5 }, id: { parts: ["id"] } },
          { reference: { parts: [{ text: "P" }, { text: "N" }] }, id: { parts: ["id"] } },
          { x: { value: 3 }, y: { value: 4 } },
        ],
      },
      { kind: "raw", value: { entries: [{ key: { text: "tree" } }] } },
    ]);
  });

  test("the steps of scenarios", () => {
    const { items } = parseClean(sample("every-construct"));
    const scenario = items.at(-1);
    expect(withoutRanges(scenario)).toMatchObject({
      kind: "scenario",
      title: { parts: ["a known user signs in"] },
      journey: { text: "SignIn" },
      steps: [
        { kind: "given", subject: { text: "user" }, value: { kind: "object" } },
        { kind: "given", subject: { text: "header" }, name: { text: "X-Requested-With" }, value: { kind: "string" } },
        { kind: "given", subject: { text: "state" } },
        { kind: "stub", node: { parts: [{ text: "HasOne" }] }, outcome: { outcome: { text: "False" } } },
        { kind: "stub", outcome: { outcome: { text: "low" } }, state: { kind: "object" } },
        { kind: "submit", node: { parts: [{ text: "Credentials" }] }, inputs: { kind: "object" } },
        { kind: "wait", duration: { text: "1h30m", milliseconds: 5_400_000 } },
        { kind: "resume" },
        { kind: "expect", subject: { text: "at" }, at: { parts: [{ text: "Credentials" }] } },
        {
          kind: "expect",
          subject: { text: "path" },
          path: [{}, {}, { parts: [{ text: "Check" }, { text: "true" }] }, {}],
        },
        { kind: "expect", subject: { text: "email" }, value: { kind: "object" } },
        { kind: "expect", subject: { text: "user" }, text: { parts: ["demo"] }, value: { kind: "object" } },
        { kind: "expect", subject: { text: "message" }, text: { parts: ["Done"] } },
        { kind: "expect", subject: { text: "success" } },
      ],
    });
  });
});

describe("contextual keywords", () => {
  test("every keyword is also a key, an outcome, a target and a name", () => {
    const words =
      "journey node page script resource extern param scenario start require forbid export layout raw before after from of given stub submit resume wait expect true null";
    for (const word of words.split(" ")) {
      const [node] = parseMembers(
        `node ${word}: ${word} {\n${word}: ${word}\n${word}.${word}: [${word}]\n${word}, ${word}.${word} -> ${word}\n${word} -> ${word}\n}`,
      );
      expect(node).toMatchObject({
        kind: "node",
        name: { text: word },
        type: { name: { text: word } },
        members: [
          { kind: "property" },
          { kind: "property" },
          { kind: "edge" },
          { kind: "edge", target: { text: word } },
        ],
      });
      const members = parseMembers(
        `page ${word} {\n}\nrequire ${word} before ${word}\nforbid ${word} after ${word}\nlayout {\n${word} 1, 2\n}`,
      );
      expect(members.map(({ kind }) => kind)).toEqual(["page", "require", "forbid", "layout"]);
    }
  });

  test("`start ->` is the entry directly in a journey only", () => {
    const [entry, node] = parseMembers("start -> A\nnode A: T {\n start -> B\n start: 1\n}");
    expect(entry).toMatchObject({ kind: "entry", target: { text: "A" } });
    expect(node).toMatchObject({
      members: [{ kind: "edge", outcomes: [{ outcome: { text: "start" } }] }, { kind: "property" }],
    });
  });

  test("members need no separators and no lines of their own", () => {
    const [a, b, rule] = parseMembers("node A: T { x: 1 y: S a -> A b, c -> B -> C } node B: T { } require A before B");
    expect(a).toMatchObject({
      members: [{}, { value: { text: "S" } }, { outcomes: [{}] }, { outcomes: [{}, {}] }, { outcomes: [] }],
    });
    expect(b).toMatchObject({ kind: "node", name: { text: "B" } });
    expect(rule).toMatchObject({ kind: "require" });
  });
});

test("hostile keys are plain names", () => {
  const [node] = parseMembers(
    'node constructor: T {\n__proto__: { __proto__: 1, "constructor": 2 }\ntoString -> __proto__\n}',
  );
  expect(node).toMatchObject({ members: [{ key: { text: "__proto__" } }, { target: { text: "__proto__" } }] });
});

test("a name with dots stands in quotes in a `given`", () => {
  const { diagnostics } = parseText('scenario "s" of J {\n  given esv esv.mail.from "a"\n}\n');
  expect(diagnostics.map(({ message, help }) => [message, help])).toEqual([
    [
      '`given esv esv.mail.from "a"` is written `given esv "esv.mail.from" "a"` here',
      'Write `given esv "esv.mail.from" "a"`.',
    ],
  ]);
});
