import { cpSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { builtFolder } from "../support/built-package.js";
import { fencedBlocks } from "../support/fenced-blocks.js";
import { projectRoot } from "../support/read-project.js";
import { temporaryFolder } from "../support/temporary-folder.js";

/** The script of the app's journey. */
export const script = `outcome = sharedState.get("username") === "demo" ? "known" : "unknown";\n`;

/** A journey with a script in a file and an inner journey. */
export const outer = `journey Outer {
  start -> Ask
  noSession: true
  page Ask {
    node Name: UsernameCollector

    -> Judge
  }

  node Judge: ScriptedDecision {
    script: Judge
    outcomes: ["known", "unknown"]

    known -> success
    unknown -> More
  }

  node More: InnerTreeEvaluator {
    tree: "Inner"

    true -> success
    false -> failure
  }

  script Judge {
    file: "scripts/judge.js"
  }
}
`;

export const inner = `journey Inner {
  noSession: true

  start -> Ask

  page Ask {
    node Answer: PasswordCollector

    -> Check
  }

  node Check: DataStoreDecision {
    true -> success
    false -> failure
  }
}
`;

/** Drives both journeys, and gives what every form of the import says. */
const app = `import { simulate, start, stepsOf, take } from "journeyc/runtime";
import { Outer } from "./journeys/Outer.journey";
import machine from "./journeys/Outer.journey";
import { Inner } from "./journeys/Inner.journey";
import exported from "./journeys/Outer.journey?export";
import { Outer as mermaid } from "./journeys/Outer.journey?mermaid";
import svg from "./journeys/Outer.journey?svg";

const walked = stepsOf(take(take(start(Outer), "Ask", "outcome"), "Judge", "unknown")).map(({ state }) => state);

export async function run() {
  const ran = await simulate(Inner, { users: [{ userName: "demo", password: "Pa55-word" }] }, { state: { username: "demo" } });
  await ran.submit("Ask", { Answer: "Pa55-word" });
  return {
    walked,
    status: ran.status,
    isSame: machine === Outer,
    trees: Object.keys(exported.trees),
    script: Outer.meta.scripts[0].body,
    mermaid,
    svg,
  };
}
`;

/** A folder with the app, in which the runtime is installed; gone after the test. */
export function appFolder(more: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder({
    "app.js": app,
    "package.json": '{ "private": true, "type": "module" }',
    "journeys/Outer.journey": outer,
    "journeys/Inner.journey": inner,
    "journeys/scripts/judge.js": script,
    ...more,
  });
  installInto(folder);
  return folder;
}

/** The examples of a page that name a file, by that name; with the word that their error must hold where they have one. */
export function examplesOf(
  page: string,
): ReadonlyMap<string, { readonly text: string; readonly error: string | undefined }> {
  const blocks = fencedBlocks(readFileSync(join(projectRoot, "docs", page), "utf8"));
  const named = /^\w+ file=(\S+)(?: error="(.*)")?$/;
  return new Map(
    blocks.flatMap(({ language, text }) => {
      const [, file, error] = named.exec(language) ?? [];
      return file === undefined ? [] : [[file, { text, error }] as const];
    }),
  );
}

/** A folder with the examples of docs/bundlers.md, the journey that they import, and the whole package as it was built. */
export function exampleFolder(): string {
  const texts = [...examplesOf("bundlers.md")].map(([file, { text }]) => [file, text] as const);
  const folder = temporaryFolder({
    ...Object.fromEntries(texts),
    "package.json": '{ "private": true, "type": "module" }',
    "ResetPassword.journey": readFileSync(
      join(projectRoot, "examples", "reset-password", "ResetPassword.journey"),
      "utf8",
    ),
  });
  const installed = join(folder, "node_modules", "journeyc");
  cpSync(join(projectRoot, "package.json"), join(installed, "package.json"));
  // A link, so that what the package depends on is found where it lies.
  symlinkSync(join(builtFolder(), "dist"), join(installed, "dist"), "junction");
  for (const name of ["vite"])
    symlinkSync(join(projectRoot, "node_modules", name), join(folder, "node_modules", name), "junction");
  return folder;
}

/** Puts the runtime of the package, as it was built for this run, into the folder's `node_modules`. */
function installInto(folder: string): void {
  const installed = join(folder, "node_modules", "journeyc");
  cpSync(join(projectRoot, "package.json"), join(installed, "package.json"));
  cpSync(join(builtFolder(), "dist", "runtime"), join(installed, "dist", "runtime"), { recursive: true });
}
