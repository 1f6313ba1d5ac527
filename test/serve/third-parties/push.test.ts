import { describe, expect, it } from "vitest";
import { type AnyMachine, type Run, simulate, World } from "../../../src/runtime/index.js";
import { servedBehaviours } from "../../../src/serve/third-parties/behaviours.js";
import { type PushMessage, phoneOf } from "../../../src/serve/third-parties/push/phone.js";
import { answerMessage, phonePage } from "../../../src/serve/third-parties/push/phone-page.js";
import { machine } from "../../support/machine-fixture.js";
import { demo, type Values } from "../../support/run-node.js";

// Outcomes, callbacks and state: facts/behaviour.md section 7, and the node sources that it names.

function registration(properties: Values = {}): AnyMachine {
  const on = { successOutcome: "success", failureOutcome: "failure", timeoutOutcome: "failure" };
  return machine("Register", { Node: { type: "PushRegistrationNode", properties, on } });
}

function signIn(properties: Values = {}): AnyMachine {
  return machine("SignIn", {
    Send: {
      type: "PushAuthenticationSenderNode",
      properties,
      on: { SENT: "Wait", NOT_REGISTERED: "failure", SKIPPED: "failure", FAILURE: "failure" },
    },
    Wait: { type: "PushWaitNode", on: { DONE: "Check", EXITED: "failure" } },
    Check: {
      type: "PushResultVerifierNode",
      on: { TRUE: "success", FALSE: "failure", EXPIRED: "failure", WAITING: "Wait" },
    },
  });
}

function begin(journey: AnyMachine, world: World, state: Values = { username: "demo" }): Promise<Run> {
  return simulate(journey, world, { state, behaviours: servedBehaviours });
}

function asked(world: World): PushMessage | undefined {
  return phoneOf(world).open(world.clock.now)[0];
}

/** Lets the client come back after a while. */
async function poll(run: Run, milliseconds = 5001): Promise<void> {
  run.wait(milliseconds);
  await run.submitCallbacks(run.step?.callbacks ?? []);
}

async function registered(): Promise<World> {
  const world = new World({ users: [demo] });
  const run = await begin(registration(), world);
  phoneOf(world).answer(asked(world)?.id ?? "", { isApproved: true }, world.clock.now);
  await poll(run);
  expect(run.path[0]?.outcome).toBe("successOutcome");
  return world;
}

describe("PushRegistrationNode", () => {
  it("shows a code to scan, and waits", async () => {
    const run = await begin(registration(), new World({ users: [demo] }));
    expect(run.step?.callbacks.map(({ type }) => type)).toEqual([
      "TextOutputCallback",
      "TextOutputCallback",
      "HiddenValueCallback",
      "PollingWaitCallback",
    ]);
  });

  it("keeps the phone, with recovery codes", async () => {
    const world = await registered();
    expect(world.identities.findUser("demo")).toMatchObject({
      pushDeviceProfiles: [{ issuer: "ForgeRock", recoveryCodes: expect.objectContaining({ length: 10 }) }],
    });
    expect((await begin(registration(), world)).path[0]?.outcome).toBe("successOutcome");
  });

  it.each<[string, boolean | undefined, number, string]>([
    ["a phone that refuses", false, 5001, "failureOutcome"],
    ["a phone that says nothing", undefined, 60_001, "timeoutOutcome"],
  ])("knows %s", async (_, isApproved, milliseconds, outcome) => {
    const world = new World({ users: [demo] });
    const run = await begin(registration(), world);
    if (isApproved !== undefined) phoneOf(world).answer(asked(world)?.id ?? "", { isApproved }, world.clock.now);
    await poll(run, milliseconds);
    expect(run.path[0]?.outcome).toBe(outcome);
  });

  it("gives up after as many turns as its time has", async () => {
    const run = await begin(registration({ timeout: 10 }), new World({ users: [demo] }));
    await poll(run, 0);
    expect(run.status).toBe("waiting");
    await poll(run, 0);
    expect(run.path[0]?.outcome).toBe("timeoutOutcome");
  });

  it("throws without a user", async () => {
    const run = await begin(registration(), new World(), {});
    expect(run.problem).toMatchObject({ message: "Expected username to be set." });
  });
});

describe("signing in with a phone", () => {
  it.each<[string, boolean, string]>([
    ["approves", true, "TRUE"],
    ["denies", false, "FALSE"],
  ])("the phone %s", async (_, isApproved, outcome) => {
    const world = await registered();
    const run = await begin(signIn(), world);
    expect(asked(world)).toMatchObject({ kind: "authenticate", text: "Login attempt from demo at ForgeRock" });
    phoneOf(world).answer(asked(world)?.id ?? "", { isApproved }, world.clock.now);
    await poll(run);
    expect(run.path.map((step) => step.outcome)).toEqual(["SENT", "DONE", outcome]);
  });

  it("waits again while the phone says nothing, until the message is too old", async () => {
    const run = await begin(signIn({ messageTimeout: 8000 }), await registered());
    await poll(run);
    await poll(run);
    expect(run.path.map((step) => step.outcome)).toEqual(["SENT", "DONE", "WAITING", "DONE", "EXPIRED"]);
  });

  it("wants the number that the login page shows", async () => {
    const choose = async (pick: (message: PushMessage, wanted: number) => number): Promise<string | undefined> => {
      const world = await registered();
      const run = await begin(signIn({ pushType: "CHALLENGE" }), world);
      const hidden = run.step?.callbacks.find(({ type }) => type === "HiddenValueCallback");
      const wanted = Number(hidden?.output.find(({ name }) => name === "value")?.value);
      const message = asked(world)!;
      expect(message.numbers).toContain(wanted);
      expect(run.step?.callbacks[0]?.output[1]?.value).toBe(
        `Tap the number [${wanted}] on the Push Notification to continue.`,
      );
      phoneOf(world).answer(message.id, { isApproved: true, number: pick(message, wanted) }, world.clock.now);
      await poll(run);
      return run.path.at(-1)?.outcome;
    };
    expect(await choose((_, wanted) => wanted)).toBe("TRUE");
    expect(await choose(({ numbers = [] }, wanted) => numbers.find((each) => each !== wanted)!)).toBe("FALSE");
  });

  it("can be left", async () => {
    const run = await begin(signIn(), await registered());
    await run.submit("Wait", { Wait: "Cancel" });
    expect(run.path.at(-1)?.outcome).toBe("EXITED");
  });

  it.each<[string, Values, Values, string]>([
    ["no phone", {}, { username: "demo" }, "NOT_REGISTERED"],
    ["nobody", { captureFailure: true }, {}, "FAILURE"],
    ["a message that is out already", { captureFailure: true }, { username: "demo", pushMessageId: "x" }, "FAILURE"],
  ])("knows %s", async (_, properties, state, outcome) => {
    const run = await begin(signIn(properties), new World({ users: [demo] }), state);
    expect(run.path[0]?.outcome).toBe(outcome);
  });

  it("skips a user who wants no second factor, unless it is mandatory", async () => {
    const without = new World({ users: [{ ...demo, skipMultiFactorAuthentication: true }] });
    expect((await begin(signIn(), without)).path[0]?.outcome).toBe("SKIPPED");
    expect((await begin(signIn({ mandatory: true }), without)).path[0]?.outcome).toBe("NOT_REGISTERED");
  });
});

describe("the page of the phones", () => {
  it("shows what they are asked, and takes the answer once", async () => {
    const world = await registered();
    const run = await begin(signIn({ userMessage: { en: "<b>{{user}}</b>" } }), world);
    const now = world.clock.now;
    const html = await phonePage(phoneOf(world), now).text();
    expect(html).toContain("&lt;b&gt;demo&lt;/b&gt;");
    const form = new URLSearchParams({ message: asked(world)?.id ?? "", decision: "approve" });
    expect(answerMessage(phoneOf(world), form, now, "/journeyc/phone").status).toBe(303);
    expect(answerMessage(phoneOf(world), form, now, "/journeyc/phone").status).toBe(404);
    expect(await phonePage(phoneOf(world), now).text()).toContain("No messages.");
    await poll(run);
    expect(run.status).toBe("success");
  });
});
