import { expect, it } from "vitest";
import { demo, exampleJourneys, Served } from "../../support/served.js";

const clients = [{ clientId: "app", redirectUris: ["http://localhost:3000/callback"] }];
const challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
const verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

async function served() {
  return new Served(await exampleJourneys("login"), { world: { users: [demo], oauth2Clients: clients } });
}

function authorizePath(base: string, changes: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    client_id: "app",
    redirect_uri: "http://localhost:3000/callback",
    response_type: "code",
    scope: "openid",
    state: "s1",
    code_challenge: challenge,
    code_challenge_method: "S256",
    ...changes,
  });
  return `${base}/authorize?${query}`;
}

/** Signs in, and gives the session's token as the cookie of the answer has it. */
async function signIn(client: Served): Promise<Record<string, string>> {
  const { body: step } = await client.start("Login");
  const { status, headers } = await client.answer(step, ["demo", demo.password]);
  expect(status).toBe(200);
  const cookie = headers.getSetCookie().find((each) => each.startsWith("iPlanetDirectoryPro="));
  return { cookie: cookie?.split(";")[0] ?? "" };
}

it.each(["/am/oauth2/realms/root/realms/alpha", "/am/oauth2/alpha"])(
  "stands over the sessions of journeys at %s",
  async (base) => {
    const client = await served();
    const { body: found } = await client.send("GET", `${base}/.well-known/openid-configuration`);
    expect(found).toMatchObject({
      issuer: `http://localhost:8080${base}`,
      token_endpoint: `http://localhost:8080${base}/access_token`,
    });
    const cookie = await signIn(client);
    const { status, headers } = await client.send("GET", authorizePath(base, { prompt: "none" }), undefined, cookie);
    expect(status).toBe(302);
    const code = new URL(headers.get("location") ?? "").searchParams.get("code") ?? "";
    const form = new URLSearchParams({
      grant_type: "authorization_code",
      client_id: "app",
      redirect_uri: "http://localhost:3000/callback",
      code,
      code_verifier: verifier,
    });
    const { body: tokens } = await client.send("POST", `${base}/access_token`, String(form), {
      "content-type": "application/x-www-form-urlencoded",
      origin: "http://localhost:3000",
    });
    expect(tokens).toMatchObject({ token_type: "Bearer", scope: "openid" });
    const { body: user } = await client.send("GET", `${base}/userinfo`, undefined, {
      authorization: `Bearer ${tokens.access_token}`,
    });
    expect(user.sub).toEqual(expect.any(String));
    const end = await client.send("GET", `${base}/connect/endSession?id_token_hint=${tokens.id_token}`);
    expect(end.status).toBe(204);
    const { body: session } = await client.send("POST", "/am/json/alpha/sessions?_action=validate", {}, cookie);
    expect(session).toEqual({ valid: false });
  },
);

it("lets a page of another origin read the answers", async () => {
  const { headers } = await (await served()).send(
    "GET",
    "/am/oauth2/alpha/.well-known/openid-configuration",
    undefined,
    { origin: "http://localhost:3000" },
  );
  expect(headers.get("access-control-allow-origin")).toBe("http://localhost:3000");
});

it("sends a user who is not signed in to the login page, which knows where to go on", async () => {
  const { status, headers } = await (await served()).send("GET", authorizePath("/am/oauth2/alpha"));
  expect(status).toBe(302);
  const login = new URL(headers.get("location") ?? "");
  expect(`${login.origin}${login.pathname}`).toBe("http://localhost:8080/");
  expect(new URL(login.searchParams.get("goto") ?? "").pathname).toBe("/am/oauth2/alpha/authorize");
  expect(login.searchParams.has("ForceAuth")).toBe(false);
});

it.each([{ prompt: "login" }, { max_age: "60" }])(
  "lets a user who is signed in sign in again where the client wants %o",
  async (changes) => {
    const client = await served();
    const old = await signIn(client);
    client.wait(600_000);
    const base = "/am/oauth2/alpha";
    const { headers } = await client.send("GET", authorizePath(base, changes), undefined, old);
    const login = new URL(headers.get("location") ?? "").searchParams;
    expect(login.get("ForceAuth")).toBe("true");
    const { body: step } = await client.start("Login", `&${login}`, old);
    const done = await client.answer(step, ["demo", demo.password], old);
    const cookie = { cookie: done.headers.getSetCookie()[0]?.split(";")[0] ?? "" };
    expect(cookie).not.toEqual(old);
    const { pathname, search } = new URL(login.get("goto") ?? "");
    const answer = await client.send("GET", pathname + search, undefined, cookie);
    const again = await client.send("GET", authorizePath(base, { max_age: "60" }), undefined, cookie);
    for (const { headers } of [answer, again]) {
      expect(new URL(headers.get("location") ?? "").searchParams.has("code")).toBe(true);
    }
  },
);

it("answers unknown endpoints as the platform does", async () => {
  expect((await (await served()).send("GET", "/am/oauth2/alpha/connect/other")).status).toBe(404);
});
