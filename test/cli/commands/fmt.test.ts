import { chmodSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../../support/fake-host.js";
import { gitFolder } from "../../support/git-folder.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const tidy = "// why\njourney A {\n  start -> success\n}\n";
const untidy = "// why\njourney A { start->success }";
const broken = "journey B {\n  start -> \n  node X: \n";

describe("journeyc fmt", () => {
  it("rewrites what is not in canonical form, and nothing else", async () => {
    const folder = temporaryFolder({ "a.journey": untidy, "sub/b.journey": tidy, "c.json": "{ }" });
    const before = statSync(join(folder, "sub/b.journey")).mtimeMs;
    expect(await runCommand(folder, ["fmt"])).toEqual({ code: 0, output: "formatted  a.journey\n", talk: "" });
    expect(readFileSync(join(folder, "a.journey"), "utf8")).toBe(tidy);
    expect(statSync(join(folder, "sub/b.journey")).mtimeMs).toBe(before);
    expect(await runCommand(folder, ["fmt"])).toEqual({ code: 0, output: "", talk: "" });
    expect(readdirSync(folder).sort()).toEqual(["a.journey", "c.json", "sub"]);
  });

  it("only names files with --check", async () => {
    const folder = temporaryFolder({ "a.journey": untidy, "b.journey": tidy });
    const run = await runCommand(folder, ["fmt", "--check"]);
    expect(run).toEqual({
      code: 1,
      output: "a.journey\n",
      talk: "1 file not in canonical form; run journeyc fmt\n",
    });
    expect(readFileSync(join(folder, "a.journey"), "utf8")).toBe(untidy);
    const fine = await runCommand(folder, ["fmt", "--check", "b.journey"]);
    expect(fine).toEqual({ code: 0, output: "", talk: "1 file in canonical form\n" });
  });

  it("says what to do with an export", async () => {
    const folder = temporaryFolder({ "a.json": '{ "trees": {} }' });
    const { code, output, talk } = await runCommand(folder, ["fmt", "--check", "a.json"]);
    expect([code, output]).toEqual([1, ""]);
    expect(talk).toContain('Cannot read "a.json": it holds JSON, and only texts have a canonical form');
    expect(talk).toContain("journeyc import");
    expect(talk).not.toContain("canonical form\n1 file");
  });

  it("refuses broken files with their findings, and does the others", async () => {
    const folder = temporaryFolder({ "a.journey": broken, "b.journey": untidy });
    const run = await runCommand(folder, ["fmt", "."]);
    expect(run.code).toBe(1);
    expect(run.output).toBe("formatted  b.journey\n");
    expect(run.talk).toContain("a.journey:");
    expect(readFileSync(join(folder, "a.journey"), "utf8")).toBe(broken);
  });

  it("ends with 2 where a file cannot be read, and does the others", async () => {
    const folder = temporaryFolder({ "b.journey": untidy });
    const run = await runCommand(folder, ["fmt", "gone.journey", "b.journey"]);
    expect(run.code).toBe(2);
    expect(run.output).toBe("formatted  b.journey\n");
    expect(run.talk).toContain("gone.journey");
    expect((await runCommand(temporaryFolder(), ["fmt"])).code).toBe(2);
  });

  it("formats standard input, also under a name", async () => {
    const folder = temporaryFolder();
    expect(await runCommand(folder, ["fmt", "-"], { input: untidy })).toEqual({ code: 0, output: tidy, talk: "" });
    const named = ["fmt", "--stdin-filepath", "flows/a.journey"];
    expect(await runCommand(folder, named, { input: untidy })).toEqual({ code: 0, output: tidy, talk: "" });
    const refused = await runCommand(folder, named, { input: broken });
    expect(refused).toMatchObject({ code: 1, output: "" });
    expect(refused.talk).toContain("flows/a.journey:");
    expect((await runCommand(folder, [...named, "--check"], { input: untidy })).code).toBe(1);
    expect((await runCommand(folder, [...named, "b.journey"], { input: untidy })).code).toBe(2);
  });

  it("keeps the permissions of files", async () => {
    const folder = temporaryFolder({ "a.journey": untidy });
    chmodSync(join(folder, "a.journey"), 0o640);
    await runCommand(folder, ["fmt"]);
    expect(statSync(join(folder, "a.journey")).mode & 0o777).toBe(0o640);
  });

  it("takes the configuration's include where no paths are given", async () => {
    const folder = temporaryFolder({
      "journey.config.json": '{ "include": ["flows"] }',
      "flows/a.journey": untidy,
      "other/b.journey": untidy,
    });
    expect((await runCommand(folder, ["fmt"])).output).toBe("formatted  flows/a.journey\n");
  });

  it("keeps the line ends that a file begins with", async () => {
    const crlf = tidy.replaceAll("\n", "\r\n");
    const folder = temporaryFolder({ "a.journey": crlf, "b.journey": untidy.replace("\n", "\r\n") });
    expect(await runCommand(folder, ["fmt"])).toMatchObject({ output: "formatted  b.journey\n" });
    expect(readFileSync(join(folder, "b.journey"), "utf8")).toBe(crlf);
    expect(await runCommand(folder, ["fmt", "-"], { input: crlf })).toMatchObject({ output: crlf });
  });

  it("writes the line ends that .gitattributes asks for, and before that those of .editorconfig", async () => {
    const { folder } = gitFolder({
      ".gitattributes": "*.journey text eol=crlf\nlf/*.journey eol=lf\n",
      "edited/.editorconfig": "[*.journey]\nend_of_line = lf\n",
      "edited/.prettierrc.mjs": "throw new Error('run')",
      "edited/a.journey": tidy,
      "lf/b.journey": tidy.replaceAll("\n", "\r\n"),
      "sub/c.journey": tidy,
    });
    const run = await runCommand(folder, ["fmt"]);
    expect(run).toEqual({ code: 0, output: "formatted  lf/b.journey\nformatted  sub/c.journey\n", talk: "" });
    expect(readFileSync(join(folder, "lf/b.journey"), "utf8")).toBe(tidy);
    expect(readFileSync(join(folder, "sub/c.journey"), "utf8")).toBe(tidy.replaceAll("\n", "\r\n"));
    expect(await runCommand(join(folder, "sub"), ["fmt", "--check"])).toMatchObject({ code: 0 });
  });

  it("writes each line end once in text that stays as written", async () => {
    const kept = "journey A {\n  // prettier-ignore\n  start   -> success\n}\n".replaceAll("\n", "\r\n");
    const folder = temporaryFolder({ "a.journey": kept });
    expect(await runCommand(folder, ["fmt", "--check"])).toMatchObject({ code: 0 });
  });
});
