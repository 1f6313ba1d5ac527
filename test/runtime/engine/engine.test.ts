import { describe, expect, it } from "vitest";
import { type ScriptHost, type ScriptResult, simulate } from "../../../src/runtime/index.js";
import { machine } from "../../support/machine-fixture.js";

const noSession = { settings: { noSession: true } };
const page = (name: string, type: string, on: Record<string, string>, properties = {}) => ({
  type: "PageNode",
  children: [{ name, type, properties }],
  on,
});
/** A host whose scripts are functions, by body. */
const host = (scripts: Record<string, (context: Parameters<ScriptHost["run"]>[1]) => ScriptResult>): ScriptHost => ({
  run: (script, context) => scripts[script.body]!(context),
});
const script = (id: string) => ({ id, name: id, body: id, properties: {} });
const scripted = (id: string, on: Record<string, string>, properties = {}) => ({
  type: "ScriptedDecisionNode",
  properties: { script: id, outcomes: Object.keys(on), inputs: ["*"], outputs: ["*"], ...properties },
  on,
});

describe("transient state (facts: protocol.md 4.1)", () => {
  const journey = (inputs: readonly string[]) =>
    machine(
      "Promotion",
      {
        Password: { type: "PasswordCollectorNode", on: { outcome: "Ask" } },
        Ask: { type: "UsernameCollectorNode", on: { outcome: "Use" } },
        Use: scripted("use", { yes: "success", no: "failure" }, { inputs }),
      },
      { ...noSession, scripts: [script("use")] },
    );
  const scripts = host({
    use: ({ state }) => ({ kind: "done", outcome: state.get("password") === "pw" ? "yes" : "no" }),
  });
  const drive = async (inputs: readonly string[]) => {
    const run = await simulate(journey(inputs), {}, { scripts });
    await run.submit("Password", { Password: "pw" });
    const { secure } = run.state;
    await run.submit("Ask", { Ask: "demo" });
    return { status: run.status, secure };
  };

  it("waits over a callback for a node that names it", async () => {
    expect(await drive(["password"])).toEqual({ status: "success", secure: { password: "pw" } });
  });

  it("does not wait for a node that asks for everything", async () => {
    expect(await drive(["*"])).toEqual({ status: "failure", secure: {} });
  });

  it("keeps attributes inside objectAttributes by their own names", async () => {
    const run = await simulate(
      machine("Attributes", {
        New: { type: "ValidatedPasswordNode", on: { outcome: "Ask" } },
        Ask: { type: "UsernameCollectorNode", on: { outcome: "Save" } },
        Save: { type: "PatchObjectNode", on: { PATCHED: "success", FAILURE: "failure" } },
      }),
    );
    await run.submit("New", { New: "secret" });
    expect(run.state.secure).toEqual({ password: "secret", objectAttributes: { password: "secret" } });
  });
});

describe("pages (facts: protocol.md 4.5)", () => {
  it("keeps whose callbacks are whose in shared state until the page is done", async () => {
    const run = await simulate(
      machine("Page", {
        P: {
          type: "PageNode",
          children: [
            { name: "Name", type: "UsernameCollectorNode" },
            { name: "Message", type: "MessageNode", outcomes: ["true", "false"] },
          ],
          on: { true: "success", false: "failure" },
        },
      }),
    );
    expect(run.state.shared.pageNodeCallbacks).toEqual({ 0: 0, 1: 1, 2: 1 });
    await run.submit("P", { Name: "demo", Message: "Yes" });
    expect(run.status).toBe("success");
    expect(run.state.shared).not.toHaveProperty("pageNodeCallbacks");
  });

  it("throws without children, and with metadata as its last word", async () => {
    const empty = await simulate(machine("Empty", { P: { type: "PageNode", on: { outcome: "success" } } }));
    expect(empty.problem?.message).toBe("This page has no nodes in it, so cannot proceed");
    const metadata = await simulate(machine("Metadata", { P: page("M", "MetadataNode", { outcome: "success" }) }));
    expect(metadata.problem?.message).toBe("No outcome and only metadata callbacks found");
  });

  it("hands on no more than the session properties of its nodes", async () => {
    const run = await simulate(
      machine("Effects", {
        P: {
          type: "PageNode",
          children: [
            { name: "Name", type: "UsernameCollectorNode" },
            {
              name: "Properties",
              type: "SetSessionPropertiesNode",
              properties: { properties: { a: "1" }, maxIdleTime: 7 },
            },
          ],
          on: { outcome: "success" },
        },
      }),
    );
    await run.submit("P", { Name: "demo" });
    expect(run.session?.properties).toEqual({ a: "1" });
    expect(run.session).not.toHaveProperty("maxIdleTime");
  });

  it("finds outcomes under version 2.0, which begin with the inner node's id", async () => {
    const run = await simulate(
      machine("Two", {
        P: {
          type: "PageNode",
          children: [{ name: "Name", type: "UsernameCollectorNode" }],
          on: { "id-Name-outcome": "success" },
        },
      }),
    );
    await run.submit("P", { Name: "demo" });
    expect(run.status).toBe("success");
  });
});

describe("inner journeys (facts: protocol.md 4.6)", () => {
  const outer = (properties = {}) =>
    machine("Outer", {
      Secret: { type: "PasswordCollectorNode", on: { outcome: "In" } },
      In: {
        type: "InnerTreeEvaluatorNode",
        properties: { tree: "Inner", ...properties },
        on: { true: "success", false: "failure", error: "Caught" },
      },
      Caught: { type: "SetStateNode", properties: { attributes: { caught: "yes" } }, on: { outcome: "failure" } },
    });
  const inner = machine("Inner", {
    Ask: { type: "UsernameCollectorNode", on: { outcome: "Check" } },
    Check: { type: "DataStoreDecisionNode", on: { true: "success", false: "failure" } },
  });
  const users = [{ userName: "demo", password: "pw" }];

  it("share shared state both ways, and get the transient values they name", async () => {
    const run = await simulate(outer(), { users }, { inner: [inner] });
    await run.submit("Secret", { Secret: "pw" });
    expect(run.at).toEqual({ journey: "Inner", node: "Ask" });
    expect(run.state.secure).toEqual({ password: "pw" });
    await run.submit("Ask", { Ask: "demo" });
    expect(run.status).toBe("success");
    expect(run.state.shared.username).toBe("demo");
    expect(run.path.map(({ journey, node, outcome }) => `${journey}/${node} ${outcome}`)).toEqual([
      "Outer/Secret outcome",
      "Outer/In true",
      "Inner/Ask outcome",
      "Inner/Check true",
    ]);
  });

  it("end in an error, or in the outcome made for it", async () => {
    const throwing = machine("Inner", { Terms: { type: "AcceptTermsAndConditionsNode", on: { outcome: "success" } } });
    const plain = await simulate(outer(), { terms: null }, { inner: [throwing] });
    await plain.submit("Secret", { Secret: "pw" });
    expect(plain).toMatchObject({ status: "error", problem: { journey: "Inner", node: "Terms" } });
    const caught = await simulate(outer({ displayErrorOutcome: true }), { terms: null }, { inner: [throwing] });
    await caught.submit("Secret", { Secret: "pw" });
    expect(caught.status).toBe("failure");
    expect(caught.state.shared).toMatchObject({
      caught: "yes",
      errorMessage: "Terms configuration not found",
      errorNode: { id: "id-Terms", displayName: "Terms", type: "AcceptTermsAndConditionsNode" },
    });
  });

  it("throw when disabled, and wait for a choice when they are not at hand", async () => {
    const disabled = machine(
      "Inner",
      { A: { type: "MeterNode", on: { outcome: "success" } } },
      { settings: { enabled: false } },
    );
    const run = await simulate(outer(), {}, { inner: [disabled] });
    await run.submit("Secret", { Secret: "pw" });
    expect(run.problem?.message).toBe("Configured tree does not exist: Inner");
    const missing = await simulate(outer(), {});
    await missing.submit("Secret", { Secret: "pw" });
    expect(missing.stub).toMatchObject({ node: "In", outcomes: ["true", "false", "error"] });
    await missing.chooseStub("true", { shared: { username: "demo" } });
    expect(missing.session?.username).toBe("demo");
    expect(missing.path.at(-1)).toMatchObject({ node: "In", outcome: "true", stub: true });
  });

  it("end somewhere, even when they call themselves", async () => {
    const loop = machine("Loop", {
      Again: {
        type: "InnerTreeEvaluatorNode",
        properties: { tree: "Loop" },
        on: { true: "success", false: "failure" },
      },
    });
    const run = await simulate(loop);
    expect(run.problem?.message).toBe("More than 20 journeys inside one another");
  });
});

describe("ends", () => {
  it("tell of a failure with what nodes have said (facts: protocol.md 1.9)", async () => {
    const run = await simulate(
      machine("Failing", {
        Details: {
          type: "SetFailureDetailsNode",
          properties: { failureMessage: { en: "No luck" }, failureDetails: { reason: '{"code":7}', plain: "text" } },
          on: { outcome: "Url" },
        },
        Url: { type: "SetFailureUrlNode", properties: { failureUrl: "/sorry" }, on: { outcome: "failure" } },
      }),
    );
    expect(run.body).toEqual({
      code: 401,
      reason: "Unauthorized",
      message: "No luck",
      detail: { failureUrl: "/sorry", reason: { code: 7 }, plain: "text" },
    });
  });

  it("is an error where an outcome leads nowhere, and where a loop does not end", async () => {
    const stuck = await simulate(machine("Stuck", { A: { type: "MeterNode", on: {}, outcomes: ["outcome"] } }));
    expect(stuck.problem).toEqual({ journey: "Stuck", node: "A", message: 'Outcome "outcome" leads nowhere' });
    const loop = await simulate(machine("Loop", { A: { type: "MeterNode", on: { outcome: "A" } } }));
    expect(loop.problem?.message).toContain("this loop does not end");
  });

  it("needs a user for a session, and none without", async () => {
    const nodes = { A: { type: "MeterNode", on: { outcome: "success" } } };
    const nobody = await simulate(machine("Nobody", nodes));
    expect(nobody).toMatchObject({ status: "failure", problem: { message: expect.stringContaining("username") } });
    const free = await simulate(machine("Free", nodes, noSession));
    expect(free).toMatchObject({ status: "success", session: undefined });
    expect((await simulate(machine("Free", nodes), { request: { noSession: true } })).status).toBe("success");
  });

  it("times out by the journey's own time, or the realm's (facts: protocol.md 4.7)", async () => {
    const nodes = { Ask: { type: "UsernameCollectorNode", on: { outcome: "success" } } };
    const run = await simulate(machine("Slow", nodes));
    run.wait(5 * 60_000 + 1);
    await run.submit("Ask", { Ask: "demo" });
    expect(run.body).toEqual({
      code: 401,
      reason: "Unauthorized",
      message: "Session has timed out",
      detail: { errorCode: "110" },
    });
    const patient = await simulate(machine("Slow", nodes, { settings: { treeTimeout: 10 } }));
    patient.wait(9 * 60_000);
    await patient.submit("Ask", { Ask: "demo" });
    expect(patient.status).toBe("success");
  });
});

describe("what runs refuse", () => {
  const nodes = { Ask: { type: "UsernameCollectorNode", on: { outcome: "success" } } };

  it("names the node that is asking, and the inputs there are", async () => {
    const run = await simulate(machine("Refuse", nodes));
    await expect(run.submit("Elsewhere", {})).rejects.toThrow(
      '"Elsewhere" does not wait for an answer: the run is waiting at "Ask"',
    );
    await expect(run.submit("Ask", { name: "x" })).rejects.toThrow('"Ask" has no input "name": it asks for "Ask"');
    await expect(run.resume()).rejects.toThrow("no link");
    await expect(run.chooseStub("x")).rejects.toThrow("No node waits for a choice");
    await expect(run.submitCallbacks([])).rejects.toThrow("Incorrect number of callbacks");
    await run.submit("Ask", { "User Name": "demo" });
    await expect(run.submit("Ask", {})).rejects.toThrow("the run has ended in success");
  });

  it("offers choices by their texts", async () => {
    const run = await simulate(
      machine(
        "Choose",
        { C: { type: "ChoiceCollectorNode", properties: { choices: ["a", "b"] }, on: { a: "failure", b: "success" } } },
        noSession,
      ),
    );
    await expect(run.submit("C", { C: "z" })).rejects.toThrow('no choice "z": it offers "a", "b"');
    await run.submit("C", { C: "b" });
    expect(run.status).toBe("success");
  });
});

describe("nodes that do not run", () => {
  const nodes = { Push: { type: "PushAuthenticationSenderNode", on: { SENT: "success", NOT_REGISTERED: "failure" } } };

  it("wait for a choice", async () => {
    const run = await simulate(machine("Stub", nodes, noSession));
    expect(run.status).toBe("stub");
    expect(run.stub).toEqual({
      journey: "Stub",
      node: "Push",
      type: "PushAuthenticationSenderNode",
      reason: "PushAuthenticationSenderNode is not simulated",
      outcomes: ["SENT", "NOT_REGISTERED"],
    });
    await expect(run.chooseStub("WRONG")).rejects.toThrow(
      '"Push" has no outcome "WRONG": it has "SENT", "NOT_REGISTERED"',
    );
    await run.chooseStub("SENT");
    expect(run.status).toBe("success");
  });

  it("take the world's answers in turn, and so does any node that is given some", async () => {
    const stubs = {
      Check: [{ outcome: "false" }, { outcome: "true", shared: { username: "demo" } }],
      "Journey/X": { outcome: "x" },
    };
    const run = await simulate(
      machine("Turns", { Check: { type: "DataStoreDecisionNode", on: { true: "success", false: "Check" } } }),
      { stubs },
    );
    expect(run.status).toBe("success");
    expect(run.path.map(({ outcome, stub }) => [outcome, stub])).toEqual([
      ["false", true],
      ["true", true],
    ]);
  });

  it("wait inside a page too, and the page goes on", async () => {
    const run = await simulate(
      machine("PageStub", {
        P: {
          type: "PageNode",
          children: [
            { name: "Name", type: "UsernameCollectorNode" },
            { name: "Odd", type: "OddNode", outcomes: ["left", "right"] },
          ],
          on: { left: "failure", right: "success" },
        },
      }),
    );
    expect(run.stub).toMatchObject({ node: "P", child: "Odd", outcomes: ["left", "right"] });
    await run.chooseStub("right");
    expect(run.step?.callbacks).toHaveLength(1);
    await run.submit("P", { Name: "demo" });
    expect(run.status).toBe("success");
  });
});

describe("scripted decisions (facts: behaviour.md section 6)", () => {
  const drive = async (result: ScriptResult) =>
    simulate(
      machine(
        "Scripted",
        { S: scripted("s", { yes: "success", no: "failure" }) },
        { ...noSession, scripts: [script("s")] },
      ),
      {},
      { scripts: host({ s: () => result }) },
    );

  it("leave by what the script says; an action wins", async () => {
    expect((await drive({ kind: "done", outcome: "yes" })).status).toBe("success");
    expect((await drive({ kind: "done", outcome: "yes", action: { kind: "outcome", outcome: "no" } })).status).toBe(
      "failure",
    );
  });

  it("throw for an outcome that is not listed, or none", async () => {
    expect((await drive({ kind: "done", outcome: "maybe" })).problem?.message).toContain("Invalid outcome from script");
    expect((await drive({ kind: "done" })).status).toBe("error");
    const failed = await drive({ kind: "error", message: "x is not defined", source: { script: "s", line: 3 } });
    expect(failed.problem).toMatchObject({ message: "x is not defined", source: { line: 3 }, node: "S" });
  });

  it("suspend with the link in the text", async () => {
    const run = await drive({ kind: "done", action: { kind: "suspend", message: "Go to {0}", minutes: 5 } });
    expect(run.status).toBe("suspended");
    expect(run.step?.callbacks[0]?.output[0]?.value).toBe(`Go to ${run.resumeUri}`);
  });

  it("are stubs without a host, without the script, or where the host cannot", async () => {
    const nodes = { S: scripted("s", { yes: "success" }) };
    expect((await simulate(machine("A", nodes, { scripts: [script("s")] }))).stub?.reason).toBe(
      "No sandbox for scripts was given",
    );
    expect((await simulate(machine("A", nodes))).stub?.reason).toBe("Script s is missing");
    expect((await drive({ kind: "unsupported", reason: "no such binding" })).stub?.reason).toBe("no such binding");
  });
});
