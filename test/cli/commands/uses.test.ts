import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../../support/fake-host.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const text = `script Risk "Check Risk" {
  id: "11111111-2222-4333-8444-555555555555"
  file: "risk.js"
}

script Lib "Shared Lib" {
  file: "lib.js"
}

resource theme "t1" from "theme.json"

resource emailTemplate "welcome" from "welcome.json"

journey Outer {
  description: "&{esv.motto|none}"

  start -> Risk

  node Risk: ScriptedDecision {
    script: Risk
    outcomes: ["low"]

    low -> Mail
  }

  page Mail {
    node Send: EmailSuspend {
      emailTemplateName: "welcome"
    }

    -> Next
  }

  node Next: InnerTreeEvaluator {
    tree: "Inner"

    true -> success
    false -> failure
  }
}

journey Inner {
  start -> success
}
`;
const folder = () =>
  temporaryFolder({
    "a.journey": text
      .replace("page Mail {\n    node Send", "node Send")
      .replace("    }\n\n    -> Next\n  }", "    -> Next\n  }")
      .replace("low -> Mail", "low -> Send"),
    "risk.js": 'var lib = require("Shared Lib"); systemEnv.getProperty("esv.risk.limit"); outcome = "low";',
    "lib.js": "exports.x = 1;",
    "theme.json": '{"_id":"t1","name":"Harbour","linkedTrees":["Outer"]}',
    "welcome.json": "{}",
  });

describe("journeyc uses", () => {
  it.each([
    ["Check Risk", /^Script Check Risk \(1{8}-.*\)\n {2}Outer, node Risk {2}a\.journey:\d+:\d+\n$/],
    ["11111111-2222-4333-8444-555555555555", /^Script Check Risk .*\n {2}Outer, node Risk/],
    ["Inner", /^Journey Inner\n {2}Outer, node Next {2}a\.journey:\d+:\d+\n$/],
    ["welcome", /^E-mail template welcome\n {2}Outer, node Send/],
    ["esv-motto", /^ESV esv-motto\n {2}Outer {2}/],
    ["&{esv.risk.limit}", /^ESV esv-risk-limit\n {2}Outer, script Check Risk/],
    ["Harbour", /^Theme Harbour \(t1\)\n {2}Outer {2}/],
    ["Outer", /^Journey Outer\n {2}Nothing here uses it\n$/],
  ])("%s", async (name, output) => {
    const run = await runCommand(folder(), ["uses", name]);
    expect([run.code, run.talk]).toEqual([0, ""]);
    expect(run.output).toMatch(output);
  });

  it("finds a library both as a script and where it is required", async () => {
    const { output } = await runCommand(folder(), ["uses", "Shared Lib"]);
    expect(output).toContain("Library script Shared Lib\n  Outer, script Check Risk");
  });

  it("takes a kind before the name, and lists a kind", async () => {
    const at = folder();
    expect((await runCommand(at, ["uses", "journey", "Inner", "a.journey"])).output).toMatch(/^Journey Inner\n/);
    const all = (await runCommand(at, ["uses", "esv"])).output;
    expect(all.match(/^ESV .*/gm)).toEqual(["ESV esv-motto", "ESV esv-risk-limit"]);
    expect((await runCommand(at, ["uses", "theme", "Inner"])).code).toBe(2);
  });

  it.each([
    [["esv", "."], "ESV esv-motto"],
    [["journey", "a.journey"], "Journey Deep"],
    [["journey", "-"], "Journey Piped"],
    [["theme", "sub"], "Theme Harbour (t1)"],
    [["journey", "sub", "a.journey"], "Journey sub"],
  ])("takes a kind before paths: %j", async (args, first) => {
    const at = folder();
    mkdirSync(join(at, "sub"));
    for (const name of ["a.journey", "risk.js", "lib.js", "theme.json", "welcome.json"]) {
      copyFileSync(join(at, name), join(at, "sub", name));
    }
    writeFileSync(
      join(at, "a.journey"),
      text.replaceAll("Outer", "sub").replaceAll("Inner", "Deep").replace("DeepTree", "InnerTree"),
    );
    const run = await runCommand(at, ["uses", ...args], { input: "journey Piped {\n  start -> success\n}\n" });
    expect(run.code).toBe(0);
    expect(run.output.startsWith(`${first}\n`)).toBe(true);
  });

  it("says that a path is no name", async () => {
    const { code, talk } = await runCommand(folder(), ["uses", "a.journey"]);
    expect([code, talk]).toEqual([
      2,
      "error: a.journey is a path, and no name\nPut a name or a kind before it: journeyc uses script a.journey\n",
    ]);
  });

  it.each([
    ["ScriptedDecision", "Node type Scripted Decision (ScriptedDecisionNode)\n  Outer, node Risk"],
    ["ScriptedDecisionNode", "Node type Scripted Decision (ScriptedDecisionNode)\n  Outer, node Risk"],
    ["Scripted Decision", "Node type Scripted Decision (ScriptedDecisionNode)\n  Outer, node Risk"],
    ["Risk", "Script Check Risk ("],
  ])("knows types of the catalogue and the names of a text: %s", async (name, start) => {
    const { code, output } = await runCommand(folder(), ["uses", name]);
    expect(code).toBe(0);
    expect(output.startsWith(start)).toBe(true);
    expect((await runCommand(folder(), ["requires"])).output).not.toContain("ScriptedDecision");
  });

  it("lists all node types of a kind alone", async () => {
    const { output } = await runCommand(folder(), ["uses", "nodeType"]);
    expect(output.match(/\(\w+Node\)$/gm)).toHaveLength(3);
  });

  it("answers as JSON", async () => {
    const { output } = await runCommand(folder(), ["uses", "Inner", "--json"]);
    expect(JSON.parse(output)).toMatchObject({
      version: 1,
      found: [
        {
          kind: "journey",
          id: "Inner",
          uses: [{ journey: "Outer", by: { kind: "node", name: "Next" }, file: "a.journey", line: expect.any(Number) }],
        },
      ],
    });
  });

  it("names what is near, and is wrong use", async () => {
    const { code, output, talk } = await runCommand(folder(), ["uses", "Chek Risk"]);
    expect([code, output]).toEqual([2, ""]);
    expect(talk).toContain("Nothing here is called Chek Risk");
    expect(talk).toContain("Did you mean Check Risk?");
    expect((await runCommand(folder(), ["uses"])).code).toBe(2);
  });

  it("takes exports", async () => {
    const at = folder();
    await runCommand(at, ["build", "a.journey", "--out", "dist"]);
    const { output } = await runCommand(at, ["uses", "Inner", "dist"]);
    expect(output).toMatch(/^Journey Inner\n {2}Outer, node Next {2}dist\/Outer\.journey\.json:/);
    const built = await runCommand(at, ["uses", "Harbour", "dist"]);
    expect(built.output).toMatch(/^Theme Harbour \(t1\)\n {2}Outer {2}/);
  });
});
