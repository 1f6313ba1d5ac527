import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../../support/fake-host.js";
import { projectRoot } from "../../support/read-project.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const one = "journey A {\n  start -> success\n}\n";
const two = `${one}\njourney B "Second" {\n  start -> failure\n}\n`;

describe("journeyc graph", () => {
  it("writes each form to standard output", async () => {
    const folder = temporaryFolder({ "a.journey": one });
    for (const [format, begin] of [
      ["mermaid", "flowchart LR\n"],
      ["dot", 'digraph "A" {'],
      ["svg", "<svg "],
      ["html", "<!doctype html>"],
    ] as const) {
      const run = await runCommand(folder, ["graph", "a.journey", "--format", format]);
      expect({ code: run.code, talk: run.talk }).toEqual({ code: 0, talk: "" });
      expect(run.output.startsWith(begin)).toBe(true);
    }
    expect((await runCommand(folder, ["graph", "a.journey"])).output).toMatch(/^flowchart/);
  });

  it("refuses a file in a form that there is none of", async () => {
    const folder = temporaryFolder({ "a.journey": one });
    const run = await runCommand(folder, ["graph", "a.journey", "-o", "a.png"]);
    expect(run.code).toBe(2);
    expect(run.talk).toContain("No format of pictures has the extension of a.png");
  });

  it("writes a file, in the form that its name says", async () => {
    const folder = temporaryFolder({ "a.journey": one });
    const run = await runCommand(folder, ["graph", "a.journey", "-o", "a.svg"]);
    expect(run).toEqual({ code: 0, output: "", talk: "written    a.svg\n" });
    expect(readFileSync(join(folder, "a.svg"), "utf8")).toMatch(/^<svg /);
    expect((await runCommand(folder, ["graph", "a.journey", "-o", "a.svg"])).talk).toBe("unchanged  a.svg\n");
    expect((await runCommand(folder, ["graph", "a.journey", "-o", "no/a.svg"])).code).toBe(2);
  });

  it("asks which journey is meant where there are several", async () => {
    const folder = temporaryFolder({ "a.journey": two });
    const which = await runCommand(folder, ["graph", "a.journey"]);
    expect(which.code).toBe(2);
    expect(which.talk).toContain("Choose one with --journey: A, Second");
    expect((await runCommand(folder, ["graph", "a.journey", "--journey", "Second"])).output).toContain("failure");
    expect((await runCommand(folder, ["graph", "a.journey", "-j", "B"])).output).toContain("failure");
    const nearly = await runCommand(folder, ["graph", "a.journey", "-j", "Secund"]);
    expect(nearly.talk).toContain("Did you mean Second?");
  });

  it("takes exports and standard input", async () => {
    const folder = temporaryFolder({ "a.journey": one });
    await runCommand(folder, ["build", "a.journey", "--out", "dist"]);
    expect((await runCommand(folder, ["graph", "dist"])).output).toContain("start --> success");
    expect((await runCommand(folder, ["graph", "-"], { input: one })).output).toContain("start --> success");
  });

  it("draws what has errors, and says so", async () => {
    const folder = temporaryFolder({ "a.journey": "journey A {\n  start -> Gone\n}\n" });
    const run = await runCommand(folder, ["graph", "a.journey"]);
    expect(run.code).toBe(1);
    expect(run.output).toContain("flowchart LR");
    expect(run.talk).toContain("Gone");
  });

  it("refuses unknown forms and unreadable files", async () => {
    const folder = temporaryFolder({ "a.journey": one });
    const run = await runCommand(folder, ["graph", "a.journey", "--format", "svgs"]);
    expect(run).toMatchObject({ code: 2, output: "" });
    expect(run.talk).toContain("Did you mean svg?");
    expect((await runCommand(folder, ["graph", "gone.journey"])).code).toBe(2);
  });
});

describe("the picture in the documentation", () => {
  it("is what the tool draws of the example", async () => {
    const args = ["graph", "examples/reset-password/ResetPassword.journey", "--format", "svg"];
    const { output } = await runCommand(projectRoot, args);
    expect(readFileSync(join(projectRoot, "docs/images/reset-password.svg"), "utf8")).toBe(output);
  });
});
