import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { readConfigurationText } from "../../src/configuration/read-configuration.js";
import { SourceFile } from "../../src/text/source-file.js";
import { builtPackage } from "../support/built-package.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const built = builtPackage();
const example = join("examples", "reset-password", "ResetPassword.journey");

/** A module that prints the files that are loaded, as the last line of standard error. */
function moduleLister(): string {
  const folder = temporaryFolder({
    "list.cjs": `process.on("exit", () => process.stderr.write("\\n" + JSON.stringify(Object.keys(require.cache))));`,
  });
  return join(folder, "list.cjs");
}

describe("the built command line", () => {
  it("answers its version, and runs the example", () => {
    const version = built.run(["--version"]);
    expect([version.status, version.stdout, version.stderr]).toEqual([
      0,
      `${JSON.parse(readFileSync("package.json", "utf8")).version}\n`,
      "",
    ]);
    const checked = built.run(["check", example]);
    expect([checked.status, checked.stdout, checked.stderr]).toEqual([0, "", "No findings in 1 file\n"]);
  });

  it("knows the marks of other languages beyond ASCII, though it is read as Latin-1", () => {
    const { stdout } = built.run(["check", "--json", "-"], {
      input: "journey A {\n  description: “x”\n  start → failure\n}\n",
    });
    const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly { readonly help: string }[] };
    expect(diagnostics.map(({ help }) => help)).toEqual(['Write `"x"`.', "Write `->`."]);
  });

  it("says where the time of any command goes, and builds as it does without saying so", () => {
    const parts = (stderr: string) => [...stderr.matchAll(/^ +\d+\.\d ms {2}(.+)$/gm)].map(([, part]) => part);
    const folder = temporaryFolder();
    const build = (...args: string[]) => built.run(["build", join(process.cwd(), example), ...args], { folder });
    const first = build("--timings");
    expect(first.stdout).toContain("written");
    expect(parts(first.stderr)).toEqual(
      ["start of Node.js", "looking for changes", "loading the program", "build"].concat(
        ...["files", "configuration", "texts", "scenarios", "in all"],
      ),
    );
    const again = build();
    expect(build("--timings").stdout).toBe(again.stdout);
    expect(parts(again.stderr)).toEqual([]);
    expect(parts(build("--timings").stderr)).toEqual(["start of Node.js", "looking for changes", "in all"]);
    const looked = built.run(["nodes", "--timings"]);
    expect([looked.status, parts(looked.stderr)]).toEqual([
      0,
      ["start of Node.js", "loading the program", "nodes", "in all"],
    ]);
    expect(built.run(["nodes", "--", "--timings"]).status).toBe(2);
  });

  it("has a runtime for CommonJS beside that for ES modules", async () => {
    const folder = join(built.folder, "dist", "runtime");
    const commonJs = createRequire(import.meta.url)(join(folder, "commonjs"));
    const module = await import(pathToFileURL(join(folder, "index.js")).href);
    expect(Object.keys(commonJs).toSorted()).toEqual(Object.keys(module).toSorted());
  });

  it("loads no heavy module for check, and only for the machine target ts-morph and prettier", () => {
    const out = temporaryFolder();
    const loaded = (...args: string[]): readonly string[] => {
      const { stderr } = built.run(args, { node: ["--require", moduleLister()] });
      return JSON.parse(stderr.split("\n").at(-1) ?? "[]");
    };
    const own = join(built.folder, "dist");
    const foreign = (files: readonly string[]) =>
      files.filter((file) => !file.startsWith(own) && !file.endsWith("list.cjs"));
    const checked = loaded("check", example);
    expect(foreign(checked)).toEqual([]);
    expect(checked.filter((file) => file.includes("write-machine"))).toEqual([]);
    const exported = loaded("build", example, "--out", out);
    expect(foreign(exported)).toEqual([]);
    const machine = loaded("build", example, "--out", out, "--target", "machine");
    expect(machine.some((file) => file.includes("ts-morph"))).toBe(true);
    // ajv is for schemas of the tenant's own; those of the package are compiled.
    const extern = 'extern node Ask "AcmeAskNode" { outcomes: ["next"] schema: "ask.json" }';
    const project = temporaryFolder({
      "a.journey": `${extern}\njourney A { start -> B node B: Ask { size: 1 next -> success } }`,
      "ask.json": '{ "properties": { "size": { "type": "integer" } } }',
      "journey.config.json": '{ "simulate": { "seed": 1 } }',
      "plain/a.journey": "journey A { start -> success }",
    });
    expect(foreign(loaded("check", join(project, "plain"), "--config", join(project, "journey.config.json")))).toEqual(
      [],
    );
    expect(loaded("check", join(project, "a.journey")).some((file) => file.includes("ajv"))).toBe(true);
    // Of the catalogue, a journey costs the types that it uses.
    expect(checked.filter((file) => file.includes("catalogue")).length).toBeLessThan(12);
    expect(foreign(loaded("--version"))).toEqual([]);
  });

  it("checks exports and standard input", () => {
    const folder = temporaryFolder();
    built.run(["build", example, "--out", folder]);
    const exports = readdirSync(folder).filter((name) => name.endsWith(".json"));
    expect(exports).toHaveLength(1);
    const fine = { status: 0, stdout: "", stderr: "No findings in 1 file\n" };
    expect(built.run(["check", "."], { folder })).toMatchObject(fine);
    expect(built.run(["check", ...exports], { folder })).toMatchObject(fine);
    expect(built.run(["check", "-"], { input: readFileSync(join(folder, exports[0] ?? ""), "utf8") })).toMatchObject(
      fine,
    );
  });

  it("tells that the port of serve is taken, though the server is in a file of its own", async () => {
    const folder = temporaryFolder({ "a.journey": "journey A { start -> success }" });
    const other = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void other.close());
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    for (const more of [[], ["--json"]]) {
      const { status, stdout, stderr } = built.run(["serve", "--port", String(port), ...more], { folder });
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toBe(`error: Port ${port} of 127.0.0.1 is taken by another program\n--port 0 takes a free one\n`);
    }
  });

  it("ends quietly when its reader has gone", () => {
    const many = Array.from({ length: 800 }, (_, index) => `journey J${index} {\n  start -> Nowhere\n}\n`).join("\n");
    const folder = temporaryFolder({ "a.journey": many });
    const command = `"${process.execPath}" "${built.launcher}" check --json a.journey | head -c 10; echo " \${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", command], { cwd: folder, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout.trim().split(" ").at(-1)).toBe("1");
  });

  it("reports a defect of its own briefly, with status 70", () => {
    const folder = temporaryFolder({
      "a.journey": "journey A { start -> success }",
      "break.cjs": "JSON.stringify = () => { throw new Error('made to fail\\nfor a test'); };",
    });
    const run = (environment: Record<string, string>) =>
      built.run(["check", "--json", "a.journey"], {
        folder,
        node: ["--require", join(folder, "break.cjs")],
        environment,
      });
    const { status, stdout, stderr } = run({});
    expect([status, stdout]).toEqual([70, ""]);
    expect(stderr).toContain("stopped because of a defect of its own");
    expect(stderr).toContain("  Error: made to fail\n");
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stderr.split("\n").length).toBeLessThan(8);
    expect(run({ JOURNEYC_DEBUG: "1" }).stderr).toMatch(/^\s+at /m);
  });

  it("reads standard input once, for all who ask for it", () => {
    const input = readFileSync(example, "utf8");
    expect(built.run(["diff", "-", "-"], { input })).toMatchObject({ status: 2, stdout: "" });
    expect(built.run(["check", "-", "-"], { input }).stderr).toBe("No findings in 1 file\n");
  });

  it("checks configuration and world with the code that ajv has made of their schemas, as the sources do with ajv", () => {
    const configuration = {
      targets: ["machin"],
      rules: { "unreachable-node": { severit: "off" } },
      export: { types: 1 },
    };
    const world = { stubs: { A: [{ outcome: 1 }] }, userss: [] };
    const folder = temporaryFolder({
      "a.journey": "journey A { start -> success }",
      "journey.config.json": JSON.stringify({ ...configuration, simulate: world }),
    });
    const source = new SourceFile("journey.config.json", readFileSync(join(folder, "journey.config.json"), "utf8"));
    const expected = readConfigurationText(source).diagnostics.map(({ message, help }) => ({ message, help }));
    expect(expected.length).toBe(5);
    const { stdout } = built.run(["check", "--json"], { folder });
    const { diagnostics } = JSON.parse(stdout) as {
      readonly diagnostics: readonly Readonly<Record<string, unknown>>[];
    };
    expect(diagnostics.map(({ message, help }) => ({ message, help }))).toEqual(expected);
  });

  it("gives the same bytes as the library", async () => {
    const out = temporaryFolder();
    expect(built.run(["build", example, "--out", out]).status).toBe(0);
    const library = await import(join(built.folder, "dist", "index.js"));
    const text = readFileSync(join(import.meta.dirname, "..", "..", example), "utf8");
    const { outputs } = await library.compile([new library.SourceFile("ResetPassword.journey", text)]);
    expect(outputs).toHaveLength(1);
    expect(readFileSync(join(out, outputs[0].fileName), "utf8")).toBe(outputs[0].text);
  });
});
