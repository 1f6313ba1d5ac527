import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../../src/cli/commands/index.js";
import { helpTopics } from "../../../src/cli/output/help-topics.js";
import { runCommand } from "../../support/fake-host.js";
import { projectRoot } from "../../support/read-project.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

describe("journeyc init", () => {
  it("starts a project that checks and builds, and keeps what is there", async () => {
    const folder = temporaryFolder({ "app/journey.config.json": "{}" });
    const { code, output } = await runCommand(folder, ["init", "app"]);
    expect(code).toBe(0);
    expect(output.split("\n").filter(Boolean)).toEqual([
      "created  app/AGENTS.md",
      "kept     app/journey.config.json",
      "created  app/journeys/ResetPassword.journey",
      "created  app/package.json",
      "created  app/.mcp.json",
      "created  app/.gitignore",
      "created  app/.github/workflows/journeys.yml",
    ]);
    expect(readFileSync(join(folder, "app", "journey.config.json"), "utf8")).toBe("{}");
    const fresh = join(folder, "fresh");
    await runCommand(folder, ["init", "fresh"]);
    const { $schema } = JSON.parse(readFileSync(join(fresh, "journey.config.json"), "utf8"));
    expect(existsSync(join(projectRoot, $schema.replace("./node_modules/journeyc/", "")))).toBe(true);
    expect(await runCommand(fresh, ["check", "--max-warnings", "0"])).toMatchObject({ code: 0, output: "" });
    expect((await runCommand(fresh, ["build"])).output).toContain("written    dist/ResetPassword.machine.ts");
  });

  it("pins itself as a dev dependency, and keeps what package.json and .gitignore hold", async () => {
    const folder = temporaryFolder({
      "old/package.json":
        '{\n\t"name": "old",\n\t"devDependencies": {\n\t\t"vitest": "4.0.0"\n\t},\n\t"type": "module"\n}\n',
      "old/.gitignore": "/node_modules\n*.log",
      "own/package.json": '{ "dependencies": { "journeyc": "^0.1.0" } }',
      "own/.gitignore": "node_modules\r\ndist/\r\n.journeyc\r\n",
    });
    await runCommand(folder, ["init", "old"]);
    const read = (path: string) => readFileSync(join(folder, path), "utf8");
    expect(read("old/package.json")).toBe(
      '{\n\t"name": "old",\n\t"devDependencies": {\n\t\t"journeyc": "1.2.3",\n\t\t"vitest": "4.0.0"\n\t},\n\t"type": "module"\n}\n',
    );
    expect(read("old/.gitignore")).toBe("/node_modules\n*.log\ndist/\n.journeyc/\n");
    const { output } = await runCommand(folder, ["init", "own"]);
    expect(output).toContain("kept     own/package.json");
    expect(output).toContain("kept     own/.gitignore");
    expect(read("own/package.json")).toBe('{ "dependencies": { "journeyc": "^0.1.0" } }');
    await runCommand(folder, ["init", "fresh"]);
    expect(JSON.parse(read("fresh/package.json"))).toEqual({ private: true, devDependencies: { journeyc: "1.2.3" } });
    expect(read("fresh/.gitignore")).toBe("node_modules/\ndist/\n.journeyc/\n");
  });

  it("tells an assistant in ten sentences what it needs, with commands that exist, and names the server to clients", async () => {
    const own = '{\n    "mcpServers": {\n        "other": {\n            "command": "other"\n        }\n    }\n}\n';
    const folder = temporaryFolder({ "own/.mcp.json": own, "own/AGENTS.md": "ours\n", "bad/.mcp.json": "[]" });
    const read = (path: string) => readFileSync(join(folder, path), "utf8");
    await runCommand(folder, ["init", "fresh"]);
    const text = read("fresh/AGENTS.md");
    expect(text.match(/^\d+\. .*\.$/gm)?.length).toBe(10);
    const calls = [...text.matchAll(/`npx journeyc ([a-z-]+)((?: [^`]+)?)`/g)];
    expect(calls.length).toBeGreaterThan(10);
    for (const [call, name = "", rest = ""] of calls) {
      if (name === "help") expect([call, Object.hasOwn(helpTopics, rest.trim())]).toEqual([call, true]);
      const command = name === "help" ? undefined : await commands[name]?.load();
      expect([call, name === "help" || command !== undefined]).toEqual([call, true]);
      for (const [, option = ""] of rest.matchAll(/--([a-z-]+)/g))
        expect(Object.keys(command?.options ?? {})).toContain(option);
    }
    const server = { command: "npx", args: ["--no-install", "journeyc", "mcp"] };
    expect(JSON.parse(read("fresh/.mcp.json"))).toEqual({ mcpServers: { journeyc: server } });
    await runCommand(folder, ["init", "own"]);
    expect(read("own/AGENTS.md")).toBe("ours\n");
    expect(read("own/.mcp.json")).toContain('    "mcpServers": {\n        "other"');
    expect(JSON.parse(read("own/.mcp.json")).mcpServers).toEqual({ other: { command: "other" }, journeyc: server });
    expect((await runCommand(folder, ["init", "own"])).output).toContain("kept     own/.mcp.json");
    expect((await runCommand(folder, ["init", "bad"])).talk).toContain(".mcp.json is not a JSON object");
  });

  it("writes nothing beside a package.json that is none", async () => {
    const folder = temporaryFolder({ "package.json": "{ oops" });
    const { code, talk } = await runCommand(folder, ["init"]);
    expect(code).toBe(2);
    expect(talk).toContain("package.json is not a JSON object");
    expect(readdirSync(folder)).toEqual(["package.json"]);
  });

  it("puts the workflow where the host looks for it, and runs the installed version only", async () => {
    const folder = temporaryFolder({ ".git/HEAD": "ref: refs/heads/main\n" });
    const workflow = (name: string) => readFileSync(join(folder, ".github", "workflows", name), "utf8");
    expect((await runCommand(folder, ["init", "packages/a"])).output).toContain(
      "created  .github/workflows/journeys-packages-a.yml",
    );
    const { output } = await runCommand(join(folder, "packages"), ["init", "b"]);
    expect(output).toContain("created  ../.github/workflows/journeys-packages-b.yml");
    await runCommand(folder, ["init"]);
    expect(existsSync(join(folder, "packages/a/.github"))).toBe(false);
    expect(workflow("journeys-packages-a.yml")).toContain(
      '    defaults:\n      run:\n        working-directory: "packages/a"\n    steps:\n',
    );
    expect(workflow("journeys-packages-b.yml")).toContain('name: "journeys (packages/b)"\n');
    expect(workflow("journeys.yml")).not.toContain("defaults");
    const steps = [...workflow("journeys.yml").matchAll(/- run: (.*)/g)].map(([, step]) => step);
    expect(steps).toEqual([
      "npm ci",
      "npx --no-install journeyc check",
      "npx --no-install journeyc test",
      "npx --no-install journeyc build",
    ]);
  });
});
