import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRulePage } from "../../../src/project/rule-page.js";
import { runCommand } from "../../support/fake-host.js";
import { gitFolder } from "../../support/git-folder.js";
import { projectRoot } from "../../support/read-project.js";
import { schemaValidator } from "../../support/schema-validator.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

/** A journey whose nodes of these names cannot be reached, each of which is one warning. */
const journey = (name: string, ...lost: readonly string[]) => `journey ${name} {
  noSession: true

  start -> Ask

  page Ask {
    node Name: UsernameCollector

    -> success
  }
${lost.map((node) => `\n  node ${node}: UsernameCollector {\n    -> success\n  }\n`).join("")}}
`;

/** The findings of a run as `code name`, and the exit status with warnings counting. */
async function check(folder: string, ...given: readonly string[]) {
  const { code, output, talk } = await runCommand(folder, ["check", "--json", "--max-warnings", "0", ...given]);
  if (output === "") return { code, talk };
  const { diagnostics } = JSON.parse(output) as { diagnostics: { code: string; message: string }[] };
  return { code, found: diagnostics.map((each) => `${each.code} ${each.message.match(/"(.*?)"/)?.[1]}`) };
}

const baseline = ["--baseline", "known/b.json"];

describe("journeyc check --baseline", () => {
  it("reports what the file does not accept, wherever lines and files have moved to", async () => {
    const folder = temporaryFolder({ "a.journey": journey("A", "One", "Two"), "known/.keep": "" });
    expect((await check(folder)).found).toHaveLength(2);
    const written = await runCommand(folder, ["check", ...baseline, "--update-baseline"]);
    expect(written).toEqual({ code: 0, output: "", talk: "known/b.json accepts 2 findings\n" });
    expect(await runCommand(folder, ["check", ...baseline])).toEqual({
      code: 0,
      output: "",
      talk: "No findings in 1 file\n2 findings accepted\n",
    });
    writeFileSync(join(folder, "a.journey"), `// moved\n\n${journey("A", "Two", "New", "One")}`);
    expect(await check(folder, ...baseline)).toEqual({ code: 1, found: ["unreachable-node New"] });
    renameSync(join(folder, "a.journey"), join(folder, "renamed.journey"));
    expect(await check(folder, ...baseline)).toEqual({ code: 1, found: ["unreachable-node New"] });
  });

  it("writes a file that fits its schema and has no absolute path in it", async () => {
    const folder = temporaryFolder({ "a.journey": journey("A", "One"), "sub/b.journey": journey("B", "Two") });
    await runCommand(folder, ["check", "--baseline", "sub/b.json", "--update-baseline"]);
    const value: unknown = JSON.parse(readFileSync(join(folder, "sub/b.json"), "utf8"));
    expect(schemaValidator("baseline")(value)).toBe(true);
    expect(value).toMatchObject({ findings: [{ file: "../a.journey" }, { file: "b.journey" }] });
  });

  it("tells what is accepted and gone, in the files that are checked", async () => {
    const folder = temporaryFolder({ "a.journey": journey("A", "One"), "b.journey": journey("B", "Two") });
    await runCommand(folder, ["check", "--baseline", "b.json", "--update-baseline"]);
    writeFileSync(join(folder, "a.journey"), journey("A"));
    expect(await check(folder, "--baseline", "b.json")).toEqual({ code: 1, found: ["stale-baseline a.journey"] });
    expect(await check(folder, "--baseline", "b.json", "b.journey")).toEqual({ code: 0, found: [] });
    // An update for some files leaves what is accepted of others.
    writeFileSync(join(folder, "b.journey"), journey("B"));
    await runCommand(folder, ["check", "b.journey", "--baseline", "b.json", "--update-baseline"]);
    expect(await check(folder, "--baseline", "b.json")).toEqual({ code: 1, found: ["stale-baseline a.journey"] });
    await runCommand(folder, ["check", "--baseline", "b.json", "--update-baseline"]);
    expect(await check(folder, "--baseline", "b.json")).toEqual({ code: 0, found: [] });
  });

  it("is named by the configuration as well", async () => {
    const settings = JSON.stringify({ baseline: "known.json" });
    const folder = temporaryFolder({ "a.journey": journey("A", "One"), "journey.config.json": settings });
    expect(await check(folder)).toEqual({
      code: 2,
      talk: "error: There is no baseline known.json\n--update-baseline writes it\n",
    });
    await runCommand(folder, ["check", "--update-baseline"]);
    expect(await check(folder)).toEqual({ code: 0, found: [] });
  });

  it("refuses a file that is no baseline, and leaves it as it is", async () => {
    const folder = temporaryFolder({
      "a.journey": journey("A", "One"),
      "b.json": '{ "version": 1, "findings": [{}] }',
    });
    const { code, output } = await runCommand(folder, ["check", "--baseline", "b.json", "--update-baseline"]);
    expect([code, output.match(/^error.*\n.*/gm)]).toEqual([
      2,
      ['error invalid-setting JRN804\nSetting "findings[0]" must be an object with "file", "code" and "message"'],
    ]);
    expect(readFileSync(join(folder, "b.json"), "utf8")).toContain("[{}]");
    writeFileSync(join(folder, "b.json"), "{");
    expect(await check(folder, "--baseline", "b.json")).toMatchObject({ found: ["invalid-configuration undefined"] });
    writeFileSync(
      join(folder, "b.json"),
      '{ "version": 2, "findings": [{ "file": "a", "code": "b", "message": "c", "count": 0 }] }',
    );
    const { output: wrong } = await runCommand(folder, ["check", "--baseline", "b.json"]);
    expect(wrong).toContain('"version" must be 1');
    expect(wrong).toContain('"findings[0].count" must be a whole number from 2');
  });

  it("needs to know which file is meant", async () => {
    const folder = temporaryFolder({ "a.journey": journey("A") });
    expect(await check(folder, "--update-baseline")).toMatchObject({
      code: 2,
      talk: expect.stringContaining("--baseline FILE"),
    });
  });

  it("reports the example of its page", async () => {
    const page = readFileSync(join(projectRoot, "docs", "rules", "stale-baseline.md"), "utf8");
    const { wrong, right } = readRulePage(page);
    const folder = temporaryFolder({
      "Login.journey": journey("Login"),
      "wrong.json": wrong?.text ?? "",
      "right.json": right?.text ?? "",
    });
    expect(await check(folder, "--baseline", "wrong.json")).toEqual({
      code: 1,
      found: ["stale-baseline Login.journey"],
    });
    expect(await check(folder, "--baseline", "right.json")).toEqual({ code: 0, found: [] });
  });
});

describe("journeyc check --since", () => {
  it("reports what the branch has added to what was there where it began", async () => {
    const { folder, git } = gitFolder({ "a.journey": journey("A", "One"), "b.journey": journey("B") });
    git("switch", "-qc", "branch");
    writeFileSync(join(folder, "a.journey"), `// moved\n${journey("A", "Mine", "One")}`);
    expect(await check(folder, "--since", "main")).toEqual({ code: 1, found: ["unreachable-node Mine"] });
    git("commit", "-qam", "mine");
    git("switch", "-q", "main");
    writeFileSync(join(folder, "a.journey"), journey("A"));
    git("commit", "-qam", "mended on main");
    git("switch", "-q", "branch");
    git("mv", "a.journey", "c.journey");
    expect(await check(folder, "--since", "main")).toEqual({ code: 1, found: ["unreachable-node Mine"] });
    expect(await check(folder, "--since", "main", "c.journey")).toEqual({ code: 1, found: ["unreachable-node Mine"] });
    expect(await check(folder, "--since", "main", "b.journey")).toEqual({ code: 0, found: [] });
    expect((await check(folder, "--since", "HEAD")).found).toEqual([]);
  });

  it("takes a revision without any journey, and names one that is not there", async () => {
    const { folder, git } = gitFolder({ "README.md": "Nothing yet.\n" });
    git("switch", "-qc", "branch");
    writeFileSync(join(folder, "a.journey"), journey("A", "One"));
    expect(await check(folder, "--since", "main")).toEqual({ code: 1, found: ["unreachable-node One"] });
    expect(await check(folder, "--since", "mian")).toMatchObject({
      code: 2,
      talk: expect.stringContaining("no revision mian"),
    });
    expect(await check(folder, "--since", "main", "--baseline", "b.json")).toMatchObject({ code: 2 });
  });
});

describe("the preset of tenants that are only read", () => {
  it("leaves out what only the authors could tidy up, unless a rule says otherwise", async () => {
    const folder = temporaryFolder({ "a.journey": journey("A", "One") });
    const settings = (value: object) => writeFileSync(join(folder, "journey.config.json"), JSON.stringify(value));
    settings({ preset: "read-only" });
    expect(await check(folder)).toEqual({ code: 0, found: ["unreachable-node One"] });
    settings({ preset: "read-only", rules: { "unreachable-node": "warning" } });
    expect(await check(folder)).toEqual({ code: 1, found: ["unreachable-node One"] });
    settings({ preset: "readonly" });
    expect((await runCommand(folder, ["check"])).output).toContain('Setting "preset" must be "read-only"');
  });
});
