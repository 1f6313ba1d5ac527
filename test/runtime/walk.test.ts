import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { createMachine, initialTransition, transition } from "xstate";
import { getShortestPaths, getSimplePaths } from "xstate/graph";
import { type AnyMachine, start, stepsOf, take, type Walk } from "../../src/runtime/index.js";
import { writeMachines } from "../../src/write/machine/write-machine.js";
import { runTypeScript } from "../support/compile-typescript.js";
import { resetPassword } from "../support/reset-password.js";

const toSuccess = [
  ["AskEmail", "outcome"],
  ["FindUser", "false"],
  ["SendLink", "outcome"],
  ["NewPassword", "outcome"],
  ["SavePassword", "PATCHED"],
] as const;
const toFailure = [...toSuccess.slice(0, -1), ["SavePassword", "FAILURE"]] as const;

let machine: AnyMachine;

beforeAll(async () => {
  const [text = ""] = await writeMachines([resetPassword()]);
  machine = Object.values(await runTypeScript(text))[0] as AnyMachine;
}, 30_000);

const walkAlong = (steps: readonly (readonly [string, string])[]) =>
  steps.reduce<Walk<AnyMachine>>((walk, [state, outcome]) => take(walk, state, outcome), start(machine));

describe("a walk", () => {
  it("begins at the entry and ends at success or failure", () => {
    expect(start(machine)).toMatchObject({ state: "AskEmail", status: "active", last: undefined });
    expect(walkAlong(toSuccess)).toMatchObject({ state: "success", status: "success" });
    expect(walkAlong(toFailure)).toMatchObject({ state: "failure", status: "failure" });
  });

  it("remembers its steps and leaves earlier walks as they were", () => {
    const walk = walkAlong(toSuccess);
    expect(stepsOf(walk)).toEqual(toSuccess.map(([state, outcome]) => ({ state, outcome })));
    expect(stepsOf(walk.last!.walk)).toHaveLength(toSuccess.length - 1);
    const before = walkAlong(toSuccess.slice(0, 2));
    take(before, "SendLink", "outcome");
    expect(before).toMatchObject({ state: "SendLink", status: "active" });
  });

  it("says where it is when a caller is mistaken", () => {
    expect(() => take(start(machine), "FindUser", "true")).toThrow('The walk is at "AskEmail", not at "FindUser"');
    expect(() => take(start(machine), "AskEmail", "true")).toThrow('"AskEmail" has no outcome "true"');
    expect(() => take(start(machine), "AskEmail", "constructor")).toThrow('"AskEmail" has no outcome "constructor"');
    expect(() => take(walkAlong(toSuccess), "success", "x")).toThrow('The walk has ended: it is success at "success"');
  });

  it("is stuck where an outcome leads nowhere", () => {
    const meta = { id: "1", type: "T", version: "1.0", displayName: "A", inputs: {}, properties: {} };
    const stuck: AnyMachine = {
      id: "Stuck",
      initial: "A",
      meta: { settings: {}, scripts: [] },
      states: {
        A: { on: {}, meta: { ...meta, outcomes: { toString: { id: "toString", displayName: "" } } } },
        success: { type: "final" },
        failure: { type: "final" },
      },
    };
    const walk = take(start(stuck), "A", "toString");
    expect(walk).toMatchObject({ state: "A", status: "stuck" });
    expect(() => take(walk, "A", "toString")).toThrow('The walk has ended: it is stuck at "A"');
  });
});

describe("a compiled machine in XState", () => {
  it.each([
    ["success", toSuccess],
    ["failure", toFailure],
  ])("walks to %s", (end, steps) => {
    const logic = createMachine(machine);
    let [snapshot] = initialTransition(logic);
    for (const [state, outcome] of steps) {
      expect(snapshot.value).toBe(state);
      [snapshot] = transition(logic, snapshot, { type: outcome });
    }
    expect([snapshot.value, snapshot.status]).toEqual([end, "done"]);
  });

  it("is understood by its path generators", () => {
    const logic = createMachine(machine);
    const ends = (paths: readonly { state: { value: unknown } }[]) => paths.map((path) => path.state.value);
    expect(new Set(ends(getShortestPaths(logic)))).toEqual(new Set(Object.keys(machine.states)));
    const simple = getSimplePaths(logic, { toState: (state) => state.status === "done" });
    // Two ways through FindUser, and two ends of each.
    expect(ends(simple).sort()).toEqual(["failure", "failure", "success", "success"]);
  });
});

/** A module of a browser, as small as a bundler makes it. A Node module in it would fail here. */
async function bundle(module: string): Promise<number> {
  const result = await build({
    stdin: { contents: module, resolveDir: new URL("../../src/runtime", import.meta.url).pathname, loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "browser",
    minify: true,
    write: false,
  });
  expect(result.warnings).toEqual([]);
  return result.outputFiles[0]!.contents.length;
}

describe("the runtime", () => {
  it("runs in browsers, and what only walks is small", async () => {
    expect(await bundle('export { start, stepsOf, take } from "./index.js";')).toBeLessThan(2000);
  });

  it("is small enough to be sent, with every node in it", async () => {
    expect(await bundle('export * from "./index.js";')).toBeLessThan(105_000);
  });
});
