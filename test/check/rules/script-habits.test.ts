// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the language writes parameters like that.
import { describe, expect, test } from "vitest";
import { checkFiles } from "../../../src/compile/compile.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { checkWithScripts } from "../../support/check-scripts.js";

const journey = `journey Gate {
  start -> Who

  page Who {
    node Driver: UsernameCollector
    node Secret: PasswordCollector

    -> Pick
  }

  script Pick {
    file: "scripts/pick.js"
    evaluatorVersion: "2.0"
  }

  node Pick: ScriptedDecision {
    script: Pick
    outcomes: ["early", "late"]

    early -> success
    late -> failure
  }
}
`;
const end = 'action.goTo(Math.random() > 0.5 ? "early" : "late");\n';
const codes: ReadonlySet<string> = new Set(["broken-script", "unknown-script-method"]);
const findings = (line: string) =>
  checkWithScripts([journey], { "scripts/pick.js": `${line}\n${end}` }).filter(({ code }) => codes.has(code));

describe("a line of another language is told with what it is here", () => {
  test.each([
    ["# the hour", "A comment begins with `//`."],
    ["```js", "Remove the line: the fence of a block of code is no part of it."],
    ["if hour < 6 {\n}", "The condition stands in parentheses: `if (…) {`."],
    ["if (true):", "A block stands in braces: `if (…) { … }`."],
    ["if (true) {\n} elif (false) {\n}", "Write `else if (…) {`."],
    ["def pick(a) {\n}", "Write `function name(…) { … }`."],
    ["def hour = 6", "A variable is declared with `var`."],
    ["let user: string = 'x';", "Leave the type out: variables have none here."],
    ["function pick(a: string) {}", "Leave the types of the parameters out: they have none here."],
    ["var user = pick() as string;", "Leave `as …` out: there are no types here."],
    [
      'nodeState.putShared("shift": "early");',
      "Arguments have commas between them, and a colon only inside of braces.",
    ],
  ])("%s", (line, help) => {
    expect(findings(line).map((found) => [found.code, found.help])).toEqual([["broken-script", help]]);
  });
});

describe("a method that is called otherwise elsewhere", () => {
  test.each([
    ['nodeState.set("shift", "early");', "nodeState.putShared"],
    ['nodeState.put("shift", "early");', "nodeState.putShared"],
    ['if (nodeState.has("shift")) {}', "nodeState.isDefined"],
    ['var a = httpClient.post("https://a.example.com");', "httpClient.send"],
    ['var a = systemEnv.get("esv.a.b");', "systemEnv.getProperty"],
    ['logger.log("a");', "logger.info"],
    ["var a = nodeState.username;", 'nodeState.get("username")'],
    ['var a = nodeState["username"];', 'nodeState.get("username")'],
    ['var a = systemEnv["esv.a.b"];', 'systemEnv.getProperty("esv.a.b")'],
  ])("%s", (line, right) => {
    expect(findings(line).map((found) => [found.code, found.help])).toEqual([
      ["unknown-script-method", `Write "${right}".`],
    ]);
  });

  test.each([
    'var a = nodeState.get("username");',
    "if (nodeState.keys) {}",
    "var a = typeof nodeState.getObject;",
    'var nodeState = { username: "x" }; var a = nodeState.username;',
  ])("%s is not told", (line) => {
    expect(findings(line)).toEqual([]);
  });
});

describe("steps of other tools", () => {
  const scenario = (steps: string) =>
    checkFiles(
      [
        new SourceFile(
          "a.journey",
          `${journey.replace('file: "scripts/pick.js"', 'file: "p.js"')}\nscenario "a" of Gate {\n${steps}\n}\n`,
        ),
      ],
      { readText: () => ({ text: end }) },
    ).diagnostics;

  test.each([
    ["  when Pick -> early", "stub Pick -> early"],
    ["  expect at page Who", "expect at Who"],
    ['  given esv esv.a.b = "6"', 'given esv "esv.a.b" "6"'],
    ['  given esv esv.a.b "6"', 'given esv "esv.a.b" "6"'],
  ])("%s", (step, right) => {
    expect(scenario(step).map(({ code, help }) => [code, help])).toEqual([["foreign-spelling", `Write \`${right}\`.`]]);
  });

  test("answers by the words on the screen are one mistake", () => {
    const [found, ...others] = scenario('  submit Who { "User Name": "ida", "Password": "x" }').filter(
      ({ severity }) => severity === "error",
    );
    expect([found?.help, found?.related.length, others]).toEqual(["It asks for `Driver`, `Secret`.", 1, []]);
  });

  test("a test of JavaScript is told once, with its block", () => {
    const text = `${journey}\nit("signs in", () => {\n  submit Who { Driver: "ida", Secret: "x" }\n  expect success\n}\n`;
    const found = checkFiles([new SourceFile("a.journey", text)], { readText: () => ({ text: end }) }).diagnostics;
    expect(found.map(({ code, help }) => [code, help])).toEqual([
      ["syntax-error", 'Write `scenario "signs in" of Journey {`, and `}` at its end.'],
    ]);
  });
});
