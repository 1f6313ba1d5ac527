import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, normalize } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import { cachingHost } from "./support/compile-typescript.js";
import { runCommand } from "./support/fake-host.js";
import { fencedBlocks } from "./support/fenced-blocks.js";
import { filesBelow } from "./support/files-below.js";
import { makeClone } from "./support/make-clone.js";
import { PackageRegistry } from "./support/package-registry.js";
import { projectRoot } from "./support/read-project.js";
import { temporaryFolder } from "./support/temporary-folder.js";

const base = realpathSync(mkdtempSync(join(tmpdir(), "journeyc-")));
const [clone, project] = [join(base, "journeyc"), join(base, "project")];
const installed = join(project, "node_modules", "journeyc");
const registry = new PackageRegistry();
let address = "";

beforeAll(async () => {
  address = await registry.open();
  makeClone(clone);
});

afterAll(() => {
  registry.close();
  rmSync(base, { recursive: true, force: true });
});

/** Runs a script in a shell that knows npm and nothing of this machine, and gives what it writes. */
async function run(folder: string, script: string): Promise<string> {
  const shell = spawn("bash", ["--norc", "-euc", script], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: base,
      npm_config_registry: address,
      npm_config_cache: join(base, "cache"),
      npm_config_audit: "false",
      npm_config_fund: "false",
      npm_config_update_notifier: "false",
    },
  });
  let said = "";
  for (const stream of [shell.stdout, shell.stderr]) stream.on("data", (data) => (said += data));
  const code = await new Promise((done) => shell.on("close", done));
  expect([script, code, code === 0 ? "" : said]).toEqual([script, 0, ""]);
  return said;
}

const readme = fencedBlocks(readFileSync(join(projectRoot, "README.md"), "utf8"));
const commandsUnder = (title: string) => {
  const scripts = readme.filter(({ heading, language }) => heading === title && language === "sh");
  expect(scripts).toHaveLength(1);
  return scripts[0]?.text ?? "";
};

it("a clone does what README begins with", async () => {
  // The clone has the packages of this one.
  await run(clone, commandsUnder("Start").replace(/^npm ci$/m, ""));
  for (const file of ["ResetPassword.journey.json", "ResetPassword.machine.ts"])
    expect(readFileSync(join(clone, "build", file), "utf8")).not.toBe("");
});

it("a project made from the packed file alone does all of README, and then what its CI step does", async () => {
  mkdirSync(project);
  const example = join(projectRoot, "examples", "registration", "Registration.journey");
  expect((await runCommand(project, ["build", example, "--out", "."])).code).toBe(0);
  await run(
    project,
    "git init -q && mv Registration.journey.json my-export.json && rm -f .journeyc-outputs && echo {} > package.json",
  );
  await run(project, commandsUnder("In a project of your own"));
  const journey = readme.find(({ language }) => language === "journey")?.text ?? "";
  writeFileSync(join(project, "journeys", "FromReadme.journey"), journey.replaceAll("ResetPassword", "FromReadme"));
  const workflow = parse(readFileSync(join(project, ".github", "workflows", "journeys.yml"), "utf8"));
  const steps: readonly { readonly run?: string }[] = workflow.jobs.check.steps;
  // To install all once more, and npx for each command, would take longer than everything else.
  const commands = steps.flatMap(
    ({ run }) => run?.replace("npx --no-install ", "node_modules/.bin/").replace(/^npm ci$/, "npm ci --dry-run") ?? [],
  );
  expect(commands[0]).toBe("npm ci --dry-run");
  const said = await run(project, commands.join("\n"));
  expect(said).toContain("1 passed");
  expect(said).toMatch(/dist\/FromReadme\.machine\.ts/);
});

it("ES modules and CommonJS, in TypeScript with node16 and bundler, use the installed package and what it has built", async () => {
  // A module says with its ending which of the two it is.
  for (const name of ["app.mts", "app.cts"]) writeFileSync(join(project, name), app);
  writeFileSync(join(project, "wrong.mts"), app.replace('"true"', '"tru"'));
  for (const [module, moduleResolution] of [
    [ts.ModuleKind.Node16, ts.ModuleResolutionKind.Node16],
    [ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
  ] as const) {
    const isBundler = moduleResolution === ts.ModuleResolutionKind.Bundler;
    const names = ["app.mts", "wrong.mts", ...(isBundler ? [] : ["app.cts"])].map((name) => join(project, name));
    const options = {
      strict: true,
      lib: ["lib.es2022.d.ts"],
      skipDefaultLibCheck: true,
      skipLibCheck: isBundler,
      target: ts.ScriptTarget.ES2022,
      types: [],
      outDir: join(project, "out"),
      rootDir: project,
      module,
      moduleResolution,
    };
    const program = ts.createProgram(names, options, cachingHost(options));
    const found = ts
      .getPreEmitDiagnostics(program)
      .map(({ file, messageText }) => [
        basename(file?.fileName ?? ""),
        ts.flattenDiagnosticMessageText(messageText, " "),
      ]);
    expect(found).toEqual([["wrong.mts", expect.stringContaining('"tru"')]]);
    if (!isBundler) program.emit();
  }
  for (const name of ["app.mjs", "app.cjs"])
    expect(await run(project, `node out/${name}`)).toBe("FromReadme,Registration,ResetPassword suspended SendLink\n");
});

/** Uses the library, the runtime and a machine that `build` has written. */
const app = `import { openJourneys } from "journeyc";
import { simulate, start, take } from "journeyc/runtime";
import { FromReadme } from "./dist/FromReadme.machine.js";

declare const console: { log(...words: unknown[]): void };

async function tell(): Promise<void> {
  const { model } = await openJourneys(["journeys"]);
  const run = await simulate(FromReadme, { users: [{ userName: "demo", mail: "demo@example.com" }] });
  await run.submit("AskEmail", { mail: "demo@example.com" });
  const walk = take(take(start(FromReadme), "AskEmail", "outcome"), "FindUser", "true");
  console.log(model.journeys.map(({ name }) => name).join(), run.status, walk.state);
}

void tell();
`;

it("a clone that is not built says the one command that is missing, to npm and to whoever calls it", () => {
  const bare = join(temporaryFolder(), "journeyc");
  cpSync(clone, bare, { recursive: true, filter: (path) => !/^(dist|node_modules|docs)$/.test(basename(path)) });
  const call = (file: string) => {
    const { status, stderr } = spawnSync(process.execPath, [join(bare, file)], { encoding: "utf8" });
    return [status, stderr];
  };
  const notBuilt = "journeyc is not built: it was installed from its repository, and scripts were not run.\n";
  expect(call("scripts/prepare.mjs")).toEqual([1, `journeyc is not built yet. Run first in ${bare}: npm ci\n`]);
  expect(call("bin/journeyc.cjs")).toEqual([2, `${notBuilt}Run in ${bare}: npm ci --ignore-scripts=false\n`]);
  mkdirSync(join(bare, "node_modules", "esbuild"), { recursive: true });
  expect(call("bin/journeyc.cjs")).toEqual([2, `${notBuilt}Run in ${bare}: npm run build\n`]);
  // What npm packs of a clone without running its scripts.
  rmSync(join(bare, "scripts"), { recursive: true });
  expect(call("bin/journeyc.cjs")).toEqual([2, expect.stringMatching("\nRun: npm ci --ignore-scripts=false\n")]);
});

const files = () => Object.keys(filesBelow(installed)).map((path) => path.replaceAll("\\", "/"));

/** Pages about the repository itself, which speak of files that only it has. */
const aboutTheRepository = /^(CONTRIBUTING\.md|docs\/(architecture|releasing|figures)\.md|docs\/decisions\/)/;

it("packs every file that its pages link to", () => {
  const packed = files();
  const missing = packed
    .filter((file) => file.endsWith(".md") && !aboutTheRepository.test(file))
    .flatMap((file) => {
      const links = readFileSync(join(installed, file), "utf8").matchAll(/\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)/g);
      const targets = [...links].map(([, link = ""]) => normalize(join(dirname(file), link)).replaceAll("\\", "/"));
      return targets
        .filter((to) => !packed.some((each) => each === to || each.startsWith(`${to}/`)))
        .map((to) => `${file}: ${to}`);
    });
  expect(missing).toEqual([]);
});

it("packs nothing that only its makers need", () => {
  expect(files().filter((file) => /^(src|test|scripts|bench|api|\.)|\.cache$|built-from$/.test(file))).toEqual([]);
});
