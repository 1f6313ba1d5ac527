import { describe, expect, it } from "vitest";
import { simulate } from "../../../src/runtime/index.js";
import { type ChildFixture, machine } from "../../support/machine-fixture.js";

const text = (name: string) => ({ name, type: "UsernameCollectorNode" });
const secret = (name: string) => ({ name, type: "PasswordCollectorNode" });
const attributes = (name: string, ...list: readonly string[]) => ({
  name,
  type: "AttributeCollectorNode",
  properties: { attributesToCollect: list, required: false, validateInputs: false },
});
const page = (...children: readonly ChildFixture[]) =>
  simulate(machine("Form", { P: { type: "PageNode", children, on: { outcome: "failure" } } }), {});

describe("the inputs of a step by name", () => {
  it("are those of attributes, of inner nodes, or of prompts", async () => {
    const run = await page(text("Name"), secret("Secret"), attributes("Profile", "mail", "sn"));
    await run.submit("P", { "User Name": "demo", Secret: "pw", mail: "a@b.ch", sn: "Muster" });
    expect(run.state.shared).toMatchObject({ username: "demo", objectAttributes: { mail: "a@b.ch", sn: "Muster" } });
  });

  it("share out a list over the callbacks of one node; what it has no value for keeps what was shown", async () => {
    const both = await page(attributes("Profile", "mail", "sn"));
    await both.submit("P", { Profile: ["a@b.ch", "Muster"] });
    expect(both.state.shared.objectAttributes).toEqual({ mail: "a@b.ch", sn: "Muster" });
    const first = await page(attributes("Profile", "mail", "sn"));
    await first.submit("P", { Profile: ["a@b.ch"] });
    expect(first.state.shared.objectAttributes).toMatchObject({ mail: "a@b.ch" });
    expect(first.state.shared.objectAttributes).not.toMatchObject({ sn: "a@b.ch" });
    const one = await page(attributes("Profile", "mail", "sn"));
    await one.submit("P", { Profile: "a@b.ch" });
    expect(one.state.shared.objectAttributes).not.toMatchObject({ sn: "a@b.ch" });
  });

  it("are told when a name is none of them, each once", async () => {
    const run = await page(text("Name"), attributes("Profile", "mail", "sn"));
    await expect(run.submit("P", { nobody: "x" })).rejects.toThrow(
      '"P" has no input "nobody": it asks for "Name", "mail", "sn"',
    );
    await expect(run.submit("P", { mail: { value: "a@b.ch", valid: true } })).rejects.toThrow(
      'Input "mail" has no "valid": it takes "value", "validateOnly"',
    );
  });

  it("take an object where a callback has several parts, alone or in a list", async () => {
    const questions = { name: "Questions", type: "KbaCreateNode", properties: { allowUserDefinedQuestions: true } };
    const answer = { question: "Where?", answer: "Here" };
    for (const given of [answer, [answer]]) {
      const run = await page(questions);
      await run.submit("P", { Questions: given });
      expect(run.status).toBe("failure");
    }
    const run = await page(questions);
    await expect(run.submit("P", { Questions: "Here" })).rejects.toThrow(
      'Input "Questions" takes { question: …, answer: … }',
    );
    await expect(run.submit("P", { Questions: [answer, answer] })).rejects.toThrow(
      'Input "Questions" is asked for once, and gets 2 answers',
    );
  });

  it("take a choice by its text, though that is a number, and else by its place", async () => {
    const answered = async (choice: string) => {
      const run = await page({
        name: "Size",
        type: "ChoiceCollectorNode",
        properties: { choices: ["2", "4"], defaultChoice: "2", prompt: "Size" },
        outcomes: ["2", "4"],
      });
      await run.submit("P", { Size: choice });
      return run.path.at(-1)?.outcome;
    };
    expect([await answered("2"), await answered("4"), await answered("1")]).toEqual(["2", "4", "4"]);
  });

  it("are none where a step only shows something", async () => {
    const run = await page({ name: "Wait", type: "PollingWaitNode", outcomes: ["DONE"] });
    await expect(run.submit("P", { Wait: "x" })).rejects.toThrow('"P" has no input "Wait": it asks for nothing');
  });
});
