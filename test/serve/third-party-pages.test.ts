import { describe, expect, it } from "vitest";
import type { WorldOptions } from "../../src/runtime/world/world-options.js";
import { demo, type ReceivedStep, Served } from "../support/served.js";
import { modelOf } from "../support/simulate-text.js";
import { SoftwareAuthenticator } from "../support/software-authenticator.js";
import { passkeyJourney, pushJourney, socialJourney } from "../support/third-party-journeys.js";

const bothProviders = [{ provider: "google" }, { provider: "apple" }];

async function served(text: string): Promise<Served> {
  return new Served(
    { model: modelOf(text) },
    {
      world: { users: [demo], identityProviders: bothProviders },
    },
  );
}

describe("a phone", () => {
  it.each([
    ["approve", 200],
    ["deny", 401],
  ])("registers and answers on its page: %s", async (decision, status) => {
    const client = await served(pushJourney());
    const { body: first } = await client.start("Push");
    let { body: step } = await client.answer(first, ["demo"]);
    const tap = async (what: string): Promise<void> => {
      const { text } = await client.send("GET", "/journeyc/phone");
      const [, message = ""] = /name="message" value="([^"]+)"/.exec(text) ?? [];
      const form = String(new URLSearchParams({ message, decision: what }));
      const taken = await client.send("POST", "/journeyc/phone", form, {
        "content-type": "application/x-www-form-urlencoded",
      });
      expect(taken.status).toBe(303);
      expect(taken.headers.get("location")).toBe("/journeyc/phone");
    };
    await tap("approve");
    ({ body: step } = await client.answer(step));
    expect((step as ReceivedStep).callbacks[0]?.type).toBe("PollingWaitCallback");
    await tap(decision);
    client.wait(5001);
    expect((await client.answer(step)).status).toBe(status);
  });
});

describe("a phone without its page", () => {
  /** Registers a phone, and comes to where the journey waits for it to approve. */
  async function waiting(client: Served): Promise<ReceivedStep> {
    const { body: first } = await client.start("Push");
    const { body: step } = await client.answer(first, ["demo"]);
    expect((await client.send("GET", "/journeyc/push")).body).toMatchObject([
      { kind: "register", user: "demo", text: expect.any(String) },
    ]);
    expect((await client.send("POST", "/journeyc/push", { answer: "approve" })).status).toBe(204);
    const { body } = await client.answer(step);
    client.wait(5001);
    return body;
  }

  it.each([
    ["approve", 200],
    ["deny", 401],
  ])("answers by a request: %s", async (answer, status) => {
    const client = await served(pushJourney());
    const step = await waiting(client);
    expect((await client.send("POST", "/journeyc/push", { user: "demo", answer })).status).toBe(204);
    expect((await client.send("GET", "/journeyc/push")).body).toEqual([]);
    expect((await client.answer(step)).status).toBe(status);
  });

  it("taps a number", async () => {
    const client = await served(pushJourney('pushType: "CHALLENGE"'));
    const step = await waiting(client);
    const wanted = Number(step.callbacks[1]?.output[0]?.value);
    const [message] = (await client.send("GET", "/journeyc/push")).body;
    expect(message.numbers).toContain(wanted);
    const none = await client.send("POST", "/journeyc/push", { answer: "approve" });
    expect([none.status, none.body.message]).toEqual([400, `\`number\` is one of ${message.numbers.join(", ")}`]);
    await client.send("POST", "/journeyc/push", { message: message.id, answer: "approve", number: wanted });
    expect((await client.answer(step)).status).toBe(200);
  });

  it("taps a wrong number", async () => {
    const client = await served(pushJourney('pushType: "CHALLENGE"'));
    const step = await waiting(client);
    const wanted = Number(step.callbacks[1]?.output[0]?.value);
    await client.send("POST", "/journeyc/push", { answer: "approve", number: wanted + 1 });
    expect((await client.answer(step)).status).toBe(401);
  });

  it.each<[object, number]>([
    [{}, 400],
    [{ answer: "yes" }, 400],
    [{ answer: "approve", user: "nobody" }, 404],
    [{ answer: "approve", message: "none" }, 404],
  ])("says what is wrong with %j", async (body, status) => {
    const client = await served(pushJourney());
    await waiting(client);
    expect((await client.send("POST", "/journeyc/push", body)).status).toBe(status);
  });
});

describe("a security key", () => {
  it("registers and signs in", async () => {
    const origin = "http://localhost:8080";
    const key = new SoftwareAuthenticator(origin);
    const client = await served(passkeyJourney("asScript: false"));
    const { body: first } = await client.start("Passkey");
    const { body: register } = await client.answer(first, ["demo"], { origin });
    const asked = register.callbacks[0].output[0].value;
    const { body: ready } = await client.answer(register, [key.register(asked)], { origin });
    const { body: signIn } = await client.answer(ready, [0], { origin });
    expect(signIn.callbacks[0].output[0].value).toMatchObject({ _action: "webauthn_authentication" });
    const { status, body } = await client.answer(signIn, [key.authenticate(signIn.callbacks[0].output[0].value)], {
      origin,
    });
    expect(status).toBe(200);
    expect(body.tokenId).toEqual(expect.any(String));
  });
});

describe("the local identity provider without its page", () => {
  /** Goes to the provider with these parameters, and comes back from it to the journey. */
  async function cameBack(world: WorldOptions, more: Record<string, string>) {
    const client = new Served(
      { model: modelOf(socialJourney) },
      { world: { identityProviders: bothProviders, ...world } },
    );
    const { body: first } = await client.start("Social");
    const { body: step } = await client.answer(first, ["google"]);
    const address = new URL(step.callbacks[0].output[0].value);
    const added = new URLSearchParams([...address.searchParams, ...Object.entries(more)]);
    const back = await client.send("GET", `${address.pathname}?${added}`);
    if (back.status !== 302) return { client, back };
    const { searchParams } = new URL(back.headers.get("location") ?? "");
    return { client, back, answered: await client.send("POST", `/am/json/alpha/authenticate?${searchParams}`, step) };
  }

  it("lets a test be a user of the world, who is known by the link to the provider", async () => {
    const { answered } = await cameBack({ users: [{ ...demo, aliasList: ["google-42"] }] }, { user: "demo" });
    expect(answered?.body).toMatchObject({ tokenId: expect.any(String) });
  });

  it("lets a test invent a user", async () => {
    const invented = { subject: "1001", userName: "anna", givenName: "Anna", sn: "Arbor", mail: "anna@example.com" };
    const { client, answered } = await cameBack({ users: [demo] }, invented);
    expect(answered?.body).toMatchObject({ tokenId: expect.any(String) });
    const { users } = (await client.send("GET", "/journeyc/world")).body;
    expect(users).toMatchObject([demo, { userName: "anna", aliasList: ["google-1001"] }]);
  });

  it("says that there is no such user", async () => {
    expect((await cameBack({ users: [demo] }, { user: "<nobody>" })).back).toMatchObject({
      status: 404,
      text: expect.stringContaining("The world has no user &lt;nobody&gt;"),
    });
  });
});

describe("the local identity provider", () => {
  it("is where a redirect leads, and brings the user back", async () => {
    const client = await served(socialJourney);
    const { body: first } = await client.start("Social");
    const { body: step } = await client.answer(first, ["google"], { referer: "http://localhost:3000/login" });
    const address = new URL(step.callbacks[0].output[0].value);
    expect(address.pathname).toBe("/journeyc/identity-provider");
    const { text } = await client.send("GET", `${address.pathname}${address.search}`);
    expect(text).toContain("Sign in with google");
    address.searchParams.set("subject", "42");
    const back = await client.send("GET", `${address.pathname}${address.search}`);
    const { origin, searchParams } = new URL(back.headers.get("location") ?? "");
    expect(origin).toBe("http://localhost:3000");
    const answered = await client.send("POST", `/am/json/alpha/authenticate?${searchParams}`, step);
    // Nobody is linked to this account yet.
    expect(client.entries.at(-1)?.journey?.path.map(({ outcome }) => outcome)).toContain("NO_ACCOUNT");
    // Without a name there is no account to be made.
    expect(answered.status).toBe(401);
  });
});
