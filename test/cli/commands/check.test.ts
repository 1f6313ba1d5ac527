import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../../support/fake-host.js";
import { fencedBlocks } from "../../support/fenced-blocks.js";
import { exportOf, nodeIds, successId } from "../../support/login-export.js";
import { projectRoot } from "../../support/read-project.js";
import { sarifFaults } from "../../support/sarif-rules.js";
import { schemaValidator } from "../../support/schema-validator.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const good = (name: string) => `journey ${name} {
  noSession: true

  start -> Ask

  page Ask {
    node Name: UsernameCollector

    -> success
  }
}
`;
const bad = "journey Broken {\n  start -> Nowhere\n}\n";

const text = `journey Login {
  start -> Ask

  // journey-ignore-next-line unreachable-node: no longer so
  node Ask: UsernameCollector {
    -> success
  }

  node Lost: UsernameCollector {
    -> success
  }
}
`;
const [ask, lost] = nodeIds;
const value = exportOf({
  [ask]: { type: "UsernameCollectorNode", title: "Who are you?", connections: { outcome: lost } },
});

/** The codes of this test's rules in a report; others may have something to say of such bare journeys. */
const codes = (output: string) => {
  const found = JSON.parse(output) as {
    readonly diagnostics: readonly { readonly code: string; readonly id: string }[];
  };
  return found.diagnostics.filter(({ id }) => !/^JRN[567]/.test(id)).map(({ code }) => code);
};

describe("journeyc check", () => {
  it("is silent on standard output about what is fine", async () => {
    const folder = temporaryFolder({
      "a.journey": good("A"),
      "sub/b.journey": good("B"),
      "node_modules/c.journey": bad,
    });
    expect(await runCommand(folder, ["check"])).toEqual({ code: 0, output: "", talk: "No findings in 2 files\n" });
    expect(await runCommand(folder, ["check", "a.journey", "a.journey", "./a.journey"])).toMatchObject({
      talk: "No findings in 1 file\n",
    });
  });

  it("shows findings with their place and ends with a count", async () => {
    const folder = temporaryFolder({ "a.journey": bad });
    const { code, output } = await runCommand(folder, ["check", "a.journey"]);
    expect(code).toBe(1);
    expect(output).toContain("--> a.journey:2:12");
    expect(output).toMatch(/\n1 error in 1 file\n$/);
  });

  it("reads standard input", async () => {
    const { code, output } = await runCommand(temporaryFolder(), ["check", "-"], { input: bad });
    expect(code).toBe(1);
    expect(output).toContain("--> <stdin>:2:12");
  });

  it("reports as JSON that its schema describes", async () => {
    const folder = temporaryFolder({ "a.journey": bad });
    const { code, output } = await runCommand(folder, ["check", "--json"]);
    const report = JSON.parse(output);
    const validate = schemaValidator("diagnostics");
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(code).toBe(1);
    expect(report.summary).toEqual({ errors: 1, warnings: 0, infos: 0, files: 1, filesRead: 1 });
    expect(report.diagnostics[0].explain).toBe("journeyc explain unresolved-target");
    expect(report.diagnostics[0].place).toMatchObject({
      file: "a.journey",
      range: { start: { line: 2, column: 12, offset: 28 } },
    });
  });

  it("calls unreadable input wrong use: a missing file, bytes that are not UTF-8", async () => {
    const folder = temporaryFolder({ "a.journey": good("A") });
    writeFileSync(join(folder, "latin.journey"), Buffer.from([0x22, 0xe9, 0x22]));
    const missing = await runCommand(folder, ["check", "a.journey", "b.journey"]);
    expect(missing.code).toBe(2);
    expect(missing.output).toContain('Cannot read "b.journey": no such file or folder');
    const latin = await runCommand(folder, ["check", "latin.journey"]);
    expect([latin.code, latin.output.includes("it is not UTF-8 text")]).toEqual([2, true]);
  });

  it("fails on more warnings than allowed, and takes severities from the configuration", async () => {
    const text = good("A").replace("UsernameCollector", "VendorThing");
    const folder = temporaryFolder({ "a.journey": text });
    const warned = await runCommand(folder, ["check"]);
    expect(warned.code).toBe(0);
    expect(warned.output).toContain("warning unknown-node-type");
    expect((await runCommand(folder, ["check", "--max-warnings", "0"])).code).toBe(1);
    const off = { rules: { "unknown-node-type": { severity: "off", reason: "ours" } } };
    writeFileSync(join(folder, "journey.config.json"), JSON.stringify(off));
    expect(await runCommand(folder, ["check", "--max-warnings", "0"])).toMatchObject({ code: 0, output: "" });
  });

  it("reports what the configuration sets aside for nothing, when it has seen the whole project", async () => {
    const page = readFileSync(join(projectRoot, "docs", "rules", "unused-rule-setting.md"), "utf8");
    const [wrong = "", right = ""] = fencedBlocks(page).map(({ text }) => text);
    const folder = temporaryFolder({ "a.journey": good("A"), "journey.config.json": wrong });
    const whole = await runCommand(folder, ["check"]);
    expect([whole.code, whole.output.match(/^(?:error|warning|note) [a-z-]+/gm)]).toEqual([
      0,
      ["note unused-rule-setting"],
    ]);
    expect(whole.output).toContain("journey.config.json:3:5");
    // Some files do not show it, nor does a text that could not be understood.
    expect((await runCommand(folder, ["check", "a.journey"])).output).toBe("");
    await runCommand(folder, ["build", "--out", "out"]);
    expect((await runCommand(folder, ["check", "out"])).output).toBe("");
    writeFileSync(join(folder, "b.journey"), "journey B {");
    expect((await runCommand(folder, ["check"])).output).not.toContain("unused-rule-setting");
    writeFileSync(join(folder, "b.journey"), good("B").replace("UsernameCollector", "DebugNode"));
    expect((await runCommand(folder, ["check"])).output).not.toContain("unused-rule-setting");
    writeFileSync(join(folder, "b.journey"), good("B"));
    writeFileSync(join(folder, "journey.config.json"), right);
    expect((await runCommand(folder, ["check"])).output).toBe("");
  });
});

describe("journeyc check over exports", () => {
  it("takes a file and a folder of files", async () => {
    const folder = temporaryFolder({ "exports/Login.json": JSON.stringify(value, null, 2) });
    for (const path of ["exports/Login.json", "exports"]) {
      const { code, output } = await runCommand(folder, ["check", "--json", path]);
      expect([code, codes(output)]).toEqual([1, ["dangling-connection"]]);
    }
  });

  it("listens to the configuration", async () => {
    const fine = exportOf({
      [ask]: { type: "UsernameCollectorNode", connections: { outcome: successId } },
      [lost]: { type: "UsernameCollectorNode", connections: { outcome: successId } },
    });
    const rules = { "unreachable-node": { severity: "off", reason: "kept" } };
    const files = { "a.json": JSON.stringify(fine), "journey.config.json": JSON.stringify({ rules }) };
    expect(
      codes((await runCommand(temporaryFolder({ "a.json": files["a.json"] }), ["check", "--json", "a.json"])).output),
    ).toEqual(["unreachable-node"]);
    expect(codes((await runCommand(temporaryFolder(files), ["check", "--json", "a.json"])).output)).toEqual([]);
  });
});

describe("journeyc check's forms and fixes", () => {
  it("writes SARIF and annotations", async () => {
    const folder = temporaryFolder({ "a.journey": text });
    const sarif = JSON.parse((await runCommand(folder, ["check", "--format", "sarif", "a.journey"])).output);
    expect(sarif.runs[0].tool.driver.name).toBe("journeyc");
    expect(sarifFaults(sarif)).toEqual([]);
    const { markdown } = sarif.runs[0].tool.driver.rules[0].help;
    expect(markdown).toContain("## Wrong");
    const github = (await runCommand(folder, ["check", "--format", "github", "a.journey"])).output;
    expect(github).toContain("::warning file=a.journey,line=4,col=3,endColumn=61,title=unused-suppression JRN822::");
  });

  it("writes relative addresses into SARIF, whatever the argument is", async () => {
    const folder = temporaryFolder({ "below/a b.journey": text });
    const addresses = async (from: string, path: string, input = "") => {
      const { output } = await runCommand(from, ["check", "--format", "sarif", path], { input });
      const sarif = JSON.parse(output);
      expect(sarifFaults(sarif)).toEqual([]);
      return sarif.runs[0].artifacts.map((each: { location: { uri: string } }) => each.location.uri);
    };
    const below = join(folder, "below");
    expect(await addresses(folder, ".")).toEqual(["below/a%20b.journey"]);
    expect(await addresses(folder, "below")).toEqual(["below/a%20b.journey"]);
    expect(await addresses(folder, below)).toEqual(["below/a%20b.journey"]);
    expect(await addresses(below, ".")).toEqual(["a%20b.journey"]);
    expect(await addresses("/", below)).toEqual([`${below.slice(1)}/a%20b.journey`]);
    expect(await addresses(folder, "-", text)).toEqual(["stdin"]);
  });

  it("mends what has one fix, and reports the rest", async () => {
    const commented = text.replace("unreachable-node", "same-title");
    const folder = temporaryFolder({ "a.journey": commented });
    expect(codes((await runCommand(folder, ["check", "--json", "a.journey"])).output)).toEqual([
      "unused-suppression",
      "unreachable-node",
    ]);
    const { output, talk } = await runCommand(folder, ["check", "--fix", "--json", "a.journey"]);
    expect([codes(output), talk]).toEqual([["unreachable-node"], "Fixed 1 finding in a.journey\n"]);
    expect(readFileSync(join(folder, "a.journey"), "utf8")).toBe(commented.replace(/^ *\/\/.*\n/m, ""));
  });

  it("with --fix counts together what a fix has made mendable", async () => {
    const folder = temporaryFolder({
      "a.journey":
        "journey A {\n  start -> N\n  node N: DataStoreDecision {\n    TRUE: success\n    false => fail\n  }\n}\n",
    });
    const { code, talk } = await runCommand(folder, ["check", "--fix", "a.journey"]);
    expect([code, talk]).toEqual([
      0,
      expect.stringMatching(/^Fixed [3-5] findings in a\.journey\nNo findings in 1 file\n$/),
    ]);
    expect(readFileSync(join(folder, "a.journey"), "utf8")).toContain("true -> success\n    false -> failure\n");
  });
});

describe("what was read", () => {
  const one = { "a.journey": "journey A {\n  start -> failure\n}\n" };

  it("is counted beside what has findings, in check and build", async () => {
    const folder = temporaryFolder({ ...one, "b.journey": "journey B {\n  start -> N\n}\n" });
    const summaryOf = async (...args: readonly string[]) =>
      JSON.parse((await runCommand(folder, [...args, "--json"])).output).summary;
    expect(await summaryOf("check", "a.journey")).toEqual({ errors: 0, warnings: 0, infos: 0, files: 0, filesRead: 1 });
    expect(await summaryOf("build", "a.journey")).toEqual({ errors: 0, warnings: 0, infos: 0, files: 0, filesRead: 1 });
    expect(await summaryOf("check")).toMatchObject({ errors: 1, files: 1, filesRead: 2 });
    expect(await summaryOf("build")).toMatchObject({ errors: 1, files: 1, filesRead: 2 });
  });

  it.each(["check", "build", "graph"])("is not nothing: %s refuses an empty standard input", async (command) => {
    for (const input of ["", "\n \n"]) {
      const { code, output, talk } = await runCommand(temporaryFolder(), [command, "-"], { input });
      expect([code, (output + talk).includes('Cannot read "<stdin>": it is empty')]).toEqual([2, true]);
    }
  });
});
