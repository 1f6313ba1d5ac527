import { describe, expect, it } from "vitest";
import { simulate } from "../../../src/runtime/index.js";
import { type ChildFixture, machine } from "../../support/machine-fixture.js";

const text: ChildFixture = { name: "Name", type: "UsernameCollectorNode" };
const page = (properties: Readonly<Record<string, string | Readonly<Record<string, string>>>>) =>
  machine("Page", { P: { type: "PageNode", children: [text], properties, on: { outcome: "failure" } } });

describe("header, description and stage of a page (facts: protocol.md 1.5)", () => {
  it("are its own, each where it is given", async () => {
    const all = await simulate(page({ pageHeader: { en: "Hi" }, pageDescription: { en: "Who?" }, stage: "one" }));
    expect(all.step).toMatchObject({ header: "Hi", description: "Who?", stage: "one" });
    const header = await simulate(page({ pageHeader: { en: "Hi" }, pageDescription: {}, stage: "" }));
    expect(header.step).toMatchObject({ header: "Hi" });
    expect(header.step).not.toHaveProperty("description");
    expect(header.step).not.toHaveProperty("stage");
    const description = await simulate(page({ pageHeader: {}, pageDescription: { en: "Who?" } }));
    expect(description.step).toMatchObject({ description: "Who?" });
    expect(description.step).not.toHaveProperty("header");
  });
});

describe("an inner journey that has no nodes", () => {
  it.each(["success", "failure"] as const)("leads where %s leads", async (end) => {
    const inner = { ...machine("Inner", {}), initial: end };
    const outer = machine("Outer", {
      In: {
        type: "InnerTreeEvaluatorNode",
        properties: { tree: "Inner" },
        on: { true: "Yes", false: "No" },
      },
      Yes: { type: "SetStateNode", properties: { attributes: { was: "success" } }, on: { outcome: "failure" } },
      No: { type: "SetStateNode", properties: { attributes: { was: "failure" } }, on: { outcome: "failure" } },
    });
    const run = await simulate(outer, {}, { inner: [inner] });
    expect(run.state.shared.was).toBe(end);
  });
});

describe("the page to go to after a failure (facts: protocol.md 1.12)", () => {
  const failing = (failureUrl: string) =>
    machine("Failing", { Url: { type: "SetFailureUrlNode", properties: { failureUrl }, on: { outcome: "failure" } } });
  const bare = machine("Failing", { A: { type: "MeterNode", on: { outcome: "failure" } } });

  it("is the one asked for, or the journey's, or the realm's, or none", async () => {
    const urls = { failure: "/realm" };
    const asked = { query: { gotoOnFail: ["/asked"] } };
    expect((await simulate(failing("/journey"), { urls, request: asked })).body).toMatchObject({
      message: "Login failure",
      detail: { failureUrl: "/asked" },
    });
    expect((await simulate(failing("/journey"), { urls })).body).toMatchObject({ detail: { failureUrl: "/journey" } });
    expect((await simulate(bare, { urls })).body).toMatchObject({ detail: { failureUrl: "/realm" } });
    expect((await simulate(bare)).body).toEqual({
      code: 401,
      reason: "Unauthorized",
      message: "Login failure",
      detail: { failureUrl: "" },
    });
  });
});
