import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { writeDeclaration } from "../../src/write/machine/write-declaration.js";
import { compileTypeScript } from "../support/compile-typescript.js";
import { projectRoot } from "../support/read-project.js";
import { resetPassword } from "../support/reset-password.js";
import { examplesOf } from "./app-folder.js";

const client = readFileSync(join(projectRoot, "client.d.ts"), "utf8");
const examples = examplesOf("bundlers.md");

const modes = [
  ["bundler", { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }],
  ["node16", { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 }],
] as const;

it.each(modes)("an import has the exact types of its file, with the moduleResolution %s", (_, options) => {
  const problems = compileTypeScript(
    {
      "client.d.ts": client,
      "ResetPassword.d.journey.ts": writeDeclaration([resetPassword()]),
      "right.ts": `import type { OutcomeOf } from "journeyc/runtime";
        import machine, { ResetPassword, type ResetPasswordState } from "./ResetPassword.journey";
        export const outcome: OutcomeOf<typeof ResetPassword, "FindUser"> = "true";
        export const states: ResetPasswordState[] = ["AskEmail", "success"];
        export const initial: "AskEmail" = machine.initial;`,
      "wrong-outcome.ts": `import { start, take } from "journeyc/runtime";
        import { ResetPassword } from "./ResetPassword.journey";
        take(start(ResetPassword), "FindUser", "tru");`,
      "wrong-name.ts": `import { ResetPasswort } from "./ResetPassword.journey"; ResetPasswort.id;`,
      "forms.ts": `import exported from "./ResetPassword.journey?export";
        import mermaid from "./ResetPassword.journey?mermaid";
        import svg from "./ResetPassword.journey?svg";
        export const texts: [string, string] = [mermaid, svg];
        export const ids: string[] = Object.keys(exported.trees);`,
      "wrong-form.ts": `import svg from "./ResetPassword.journey?svg"; export const size: number = svg;`,
      "without-types.ts": `import { simulate, start, take } from "journeyc/runtime";
        import { Other } from "./Other.journey";
        take(start(Other), "Anywhere", "anything");
        const run = await simulate(Other);
        await run.submit("Anywhere", { anything: 1 });
        await run.chooseStub("anything");`,
    },
    { allowArbitraryExtensions: true, ...options },
  );
  expect(problems).toEqual([
    expect.stringMatching(/^wrong-outcome\.ts:3: .*"tru"/),
    expect.stringMatching(/^wrong-name\.ts:1: .*ResetPasswort/),
    expect.stringMatching(/^wrong-form\.ts:1: .*'number'/),
  ]);
});

it("docs/bundlers.md shows a tsconfig.json under which its examples compile, or do not as they say", () => {
  const { config } = ts.parseConfigFileTextToJson("tsconfig.json", examples.get("tsconfig.json")?.text ?? "");
  const { options, errors } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, types: [] }, "");
  expect([errors, config.compilerOptions.types]).toEqual([[], ["journeyc/client"]]);
  const typescript = [...examples].filter(([file]) => file.endsWith(".ts"));
  expect(typescript.length).toBeGreaterThan(1);
  for (const [file, { text, error }] of typescript) {
    const files = { "ResetPassword.d.journey.ts": writeDeclaration([resetPassword()]), [file]: text };
    expect(compileTypeScript(files, options)).toEqual(
      error === undefined ? [] : [expect.stringContaining(`"${error}"`)],
    );
  }
});
