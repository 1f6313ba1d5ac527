import { describe, expect, test } from "vitest";
import type { Message } from "../../src/runtime/world/outbox.js";
import type { JourneysToServe } from "../../src/serve/journeys.js";
import { authenticatePath, demo, exampleJourneys, Served } from "../support/served.js";
import { modelOf } from "../support/simulate-text.js";

const world = { users: [demo] };
const reset = async (options = {}) => new Served(await exampleJourneys("reset-password"), { world, ...options });
const login = async () => new Served(await exampleJourneys("login"), { world });

async function mail(served: Served, base = "") {
  const first = await served.send(
    "POST",
    `${base}${authenticatePath}?authIndexType=service&authIndexValue=ResetPassword`,
  );
  const body = {
    ...first.body,
    callbacks: [
      {
        ...first.body.callbacks[0],
        input: [
          { name: "IDToken1", value: "demo@example.com" },
          { name: "IDToken1validateOnly", value: false },
        ],
      },
    ],
  };
  return served.send("POST", base + authenticatePath, body);
}

describe("the outbox", () => {
  test("has the messages that were sent, with usable links", async () => {
    const served = await reset();
    await mail(served);
    const { body } = await served.send("GET", "/journeyc/outbox");
    expect(body).toHaveLength(1);
    expect(body[0]).toMatchObject({ kind: "email", to: "demo@example.com", template: "resetPassword" });
    expect((await served.resume(body[0].resumeUri)).body.description).toBe("Change password");
    expect((await served.send("GET", "/journeyc/outbox?to=nobody@example.com")).body).toEqual([]);
    expect((await served.send("DELETE", "/journeyc/outbox")).status).toBe(204);
    expect((await served.send("GET", "/journeyc/outbox")).body).toEqual([]);
  });

  test("has the texts of the templates that journeys bring with them", async () => {
    const served = new Served(await exampleJourneys("registration"), { world });
    const { body } = await served.start("Registration");
    const page = await served.answer(body, ["new", "New", "User", "demo@example.com", "Spring-2026", true]);
    expect(page.body.callbacks[0].type).toBe("SuspendedTextOutputCallback");
    const [sent] = (await served.send("GET", "/journeyc/outbox")).body;
    expect(sent).toMatchObject({ template: "accountExists", subject: "You already have an account" });
    expect(sent.text).toContain(sent.resumeUri);
  });
});

describe("mails that somebody delivers", () => {
  const sendMail = async (deliver: (mail: Message) => Promise<void>) => {
    const served = await reset({ deliver });
    await served.answer((await served.start("ResetPassword")).body, [demo.mail]);
    await new Promise(setImmediate);
    return served;
  };

  test("are handed on, and told as delivered", async () => {
    const mails: Message[] = [];
    const served = await sendMail(async (mail) => void mails.push(mail));
    expect(mails).toEqual(served.messages);
    expect((await served.send("GET", "/journeyc/outbox")).body).toMatchObject([{ to: demo.mail, isDelivered: true }]);
  });

  test("do not disturb the journey where that fails", async () => {
    const served = await sendMail(() => Promise.reject(new Error("connect ECONNREFUSED 127.0.0.1:1025")));
    const [mail] = (await served.send("GET", "/journeyc/outbox")).body;
    expect(mail).toMatchObject({ isDelivered: false, deliveryProblem: "connect ECONNREFUSED 127.0.0.1:1025" });
    expect((await served.resume(mail.resumeUri)).status).toBe(200);
  });

  test("are told of as it happens", async () => {
    let arrived: () => void = () => undefined;
    const onItsWay = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const served = await sendMail(() => onItsWay);
    const [mail] = (await served.send("GET", "/journeyc/outbox")).body;
    expect(mail).not.toHaveProperty("isDelivered");
    const response = await served.handler(new Request("http://localhost:8080/journeyc/events"));
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();
    arrived();
    expect((await reader.read()).value).toBe("event: delivery\ndata: {}\n\n");
    await reader.cancel();
  });
});

describe("the world", () => {
  test("can be read as it is now, replaced, and taken back to its beginning", async () => {
    const served = await login();
    const now = (await served.send("GET", "/journeyc/world")).body;
    expect(now.users).toMatchObject([demo]);
    const other = { users: [{ userName: "other", password: "Passw0rd-1" }] };
    expect((await served.send("PUT", "/journeyc/world", other)).status).toBe(204);
    const first = await served.start("Login");
    expect((await served.answer(first.body, ["other", "Passw0rd-1"])).body.tokenId).toBeTruthy();
    expect((await served.send("DELETE", "/journeyc/world")).status).toBe(204);
    expect((await served.answer(first.body, ["other", "Passw0rd-1"])).body.detail).toEqual({ errorCode: "110" });
    expect((await served.send("GET", "/journeyc/world")).body.users).toMatchObject([demo]);
  });

  test("is not replaced by what is none", async () => {
    const served = await login();
    for (const body of ['{ "users": 1 }', '{ "usres": [] }', "[", ""]) {
      const { status, body: error } = await served.send("PUT", "/journeyc/world", body);
      expect([status, error.message]).toEqual([400, expect.any(String)]);
    }
    expect((await served.send("GET", "/journeyc/world")).body.users).toMatchObject([demo]);
  });
});

test("the clock can be moved forward", async () => {
  const served = await reset();
  await mail(served);
  const link = served.messages[0]!.resumeUri!;
  expect((await served.send("GET", "/journeyc/clock")).body).toEqual({ now: "2026-03-01T12:00:00.000Z" });
  expect((await served.send("POST", "/journeyc/clock", { advance: "25 hours" })).body).toEqual({
    now: "2026-03-02T13:00:00.000Z",
  });
  expect((await served.resume(link)).status).toBe(401);
  for (const advance of [-1, "soon", null, 1e300, "unlimited", "5", " 60000 "]) {
    expect((await served.send("POST", "/journeyc/clock", { advance })).status).toBe(400);
  }
});

test("what the outcome of a stub does not have is refused, with the nearest name", async () => {
  const served = await login();
  for (const method of ["PUT", "PATCH"]) {
    const answer = await served.send(method, "/journeyc/stubs", { CheckPassword: { outcome: "true", shard: {} } });
    expect([answer.status, answer.body.message]).toEqual([
      400,
      "The outcome of CheckPassword has no `shard`; did you mean `shared`?",
    ]);
  }
});

test("stubs for nodes and outcomes that there are not are refused, with the nearest name", async () => {
  const served = await login();
  const refused = async (stubs: object) => {
    const answers = [
      await served.send("PUT", "/journeyc/stubs", stubs),
      await served.send("PATCH", "/journeyc/stubs", stubs),
      await served.send("PUT", "/journeyc/world", { stubs }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
    expect(new Set(answers.map(({ body }) => body.message)).size).toBe(1);
    return answers[0]!.body.message;
  };
  expect(await refused({ CheckPasword: "true" })).toBe(
    "No journey has a node `CheckPasword`; did you mean `CheckPassword`?",
  );
  expect(await refused({ "Login/Nothing": "true" })).toMatch(/^No journey has a node `Login\/Nothing`/);
  expect(await refused({ CheckPassword: ["true", { outcome: "treu" }] })).toBe(
    "Node `CheckPassword` has no outcome `treu`; did you mean `true`?",
  );
  expect((await served.send("GET", "/journeyc/stubs")).body).toEqual({});
});

test("stubs have the same short form in requests and in worlds", async () => {
  const served = await login();
  const stubs = { CheckPassword: "true", "Login/CheckPassword": ["false", { outcome: "true", shared: {} }] };
  const whole = {
    CheckPassword: { outcome: "true" },
    "Login/CheckPassword": [{ outcome: "false" }, { outcome: "true", shared: {} }],
  };
  await served.send("PUT", "/journeyc/stubs", stubs);
  expect((await served.send("GET", "/journeyc/stubs")).body).toEqual(whole);
  await served.send("DELETE", "/journeyc/stubs");
  expect((await served.send("PUT", "/journeyc/world", { stubs })).status).toBe(204);
  expect((await served.send("GET", "/journeyc/stubs")).body).toEqual(whole);
});

test("an inactive account is not signed on, whatever has led to success (documentation of the Success node)", async () => {
  const served = await login();
  await served.send("PUT", "/journeyc/world", { users: [{ ...demo, accountStatus: "inactive" }] });
  const stub = { CheckPassword: { outcome: "true", shared: { username: "demo" } } };
  await served.send("PUT", "/journeyc/stubs", stub);
  const ended = await served.answer((await served.start("Login")).body, ["demo", "wrong"]);
  expect([ended.status, ended.body]).toEqual([
    401,
    { code: 401, reason: "Unauthorized", message: "User Locked Out.", detail: { failureUrl: "" } },
  ]);
});

test("the next outcome of a node can be set", async () => {
  const served = await login();
  const attempt = async () => (await served.answer((await served.start("Login")).body, ["demo", "wrong"])).body;
  expect(
    (await served.send("PUT", "/journeyc/stubs", { CheckPassword: { outcome: "true", shared: { username: "demo" } } }))
      .status,
  ).toBe(204);
  expect(await attempt()).toHaveProperty("tokenId");
  expect(
    (
      await served.send("PUT", "/journeyc/stubs", {
        CheckPassword: ["false", { outcome: "true", shared: { username: "demo" } }],
      })
    ).status,
  ).toBe(204);
  expect(await attempt()).toHaveProperty("authId");
  expect(await attempt()).toHaveProperty("tokenId");
  await served.send("DELETE", "/journeyc/stubs");
  expect(await attempt()).toHaveProperty("authId");
  for (const given of [[], 1, {}, [1]])
    expect((await served.send("PUT", "/journeyc/stubs", { CheckPassword: given })).status).toBe(400);
  for (const store of ["shared", "transient"]) {
    const wrong = await served.send("PATCH", "/journeyc/stubs", {
      CheckPassword: { outcome: "true", [store]: "demo" },
    });
    expect([wrong.status, wrong.body.message]).toEqual([
      400,
      `\`${store}\` of CheckPassword is an object with the keys of node state`,
    ]);
  }
});

test("sessions are told with path and node state", async () => {
  const served = await login();
  const first = await served.start("Login");
  await served.answer(first.body, ["demo", "wrong"]);
  const { authentications, sessions } = (await served.send("GET", "/journeyc/sessions")).body;
  expect(sessions).toEqual([]);
  expect(authentications).toMatchObject([
    {
      journey: "Login",
      status: "waiting",
      at: { journey: "Login", node: "Credentials" },
      path: [
        { node: "Credentials", outcome: "outcome" },
        { node: "CheckPassword", outcome: "false" },
        { node: "CountAttempt", outcome: "Retry" },
        { node: "Credentials" },
      ],
      state: { shared: { username: "demo" }, transient: {} },
    },
  ]);
  await served.answer(first.body, ["demo", demo.password]);
  expect((await served.send("GET", "/journeyc/sessions")).body.sessions).toMatchObject([
    { username: "demo", journey: "Login" },
  ]);
});

describe("isolated worlds", () => {
  test("have users, messages and sessions of their own, by path", async () => {
    const served = await reset();
    await mail(served, "/@one");
    expect((await served.send("GET", "/@one/journeyc/outbox")).body).toHaveLength(1);
    expect((await served.send("GET", "/@two/journeyc/outbox")).body).toEqual([]);
    expect((await served.send("GET", "/journeyc/outbox")).body).toEqual([]);
    const [{ resumeUri }] = (await served.send("GET", "/@one/journeyc/outbox")).body;
    expect(new URL(resumeUri).pathname).toBe("/@one/am/XUI/");
    expect((await served.resume(resumeUri)).status).toBe(401);
  });

  test("are named by a header as well", async () => {
    const served = await login();
    const headers = { "x-journeyc-world": "one" };
    const first = await served.start("Login", "", headers);
    expect((await served.answer(first.body, ["demo", demo.password])).body.detail).toEqual({ errorCode: "110" });
    expect((await served.answer(first.body, ["demo", demo.password], headers)).body.tokenId).toBeTruthy();
    expect((await served.send("GET", "/@one/journeyc/sessions")).body.sessions).toHaveLength(1);
  });

  test("keep their cookies apart in one browser", async () => {
    const served = await login();
    const signOn = async (base: string, headers = {}) => {
      const first = await served.send("POST", `${base}/am/json/authenticate`, undefined, headers);
      const [name, password] = first.body.callbacks;
      name.input[0].value = demo.userName;
      password.input[0].value = demo.password;
      const done = await served.send("POST", `${base}/am/json/authenticate`, first.body, headers);
      expect(done.status).toBe(200);
      return done.headers.getSetCookie()[0]!;
    };
    const one = await signOn("/@one");
    expect(one).toMatch(/; Path=\/@one; HttpOnly$/);
    expect(await signOn("/@two")).toMatch(/; Path=\/@two; HttpOnly$/);
    expect(await signOn("")).toMatch(/; Path=\/; HttpOnly$/);
    expect(await signOn("", { "x-journeyc-world": "one" })).toMatch(/; Path=\/; HttpOnly$/);
    const cookie = { cookie: one.split(";")[0]! };
    const out = await served.send("POST", "/@one/am/json/sessions?_action=logout", undefined, cookie);
    expect(out.headers.getSetCookie()).toEqual(["iPlanetDirectoryPro=; Path=/@one; HttpOnly; Max-Age=0"]);
  });

  test("have the cookies of nodes below their own path", async () => {
    const cookie = (name: string, path: string) => `name: "${name}"\n    value: "v"\n    path: "${path}"\n    -> `;
    const served = new Served({
      model: modelOf(`journey Login {
  start -> Whole
  node Whole: SetCustomCookie {
    ${cookie("a", "/")}Part
  }
  node Part: SetCustomCookie {
    ${cookie("b", "/app")}success
  }
}`),
    });
    const paths = async (base: string) => {
      const done = await served.send("POST", `${base}/am/json/authenticate?noSession=true`);
      return done.headers.getSetCookie().map((each) => /Path=([^;]+)/.exec(each)?.[1]);
    };
    expect(await paths("")).toEqual(["/", "/app"]);
    expect(await paths("/@one")).toEqual(["/@one", "/@one/app"]);
  });

  test("lead back to themselves, also where a header has named them", async () => {
    const oauth2Clients = [{ clientId: "app", clientSecret: "secret", redirectUris: ["http://localhost:3000/"] }];
    const served = await reset({ world: { ...world, oauth2Clients } });
    const headers = { "x-journeyc-world": "one" };
    const { body } = await served.start("ResetPassword", "", headers);
    await served.answer(body, [demo.mail], headers);
    const [{ resumeUri }] = (await served.send("GET", "/@one/journeyc/outbox")).body;
    expect(new URL(resumeUri).pathname).toBe("/@one/am/XUI/");
    const asked = "/am/oauth2/alpha/authorize?client_id=app&response_type=code&scope=openid";
    const { headers: answered } = await served.send("GET", asked, undefined, headers);
    const loginPage = new URL(answered.get("location") ?? "");
    expect(loginPage.pathname).toBe("/@one/");
    const goto = new URL(loginPage.searchParams.get("goto") ?? "");
    expect(goto.pathname).toBe("/@one/am/oauth2/alpha/authorize");
    // A client that sends the header on every request knows one issuer only.
    for (const base of ["", "/@one"]) {
      const prompt = `${base}${asked}&prompt=none`;
      const refused = await served.send("GET", prompt, undefined, headers);
      expect(new URL(refused.headers.get("location") ?? "").searchParams.get("iss")).toBe(
        "http://localhost:8080/am/oauth2/alpha",
      );
    }
    const { configuration } = (await served.send("GET", "/openidm/info/uiconfig", undefined, headers)).body;
    expect(configuration.platformSettings.amUrl).toBe("/@one/am");
  });
});

test("requests are kept, and told as they are answered", async () => {
  const served = await login();
  const response = await served.handler(new Request("http://localhost:8080/journeyc/events"));
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  const { body } = await served.start("Login");
  const event = (await reader.read()).value!;
  expect(event).toMatch(/^id: 1\nevent: request\ndata: \{.+\}\n\n$/);
  const told = JSON.parse(event.split("data: ")[1]!);
  expect(told).toMatchObject({
    id: 1,
    method: "POST",
    status: 200,
    received: JSON.stringify(body),
    journey: { journey: "Login", status: "waiting" },
  });
  await reader.cancel();
  expect((await served.send("GET", "/journeyc/requests")).body).toEqual([told]);
});

test("what is served is told as soon as it has changed", async () => {
  let source: JourneysToServe = await exampleJourneys("login");
  const served = new Served(() => source, { world });
  const response = await served.handler(new Request("http://localhost:8080/journeyc/events"));
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  source = { model: modelOf("journey A { start -> success }") };
  expect((await reader.read()).value).toBe("event: change\ndata: {}\n\n");
  await served.send("DELETE", "/journeyc/world");
  expect((await reader.read()).value).toBe("event: change\ndata: {}\n\n");
  await reader.cancel();
});

test("clients whose time is over, or whose journey has changed, are told as such", async () => {
  let source: JourneysToServe = await exampleJourneys("login");
  const served = new Served(() => source, { world });
  const listed = async () => (await served.send("GET", "/journeyc/sessions")).body.authentications;
  const { body } = await served.start("Login");
  expect(await listed()).toMatchObject([{ journey: "Login", status: "waiting" }]);
  expect((await listed())[0]).not.toHaveProperty("isOver");
  served.wait(6 * 60_000);
  expect(await listed()).toMatchObject([{ status: "waiting", isOver: true }]);
  expect((await served.answer(body, ["demo", demo.password])).body.detail).toEqual({ errorCode: "110" });

  await served.send("DELETE", "/journeyc/sessions");
  const done = await served.start("Login");
  await served.answer(done.body, ["demo", demo.password]);
  await served.start("Login");
  source = { model: modelOf("journey Login { start -> success }") };
  const [ended, waiting] = await listed();
  expect(ended).toMatchObject({ status: "success" });
  expect(ended).not.toHaveProperty("isOver");
  expect(waiting).toMatchObject({ status: "waiting", isOver: true });
});

test("journeys that no client may start are listed with the reason", async () => {
  const flagged = ["Plain", "Off { enabled: false", "Inner { innerTreeOnly: true", "Paid { transactionalOnly: true"];
  const texts = flagged.map((text) => `journey ${text.includes("{") ? text : `${text} {`}\n start -> success\n}`);
  const served = new Served({ model: modelOf(texts.join("\n")) });
  const { journeys } = (await served.send("GET", "/journeyc/journeys")).body;
  expect(journeys.map((each: object) => ({ ...each, name: undefined, description: undefined }))).toEqual([
    { id: "Plain", isServed: true },
    { id: "Off", isServed: false, notServed: "disabled" },
    { id: "Inner", isServed: false, notServed: "innerTreeOnly" },
    { id: "Paid", isServed: false, notServed: "transactionalOnly" },
  ]);
  for (const { id, isServed } of journeys) {
    const { body } = await served.start(id);
    expect(body.message === "No Configuration found").toBe(!isServed);
  }
});

test("the journeys are listed with what is wrong in them", async () => {
  const source = await exampleJourneys("login");
  const served = new Served(source);
  const { body } = await served.send("GET", "/journeyc/journeys");
  expect(body.default).toBe("Login");
  expect(body.journeys).toContainEqual({
    id: "Login",
    name: "Login",
    description: "Sign in with user name and password",
    isServed: true,
  });
  expect(
    (await new Served({ model: modelOf("journey A { start -> success }") }).send("GET", "/journeyc/journeys")).body,
  ).toEqual({
    default: null,
    journeys: [{ id: "A", name: "A", description: null, isServed: true }],
    diagnostics: [],
  });
});
