import { Config, FRAuth, type FRStep } from "@forgerock/javascript-sdk";
import { journey as journeyClient } from "@forgerock/journey-client";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "../../src/cli/serve/start-server.js";
import type { WorldOptions } from "../../src/runtime/world/world-options.js";
import type { RequestEntry } from "../../src/serve/request-entry.js";
import { provideBrowserStorage } from "../support/browser-storage.js";
import { demo, exampleJourneys } from "../support/served.js";

/** What both clients show of an answer. */
interface Shown {
  readonly type: string;
  readonly payload: { readonly [name: string]: unknown };
  readonly callbacks?: readonly ShownCallback[];
}

interface ShownCallback {
  getType(): string;
  getOutputByName(name: string, byDefault: unknown): unknown;
  setInputValue(value: unknown): void;
}

/** A client that is made for login pages, in the few words that tests need. */
interface Client {
  start(journey: string): Promise<Shown>;
  next(step: Shown): Promise<Shown>;
  resume(link: string): Promise<Shown>;
}

provideBrowserStorage();

let server: RunningServer;
let url: string;
let world: WorldOptions = {};
const entries: RequestEntry[] = [];

beforeAll(async () => {
  const names = ["login", "registration", "reset-password"];
  const all = await Promise.all(names.map(exampleJourneys));
  const journeys = all.flatMap(({ model }) => model.journeys);
  const source = { model: { ...all[0]!.model, journeys } };
  const onRequest = (entry: RequestEntry) => void entries.push(entry);
  server = await startServer(() => source, { world: () => world, onRequest }, { host: "127.0.0.1", port: 0 });
  url = `http://127.0.0.1:${server.port}`;
});

afterAll(() => server.close());

beforeEach(() => {
  world = { users: [demo] };
  entries.length = 0;
});

const clients: { readonly [name: string]: () => Promise<Client> } = {
  "@forgerock/javascript-sdk": async () => {
    Config.set({ serverConfig: { baseUrl: `${url}/am/`, timeout: 10_000 }, realmPath: "alpha" });
    return {
      start: (tree) => FRAuth.start({ tree }),
      next: (step) => FRAuth.next(step as FRStep),
      resume: (link) => FRAuth.resume(link),
    } as Client;
  },
  "@forgerock/journey-client": async () => {
    const wellknown = `${url}/am/oauth2/alpha/.well-known/openid-configuration`;
    const client = await journeyClient({ config: { serverConfig: { wellknown } } });
    return {
      start: (journey: string) => client.start({ journey } as never),
      next: (step: Shown) => client.next(step as never),
      resume: (link: string) => client.resume(link),
    } as unknown as Client;
  },
};

describe.each(Object.keys(clients))("%s, unmodified", (name) => {
  let client: Client;

  beforeEach(async () => {
    client = await clients[name]!();
  });

  /** Fills in the inputs of a step, in their order, and sends it. */
  async function answer(step: Shown, ...values: readonly unknown[]): Promise<Shown> {
    expect(step.type).toBe("Step");
    for (const [index, value] of values.entries()) step.callbacks?.[index]?.setInputValue(value);
    return client.next(step);
  }

  const types = ({ callbacks = [] }: Shown) => callbacks.map((callback) => callback.getType());
  const links = () => entries.flatMap(({ journey }) => journey?.messages.map(({ resumeUri }) => resumeUri!) ?? []);
  const failedPolicies = (step: Shown, index: number) => {
    const failed = step.callbacks?.[index]?.getOutputByName("failedPolicies", []) ?? [];
    return (failed as readonly string[]).map((each) => JSON.parse(each).policyRequirement);
  };

  test("resets a password by a mailed link, which works once", async () => {
    const suspended = await answer(await client.start("ResetPassword"), "demo@example.com");
    expect(types(suspended)).toEqual(["SuspendedTextOutputCallback"]);
    const page = await client.resume(links()[0]!);
    expect(types(page)).toEqual(["ValidatedCreatePasswordCallback"]);
    const weak = await answer(page, "weak");
    expect(failedPolicies(weak, 0)).toEqual(["MIN_LENGTH", "AT_LEAST_X_CAPITAL_LETTERS", "AT_LEAST_X_NUMBERS"]);
    const done = await answer(weak, "New-passw0rd");
    expect(done.type).toBe("LoginSuccess");
    expect(done.payload).toMatchObject({
      tokenId: expect.any(String),
      successUrl: "/enduser/?realm=/alpha",
      realm: "/alpha",
    });
    const again = await client.resume(links()[0]!);
    expect(again).toMatchObject({
      type: "LoginFailure",
      payload: { code: 401, message: expect.stringContaining("Token not found") },
    });
    expect((await answer(await client.start("Login"), "demo", "New-passw0rd")).type).toBe("LoginSuccess");
  });

  test("learns nothing of an address that is not known", async () => {
    const known = await answer(await client.start("ResetPassword"), "demo@example.com");
    const unknown = await answer(await client.start("ResetPassword"), "nobody@example.com");
    expect(unknown.payload.callbacks).toEqual(known.payload.callbacks);
    expect(links()).toHaveLength(1);
  });

  test("is refused with an invented link", async () => {
    const refused = await client.resume(
      `${url}/am/XUI/?suspendedId=invented&authIndexType=service&authIndexValue=ResetPassword`,
    );
    expect(refused).toMatchObject({ type: "LoginFailure", payload: { code: 401, reason: "Unauthorized" } });
  });

  test("is told when the password cannot be stored", async () => {
    world = { users: [demo], stubs: { SavePassword: { outcome: "FAILURE" } } };
    await answer(await client.start("ResetPassword"), "demo@example.com");
    const failed = await answer(await client.resume(links()[0]!), "New-passw0rd");
    expect(failed).toMatchObject({ type: "LoginFailure", payload: { code: 401, message: "Login failure" } });
  });

  test("signs on, is asked again for a wrong password, and is locked out after three", async () => {
    const first = await client.start("Login");
    expect(types(first)).toEqual(["NameCallback", "PasswordCallback"]);
    expect((await answer(first, "demo", demo.password)).type).toBe("LoginSuccess");
    let step = await client.start("Login");
    for (const _ of [1, 2, 3]) {
      step = await answer(step, "demo", "wrong");
      expect(step.payload.header).toBe("Sign In");
    }
    expect(await answer(step, "demo", "wrong")).toMatchObject({ type: "LoginFailure", payload: { code: 401 } });
    const locked = await answer(await client.start("Login"), "demo", demo.password);
    expect(locked.type).not.toBe("LoginSuccess");
  });

  test("opens an account", async () => {
    const page = await client.start("Registration");
    expect(types(page)).toEqual([
      "ValidatedCreateUsernameCallback",
      "StringAttributeInputCallback",
      "StringAttributeInputCallback",
      "StringAttributeInputCallback",
      "ValidatedCreatePasswordCallback",
      "TermsAndConditionsCallback",
    ]);
    const taken = await answer(page, "demo", "Anna", "Arbor", "anna@example.com", "Spring-2026", true);
    expect(failedPolicies(taken, 0)).toEqual(["UNIQUE"]);
    const mailed = await answer(taken, "anna", "Anna", "Arbor", "anna@example.com", "Spring-2026", true);
    expect(types(mailed)).toEqual(["SuspendedTextOutputCallback"]);
    expect((await client.resume(links()[0]!)).type).toBe("LoginSuccess");
    expect((await answer(await client.start("Login"), "anna", "Spring-2026")).type).toBe("LoginSuccess");
  });

  test("is told of a journey that does not exist", async () => {
    expect(await client.start("Nothing")).toMatchObject({
      type: "LoginFailure",
      payload: { code: 400, message: "No Configuration found" },
    });
  });
});
