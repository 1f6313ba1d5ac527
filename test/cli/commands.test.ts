import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { runCommand } from "../support/fake-host.js";
import { fencedBlocks } from "../support/fenced-blocks.js";
import { projectRoot } from "../support/read-project.js";
import { temporaryFolder } from "../support/temporary-folder.js";

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
const schema = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, "..", "..", "schema", `${name}.schema.json`), "utf8"));
const validator = (name: string) => {
  const ajv = new Ajv2020({ strict: true });
  if (name !== "diagnostics") ajv.addSchema(schema("diagnostics"));
  return ajv.compile(schema(name));
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
    const validate = validator("diagnostics");
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(code).toBe(1);
    expect(report.summary).toEqual({ errors: 1, warnings: 0, infos: 0, files: 1 });
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

describe("journeyc build", () => {
  it("writes what differs, and nothing else", async () => {
    const folder = temporaryFolder({ "a.journey": good("A"), "b.journey": good("B") });
    const first = await runCommand(folder, ["build", "--out", "out"]);
    expect(first).toMatchObject({ code: 0, output: "written    out/A.journey.json\nwritten    out/B.journey.json\n" });
    const before = statSync(join(folder, "out", "A.journey.json")).mtimeMs;
    writeFileSync(join(folder, "out", "B.journey.json"), "changed");
    const second = await runCommand(folder, ["build", "--out", "out"]);
    expect(second.output).toBe("unchanged  out/A.journey.json\nwritten    out/B.journey.json\n");
    expect(statSync(join(folder, "out", "A.journey.json")).mtimeMs).toBe(before);
    expect(readdirSync(join(folder, "out")).sort()).toEqual(["A.journey.json", "B.journey.json"]);
  });

  it("writes nothing while there are errors", async () => {
    const folder = temporaryFolder({ "a.journey": good("A"), "b.journey": bad });
    const { code, output, talk } = await runCommand(folder, ["build"]);
    expect([code, output]).toEqual([1, ""]);
    expect(talk).toContain("1 error in 1 file");
    expect(existsSync(join(folder, "dist"))).toBe(false);
  });

  it("makes a new folder whole or not at all, and leaves what stands in an old one", async () => {
    const long = good(`B "${"x".repeat(300)}"`);
    const folder = temporaryFolder({ "a.journey": good("A"), "b.journey": long, "old/keep.txt": "kept" });
    const failed = await runCommand(folder, ["build", "--out", "new/out"]);
    expect([failed.code, failed.output]).toEqual([2, ""]);
    expect(failed.talk).toMatch(/Cannot write new\/out\/x+\.journey\.json: its name is too long/);
    expect(readdirSync(join(folder, "new"))).toEqual([]);
    expect((await runCommand(folder, ["build", "--out", "old"])).code).toBe(2);
    expect(readdirSync(join(folder, "old"))).toEqual(["A.journey.json", "keep.txt"]);
    writeFileSync(join(folder, "b.journey"), good("B"));
    expect((await runCommand(folder, ["build", "--out", "new/out"])).code).toBe(0);
    expect(readdirSync(join(folder, "new", "out"))).toEqual(["A.journey.json", "B.journey.json"]);
    expect(readdirSync(join(folder, "new"))).toEqual(["out"]);
  });

  it("gives a journey of any name a file in the folder", async () => {
    const text = `${good('A "../../evil"')}\n${good('B "con"')}\n${good('C "login"')}\n${good('D "Login"')}`;
    const folder = temporaryFolder({ "sub/a.journey": text });
    expect((await runCommand(folder, ["build", "--out", "sub/out"])).code).toBe(0);
    expect(readdirSync(join(folder, "sub", "out")).sort()).toEqual([
      "%2E.%2F..%2Fevil.journey.json",
      "%4Cogin.journey.json",
      "%63on.journey.json",
      "login.journey.json",
    ]);
    expect(readdirSync(folder)).toEqual(["sub"]);
  });

  it("replaces a link in its place instead of following it", async () => {
    const folder = temporaryFolder({ "a.journey": good("A"), "precious.txt": "keep" });
    mkdirSync(join(folder, "out"));
    symlinkSync(join(folder, "precious.txt"), join(folder, "out", "A.journey.json"));
    expect((await runCommand(folder, ["build", "--out", "out"])).code).toBe(0);
    expect(readFileSync(join(folder, "precious.txt"), "utf8")).toBe("keep");
  });

  it("refuses scripts behind links that lead out of the journey's folder", async () => {
    const text = `journey A {
  start -> Decide

  script Check "Check" {
    file: "scripts/check.js"
  }

  node Decide: ScriptedDecision {
    script: Check
    outcomes: ["true"]

    true -> success
  }
}
`;
    const folder = temporaryFolder({ "sub/a.journey": text, "secret.js": 'outcome = "true";' });
    mkdirSync(join(folder, "sub", "scripts"));
    symlinkSync(join(folder, "secret.js"), join(folder, "sub", "scripts", "check.js"));
    const { code, output } = await runCommand(folder, ["check"]);
    expect(code).toBe(1);
    expect(output).toContain("it lies outside of the journey's folder");
  });

  it("takes targets, folders, values and environments from the configuration; the command line wins", async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholders are the journey's.
    const description = '{\n  description: "${label} ${realm}"\n';
    const text = `param label = "none"\n\n${good("A").replace("{\n", () => description)}`;
    const configuration = {
      include: ["in"],
      outDir: "made",
      realm: "bravo",
      params: { label: "general" },
      environments: { prod: { params: { label: "prod" } } },
    };
    const folder = temporaryFolder({
      "in/a.journey": text,
      "journey.config.json": JSON.stringify(configuration),
      "in/deep/x.txt": "",
    });
    const described = async (...args: string[]) => {
      const { code, talk } = await runCommand(join(folder, "in", "deep"), ["build", ...args]);
      expect([code, talk]).toEqual([0, ""]);
      return JSON.parse(readFileSync(join(folder, "made", "A.journey.json"), "utf8")).trees.A.tree.description;
    };
    expect(await described()).toBe("general bravo");
    expect(await described("--env", "prod")).toBe("prod bravo");
    expect(await described("--env", "prod", "--realm", "alpha", "--param", "label=x=y")).toBe("x=y alpha");
    expect(await runCommand(folder, ["build", "--env", "prd"])).toMatchObject({
      code: 2,
      talk: "error: The configuration has no environment prd\nDid you mean prod?\n",
    });
  });

  it("reads configuration modules, and reports broken configurations", async () => {
    const folder = temporaryFolder({ "a.journey": good("A"), "journey.config.mjs": 'export default { outDir: "m" };' });
    expect((await runCommand(folder, ["build"])).output).toBe("written    m/A.journey.json\n");
    const broken = temporaryFolder({ "a.journey": good("A"), "journey.config.mjs": 'throw new Error("boom");' });
    const thrown = await runCommand(broken, ["build"]);
    expect([thrown.code, thrown.talk.includes("The configuration cannot be used: boom")]).toEqual([2, true]);
    const two = temporaryFolder({ "journey.config.mjs": "", "journey.config.json": "{}" });
    expect((await runCommand(two, ["build"])).talk).toContain("There are several configuration files");
    const unknown = temporaryFolder({ "a.journey": good("A"), "journey.config.json": '{ "outdir": "m" }' });
    const { code, talk } = await runCommand(unknown, ["build"]);
    expect(code).toBe(2);
    expect(talk).toContain('Did you mean "outDir"?');
    expect(existsSync(join(unknown, "dist"))).toBe(false);
  });

  it("knows the node types of the configuration's files, and reports what is wrong in them", async () => {
    const type = {
      id: "VendorThingNode",
      displayName: "Vendor Thing",
      outcomes: ["done"],
      properties: { level: "integer" },
    };
    const text = `journey A {\n  start -> Thing\n\n  node Thing: VendorThing {\n    level: 3\n\n    done -> success\n  }\n}\n`;
    const folder = temporaryFolder({
      "a.journey": text.replace("VendorThing", '"VendorThingNode"'),
      "journey.config.json": '{ "nodeTypes": ["types/vendor.json"] }',
      "types/vendor.json": JSON.stringify(type),
    });
    expect(await runCommand(folder, ["check"])).toMatchObject({ code: 0, output: "" });
    writeFileSync(join(folder, "types", "vendor.json"), JSON.stringify({ ...type, outcomes: 3 }));
    const wrong = await runCommand(folder, ["check"]);
    expect([wrong.code, wrong.output.includes("--> types/vendor.json:1:65")]).toEqual([2, true]);
    writeFileSync(join(folder, "journey.config.json"), '{ "nodeTypes": ["types/vendr.json"] }');
    expect((await runCommand(folder, ["check"])).output).toContain('Cannot read "types/vendr.json"');
  });

  it("bundles all journeys into one export, inner journeys first", async () => {
    const outer = `journey A {\n  start -> Inner\n\n  node Inner: InnerTreeEvaluator {\n    tree: "Z"\n\n    true -> success\n    false -> failure\n  }\n}\n`;
    const folder = temporaryFolder({ "a.journey": outer, "z.journey": good("Z") });
    const { code, output } = await runCommand(folder, ["build", "--bundle", "--out", "out", "--json"]);
    expect(code).toBe(0);
    const validate = validator("build");
    const report = JSON.parse(output);
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(report.outputs).toEqual([
      { journey: "bundle", target: "export", path: "out/bundle.journey.json", status: "written" },
    ]);
    const text = readFileSync(join(folder, "out", "bundle.journey.json"), "utf8");
    expect(Object.keys(JSON.parse(text).trees)).toEqual(["Z", "A"]);
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
    await runCommand(folder, ["build", "--out", "single"]);
    const single = JSON.parse(readFileSync(join(folder, "single", "A.journey.json"), "utf8"));
    expect(JSON.parse(text).trees.A).toEqual(single.trees.A);
  });

  it("writes the machine beside the export", async () => {
    const folder = temporaryFolder({ "a.journey": good("A") });
    const { code, output } = await runCommand(folder, ["build", "-t", "export,machine"]);
    expect([code, output]).toEqual([0, "written    dist/A.journey.json\nwritten    dist/A.machine.ts\n"]);
    expect(readFileSync(join(folder, "dist", "A.machine.ts"), "utf8")).toContain("journeyc/runtime");
  });
});

describe("journeyc build --watch", () => {
  it("builds again when an input changes, and survives broken states", async () => {
    const folder = temporaryFolder({ "in/a.journey": good("A") });
    const out = join(folder, "out", "A.journey.json");
    // Runs until the process ends: there is nobody to wait for.
    void runCommand(folder, ["build", "--watch", "--out", "out", "in"]);
    const read = () => (existsSync(out) ? readFileSync(out, "utf8") : "");
    await expect.poll(read, { timeout: 20_000 }).toContain('"A"');
    writeFileSync(join(folder, "in", "a.journey"), bad);
    await new Promise((resolve) => setTimeout(resolve, 300));
    writeFileSync(join(folder, "in", "a.journey"), good("A").replace("{\n", '{\n  description: "second"\n'));
    await expect.poll(read, { timeout: 20_000 }).toContain('"second"');
  });
});

describe("journeyc init", () => {
  it("starts a project that checks and builds, and keeps what is there", async () => {
    const folder = temporaryFolder({ "app/journey.config.json": "{}" });
    const { code, output } = await runCommand(folder, ["init", "app"]);
    expect(code).toBe(0);
    expect(output.split("\n").filter(Boolean)).toEqual([
      "created  app/.github/workflows/journeys.yml",
      "kept     app/journey.config.json",
      "created  app/journeys/ResetPassword.journey",
    ]);
    expect(readFileSync(join(folder, "app", "journey.config.json"), "utf8")).toBe("{}");
    const fresh = join(folder, "fresh");
    await runCommand(folder, ["init", "fresh"]);
    const { $schema } = JSON.parse(readFileSync(join(fresh, "journey.config.json"), "utf8"));
    expect(existsSync(join(projectRoot, $schema.replace("./node_modules/journeyc/", "")))).toBe(true);
    expect(await runCommand(fresh, ["check", "--max-warnings", "0"])).toMatchObject({ code: 0, output: "" });
    expect((await runCommand(fresh, ["build"])).output).toContain("written    dist/ResetPassword.machine.ts");
  });
});

describe("journeyc nodes", () => {
  it("shows a type by either name, and finds types by words", async () => {
    const shown = await runCommand(temporaryFolder(), ["nodes", "ScriptedDecision"]);
    expect(shown.code).toBe(0);
    expect(shown.output).toMatch(/^ {2}outcomes +list of strings +required; default \[\]$/m);
    expect((await runCommand(temporaryFolder(), ["nodes", "ScriptedDecisionNode"])).output).toBe(shown.output);
    const found = await runCommand(temporaryFolder(), ["nodes", "scripted", "decision"]);
    expect(found.output).toMatch(/^ScriptedDecision +\S/m);
  });

  it("shows every type, and lists them as JSON that its schema describes", async () => {
    const { output } = await runCommand(temporaryFolder(), ["nodes", "--json"]);
    const validate = validator("nodes");
    const list = JSON.parse(output);
    expect(validate(list), JSON.stringify(validate.errors)).toBe(true);
    expect(list.types.length).toBeGreaterThan(150);
    for (const { id } of list.types) {
      const page = await runCommand(temporaryFolder(), ["nodes", id]);
      expect(page.output, id).toContain("Properties");
      expect(page.output, id).not.toMatch(/undefined|\[object|NaN/);
    }
    const one = JSON.parse((await runCommand(temporaryFolder(), ["nodes", "ScriptedDecision", "--json"])).output);
    expect(validate(one), JSON.stringify(validate.errors)).toBe(true);
  });
});

describe("journeyc explain", () => {
  it("explains by name and by number, with the page's examples", async () => {
    const { code, output } = await runCommand(temporaryFolder(), ["explain", "unknown-setting"]);
    expect(code).toBe(0);
    expect(output).toContain("Why\nA misspelt setting would be ignored");
    expect(output).toMatch(/Wrong\n\|[\s\S]*Right\n\|/);
    expect((await runCommand(temporaryFolder(), ["explain", "jrn803"])).output).toBe(output);
  });

  it("lists all codes, and reports as JSON that its schema describes", async () => {
    const validate = validator("explain");
    const all = JSON.parse((await runCommand(temporaryFolder(), ["explain", "--json"])).output);
    expect(validate(all), JSON.stringify(validate.errors)).toBe(true);
    const one = JSON.parse((await runCommand(temporaryFolder(), ["explain", "unknown-setting", "--json"])).output);
    expect(validate(one), JSON.stringify(validate.errors)).toBe(true);
    expect(one).toMatchObject({ version: 1, code: "unknown-setting", id: "JRN803" });
    expect(readFileSync(one.page, "utf8")).toMatch(/^# unknown-setting\b/);
  });
});
