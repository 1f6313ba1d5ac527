import { describe, expect, onTestFinished, test } from "vitest";
import { createHandler } from "../../src/serve/create-handler.js";
import { authenticatePath, demo, exampleJourneys } from "../support/served.js";

const journeys = await exampleJourneys("login");
const start = () => new Request(`http://localhost:8080${authenticatePath}`, { method: "POST" });

/** As a program in JavaScript calls it. */
const make = (given: unknown, options?: unknown) => () => createHandler(given as never, options as never);

describe("createHandler refuses", () => {
  test.each([
    [{ orgins: [] }, "there is no option `orgins`; did you mean `origins`?"],
    [
      { origins: "https://app.example.com" },
      'option `origins` must be a list of texts, or "any", not "https://app.example.com"',
    ],
    [
      { origins: ["https://app.example.com/"] },
      "option `origins` has no origin `https://app.example.com/`: write one as `https://app.example.com`",
    ],
    [
      { hosts: ["https://tenant.example.com"] },
      "option `hosts` has no name of a host `https://tenant.example.com`: write one as `tenant.example.com`",
    ],
    [
      { hosts: ["tenant.example.com:8080"] },
      "option `hosts` has no name of a host `tenant.example.com:8080`: write one as `tenant.example.com`",
    ],
    [{ onRequest: true }, "option `onRequest` must be a function, not a boolean"],
    [{ now: 5 }, "option `now` must be a function, not a number"],
    [{ deliver: {} }, "option `deliver` must be a function, not an object"],
    [{ cookieName: "my cookie" }, 'option `cookieName` cannot be "my cookie", as the name of a cookie'],
    [{ defaultJourney: "Logn" }, "there is no journey `Logn` to be the default; did you mean `Login`?"],
    [{ world: [] }, "option `world` must be an object, or a function that returns one, not a list"],
    [{ world: { user: [] } }, "there is no member of `world` `user`; did you mean `users`?"],
    [{ world: { users: {} } }, "member of `world` `users` must be a list of objects, not an object"],
    [{ world: { users: [demo, { userName: "Demo" }] } }, "two users of `world` are called `Demo`"],
    [
      { world: { stubs: { CheckPassword: [] } } },
      'member of `world` `stubs` must give `CheckPassword` an outcome, as in `{ "CheckPassword": "true" }`, or a list of outcomes',
    ],
    [
      { world: { stubs: { CheckPasword: "true" } } },
      "a stub of `world` never applies. No journey has a node `CheckPasword`; did you mean `CheckPassword`?",
    ],
    [
      { world: { stubs: { CheckPassword: ["treu"] } } },
      "a stub of `world` never applies. Node `CheckPassword` has no outcome `treu`; did you mean `true`?",
    ],
    [5, "its options are an object, not a number"],
  ])("%j", (options, message) => {
    expect(make(journeys, options)).toThrow(new TypeError(`createHandler: ${message}`));
  });

  test("journeys that are none, and the promise of journeys", () => {
    expect(make(exampleJourneys("login"))).toThrow(/a promise. Write `createHandler\(await openJourneys/);
    for (const given of [undefined, null, [], {}, { model: {} }])
      expect(make(given)).toThrow(/what `openJourneys` gives/);
  });

  test("nothing that it knows", () => {
    const world = { $schema: "world.schema.json", users: [demo], stubs: { CheckPassword: "true" }, terms: null };
    expect(
      make(journeys, { world, origins: ["http://localhost:3000"], hosts: ["[fe80::1]", "::", "any.example"] }),
    ).not.toThrow();
    expect(make(() => journeys, { world: () => world, origins: "any", now: undefined })).not.toThrow();
  });
});

test("a listener that throws does not disturb the answer, and its error is not lost", async () => {
  const caught: unknown[] = [];
  const others = process.listeners("uncaughtException");
  process.removeAllListeners("uncaughtException");
  process.on("uncaughtException", (error) => caught.push(error));
  onTestFinished(() => {
    process.removeAllListeners("uncaughtException");
    for (const other of others) process.on("uncaughtException", other);
  });
  const handler = createHandler(journeys, {
    onRequest: () => {
      throw new Error("listener");
    },
  });
  const response = await handler(start());
  expect([response.status, ((await response.json()) as { callbacks: unknown[] }).callbacks.length]).toEqual([200, 2]);
  await new Promise(setImmediate);
  expect(caught).toEqual([new Error("listener")]);
});

test("a world that cannot be made is answered as a defect, and the next one is served", async () => {
  let isBroken = false;
  const world = { users: [demo] };
  const handler = createHandler(journeys, {
    world: () => {
      if (isBroken) throw new Error("no world");
      return world;
    },
  });
  isBroken = true;
  expect((await handler(start())).status).toBe(500);
  isBroken = false;
  expect((await handler(start())).status).toBe(200);
});
