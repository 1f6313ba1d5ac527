import * as prettier from "prettier";
import { describe, expect, it } from "vitest";
import { journeyMachine } from "../../../src/machine/journey-machine.js";
import type { Journey, Model } from "../../../src/model/model.js";
import { writeMachine, writeMachines } from "../../../src/write/machine/write-machine.js";
import { compileTypeScript, runTypeScript } from "../../support/compile-typescript.js";
import { connection, journey, node, outcome, settings } from "../../support/journey-fixture.js";
import { resetPassword, typeWith } from "../../support/reset-password.js";

const model: Model = { journeys: [], externTypes: new Map(), scenarios: [] };

async function machineOf(subject: Journey): Promise<Record<string, unknown>> {
  const exported = Object.values(await runTypeScript(await writeMachine(subject, model)));
  return exported[0] as Record<string, unknown>;
}

/** Compiles uses of the reset-password machine, each by itself, and tells what is wrong with each. */
async function problemsOfUses(uses: readonly string[]): Promise<readonly (readonly string[])[]> {
  const machine = await writeMachine(resetPassword(), model);
  const files = uses.map((use, index) => [
    `use${index}.ts`,
    [
      'import { createMachine } from "xstate";',
      'import { type AnyMachine, type InputsOf, type OutcomeOf, type StateOf, start, take } from "journeyc/runtime";',
      'import { ResetPassword, type ResetPasswordInputs, type ResetPasswordOutcomes, type ResetPasswordState } from "./ResetPassword.machine.js";',
      "export type Used = [AnyMachine, InputsOf<typeof ResetPassword, 'AskEmail'>, OutcomeOf<typeof ResetPassword>, StateOf<typeof ResetPassword>,",
      "  ResetPasswordInputs, ResetPasswordOutcomes, ResetPasswordState, typeof start, typeof take, typeof createMachine];",
      use,
    ].join("\n"),
  ]);
  const problems = compileTypeScript({ "ResetPassword.machine.ts": machine, ...Object.fromEntries(files) });
  return uses.map((_, index) => problems.filter((problem) => problem.startsWith(`use${index}.ts:`)));
}

describe("writeMachine", () => {
  it("writes what nobody's prettier changes", async () => {
    const text = await writeMachine(resetPassword(), model);
    expect(await prettier.format(text, { parser: "typescript" })).toBe(text);
  });

  it("exports the object that the simulation runs, pages and scripts included", async () => {
    const subject = resetPassword();
    expect(subject.nodes.some(({ children }) => children.length > 0)).toBe(true);
    expect(await machineOf(subject)).toEqual(journeyMachine(subject));
  });

  it("keeps the author's order of names that are numbers, which an object would not", async () => {
    const outcomes = ["10", "2", "b"].map((id) => outcome(id));
    const connections = outcomes.map(({ id }) => connection(id, "success"));
    const text = await writeMachine(journey("9", [node("9", {}, { outcomes, connections }), node("1", {})]), model);
    expect(text).toContain('export type FixtureState = "9" | "1" | "success" | "failure";');
    expect(text).toContain('on: { "10": "success", "2": "success", b: "success" },');
  });

  it("names states, outcomes and inputs as the author does", async () => {
    const text = await writeMachine(resetPassword(), model);
    expect(text).toContain("export const ResetPassword = {");
    expect(text).toContain('readonly FindUser: "true" | "false";');
    expect(text).toContain("readonly AskEmail: { readonly mail?: string | number | boolean };");
    expect(text).toContain("readonly NewPassword: { readonly Password?: string };");
    expect(text).toContain('on: { PATCHED: "success", FAILURE: "failure" },');
    expect(text.match(/^import .*$/gm)).toEqual(['import type { JourneyMachine } from "journeyc/runtime";']);
  });

  it("is the same every time, alone or among others", async () => {
    const alone = await writeMachine(resetPassword(), model);
    expect(await writeMachines([journey(undefined, []), resetPassword(), resetPassword()])).toEqual([
      expect.any(String),
      alone,
      alone,
    ]);
    expect(await writeMachines([])).toEqual([]);
  });

  it("carries what a simulation needs", async () => {
    const script = {
      name: "CheckRisk",
      id: "b7c1d5a0-0000-4000-8000-000000000000",
      title: "Check Risk",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it must not become one.
      body: 'var a = `\\${"x"}`;\r\n\toutcome = "true"; // */ ${a}\n',
      file: undefined,
      properties: settings({ context: "AUTHENTICATION_TREE_DECISION_NODE", language: "JAVASCRIPT" }),
      place: resetPassword().place,
    };
    const machine = await machineOf({ ...resetPassword(), scripts: [script] });
    expect(machine).toMatchObject({
      id: "ResetPassword",
      initial: "AskEmail",
      meta: {
        settings: { identityResource: "managed/alpha_user", categories: ["Password Reset"] },
        scripts: [{ name: "CheckRisk", id: script.id, body: script.body, properties: { name: "Check Risk" } }],
      },
      states: {
        AskEmail: {
          meta: {
            type: "PageNode",
            version: "1.0",
            children: [{ name: "Email", id: "id-Email", properties: { attributesToCollect: ["mail"] } }],
          },
        },
      },
    });
  });
});

describe("a compiled machine in TypeScript", () => {
  it("compiles under the strictest options, for XState and for the runtime", async () => {
    const use = `
      createMachine(ResetPassword);
      export const any: AnyMachine = ResetPassword;
      export const walk = take(take(start(ResetPassword), "AskEmail", "outcome"), "FindUser", "false");
      export const outcome: OutcomeOf<typeof ResetPassword> = "PATCHED";
      export const state: ResetPasswordState = "success";
      export const inputs: InputsOf<typeof ResetPassword, "AskEmail"> = { mail: "demo@example.com" };
      export const same: ResetPasswordInputs["AskEmail"] = inputs;`;
    expect(await problemsOfUses([use])).toEqual([[]]);
  });

  it("does not compile where it is used wrongly", async () => {
    const wrong: readonly (readonly [string, string, RegExp])[] = [
      ["a misspelt outcome", 'take(start(ResetPassword), "FindUser", "tru");', /"tru".*"true" \| "false"/],
      ["an outcome of another state", 'take(start(ResetPassword), "AskEmail", "true");', /"true".*"outcome"/],
      ["a misspelt state", 'take(start(ResetPassword), "AskMail", "outcome");', /"AskMail"/],
      ["an outcome of an end", 'take(start(ResetPassword), "success", "outcome");', /never/],
      ["a misspelt input", 'export const i: InputsOf<typeof ResetPassword, "AskEmail"> = { male: "x" };', /male/],
      [
        "an input of the wrong kind",
        'export const i: InputsOf<typeof ResetPassword, "NewPassword"> = { Password: 1 };',
        /number/,
      ],
      [
        "an input where none is asked for",
        'export const i: InputsOf<typeof ResetPassword, "FindUser"> = { mail: "x" };',
        /never/,
      ],
      ["a misspelt outcome type", 'export const o: ResetPasswordOutcomes["SavePassword"] = "PATCHD";', /"PATCHD"/],
    ];
    const problems = await problemsOfUses(wrong.map(([, use]) => use));
    for (const [index, [what, , message]] of wrong.entries()) {
      expect([what, problems[index]]).toEqual([what, [expect.stringMatching(message)]]);
    }
  });

  it("does not compile a machine whose data has left its types", async () => {
    const machine = await writeMachine(resetPassword(), model);
    const broken = [
      machine.replace('on: { outcome: "FindUser" }', 'on: { outcome: "FindUsr" }'),
      machine.replace('on: { outcome: "FindUser" }', 'on: { outcme: "FindUser" }'),
      machine.replace('initial: "AskEmail"', 'initial: "AskMail"'),
      machine.replace('inputs: { Password: "text" }', 'inputs: { Pasword: "text" }'),
    ];
    for (const text of broken) expect(text).not.toBe(machine);
    const problems = compileTypeScript(Object.fromEntries(broken.map((text, index) => [`broken${index}.ts`, text])));
    for (const index of broken.keys()) expect(problems.join("\n")).toContain(`broken${index}.ts:`);
  });
});

describe("a machine of an odd journey", () => {
  it("fails at once where the journey has no start", async () => {
    expect(await machineOf(journey(undefined, []))).toMatchObject({ initial: "failure" });
    expect(await machineOf(journey("#gone", []))).toMatchObject({ initial: "failure" });
    expect(await machineOf(journey("success", []))).toMatchObject({ initial: "success" });
  });

  it("knows outcomes that lead nowhere, and those that only a connection tells of", async () => {
    const odd = node(
      "A",
      { foreign: "#gone", lost: "Nobody", extra: "success" },
      { outcomes: [outcome("unconnected"), outcome("foreign")] },
    );
    const machine = await machineOf(journey("A", [odd]));
    expect(machine).toMatchObject({ states: { A: { on: { extra: "success" } } } });
    const states = machine.states as { A: { on: object; meta: { outcomes: object } } };
    expect(Object.keys(states.A.on)).toEqual(["extra"]);
    expect(Object.keys(states.A.meta.outcomes)).toEqual(["unconnected", "foreign", "lost", "extra"]);
  });

  it("takes the first of two nodes with one name", async () => {
    const twice = journey("A", [node("A", { on: "success" }), node("A", { on: "failure" }), node("B", {})]);
    expect(await machineOf(twice)).toMatchObject({ states: { A: { on: { on: "success" } }, B: {} } });
  });

  it("tells equal outcomes of a page's inner nodes apart", async () => {
    const page = node(
      "Page",
      {},
      {
        outcomes: [
          outcome("u1-true", { outcome: "true", child: "First" }),
          outcome("u2-true", { outcome: "true", child: "Second" }),
          outcome("u2-false", { outcome: "false", child: "Second" }),
        ],
        connections: [
          connection("u1-true", "success"),
          connection("u2-true", "failure"),
          connection("u2-false", "Page"),
        ],
      },
    );
    expect(await machineOf(journey("Page", [page]))).toMatchObject({
      states: { Page: { on: { "First.true": "success", "Second.true": "failure", false: "Page" } } },
    });
  });

  it("asks for anything where only a script or a foreign node knows", async () => {
    const text = await writeMachine(
      journey("A", [node("A", {}), node("B", {}, { type: typeWith([{ type: "*" }]) })]),
      model,
    );
    expect(text).toContain("readonly A: { readonly [input: string]: unknown };");
    expect(text).toContain('inputs: "any",');
    expect(compileTypeScript({ "any.ts": text })).toEqual([]);
  });

  it("offers the choices of a choice", async () => {
    const choice = node(
      "Pick",
      {},
      { type: typeWith([{ type: "ChoiceCallback" }]), properties: settings({ choices: ["yes", 'no "thanks"'] }) },
    );
    const text = await writeMachine(journey("Pick", [choice]), model);
    expect(text).toContain('readonly Pick: { readonly Pick?: "yes" | \'no "thanks"\' };');
    expect(text).toContain('inputs: { Pick: ["yes", \'no "thanks"\'] },');
  });
});
