import { describe, expect, test } from "vitest";
import { bringText } from "../../support/bring-text.js";

type Edit = (text: string) => string;

const files: ReadonlyMap<string, string> = new Map([
  ["setup.js", "config = {};\n"],
  ["other.js", 'outcome = "a";\n'],
  ["a.json", "{}"],
  ["blue.json", '{ "_id": "Blue" }'],
]);

/** New files are written where an import writes them. */
const newFiles: ReadonlyMap<string, string> = new Map([
  ...files,
  ["scripts/other.js", 'outcome = "a";\n'],
  ["resources/a.json", "{}"],
  ["resources/b.json", "{}"],
  ["resources/Blue.json", '{ "_id": "Blue" }'],
]);

const provider = `  node Provider: ConfigProvider {
    nodeType: "MessageNode"
    script: Setup
    scriptInputs: ["*"]

    true, false, CONFIGURATION_FAILED -> Decide
  }

`;

/** A journey in which two nodes use one script; `more` stands below them. */
function using(more: string, nodes = provider, script = "Setup"): string {
  return `journey J {
  start -> ${nodes === "" ? "Decide" : "Provider"}

  export {
    coordinates: false
  }

${nodes}  node Decide: ScriptedDecision {
    script: ${script}
    outcomes: ["a"]
    inputs: ["*"]
    outputs: ["*"]

    -> success
  }
${more}}
`;
}

const inJourney = (...lines: readonly string[]) =>
  `\n  script Setup {\n${lines.map((line) => `    ${line}\n`).join("")}  }\n`;
const ofFile = (...lines: readonly string[]) => `script Setup {\n${lines.map((line) => `  ${line}\n`).join("")}}\n\n`;

const file = 'file: "setup.js"';
const context = 'context: "CONFIG_PROVIDER_NODE"';

/** The context of a script is that of the first node that uses it, unless its declaration says it. */
describe("the context of a script", () => {
  test("is written where the node that gave it is gone", () => {
    expect(bringText(using(inJourney(file)), using(inJourney(file, context), ""), files).text).toBe(
      using(inJourney(file, context), ""),
    );
  });

  test("is written in a declaration at the top of the file too, with its indentation", () => {
    const before = ofFile(file) + using("");
    const after = ofFile(file, context) + using("", "");
    expect(bringText(before, after, files).text).toBe(after);
  });

  test("is not written where another node gives the same one", () => {
    const second = provider.replaceAll("Provider:", "Second:");
    const both = provider.replace("CONFIGURATION_FAILED -> Decide", "CONFIGURATION_FAILED -> Second") + second;
    expect(bringText(using(inJourney(file), both), using(inJourney(file)), files).text).toBe(using(inJourney(file)));
  });

  test("stays as it is written where it is that of its node too", () => {
    expect(bringText(using(inJourney(file, context)), using(inJourney(file, context), ""), files).text).toBe(
      using(inJourney(file, context), ""),
    );
  });

  test("changes its line, or gets one", () => {
    const other = 'context: "AUTHENTICATION_TREE_DECISION_NODE"';
    expect(bringText(using(inJourney(file, context)), using(inJourney(file, other)), files).text).toBe(
      using(inJourney(file, other)),
    );
    expect(bringText(using(inJourney(file)), using(inJourney(file, other)), files).text).toBe(
      using(inJourney(file, other)),
    );
  });

  test("is absent where the export has none, and comes back", () => {
    const absent = "context: absent";
    expect(bringText(using(inJourney(file)), using(inJourney(file, absent)), files).text).toBe(
      using(inJourney(file, absent)),
    );
    expect(bringText(using(inJourney(file, absent)), using(inJourney(file, context)), files).text).toBe(
      using(inJourney(file)),
    );
    expect(bringText(using(inJourney(file, absent)), using(inJourney(file, absent), ""), files).text).toBe(
      using(inJourney(file, absent), ""),
    );
  });
});

describe("a script of the journey", () => {
  const two = `${inJourney(file)}\n  script Other {\n    file: "other.js"\n  }\n`;

  test("is gone when the export has others but not this one", () => {
    expect(bringText(using(two), using(inJourney(file)), files).text).toBe(using(inJourney(file)));
  });

  test("may have the name of a node", () => {
    const named = (text: string) => text.replaceAll("Setup", "Decide");
    const described = (text: string) => named(text).replace(`${file}\n`, `${file}\n    description: "Sets up"\n`);
    expect(bringText(named(using(inJourney(file))), described(using(inJourney(file))), files).text).toBe(
      described(using(inJourney(file))),
    );
  });
});

describe("a script at the top of the file", () => {
  const text = `// Shared.\n${ofFile(file)}${using("")}`;

  test.each<[string, Edit]>([
    ["stays", (before) => before],
    ["gets a title", (before) => before.replace("script Setup {", 'script Setup "Set it up" {')],
    ["gets a property", (before) => before.replace(`${file}\n`, `${file}\n  description: "Sets up"\n`)],
  ])("%s", (_what, edit) => {
    expect(bringText(text, edit(text), files).text).toBe(edit(text));
  });

  test("stays when the journey does not use it any more: others may", () => {
    const other = '\n  script Other {\n    file: "scripts/other.js"\n  }\n';
    expect(bringText(text, using(other, "", "Other"), files, newFiles).text).toBe(
      `// Shared.\n${ofFile(file)}${using(other, "", "Other")}`,
    );
  });
});

describe("a script that only another journey of the file uses so far", () => {
  const other = '\n  script Other {\n    file: "other.js"\n  }\n';
  const second = `\n${using("").replace("journey J", "journey K")}`;
  const third = `\n${using("").replace("journey J", "journey L")}`;

  test("is used, not declared anew", () => {
    const { text, diagnostics } = bringText(
      ofFile(file) + using(other, "", "Other") + second + third,
      ofFile(file) + using("") + second + third,
      files,
    );
    expect(text).toBe(ofFile(file) + using("") + second + third);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("is left alone where it is declared in that journey", () => {
    const ofSecond = second.replace(/\}\n$/, `${inJourney(file)}}\n`);
    const own = inJourney('file: "scripts/setup.js"');
    expect(
      bringText(
        using(other, "", "Other") + ofSecond,
        using(own) + ofSecond,
        files,
        new Map([...files, ["scripts/setup.js", "config = {};\n"]]),
      ).text,
    ).toBe(using(own) + ofSecond);
  });
});

describe("resources", () => {
  const a = (path = "a.json") => `  resource emailTemplate "a" from "${path}"\n`;
  const b = (path = "a.json") => `  resource emailTemplate "b" from "${path}"\n`;
  const blue = (path = "blue.json") => `  resource theme "Blue" from "${path}"\n`;

  test.each<[string, string, string]>([
    ["one that is gone takes its line", `\n${a()}${b()}${blue()}`, `\n${a()}${blue()}`],
    ["a new one goes below the last", `\n${a()}`, `\n${a()}\n${blue("resources/Blue.json")}`],
    ["two new ones stay together", `\n${blue()}`, `\n${blue()}\n${a("resources/a.json")}${b("resources/b.json")}`],
    ["the first ones go below the nodes", "", `\n${a("resources/a.json")}${blue("resources/Blue.json")}`],
  ])("%s", (_what, before, after) => {
    const nodes = (more: string) => using(more, "", '"11111111-2222-4333-8444-555555555555"');
    expect(bringText(nodes(before), nodes(after), files, newFiles).text).toBe(nodes(after));
  });
});
