import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../support/fake-host.js";
import { fencedBlocks } from "../support/fenced-blocks.js";
import { projectRoot } from "../support/read-project.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const text = 'param retries = 3\n\nparam brand = "Acme"\n\njourney A {\n  start -> success\n}\n';
const project = (configuration: object = {}, files: Readonly<Record<string, string>> = {}) =>
  temporaryFolder({ "a.journey": text, "journey.config.json": JSON.stringify(configuration), ...files });
const run = (folder: string, ...args: readonly string[]) => runCommand(folder, args);

describe("--param", () => {
  it("does not set the realm", async () => {
    const { code, talk } = await run(project(), "build", "a.journey", "-p", "realm=bravo");
    expect([code, talk]).toEqual([2, "error: The realm is not a parameter\nUse --realm bravo\n"]);
  });

  it.each([["build", "a.journey"], ["check", "a.journey"], ["check"], ["graph", "a.journey"], ["requires"], ["test"]])(
    "must be a parameter of a text: %s",
    async (...command) => {
      const { code, talk } = await run(project(), ...command, "-p", "retriess=5");
      expect(code).toBe(2);
      expect(talk).toContain("error: No text here has a parameter retriess\nDid you mean retries?\n");
    },
  );

  it("names the parameters that there are where none is near", async () => {
    const { talk } = await run(project(), "check", "-p", "x=5");
    expect(talk).toBe("error: No text here has a parameter x\nThere are: brand, retries\n");
  });

  it("is left alone where a text with syntax errors may declare it", async () => {
    const { code, output } = await run(project({}, { "b.journey": "parm x = 3\n" }), "check", "-p", "x=5");
    expect(code).toBe(1);
    expect(output).not.toContain("has a parameter");
  });

  it("may be a parameter of one of two versions", async () => {
    const folder = project({}, { "b.journey": text.replace("retries", "attempts") });
    const compared = (name: string) => run(folder, "diff", "a.journey", "b.journey", "-p", `${name}=5`);
    expect((await compared("attempts")).code).toBeLessThan(2);
    expect((await compared("retries")).code).toBeLessThan(2);
    expect((await compared("reties")).talk).toContain("Did you mean retries?");
  });

  it("writes nothing when it is refused", async () => {
    const folder = project();
    await run(folder, "build", "-p", "retriess=5");
    expect((await run(folder, "build")).output).toMatch(/^written/);
  });
});

describe("params of the configuration", () => {
  const settings = {
    params: { unknwon: 1, retries: 4 },
    environments: { prod: { params: { brnd: "X", brand: "Y" } } },
  };

  it("are reported at their place where no text of the project has them", async () => {
    const { code, output } = await run(project(settings), "check", "--json");
    const found = JSON.parse(output).diagnostics as { code: string; severity: string; message: string; help: string }[];
    const unused = found.filter(({ code }) => code === "unused-param-setting");
    expect(code).toBe(0);
    expect(unused.map(({ severity, message, help }) => [severity, message, help])).toEqual([
      ["warning", 'The configuration sets a parameter "unknwon", which no text has', expect.anything()],
      ["warning", 'The configuration sets a parameter "brnd", which no text has', 'Did you mean "brand"?'],
    ]);
  });

  it("are what the page on it says", async () => {
    const page = readFileSync(join(projectRoot, "docs", "rules", "unused-param-setting.md"), "utf8");
    const [wrong = "", right = ""] = fencedBlocks(page).map(({ text }) => text);
    const texts = { "a.journey": text.replace("brand", "supportMail") };
    const codes = async (configuration: string) =>
      (await run(project({}, { ...texts, "journey.config.json": configuration }), "check")).output.match(
        /unused-param-setting/g,
      );
    expect([await codes(wrong), await codes(right)]).toEqual([["unused-param-setting", "unused-param-setting"], null]);
  });

  it("are not judged by a part of the project, nor beside syntax errors", async () => {
    expect((await run(project(settings), "check", "a.journey")).output).not.toContain("unused-param-setting");
    const broken = project(settings, { "b.journey": "journey {" });
    expect((await run(broken, "check")).output).not.toContain("unused-param-setting");
  });

  it.each([
    [{ params: { realm: "bravo" } }, "params.realm"],
    [{ environments: { prod: { params: { realm: "bravo" } } } }, "environments.prod.params.realm"],
  ])("do not set the realm: %j", async (configuration, setting) => {
    const { code, output } = await run(project(configuration), "check");
    expect(code).toBe(2);
    expect(output).toContain(`Setting "${setting}" must be left out: the realm is a setting of its own`);
  });
});

describe("a configuration that cannot be used", () => {
  const needing = "param brand\n\njourney A {\n  start -> success\n}\n";
  const missing = { "b.journey": needing, "journey.config.json": "{ bad" };

  it.each([
    ["check", []],
    ["build", []],
    ["check", ["--config", "nosuch.json"]],
    ["diff", ["a.journey", "b.journey"]],
  ])("is reported alone, once: %s %j", async (command, more) => {
    const { code, output, talk } = await run(project({}, missing), command, ...more);
    expect(code).toBe(2);
    expect(output + talk).not.toContain("missing-param");
    expect((output + talk).match(/^error /gm)).toHaveLength(1);
  });
});
