import { describe, expect, test } from "vitest";
import { bind } from "../../src/model/bind.js";
import { parse } from "../../src/syntax/parse.js";
import { SourceFile } from "../../src/text/source-file.js";

const journey = (name: string, file: string) => `journey ${name} {
  start -> Decide

  node Decide: ScriptedDecision {
    script: Check
    outcomes: ["yes", "no"]

    yes, no -> success
  }

  script Check "Check it" { file: "${file}" }
}
`;

/** The script of the only scenario, and what keeps it from running. */
function found(...texts: readonly string[]) {
  const sources = texts.map((text, index) => new SourceFile(`${index}.journey`, text));
  const readText = (path: string) => (path.endsWith(".js") ? { text: `// ${path}` } : { problem: "no" });
  const { model, diagnostics } = bind(
    sources.map((source) => parse(source)),
    { readText },
  );
  const [scenario] = model.scenarios;
  return {
    script: scenario?.script?.script.body,
    users: scenario?.script?.uses.map((use) => `${use.journey.name}.${use.node.name}`),
    faults: scenario?.faults.map(({ message }) => message),
    help: scenario?.faults.map(({ help }) => help),
    reported: diagnostics.map(({ message }) => message),
  };
}

const scenario = (reference: string) => `scenario "s" of script ${reference} {\n  expect outcome yes\n}\n`;

describe("the script of a scenario", () => {
  test.each(["Check", '"Check it"', '"a.js"', '"./a.js"', "A.Check", 'A."Check it"'])("%s", (reference) => {
    const { script, users, faults, reported } = found(journey("A", "a.js"), scenario(reference));
    expect({ script, users, faults, reported }).toEqual({
      script: "// a.js",
      users: ["A.Decide"],
      faults: [],
      reported: [],
    });
  });

  test("one that no journey uses, declared in the file", () => {
    const { script, users, faults, reported } = found(`script Alone { file: "alone.js" }\n${scenario("Alone")}`);
    expect({ script, users, faults, reported }).toEqual({ script: "// alone.js", users: [], faults: [], reported: [] });
  });

  test("one that no journey uses, declared in another file", () => {
    const alone = 'script Alone "Runs alone" { file: "alone.js" }\n';
    for (const reference of ["Alone", '"Runs alone"', '"alone.js"'])
      expect(found(alone, journey("A", "a.js"), scenario(reference))).toMatchObject({
        script: "// alone.js",
        users: [],
        faults: [],
        reported: [],
      });
    expect(found(alone, journey("A", "a.js"), scenario("A.Alone")).faults).toEqual(['Script "A.Alone" is not at hand']);
  });

  test("one of its own file before those of other files", () => {
    const { script, users } = found(`${journey("A", "a.js")}\n${scenario("Check")}`, journey("B", "b.js"));
    expect({ script, users }).toEqual({ script: "// a.js", users: ["A.Decide"] });
  });

  test("several of a name: the journey decides", () => {
    const both = [journey("A", "a.js"), journey("B", "b.js")];
    const { faults, help } = found(...both, scenario("Check"));
    // Without an id of its own, a script has that of its name: only the bodies differ.
    expect({ faults, help }).toEqual({
      faults: ['Several scripts are called "Check"'],
      help: ["Say of which journey: `script A.Check` or `script B.Check`."],
    });
    expect(found(...both, scenario("B.Check")).script).toBe("// b.js");
  });

  test("the same script in several journeys has all their nodes", () => {
    const { users, faults } = found(journey("A", "a.js"), journey("B", "a.js"), scenario("Check"));
    expect({ users, faults }).toEqual({ users: ["A.Decide", "B.Decide"], faults: [] });
  });
});

describe("no script", () => {
  test.each<[string, string, string]>([
    ["Chek", 'Script "Chek" is not at hand', "Did you mean `Check`?"],
    ["A.Chek", 'Script "A.Chek" is not at hand', "Did you mean `Check`?"],
    ["C.Check", 'Journey "C" is not at hand', ""],
    [
      '"other/file.js"',
      'Script "other/file.js" is not at hand',
      'Name the file that has it as well, or declare it in this one: `script Name { file: "other/file.js" }`.',
    ],
    ["Unlike", 'Script "Unlike" is not at hand', "At hand are `Check`."],
  ])("%s", (reference, fault, help) => {
    const result = found(journey("A", "a.js"), scenario(reference));
    expect(result.faults).toEqual([fault]);
    if (help !== "") expect(result.help).toEqual([help]);
  });

  test("a library cannot run alone", () => {
    const { faults } = found(`script Lib { file: "lib.js" context: "LIBRARY" }\n${scenario("Lib")}`);
    expect(faults).toEqual(['"Lib" is a library, which runs only where a script requires it']);
  });

  test("a scenario `of` a script says what to write", () => {
    const text = `${journey("A", "a.js")}\nscenario "s" of Check {\n  expect success\n}\n`;
    expect(found(text).help).toEqual(["A script is tested alone with `of script Check`."]);
  });
});
