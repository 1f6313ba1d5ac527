import { describe, expect, test } from "vitest";
import { demo, exampleJourneys, Served } from "../support/served.js";
import { modelOf } from "../support/simulate-text.js";

const sessions = "/am/json/realms/root/realms/alpha/sessions/?_action=";
const minute = 60_000;

async function signedOn() {
  const served = new Served(await exampleJourneys("login"), { world: { users: [demo] } });
  const { body } = await served.start("Login");
  const done = await served.answer(body, ["demo", demo.password]);
  const cookie = done.headers.getSetCookie()[0]!.split(";")[0]!;
  return { served, tokenId: done.body.tokenId as string, cookie };
}

describe("a session", () => {
  test("is told to whoever has its cookie, its header or its token", async () => {
    const { served, tokenId, cookie } = await signedOn();
    const expected = {
      username: "demo",
      universalId: expect.stringMatching(/^id=.+,ou=user,o=alpha,ou=services,ou=am-config$/),
      realm: "/alpha",
      latestAccessTime: "2026-03-01T12:00:00Z",
      maxIdleExpirationTime: "2026-03-01T12:30:00Z",
      maxSessionExpirationTime: "2026-03-01T14:00:00Z",
      properties: { AMCtxId: expect.any(String) },
    };
    expect((await served.send("POST", `${sessions}getSessionInfo`, {}, { cookie })).body).toEqual(expected);
    expect((await served.send("POST", `${sessions}getSessionInfo`, {}, { iPlanetDirectoryPro: tokenId })).body).toEqual(
      expected,
    );
    expect((await served.send("POST", `${sessions}getSessionInfo`, { tokenId })).body).toEqual(expected);
    expect((await served.send("POST", `${sessions}getSessionInfo`)).body).toEqual({
      code: 401,
      reason: "Unauthorized",
      message: "Access Denied",
    });
  });

  test("ends at logout, and its cookie with it", async () => {
    const { served, cookie } = await signedOn();
    const out = await served.send("POST", `${sessions}logout`, undefined, { cookie });
    expect(out.body).toEqual({ result: "Successfully logged out" });
    expect(out.headers.getSetCookie()).toEqual(["iPlanetDirectoryPro=; Path=/; HttpOnly; Max-Age=0"]);
    expect((await served.send("POST", `${sessions}validate`, {}, { cookie })).body).toEqual({ valid: false });
  });

  test("is valid until it was idle for too long, or is too old", async () => {
    const { served, cookie } = await signedOn();
    const validate = async () => (await served.send("POST", `${sessions}validate`, {}, { cookie })).body;
    expect(await validate()).toEqual({ valid: true, sessionUid: expect.any(String), uid: "demo", realm: "/alpha" });
    served.wait(29 * minute);
    await served.send("POST", `${sessions}refresh`, {}, { cookie });
    served.wait(29 * minute);
    expect((await validate()).valid).toBe(true);
    served.wait(2 * minute);
    expect(await validate()).toEqual({ valid: false });
  });

  test("ends after its whole time, however busy its owner was", async () => {
    const { served, cookie } = await signedOn();
    const refresh = async () => (await served.send("POST", `${sessions}refresh`, {}, { cookie })).status;
    for (let passed = 0; passed < 120; passed += 20) {
      expect(await refresh()).toBe(200);
      served.wait(20 * minute);
    }
    served.wait(1);
    expect(await refresh()).toBe(401);
  });

  test("lets its own journey be skipped, and is replaced by that of another one", async () => {
    const { served, tokenId, cookie } = await signedOn();
    const skipped = await served.start("Login", "", { cookie });
    expect(skipped.body).toEqual({ tokenId: "", successUrl: "/enduser/?realm=/alpha", realm: "/alpha" });
    const withHeader = await served.start("Login", "", { iPlanetDirectoryPro: tokenId });
    expect(withHeader.body.tokenId).toBe(tokenId);
    const forced = await served.start("Login", "&ForceAuth=true", { cookie });
    expect(forced.body.header).toBe("Sign In");
    const upgraded = await served.answer(forced.body, ["demo", demo.password], { cookie });
    expect(upgraded.body.tokenId).toBe("");
    const replaced = upgraded.headers.getSetCookie()[0]!.split(";")[0]!;
    expect(replaced).not.toBe(cookie);
    expect((await served.send("POST", `${sessions}validate`, {}, { cookie })).body.valid).toBe(false);
    expect((await served.send("POST", `${sessions}validate`, {}, { cookie: replaced })).body.valid).toBe(true);
  });

  test("is upgraded where the query names it, and keeps its properties", async () => {
    const text = `journey Login {
  start -> Note
  node Note: SetSessionProperties {
    properties: { first: "1" }
    -> Name
  }
  page Name {
    node Who: UsernameCollector
    -> success
  }
}
journey StepUp {
  start -> Note
  node Note: SetSessionProperties {
    properties: { second: "2" }
    -> Name
  }
  page Name {
    node Who: UsernameCollector
    -> success
  }
}`;
    const served = new Served({ model: modelOf(text) }, { world: { users: [demo] } });
    const signOn = async (journey: string, query = "") => {
      const { body } = await served.start(journey, query);
      return (await served.answer(body, ["demo"])).body.tokenId as string;
    };
    const first = await signOn("Login");
    const second = await signOn("StepUp", `&sessionUpgradeSSOTokenId=${encodeURIComponent(first)}`);
    expect((await served.send("POST", `${sessions}validate`, { tokenId: first })).body).toEqual({ valid: false });
    const { properties } = (await served.send("POST", `${sessions}getSessionInfo`, { tokenId: second })).body;
    expect(properties).toMatchObject({ first: "1", second: "2" });
  });

  test("is not made when the client wants none", async () => {
    const served = new Served(await exampleJourneys("login"), { world: { users: [demo] } });
    const { body } = await served.start("Login", "&noSession=true");
    const done = await served.answer(body, ["demo", demo.password]);
    expect(done.body).toEqual({ successUrl: "/enduser/?realm=/alpha", realm: "/alpha" });
    expect(done.headers.getSetCookie()).toEqual([]);
  });

  test("knows no other actions", async () => {
    const { served, cookie } = await signedOn();
    expect((await served.send("POST", `${sessions}constructor`, {}, { cookie })).status).toBe(400);
  });
});

test("serverinfo tells the realm, and the name of the session cookie", async () => {
  const served = new Served(await exampleJourneys("login"), { cookieName: "6ac6499e9da2071" });
  for (const path of ["/am/json/realms/root/realms/alpha/serverinfo/*", "/am/json/serverinfo/*"]) {
    expect((await served.send("GET", path)).body).toMatchObject({ realm: "/alpha", cookieName: "6ac6499e9da2071" });
  }
  expect((await served.send("GET", "/am/json/serverinfo/version")).body).toMatchObject({
    _id: "version",
    version: "8.0.2",
  });
});
