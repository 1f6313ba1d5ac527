import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { writeMachines } from "../../../src/write/machine/write-machine.js";
import { compileTypeScript } from "../../support/compile-typescript.js";
import { resetPassword } from "../../support/reset-password.js";

const document = readFileSync(new URL("../../../docs/machine.md", import.meta.url), "utf8");

/** The examples that name a file, with the word that their compiler error must hold where they have one. */
const examples = [...document.matchAll(/^```ts file=(\S+)(?: error="(.*)")?\n([\s\S]*?)^```$/gm)].map(
  ([, file = "", error, text = ""]) => ({ file, error, text }),
);

let machine = "";

beforeAll(async () => {
  [machine = ""] = await writeMachines([resetPassword()]);
}, 30_000);

describe("docs/machine.md", () => {
  it("has examples", () => {
    expect(examples.map((example) => example.file)).toEqual([
      "first-test.ts",
      "misspelt.ts",
      "with-xstate.ts",
      "with-simulate.ts",
      "misspelt-node.ts",
    ]);
  });

  it.each(examples)("is right about $file", ({ file, error, text }) => {
    const problems = compileTypeScript({ "ResetPassword.machine.ts": machine, [file]: text });
    expect(problems).toEqual(error === undefined ? [] : [expect.stringContaining(`"${error}"`)]);
  });

  it("describes the exports and names that are written", () => {
    for (const name of ["ResetPassword", "ResetPasswordState", "ResetPasswordOutcomes", "ResetPasswordInputs"]) {
      expect(document).toContain(`\`${name}\``);
      expect(machine).toMatch(new RegExp(`^export (const|type|interface) ${name} `, "m"));
    }
  });
});
