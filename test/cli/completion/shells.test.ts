import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { builtPackage } from "../../support/built-package.js";
import { runCommand } from "../../support/fake-host.js";
import { projectRoot } from "../../support/read-project.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const { launcher } = builtPackage();
const command = `'${process.execPath}' '${launcher}'`;
const has = (shell: string) => spawnSync(shell, ["--version"]).error === undefined;

/** A folder with two journeys and the script of a shell. */
async function prepared(shell: string): Promise<string> {
  const folder = temporaryFolder({ "a.journey": 'journey "My Login" {\n}\n\njourney Reset {\n}\n' });
  const { output } = await runCommand(folder, ["completion", shell, "--command", command]);
  return temporaryFolder({ script: output, "a.journey": readFileSync(join(folder, "a.journey"), "utf8") });
}

const run = (shell: string, args: readonly string[], cwd: string) =>
  spawnSync(shell, [...args], { cwd, encoding: "utf8" });

describe.skipIf(!has("bash"))("completion in bash (SKIPPED where there is none)", () => {
  it("quotes names, completes the value behind an equals sign, and leaves files to the shell", async () => {
    const folder = await prepared("bash");
    const lines = [
      ["journeyc", "che"],
      ["journeyc", "check", "--format", "=", "s"],
      ["journeyc", "check", "--format", "="],
      ["journeyc", "graph", "-j", "My\\ L"],
      ["journeyc", "check", ""],
    ];
    const calls = lines.map((words) => {
      const list = words.map((word) => `'${word}'`).join(" ");
      return `COMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _journeyc; echo "\${COMPREPLY[*]}"`;
    });
    const { stdout, stderr } = run("bash", ["--norc", "-c", `. ./script; ${calls.join("; ")}`], folder);
    expect([stdout, stderr]).toEqual(["check\nsarif\npretty json sarif github gitlab\nMy\\ Login\n\n", ""]);
  });

  it("does not run what the user is typing", async () => {
    const folder = await prepared("bash");
    const call = "COMP_WORDS=(journeyc check '$(touch evil)' '`touch evil`' ''); COMP_CWORD=4; _journeyc; ls";
    expect(run("bash", ["--norc", "-c", `. ./script; ${call}`], folder).stdout).not.toContain("evil");
  });
});

describe.skipIf(!has("fish"))("completion in fish (SKIPPED where there is none)", () => {
  it("shows descriptions, and completes the value behind an equals sign", async () => {
    const folder = await prepared("fish");
    const asked = ["journeyc che", "journeyc check --format=s", "journeyc graph -j My"];
    const calls = asked.map((line) => `complete -C "${line}"`);
    const { stdout } = run("fish", ["--no-config", "-c", `source script; ${calls.join("; ")}`], folder);
    expect(stdout).toBe("check\treport what is wrong in journeys\n--format=sarif\nMy Login\ta.journey\n");
  });
});

describe.skipIf(!has("zsh"))("completion in zsh (SKIPPED where there is none)", () => {
  it("is a script that zsh can read", async () => {
    expect(run("zsh", ["-n", "script"], await prepared("zsh"))).toMatchObject({ status: 0, stderr: "" });
  });
});

it("has a script for each shell that the command names, and for no other", async () => {
  for (const shell of ["bash", "zsh", "fish", "powershell"]) {
    const { code, output } = await runCommand(projectRoot, ["completion", shell]);
    expect([code, output.includes("journeyc complete -- "), output.includes("@command@")]).toEqual([0, true, false]);
  }
  expect(await runCommand(projectRoot, ["completion", "tcsh"])).toMatchObject({ code: 2, output: "" });
});
