import { describe, expect, test } from "vitest";
import { readExport } from "../../src/export-json/read/read-export.js";
import { SourceFile } from "../../src/text/source-file.js";
import { authenticatePath, demo, exampleJourneys, Served } from "../support/served.js";

const realm = "/am/json/realms/root/realms/alpha";

async function signedOn() {
  const served = new Served(await exampleJourneys("login"), { world: { users: [{ ...demo, _id: "1234" }] } });
  const done = await served.answer((await served.start("Login")).body, ["demo", demo.password]);
  return { served, cookie: done.headers.getSetCookie()[0]!.split(";")[0]! };
}

describe("users", () => {
  test("are found by their session, and read themselves", async () => {
    const { served, cookie } = await signedOn();
    for (const path of [`${realm}/users?_action=idFromSession`, "/am/json/users?_action=idFromSession"]) {
      expect((await served.send("POST", path, {}, { cookie })).body).toEqual({
        id: "demo",
        realm: "/alpha",
        dn: "id=1234,ou=user,o=alpha,ou=services,ou=am-config",
        successURL: "/enduser/?realm=/alpha",
        fullLoginURL: "/am/XUI/?realm=/alpha",
      });
    }
    const { body } = await served.send("GET", `${realm}/users/demo`, undefined, { cookie });
    expect(body).toMatchObject({ _id: "demo", username: "demo", roles: [], mail: ["demo@example.com"] });
    expect(body).not.toHaveProperty("password");
    expect((await served.send("GET", `${realm}/users/other`, undefined, { cookie })).status).toBe(403);
    expect((await served.send("GET", `${realm}/users/demo`)).status).toBe(401);
    expect((await served.send("POST", `${realm}/users?_action=idFromSession`, {})).status).toBe(401);
  });

  test.each([
    ["/enduser/?realm=/alpha", "/enduser/?realm=/alpha"],
    ["http://localhost:8080/app", "http://localhost:8080/app"],
    ["http://localhost:3000/app", "http://localhost:3000/app"],
    ["https://evil.example/", "/enduser/?realm=/alpha"],
    ["//evil.example/", "/enduser/?realm=/alpha"],
    ["/\\evil.example/", "/enduser/?realm=/alpha"],
    ["javascript:alert(1)", "/enduser/?realm=/alpha"],
    ["", "/enduser/?realm=/alpha"],
    ["http://", "/enduser/?realm=/alpha"],
  ])("who ask to go to %s go to %s", async (goto, successURL) => {
    const { served, cookie } = await signedOn();
    const { body } = await served.send("POST", `${realm}/users?_action=validateGoto`, { goto }, { cookie });
    expect(body).toEqual({ successURL });
  });
});

test("goto and gotoOnFail of the first request hold until the end", async () => {
  const served = new Served(await exampleJourneys("login"), {
    world: { users: [demo], stubs: { CountAttempt: { outcome: "Reject" } } },
  });
  const { body } = await served.start("Login", "&goto=/app&gotoOnFail=/sorry");
  expect((await served.answer(body, ["demo", demo.password])).body.successUrl).toBe("/app");
  expect((await served.answer(body, ["demo", "wrong"])).body.detail).toEqual({ failureUrl: "/sorry" });
});

test.each(["//evil.example/", "/\\evil.example/", "/\t/evil.example/", "\\/evil.example/", "/\n\\evil.example/"])(
  "goto=%j leads to another server, and is passed over",
  async (goto) => {
    const served = new Served(await exampleJourneys("login"), { world: { users: [demo] } });
    const { body } = await served.start("Login", `&${new URLSearchParams({ goto })}`);
    const done = await served.answer(body, ["demo", demo.password]);
    expect(done.body.successUrl).toBe("/enduser/?realm=/alpha");
  },
);

test.each([
  ["an address of this server", "http://localhost:8080/am/oauth2/alpha/authorize?client_id=app", true],
  ["a page of this machine, whose requests are answered, too", "http://localhost:3000/home", true],
  ["a page whose origin was given", "https://app.example.com/home", true],
  ["a page of any other server", "https://evil.example/", false],
  ["no page of the web", "javascript:alert(1)", false],
])("goto leads to %s", async (_, goto, isTaken) => {
  const served = new Served(await exampleJourneys("login"), {
    world: { users: [demo] },
    origins: ["https://app.example.com"],
  });
  const query = `&${new URLSearchParams({ goto })}`;
  const successUrl = isTaken ? goto : "/enduser/?realm=/alpha";
  const { body } = await served.start("Login", query);
  const done = await served.answer(body, ["demo", demo.password]);
  expect(done.body.successUrl).toBe(successUrl);
  // So it does for a user who is signed on already.
  const again = await served.start("Login", query, { iPlanetDirectoryPro: done.body.tokenId });
  expect(again.body).toEqual({ tokenId: done.body.tokenId, successUrl, realm: "/alpha" });
});

test("the pages of the platform find their settings and the themes of the journeys", async () => {
  const theme = { _id: "t1", name: "Blue", isDefault: false, linkedTrees: ["Ask"], primaryColor: "#00f" };
  const served = new Served({ model: exportWith(theme) });
  expect((await served.send("GET", "/openidm/info/uiconfig")).body.configuration).toBeTypeOf("object");
  const themes = async (filter: string) =>
    (await served.send("GET", `/openidm/ui/theme/?realm=alpha&_queryFilter=${encodeURIComponent(filter)}`)).body.result;
  expect(await themes('linkedTrees eq "Ask"')).toEqual([theme]);
  expect(await themes('linkedTrees eq "Other"')).toEqual([]);
  expect(await themes("isDefault eq true")).toEqual([]);
  expect((await served.send("GET", "/openidm/config/ui/themerealm")).body.realm).toEqual({ alpha: [theme] });
  expect((await served.send("GET", "/openidm/config/uilocale/defaultLocaleCode")).status).toBe(200);
  expect((await served.send("GET", "/openidm/config/uilocale/de")).status).toBe(404);
});

function exportWith(theme: object) {
  const tree = { _id: "Ask", entryNodeId: "70e691a5-1e33-4ac3-a356-e7b6d60d92e0", nodes: {} };
  const text = JSON.stringify({ trees: { Ask: { tree, nodes: {}, innerNodes: {}, scripts: {}, themes: [theme] } } });
  return readExport(new SourceFile("ask.json", text), {}).model;
}

describe("sign-on with one request", () => {
  const headers = { "x-openam-username": "demo", "x-openam-password": "=?UTF-8?B?T2xkLXBhc3N3MHJk?=" };

  test("takes name and password from headers", async () => {
    const served = new Served(await exampleJourneys("login"), { world: { users: [demo] } });
    expect((await served.send("POST", authenticatePath, {}, headers)).body).toHaveProperty("tokenId");
  });

  test("shows the step where the password is wrong, or where more is asked for", async () => {
    const served = new Served(await exampleJourneys("login"), { world: { users: [demo] } });
    const wrong = { ...headers, "x-openam-password": "wrong" };
    expect((await served.send("POST", authenticatePath, {}, wrong)).body.header).toBe("Sign In");
    const reset = new Served(await exampleJourneys("reset-password"), { world: { users: [demo] } });
    expect((await reset.start("ResetPassword", "", headers)).body.header).toBe("Reset Password");
  });
});
