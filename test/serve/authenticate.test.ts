import { decodeJwt, jwtVerify } from "jose";
import { describe, expect, test } from "vitest";
import { authenticatePath, demo, exampleJourneys, filled, type ReceivedStep, Served } from "../support/served.js";
import { modelOf } from "../support/simulate-text.js";

const world = { users: [demo] };
const reset = async (options = {}) => new Served(await exampleJourneys("reset-password"), { world, ...options });
const login = async (options = {}) => new Served(await exampleJourneys("login"), { world, ...options });

/** The documented sample of the first step of ResetPassword; its authId is left out for length there. */
const sample = {
  callbacks: [
    {
      type: "StringAttributeInputCallback",
      output: [
        { name: "name", value: "mail" },
        { name: "prompt", value: "Email Address" },
        { name: "required", value: true },
        { name: "policies", value: {} },
        { name: "failedPolicies", value: [] },
        { name: "validateOnly", value: false },
        { name: "value", value: "" },
      ],
      input: [
        { name: "IDToken1", value: "" },
        { name: "IDToken1validateOnly", value: false },
      ],
      _id: 0,
    },
  ],
  header: "Reset Password",
  description: 'Enter your email address or <a href="#/service/Login">Sign in</a>',
};

describe("the first step", () => {
  test("is the documented sample, byte for byte", async () => {
    const { status, text, body, headers } = await (await reset()).start("ResetPassword");
    expect(status).toBe(200);
    expect(text).toBe(JSON.stringify({ authId: body.authId, ...sample }));
    expect(headers.get("content-type")).toBe("application/json");
  });

  test.each([
    "/am/json/realms/root/realms/alpha/authenticate",
    "/am/json/alpha/authenticate",
    "/am/json/realms/root/authenticate",
    "/am/json/authenticate",
    "/am/json/authenticate/",
    "//am//json/realms/root/realms/alpha/authenticate",
  ])("is found at %s", async (path) => {
    const served = await reset();
    const { body } = await served.send("POST", `${path}?authIndexType=service&authIndexValue=ResetPassword`);
    expect(body.header).toBe("Reset Password");
  });

  test("has an authId with the platform's claims, signed with HS256", async () => {
    const served = await reset();
    const { body } = await served.start("ResetPassword");
    const key = new TextEncoder().encode("journeyc serve: a key that is no secret");
    const { payload, protectedHeader } = await jwtVerify(body.authId, key, {
      currentDate: new Date("2026-03-01T12:00:00Z"),
    });
    expect(protectedHeader).toEqual({ typ: "JWT", alg: "HS256" });
    expect(Object.keys(payload)).toEqual([
      "authIndexValue",
      "otk",
      "authIndexType",
      "realm",
      "sessionId",
      "exp",
      "iat",
    ]);
    expect(payload).toMatchObject({ authIndexValue: "ResetPassword", authIndexType: "service", realm: "/alpha" });
    // Five minutes, the usual time of a journey.
    expect(payload.exp! - payload.iat!).toBe(300);
  });

  test("is that of the default journey when the request names none", async () => {
    const { body } = await (await login()).send("POST", authenticatePath);
    expect(body.header).toBe("Sign In");
    expect(decodeJwt(body.authId)).not.toHaveProperty("authIndexValue");
    const other = await (await reset({ defaultJourney: "ResetPassword" })).send(
      "POST",
      `${authenticatePath}?authIndexType=service`,
    );
    expect(other.body.header).toBe("Reset Password");
  });

  test("comes for an empty object as well", async () => {
    const { body } = await (await login()).send("POST", authenticatePath, {});
    expect(body.header).toBe("Sign In");
  });

  test("is asked for in the language of the request", async () => {
    const served = await login();
    expect((await served.start("Login", "", { "accept-language": "fr, de-CH;q=0.8, en;q=0.5" })).body.header).toBe(
      "Anmelden",
    );
    expect((await served.start("Login", "&locale=de", { "accept-language": "en" })).body.header).toBe("Anmelden");
  });

  test("can be asked for by the advice of a policy", async () => {
    const advice =
      '<Advices><AttributeValuePair><Attribute name="AuthenticateToServiceConditionAdvice"/><Value>/alpha:ResetPassword</Value></AttributeValuePair></Advices>';
    const served = await reset();
    const query = `?authIndexType=composite_advice&authIndexValue=${encodeURIComponent(advice)}`;
    expect((await served.send("POST", authenticatePath + query)).body.header).toBe("Reset Password");
  });
});

describe("the cookie of the load balancer", () => {
  test("comes with each step", async () => {
    const first = await (await reset()).start("ResetPassword");
    expect(first.headers.getSetCookie()).toEqual(["amlbcookie=01; Path=/; HttpOnly"]);
  });
});

describe("a client of version 1 of the endpoint", () => {
  // The form of its errors: facts/protocol.md 1.9.
  const version = { "accept-api-version": "protocol=1.0, resource=1.1" };

  test("is told of errors in the form of that version", async () => {
    const served = await reset();
    const unknown = await served.start("Nothing", "", version);
    expect([unknown.status, unknown.body]).toEqual([400, { errorMessage: "No Configuration found" }]);
    const link = await served.send("POST", `${authenticatePath}?suspendedId=invented`, undefined, version);
    expect([link.status, link.body]).toEqual([401, { errorMessage: expect.stringContaining("Token not found") }]);
    expect(link.headers.get("content-api-version")).toBe("resource=1.1");
  });

  test("is told where to go after a failure", async () => {
    const world = { users: [demo], stubs: { SavePassword: { outcome: "FAILURE" } } };
    const served = await reset({ world });
    await served.answer((await served.start("ResetPassword")).body, [demo.mail]);
    const page = await served.resume(served.messages[0]?.resumeUri ?? "");
    const failed = await served.answer(page.body, ["New-passw0rd"], version);
    expect([failed.status, failed.body]).toEqual([401, { errorMessage: "Login failure", failureUrl: "" }]);
  });

  test("gets the same steps", async () => {
    const served = await reset();
    const { body } = await served.start("ResetPassword", "", version);
    expect(body.header).toBe("Reset Password");
  });
});

describe("what cannot be started", () => {
  const text = `
journey Off { enabled: false start -> success }
journey Inner { innerTreeOnly: true start -> success }`;

  test.each(["Nothing", "Off", "Inner", "__proto__"])("%s is refused as on the platform", async (name) => {
    const { status, body } = await new Served({ model: modelOf(text) }).start(name);
    expect(status).toBe(400);
    expect(body).toEqual({ code: 400, reason: "Bad Request", message: "No Configuration found" });
  });

  test("a request without a journey, where no default is", async () => {
    expect((await (await reset()).send("POST", authenticatePath)).body.message).toBe("No Configuration found");
  });

  test.each([
    ["telepathy", "Unknown Authentication Index Type, telepathy"],
    ["transaction", "authIndexType=transaction is not served: journeys are started with service or composite_advice"],
  ])("the type %s", async (type, message) => {
    const served = await reset();
    const { status, body } = await served.send("POST", `${authenticatePath}?authIndexType=${type}&authIndexValue=x`);
    expect({ status, body }).toEqual({ status: 400, body: { code: 400, reason: "Bad Request", message } });
  });

  test("another realm", async () => {
    const { status, body } = await (await reset()).send("POST", "/am/json/realms/root/realms/bravo/authenticate");
    expect(status).toBe(400);
    expect(body.message).toBe("Invalid realm, /bravo");
  });
});

describe("resetting a password", () => {
  test("mails a link, which leads to the new password and to a session", async () => {
    const served = await reset();
    const first = await served.start("ResetPassword");
    const suspended = await served.answer(first.body, ["demo@example.com"]);
    expect(suspended.body).toEqual({
      authId: expect.any(String),
      callbacks: [
        {
          type: "SuspendedTextOutputCallback",
          output: [
            {
              name: "message",
              value: "An email has been sent to the address you entered. Click the link in that email to proceed.",
            },
            { name: "messageType", value: "0" },
          ],
        },
      ],
    });
    const [mail] = served.messages;
    expect(mail).toMatchObject({ kind: "email", to: "demo@example.com", template: "resetPassword" });
    const link = new URL(mail!.resumeUri!);
    expect(link.origin + link.pathname).toBe("http://localhost:8080/am/XUI/");
    expect(Object.fromEntries(link.searchParams)).toEqual({
      realm: "/alpha",
      authIndexType: "service",
      authIndexValue: "ResetPassword",
      suspendedId: expect.any(String),
    });
    const page = await served.resume(link.href);
    expect(page.body.description).toBe("Change password");
    const weak = await served.answer(page.body, ["weak"]);
    expect(weak.status).toBe(200);
    expect(weak.body.callbacks[0]).toMatchObject({ type: "ValidatedCreatePasswordCallback", _id: 1 });
    const failed = weak.body.callbacks[0].output.find(({ name }: { name: string }) => name === "failedPolicies").value;
    expect(failed.map((each: string) => JSON.parse(each).policyRequirement)).toContain("MIN_LENGTH");
    const done = await served.answer(weak.body, ["New-passw0rd"]);
    expect(done.status).toBe(200);
    expect(done.body).toEqual({ tokenId: expect.any(String), successUrl: "/enduser/?realm=/alpha", realm: "/alpha" });
    expect(Object.keys(done.body)).toEqual(["tokenId", "successUrl", "realm"]);
    expect(done.headers.getSetCookie()).toEqual([
      `iPlanetDirectoryPro=${done.body.tokenId}; Path=/; HttpOnly`,
      "amlbcookie=01; Path=/; HttpOnly",
    ]);
    // The link has been used.
    const again = await served.resume(link.href);
    expect(again.status).toBe(401);
    expect(again.body).toEqual({
      code: 401,
      reason: "Unauthorized",
      message:
        "org.forgerock.openam.auth.nodes.framework.token.SuspendedAuthSessionException: Token not found. It may have expired.",
    });
  });

  test("looks the same for an unknown address, and mails nothing", async () => {
    const served = await reset();
    const known = await served.answer((await served.start("ResetPassword")).body, ["demo@example.com"]);
    const sent = served.messages.length;
    const unknown = await served.answer((await served.start("ResetPassword")).body, ["nobody@example.com"]);
    expect(unknown.body.callbacks).toEqual(known.body.callbacks);
    expect(served.messages).toHaveLength(sent);
  });

  test("ends where the link is invented or has expired", async () => {
    const served = await reset();
    expect((await served.resume("http://x/?suspendedId=invented")).status).toBe(401);
    await served.answer((await served.start("ResetPassword")).body, ["demo@example.com"]);
    served.wait(1441 * 60_000);
    const { status, body } = await served.resume(served.messages[0]!.resumeUri!);
    expect(status).toBe(401);
    expect(body.message).toMatch(/Token not found/);
  });

  test("fails where the password cannot be stored", async () => {
    const served = await reset({ world: { ...world, stubs: { SavePassword: { outcome: "FAILURE" } } } });
    await served.answer((await served.start("ResetPassword")).body, ["demo@example.com"]);
    const page = await served.resume(served.messages[0]!.resumeUri!);
    const { status, body, headers } = await served.answer(page.body, ["New-passw0rd"]);
    expect(status).toBe(401);
    expect(body).toEqual({ code: 401, reason: "Unauthorized", message: "Login failure", detail: { failureUrl: "" } });
    expect(headers.getSetCookie()).toEqual([]);
  });

  test("says the same again when the suspended step is sent back", async () => {
    const served = await reset();
    const suspended = await served.answer((await served.start("ResetPassword")).body, ["demo@example.com"]);
    expect((await served.answer(suspended.body)).body.callbacks).toEqual(suspended.body.callbacks);
    expect(served.messages).toHaveLength(1);
  });
});

describe("a step", () => {
  test("may be answered again, as after a failure", async () => {
    const served = await login();
    const first = await served.start("Login");
    expect((await served.answer(first.body, ["demo", "wrong"])).body.header).toBe("Sign In");
    expect((await served.answer(first.body, ["demo", demo.password])).body.tokenId).toBeTruthy();
    expect((await served.answer(first.body, ["demo", demo.password])).body.tokenId).toBeTruthy();
  });

  test("does not notice what becomes of it when two requests answer it at the same time", async () => {
    const served = await reset();
    const first = await served.start("ResetPassword");
    const answers = await Promise.all(
      ["demo@example.com", "nobody@example.com"].map((mail) => served.answer(first.body, [mail])),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const paths = served.entries.flatMap(
      ({ journey }) => journey?.path.map(({ node, outcome }) => `${node}.${outcome}`) ?? [],
    );
    expect(paths).toContain("FindUser.true");
    expect(paths).toContain("FindUser.false");
  });

  test("expires with the code 110, by which login pages begin anew", async () => {
    const served = await reset();
    const { body } = await served.start("ResetPassword");
    served.wait(5 * 60_000 + 1);
    const expired = await served.answer(body, ["demo@example.com"]);
    expect(expired.status).toBe(401);
    expect(expired.body).toEqual({
      code: 401,
      reason: "Unauthorized",
      message: "Session has timed out",
      detail: { errorCode: "110" },
    });
    // The same for one that a handler before a restart has made.
    expect((await (await reset()).answer(body, ["demo@example.com"])).body).toEqual(expired.body);
  });

  test("carries its journey: the authId wins over the query", async () => {
    const served = await reset();
    const { body } = await served.start("ResetPassword");
    const path = `${authenticatePath}?authIndexType=service&authIndexValue=Another`;
    const { status } = await served.send("POST", path, filled(body, ["demo@example.com"]));
    expect(status).toBe(200);
  });

  test.each([
    [
      "one callback too many",
      (step: ReceivedStep) => ({ ...step, callbacks: [...step.callbacks, ...step.callbacks] }),
      "Incorrect number of callbacks found in JSON response",
    ],
    [
      "no callbacks",
      ({ authId }: ReceivedStep) => ({ authId }),
      "Incorrect number of callbacks found in JSON response",
    ],
    [
      "another type",
      (step: ReceivedStep) => ({ ...step, callbacks: [{ ...step.callbacks[0], type: "NameCallback" }] }),
      "Required callback not found in JSON response",
    ],
    [
      "another signature",
      (step: ReceivedStep) => ({ ...step, authId: `${step.authId.slice(0, -4)}AAAA` }),
      "AuthId JWT Signature not valid",
    ],
    [
      "an authId that is no JWT",
      (step: ReceivedStep) => ({ ...step, authId: "x" }),
      "Failed to parse JWT, the authId is none",
    ],
  ])("is refused with %s, and can then still be answered", async (_, spoil, message) => {
    const served = await reset();
    const { body } = await served.start("ResetPassword");
    const refused = await served.send("POST", authenticatePath, spoil(body));
    expect(refused.status).toBe(400);
    expect(refused.body).toEqual({ code: 400, reason: "Bad Request", message });
    expect((await served.answer(body, ["demo@example.com"])).status).toBe(200);
  });
});

describe("a node that cannot run here", () => {
  const text = `
journey Check {
  start -> Ask

  node Ask: AgentDataStoreDecision {
    true -> Next
    false -> failure
  }

  page Next {
    node Name: UsernameCollector

    -> success
  }
}`;

  test("is asked for its outcome, in callbacks that every login page shows", async () => {
    const served = new Served({ model: modelOf(text) });
    const { body } = await served.start("Check");
    expect(body.callbacks).toEqual([
      {
        type: "TextOutputCallback",
        output: [
          { name: "message", value: "Ask needs an outcome: AgentDataStoreDecisionNode is not simulated" },
          { name: "messageType", value: "1" },
        ],
      },
      {
        type: "ChoiceCallback",
        output: [
          { name: "prompt", value: "Outcome of Ask" },
          { name: "choices", value: ["true", "false"] },
          { name: "defaultChoice", value: 0 },
        ],
        input: [{ name: "IDToken2", value: 0 }],
      },
    ]);
    expect((await served.answer(body, [1])).body.message).toBe("Login failure");
    expect((await served.answer(body, [7])).body.message).toBe("The choice is none of 2");
    expect((await served.answer(body, [0])).body.callbacks[0].type).toBe("NameCallback");
  });
});

describe("journeys that change while they are served", () => {
  const one = "journey A {\n  start -> P\n  page P {\n    node N: UsernameCollector\n    -> failure\n  }\n}\n";
  const other = one.replace("A", "B").replace("page P {", 'page P {\n    pageHeader: "One"');

  test("go on where they are unchanged, and begin anew where they are not", async () => {
    let source = { model: modelOf(one + other) };
    const served = new Served(() => source);
    const [a, b] = [await served.start("A"), await served.start("B")];
    source = { model: modelOf(one + other.replace("One", "Two")) };
    expect((await served.answer(a.body, ["demo"])).body.message).toBe("Login failure");
    expect((await served.answer(b.body, ["demo"])).body.detail).toEqual({ errorCode: "110" });
    expect((await served.start("B")).body.header).toBe("Two");
  });
});
