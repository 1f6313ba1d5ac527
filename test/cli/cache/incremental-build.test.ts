import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { runBuild, runCommand } from "../../support/fake-host.js";
import { filesBelow } from "../../support/files-below.js";
import {
  configurationText,
  journeyName,
  journeyPath,
  journeyText,
  projectFiles,
  scenarioText,
  scriptPath,
  scriptText,
} from "../../support/incremental-project.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

/** More edits than in CI: `JOURNEYC_CACHE_RUNS=50 npx vitest run test/cli/cache`. */
const runs = Number(process.env.JOURNEYC_CACHE_RUNS ?? 1);
const journeys = 50;
const cache = ".journeyc";

/** One edit: what is done, to which of the files, and a number that makes texts differ. */
interface Edit {
  readonly kind: number;
  readonly which: number;
  readonly value: number;
}

class EditedProject {
  readonly folder: string;
  args: readonly string[] = [];

  constructor(folder: string) {
    this.folder = folder;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    // As editors do, without a new file.
    writeFileSync(this.path(name), text);
  }

  change(name: string, change: (text: string) => string): void {
    if (existsSync(this.path(name))) this.write(name, change(readFileSync(this.path(name), "utf8")));
  }

  mend(): void {
    rmSync(this.path("journeys"), { recursive: true, force: true });
    for (const [name, text] of Object.entries(projectFiles(journeys))) this.write(name, text);
  }

  outputs(): readonly string[] {
    return existsSync(this.path("dist")) ? readdirSync(this.path("dist")).sort() : [];
  }

  kept(): readonly string[] {
    return existsSync(this.path(cache)) ? readdirSync(this.path(cache)).map((name) => join(cache, name)) : [];
  }
}

const chosen = <T>(list: readonly T[], which: number): T | undefined => list[which % Math.max(list.length, 1)];

/** What may happen between two builds, by a name that a failing test shows. */
const edits: Readonly<Record<string, (project: EditedProject, edit: Edit) => void>> = {
  "change a description": (project, { which, value }) =>
    project.change(journeyPath(which % journeys), (text) => text.replace(/"first[^"]*"/, `"first ${value}"`)),
  "change a journey but not the size and the time of the file": (project, { which, value }) => {
    const name = journeyPath(which % journeys);
    if (!existsSync(project.path(name))) return;
    const { atime, mtime } = statSync(project.path(name));
    project.change(name, (text) => text.replace(/"first/, value % 2 === 0 ? '"f1rst' : '"furst'));
    utimesSync(project.path(name), atime, mtime);
  },
  "change two journeys": (project, { which, value }) => {
    for (const each of [which, which + 1])
      project.change(journeyPath(each % journeys), (text) => text.replace(/"first[^"]*"/, `"first, ${value}"`));
  },
  "rename a file": (project, { which, value }) => {
    const name = project.path(journeyPath(which % journeys));
    if (existsSync(name)) renameSync(name, join(dirname(name), `Renamed${value}.journey`));
  },
  "exchange two files": (project, { which }) => {
    const [one, other] = [which, which + 3].map((each) => project.path(journeyPath(each % journeys)));
    if (one === undefined || other === undefined || !existsSync(one) || !existsSync(other)) return;
    renameSync(one, `${one}.old`);
    renameSync(other, one);
    renameSync(`${one}.old`, other);
  },
  "delete a file": (project, { which }) => rmSync(project.path(journeyPath(which % journeys)), { force: true }),
  "restore a file": (project, { which }) =>
    project.write(journeyPath(which % journeys), journeyText(journeyName(which % journeys), which % journeys)),
  "add a file": (project, { value }) =>
    project.write(`journeys/new/Added${value}.journey`, journeyText(`Added${value}`, 0)),
  "add a journey whose file name clashes": (project, { which }) =>
    project.write("journeys/clash.journey", journeyText(journeyName(which % journeys).toUpperCase(), 0)),
  "add a journey of a name that is taken": (project, { which, value }) =>
    project.write(`journeys/${value % 2 === 0 ? "A" : "z"}.journey`, journeyText(journeyName(which % journeys), 0)),
  "rename a journey": (project, { which, value }) =>
    project.change(journeyPath(which % journeys), (text) => text.replace(/^journey \w+/m, `journey Other${value}`)),
  "make a mistake": (project, { which }) =>
    project.change(journeyPath(which % journeys), (text) => text.replace("-> success", "-> Nowhere")),
  "make a syntax error": (project, { which }) =>
    project.change(journeyPath(which % journeys), (text) => text.replace("page Ask {", "page Ask")),
  "leave something unused": (project, { which, value }) =>
    project.change(journeyPath(which % journeys), (text) => `param unused${value} = 1\n\n${text}`),
  "ignore a finding": (project, { which }) =>
    project.change(journeyPath(which % journeys), (text) => `// journey-ignore-next-line unused-param: later\n${text}`),
  "change a script": (project, { which, value }) =>
    project.change(scriptPath((which % 10) * 5 + 1), () => scriptText(`"${value}"`)),
  "make a mistake in a script": (project, { which }) =>
    project.change(scriptPath((which % 10) * 5 + 1), () => "var given = ;\n"),
  "delete a script": (project, { which }) => rmSync(project.path(scriptPath((which % 10) * 5 + 1)), { force: true }),
  "restore a script": (project, { which }) => project.write(scriptPath((which % 10) * 5 + 1), scriptText('"1"')),
  "put a link in the place of a script": (project, { which }) => {
    const path = project.path(scriptPath((which % 10) * 5 + 1));
    if (!existsSync(dirname(path))) return;
    rmSync(path, { force: true });
    writeFileSync(join(dirname(path), "target.js"), scriptText('"linked"'));
    symlinkSync("target.js", path);
  },
  "change a scenario": (project, { which, value }) =>
    project.change(`journeys/${journeyName((which % 5) * 10 + 4)}.scenarios.journey`, () =>
      scenarioText(journeyName((which % 5) * 10 + 4 + (value % 3)), value % 2 === 0 ? "success" : "failure"),
    ),
  "change the configuration": (project, { value }) =>
    project.write(
      "journey.config.json",
      configurationText(
        chosen<object>(
          [
            {},
            { params: { brand: `Brand ${value}` } },
            { rules: { "unused-param": { severity: "off", reason: "Later" } } },
            { realm: "bravo" },
            { defaultLocale: "de" },
            { export: { coordinates: false } },
            { targets: ["export", "mermaid"] },
            { outDir: "other" },
            { unknown: 1 },
          ],
          value,
        ) ?? {},
      ),
    ),
  "delete the configuration": (project) => rmSync(project.path("journey.config.json"), { force: true }),
  "delete an output": (project, { which }) => {
    const name = chosen(project.outputs(), which);
    if (name !== undefined) unlinkSync(project.path(join("dist", name)));
  },
  "edit an output": (project, { which, value }) => {
    const name = chosen(project.outputs(), which);
    if (name !== undefined) appendFileSync(project.path(join("dist", name)), `${value}\n`);
  },
  "edit an output but not its size and time": (project, { which }) => {
    const name = chosen(project.outputs(), which);
    if (name === undefined) return;
    const path = project.path(join("dist", name));
    const { atime, mtime } = statSync(path);
    writeFileSync(path, readFileSync(path, "utf8").replace(/first/, "worst"));
    utimesSync(path, atime, mtime);
  },
  "put a link in the place of an output": (project, { which }) => {
    const name = chosen(project.outputs(), which);
    if (name === undefined) return;
    const path = project.path(join("dist", name));
    renameSync(path, project.path("moved.json"));
    symlinkSync("../moved.json", path);
  },
  "delete all outputs": (project) => rmSync(project.path("dist"), { recursive: true, force: true }),
  "touch a file": (project, { which }) => {
    const path = project.path(journeyPath(which % journeys));
    if (existsSync(path)) utimesSync(path, new Date(), new Date());
  },
  "copy a file over itself": (project, { which }) => {
    const path = project.path(journeyPath(which % journeys));
    if (!existsSync(path)) return;
    cpSync(path, `${path}.copy`);
    renameSync(`${path}.copy`, path);
  },
  "damage what is kept": (project, { which, value }) => {
    for (const name of project.kept()) {
      const path = project.path(name);
      if (!basename(name).startsWith("build-")) continue;
      const bytes = readFileSync(path);
      if (value % 3 === 0) writeFileSync(path, bytes.subarray(0, which % bytes.length));
      else if (value % 3 === 1) {
        bytes[which % bytes.length] = (bytes[which % bytes.length] ?? 0) ^ (1 << (value % 8));
        writeFileSync(path, bytes);
      } else rmSync(path);
    }
  },
  "take what is kept of another build": (project) => {
    const [one, other] = project.kept().filter((name) => basename(name).startsWith("build-"));
    if (one !== undefined && other !== undefined) cpSync(project.path(one), project.path(other));
  },
  "give other arguments": (project, { value }) => {
    project.args =
      chosen(
        [
          [],
          ["--json"],
          ["--param", `brand=${value}`],
          ["--prune"],
          ["--realm", "bravo"],
          ["--bundle"],
          ["--meta"],
          ["--target", "mermaid"],
          ["--out", "elsewhere"],
          ["--target", "frconfig"],
          ["journeys/more"],
          ["journeys/Journey1.journey"],
        ],
        value,
      ) ?? [];
  },
  nothing: () => undefined,
};
const names = Object.keys(edits);

/** Everything but what is kept. */
function contentOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(filesBelow(folder)).filter(([path]) => !path.startsWith(cache)));
}

const edit = fc.record({ kind: fc.nat(names.length - 1), which: fc.nat(100_000), value: fc.nat(1000) });
/** Most builds come after one edit, some after several. */
const steps = fc.array(fc.array(edit, { minLength: 1, maxLength: 3, size: "xsmall" }), { minLength: 8, maxLength: 12 });

test("after any edits, a build says and writes what one says and writes that knows nothing", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      // The same is done to two projects. One of them is built as if there had been no build before.
      const [project, other] = [1, 2].map(() => new EditedProject(temporaryFolder(projectFiles(journeys)))) as [
        EditedProject,
        EditedProject,
      ];
      let isFine = true;
      for (const step of [[], ...all]) {
        const done = step.map(({ kind }) => names[kind]).join(", ");
        for (const each of [project, other]) {
          // Most mistakes are mended before the next one is made.
          if (!isFine && (step[0]?.value ?? 0) % 4 > 0) each.mend();
          for (const edit of step) edits[names[edit.kind] ?? ""]?.(each, edit);
        }
        const { code, output, talk } = await runBuild(project.folder, project.args);
        const fresh = await runCommand(other.folder, ["build", ...other.args]);
        isFine = code === 0;
        expect({ done, code, output, talk, files: contentOf(project.folder) }).toEqual({
          done,
          ...fresh,
          talk: fresh.talk.replaceAll(other.folder, project.folder),
          files: contentOf(other.folder),
        });
      }
    }),
    { numRuns: runs, endOnFailure: true },
  );
});
