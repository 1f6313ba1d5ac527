import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JourneyDeclaration } from "../../src/syntax/ast.js";
import { type ParseResult, parse } from "../../src/syntax/parse.js";
import { reparse } from "../../src/syntax/reparse.js";
import { SourceFile } from "../../src/text/source-file.js";

const login = `param days = 3

journey Login "the login {" {
  timeout: 3
  start -> Name

  // where it begins
  page Name {
    pageHeader: "in \${days} days, {" // }
    pageDescription.de: """
      Zwei Zeilen {
      und Schluss
    """

    node User: UsernameCollector {
      autocompleteValues: ["one", "two"]
    }

    /* } */
    -> Decide
  }

  node Decide: DataStoreDecision { // the password
    true -> Save
    false -> Name
  }

  node Save: SetSessionProperties {
    properties: { /* two */ level: "2", other: "3" }

    -> success
  }

  require Decide before success

  layout {
    Name 1, 2
    Decide 3, 4
  }
}

journey Other { start -> A node A: Message { message: "m" true -> success } }

scenario "it works" of Login {
  submit Name { User: "demo" }
  expect success
}
`;

const parsed = (text: string) => parse(new SourceFile("login.journey", text));

/** All that a tree says, and what is wrong with the text. */
function told({ file, diagnostics }: ParseResult) {
  const found = diagnostics.map(({ code, message, help, place, related, fixes }) => [
    code,
    message,
    help,
    place.range,
    related.map((each) => [each.message, each.place.range]),
    fixes,
  ]);
  return JSON.parse(JSON.stringify([file, found])) as unknown;
}

/** The tree after an edit, if it was made of the one before. */
function edited(text: string, at: number, length: number, inserted: string) {
  const now = text.slice(0, at) + inserted + text.slice(at + length);
  return { now, result: reparse(parsed(text), new SourceFile("login.journey", now)) };
}

/** The same for an edit behind the first occurrence of a word. */
const behind = (word: string, inserted: string, length = 0) =>
  edited(login, login.indexOf(word) + word.length, length, inserted);

const journeyOf = ({ file }: ParseResult) => file.items[1] as JourneyDeclaration;

describe("an edit in the braces of a member", () => {
  test.each([
    ["a text", 'pageHeader: "in ', "12"],
    ["a text that takes a brace", "days, ", "}"],
    ["a text of several lines", "Zwei ", "und drei\n      "],
    ["a comment", "// the ", '{ other " '],
    ["a list", '"one"', ', "three"'],
    ["a target", "-> Sav", "ed"],
    ["a new line", "false -> Name\n", "    x: 1\n"],
    ["a new inner node", "/* } */\n", "    node More: Message\n"],
    ["a word that is no statement yet", "false -> Name\n", "    x"],
    ["the name", "node Decid", "ed"],
    ["a line of a layout", "Decide 3, ", "5"],
  ])("%s: the member alone is another one, and the tree is that of the whole text", (_, word, inserted) => {
    const { now, result } = behind(word, inserted);
    expect(result).toBeDefined();
    expect(told(result?.parsed as ParseResult)).toEqual(told(parsed(now)));
  });

  test("leaves the other members what they are, at their new places", () => {
    const known = parsed(login);
    const [before] = journeyOf(known).members.slice(-2);
    const start = before?.range.start ?? 0;
    const now = login.replace('"one"', '"one", "three"');
    const result = reparse(known, new SourceFile("login.journey", now));
    const [after] = journeyOf(result?.parsed as ParseResult).members.slice(-2);
    expect(after).toBe(before);
    expect(after?.range.start).toBe(start + ', "three"'.length);
    expect(result?.before).not.toBe(result?.after);
  });
});

test.each([
  ["before the first letter of a member", () => edited(login, login.indexOf("node Decide"), 0, "x")],
  [
    "behind the last brace of one",
    () =>
      behind(
        'und Schluss\n    """\n\n    node User: UsernameCollector {\n      autocompleteValues: ["one", "two"]\n    }\n\n    /* } */\n    -> Decide\n  }',
        "x",
      ),
  ],
  ["of the last brace of one", () => behind("false -> Name\n  ", "", 1)],
  ["over two members", () => behind("false -> Name\n", "", 30)],
  ["that takes away a bracket", () => behind('["one", "two"', "", 1)],
  ["that opens a text", () => behind("pageHeader: ", '"')],
  ["that opens a comment", () => behind("autocompleteValues: ", "/*")],
  ["that opens a comment which another one ends", () => behind("node Decide: DataStoreDecision { ", "/*")],
  ["that closes a comment", () => behind("/* ", "*/")],
  ["outside of the journeys", () => behind("param days = ", "1")],
  ["in a member without braces", () => behind("timeout: ", "1")],
  ["in one that begins behind another one on its line", () => behind('message: "', "x")],
])("the whole text is parsed after an edit %s", (_, edit) => {
  expect(edit().result).toBeUndefined();
});

test("the whole text is parsed where something else in it is wrong", () => {
  const text = login.replace("true -> Save", "true -> ");
  expect(edited(text, text.indexOf("two"), 0, "x").result).toBeUndefined();
  expect(edited(text, text.indexOf("false"), 0, "x").result).toBeDefined();
});

test("words that are read by what the rest of the text declares are read so again", () => {
  const text = login.replace("true -> Save\n    false -> Name", "true -> N\n    false -> Name");
  // Two words are one name where no node is called like the second.
  const at = text.indexOf("-> N\n") + 4;
  const { now, result } = edited(text, at, "\n    false ->".length, "");
  expect(told(result?.parsed ?? parsed(now))).toEqual(told(parsed(now)));
});

const words = ["a", "1", " ", "\n", '"', "{", "}", "[", "]", "->", ":", ",", "//", "/*", "*/", '"""', "${", "x: 1\n"];
const more = ["true", "Decide", "node B: Message {\n}\n", "\\", "é", "\r", ".", "%", "#", "=", "'", "-> success\n"];

test("after any edits, the tree is that of the whole text", () => {
  let reparsed = 0;
  const edit = fc.record({
    at: fc.nat(login.length),
    length: fc.constantFrom(0, 0, 0, 1, 1, 2, 7, 30),
    inserted: fc.oneof(fc.constantFrom(...words, ...more), fc.constant("")),
    isUndone: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      let known = parsed(login);
      const change = (text: string) => {
        const result = reparse(known, new SourceFile("login.journey", text));
        const whole = parsed(text);
        if (result !== undefined) {
          reparsed++;
          expect(told(result.parsed)).toEqual(told(whole));
        }
        known = result?.parsed ?? whole;
      };
      for (const { at, length, inserted, isUndone } of edits) {
        const { text } = known.source;
        change(text.slice(0, at) + inserted + text.slice(at + length));
        if (isUndone || known.diagnostics.length > 1) change(text);
      }
    }),
    { seed: 16, numRuns: 150 },
  );
  expect(reparsed).toBeGreaterThan(150);
});
