import { analyse } from "../../src/compile/compile.js";
import type { Model } from "../../src/model/model.js";
import { runScenario, type ScenarioResult } from "../../src/scenarios/run-scenario.js";
import { createScriptHost, type RanStatements } from "../../src/simulate/scripts/create-script-host.js";
import { SourceFile } from "../../src/text/source-file.js";

/** A project of one text whose script files are given by their paths. */
export function projectOf(text: string, scripts: Readonly<Record<string, string>>): Model {
  const { model, diagnostics } = analyse([new SourceFile("test.journey", text)], {
    readText: (path) => {
      const body = scripts[path];
      return body === undefined ? { problem: "not there" } : { text: body };
    },
  });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return model;
}

const sandbox = createScriptHost();

interface ScriptOptions {
  readonly version?: "1.0" | "2.0";
  readonly ran?: RanStatements;
  /** Library scripts by their title. */
  readonly libraries?: Readonly<Record<string, string>>;
}

/** Runs one scenario of a script that no node uses. */
export async function testScript(
  body: string,
  steps: readonly string[],
  { version = "2.0", ran, libraries = {} }: ScriptOptions = {},
): Promise<ScenarioResult> {
  const names = Object.keys(libraries);
  const declared = names.map((name) => `script ${name} "${name}" { file: "${name}.js" context: "LIBRARY" }\n`);
  const text = `script Tested { file: "tested.js" evaluatorVersion: "${version}" }
${declared.join("")}
scenario "s" of script Tested {
${steps.map((step) => `  ${step}\n`).join("")}}
`;
  const files = Object.fromEntries(names.map((name) => [`${name}.js`, libraries[name] ?? ""]));
  const model = projectOf(text, { ...files, "tested.js": body });
  const [scenario] = model.scenarios;
  if (scenario === undefined) throw new Error("no scenario");
  return runScenario(scenario, { model, scripts: ran ? createScriptHost({ ran }) : sandbox });
}

/** What is wrong with such a scenario; empty where it passes. */
export async function faultsOf(
  body: string,
  steps: readonly string[],
  options: ScriptOptions = {},
): Promise<readonly string[]> {
  const { diagnostics } = await testScript(body, steps, options);
  return diagnostics.map(({ code, message }) => `${code}: ${message}`);
}
