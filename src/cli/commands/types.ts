import { existsSync, readFileSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { printable } from "../../diagnostics/render/printable.js";
import type { Model } from "../../model/model.js";
import { generationOf } from "../../model/script-place.js";
import { openModel } from "../../project/read-model.js";
import { shownPath } from "../../project/shown-path.js";
import { type ScriptGeneration, scriptGenerations } from "../../rhino/bindings.js";
import { projectOptions } from "../input/project-options.js";
import { writePretty } from "../output/report.js";
import { projectReferences, rootProject, scriptProject, scriptProjectName } from "../output/script-projects.js";
import { writeTogether } from "../output/write-together.js";
import { exitCode } from "../process/exit-code.js";
import type { Host } from "../process/host.js";
import { defineCommand } from "./define-command.js";

/** `journeyc types`: what an editor must know to complete and check script files. */
export const types = defineCommand({
  usage: "types [paths…]",
  description:
    "Writes declarations of the objects that scripts find in the two script engines, and a jsconfig.json. With them an editor\n" +
    "completes nodeState, callbacks and the others in the script files of journeys, and checks them, each for its engine.",
  options: {
    out: { type: "string", short: "o", value: "DIR", help: "the folder of the declarations (default: script-types)" },
    ...projectOptions,
  },
  positionals: { minimum: 0, maximum: Number.POSITIVE_INFINITY },
  async run({ options, positionals, host }) {
    const { model, diagnostics, isUnreadable } = await openModel(host, { ...options, paths: positionals });
    const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
    writePretty(errors, host.talk);
    if (isUnreadable) return exitCode.usage;
    const root = host.workingDirectory;
    const folder = resolve(root, options.out ?? "script-types");
    const files = scriptFiles(model, root);
    const texts = new Map<string, string>();
    for (const name of ["common", ...scriptGenerations]) {
      texts.set(join(folder, `${name}.d.ts`), declarations(name, host));
    }
    for (const generation of scriptGenerations) {
      texts.set(join(folder, scriptProjectName(generation)), scriptProject(generation, folder, [...files[generation]]));
    }
    const references = projectReferences(root, folder);
    const kept = ["tsconfig.json", "jsconfig.json"].find((name) => existsSync(join(root, name)));
    if (kept === undefined) texts.set(join(root, "jsconfig.json"), rootProject(references));
    writeTogether(texts, root);
    for (const path of texts.keys()) host.output.write(`written    ${printable(shownPath(path, root))}\n`);
    if (kept !== undefined) tellReferences(kept, references, host);
    const counts = scriptGenerations.map((generation) => `${files[generation].size} ${generation}`);
    host.talk.write(`Script files: ${counts.join(", ")}\n`);
    return errors.length > 0 ? exitCode.findings : exitCode.fine;
  },
});

/** The script files of each engine, by absolute paths. Scripts of other purposes find other objects and are left out. */
function scriptFiles(model: Model, root: string): Readonly<Record<ScriptGeneration, ReadonlySet<string>>> {
  const files = { legacy: new Set<string>(), "next-generation": new Set<string>() };
  for (const script of model.journeys.flatMap(({ scripts }) => scripts)) {
    const generation = generationOf(script);
    if (generation === undefined || script.file === undefined || extname(script.file) !== ".js") continue;
    files[generation].add(resolve(root, dirname(script.place.source.path), script.file));
  }
  return files;
}

function declarations(name: string, { packageFolder }: Host): string {
  return readFileSync(join(packageFolder, "templates", "script-types", `${name}.d.ts`), "utf8");
}

/** Editors take `tsconfig.json` before `jsconfig.json`, and the user's own file is the user's. */
function tellReferences(file: string, references: readonly { readonly path: string }[], host: Host): void {
  const text = readFileSync(join(host.workingDirectory, file), "utf8");
  if (references.every(({ path }) => text.includes(path))) return;
  host.talk.write(`${file} is there already. Its "references" need:\n`);
  for (const { path } of references) host.talk.write(`  { "path": ${JSON.stringify(path)} }\n`);
}
