import { expect, test } from "vitest";
import { applyFixes } from "../../../src/diagnostics/apply-fixes.js";
import { parse } from "../../../src/syntax/parse.js";
import { SourceFile } from "../../../src/text/source-file.js";

const right = `param tries = 3

journey Login "Sign in" {
  description: "For staff"
  start -> Ask

  page Ask {
    pageHeader: "Sign in"
    pageHeader.de: "Anmelden"
    stage: { en: "a", de: "b" }

    node Name: UsernameCollector "Name" {
      choices: ["one", "two", "three"]
    }

    -> Check
  }

  node Check: ScriptedDecision {
    retryLimit: "\${tries}"
    outcomes: ["low", "very high"]

    low -> success
    true, false -> failure
  }

  layout {
    Ask 210, 120
  }
}
`;

/** Each is read, and mended, as the right text: with one finding, and whatever else stands in the file. */
const habits: readonly (readonly [from: string, to: string])[] = [
  ['"For staff"', '"For " + "staff"'],
  ['"For staff"', '"For " + "st" + "aff"'],
  ["low -> success", "low = success"],
  ["low -> success", "low > success"],
  ["low -> success", "low - success"],
  ["low -> success", "low ->> success"],
  ["low -> success", "low -> -> success"],
  ["low -> success", "low goto success"],
  ["low -> success", "if low then success"],
  ["low -> success", "when low -> success"],
  ["low -> success", "- low -> success"],
  ["low -> success", "(low) -> success"],
  ["low -> success\n", "low -> success,\n"],
  ["low -> success\n", "low -> success;\n"],
  ["low -> success\n    true", "low -> success, true"],
  ["true, false -> failure", "true false -> failure"],
  ["true, false -> failure", "true | false -> failure"],
  ["true, false -> failure", "true, false\n    -> failure"],
  ['pageHeader: "Sign in"', 'pageHeader = "Sign in"'],
  ['pageHeader: "Sign in"', 'pageHeader := "Sign in"'],
  ['pageHeader: "Sign in"', 'pageHeader： "Sign in"'],
  ['pageHeader: "Sign in"', 'pageHeader "Sign in"'],
  ['pageHeader: "Sign in"', 'pageHeader:: "Sign in"'],
  ['pageHeader: "Sign in"', "pageHeader: `Sign in`"],
  ["pageHeader.de:", "pageHeader[de]:"],
  ["pageHeader.de:", "pageHeader(de):"],
  ["pageHeader.de:", "pageHeader de:"],
  ["pageHeader.de:", "pageHeader:de:"],
  ['{ en: "a"', '{ en = "a"'],
  ['"a", de', '"a"; de'],
  ['["one", "two", "three"]', '("one", "two", "three")'],
  ['["one", "two", "three"]', '["one"; "two"; "three"]'],
  ['["one", "two", "three"]', '"one", "two", "three"'],
  ['["one", "two", "three"]', '\n        - "one"\n        - "two"\n        - "three"'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the language writes parameters like that.
  ['"${tries}"', "$tries"],
  ["node Check: ScriptedDecision", "node Check ScriptedDecision"],
  ["node Check: ScriptedDecision", "node ScriptedDecision Check"],
  ["node Check: ScriptedDecision", "ScriptedDecision Check"],
  ["node Check: ScriptedDecision", "Check: ScriptedDecision"],
  ["node Check: ScriptedDecision", "node Check(ScriptedDecision)"],
  ["node Check: ScriptedDecision", "node Check as ScriptedDecision"],
  ["node Check: ScriptedDecision {", "node Check: ScriptedDecision => {"],
  ["page Ask {", "node Ask: PageNode {"],
  ["page Ask {", "Ask : Page Node {"],
  ["page Ask {", "page Ask: {"],
  ['UsernameCollector "Name"', "UsernameCollector 'Name'"],
  ["journey Login", "export journey Login"],
  ["param tries = 3", "param tries: 3"],
  ["  layout {", "  layout: {"],
  ["Ask 210, 120", "Ask (210, 120)"],
  ["-> Check", "-> Ch\u200beck"],
];

test.each(habits)("%s written as %s", (from, to) => {
  const wrong = right.replace(from, () => to);
  const { diagnostics } = parse(new SourceFile("login.journey", wrong));
  expect(diagnostics).toHaveLength(1);
  const [mended] = applyFixes(diagnostics);
  expect(mended?.text.replaceAll(/[ \n]+/g, " ")).toBe(right.replaceAll(/[ \n]+/g, " "));
});

const comments: readonly string[] = ["# why", "-- why", "; why", "% why", "<!-- why -->", "(* why *)"];

test.each(comments)("a comment written as %s", (comment) => {
  const { diagnostics } = parse(new SourceFile("login.journey", `${comment}\n${right}`));
  expect(diagnostics.map(({ code }) => code)).toEqual(["foreign-spelling"]);
  const [mended] = applyFixes(diagnostics);
  expect(parse(new SourceFile("login.journey", mended?.text ?? "")).diagnostics).toEqual([]);
});

test("outcomes may stand on several lines, each but the last ending with a comma", () => {
  const text = right.replace("true, false -> failure", "true,\n    false -> failure");
  expect(parse(new SourceFile("login.journey", text)).diagnostics).toEqual([]);
});

test.each([
  ['tries + " times"', `"\${tries} times"`],
  ['"Up to " + tries + " times"', `"Up to \${tries} times"`],
  ['realm + "/" + tries', `"\${realm}/\${tries}"`],
  ['"n = " + 3', '"n = 3"'],
])("texts put together from parameters: %s", (joined, one) => {
  const wrong = right.replace('"For staff"', () => joined);
  const { diagnostics } = parse(new SourceFile("login.journey", wrong));
  expect(diagnostics.map(({ code }) => code)).toEqual(["unexpected-character"]);
  expect(diagnostics[0]?.help).toBe(`Texts are not put together: write \`${one}\`.`);
  expect(applyFixes(diagnostics)[0]?.text).toBe(right.replace('"For staff"', () => one));
});

test.each(["tries + tries", 'home + "/start"'])("what %s means is not certain", (joined) => {
  const { diagnostics } = parse(
    new SourceFile(
      "login.journey",
      right.replace('"For staff"', () => joined),
    ),
  );
  expect(diagnostics.map(({ help, fixes }) => [help?.startsWith("Texts are not put together: write "), fixes])).toEqual(
    [[true, []]],
  );
});

test("what may mean two things gets advice and no fix", () => {
  for (const [from, to] of [
    ["node Check:", "node Check it:"],
    ["node Check:", "node 2nd:"],
    ["low -> success", "if low -> success else -> failure"],
    ["journey Login", 'journey "My login"'],
    ["param tries = 3", 'import "x.journey"\nparam tries = 3'],
  ] as const) {
    const { diagnostics } = parse(
      new SourceFile(
        "login.journey",
        right.replace(from, () => to),
      ),
    );
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.fixes).toEqual([]);
  }
});
