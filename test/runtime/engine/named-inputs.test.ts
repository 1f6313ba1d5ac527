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

  it("are none where a step only shows something", async () => {
    const run = await page({ name: "Wait", type: "PollingWaitNode", outcomes: ["DONE"] });
    await expect(run.submit("P", { Wait: "x" })).rejects.toThrow('"P" has no input "Wait": it asks for nothing');
  });
});
