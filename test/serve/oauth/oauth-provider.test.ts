import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  ClientSecretBasic,
  type Configuration,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  fetchUserInfo,
  None,
  randomPKCECodeVerifier,
  refreshTokenGrant,
  tokenIntrospection,
  tokenRevocation,
} from "openid-client";
import { beforeEach, describe, expect, it } from "vitest";
import type { OAuth2Client } from "../../../src/runtime/world/world-options.js";
import type { OAuthHost, SignedInSession } from "../../../src/serve/oauth/oauth-host.js";
import { OAuthProvider } from "../../../src/serve/oauth/oauth-provider.js";
import { SigningKey } from "../../../src/serve/oauth/signing-key.js";

const issuer = "http://localhost:8080/am/oauth2/realms/root/realms/alpha";
const app = "http://localhost:3000/callback";
const signedIn: SignedInSession = {
  handle: "h1",
  tokenId: "token-of-the-session",
  userId: "user-1",
  userName: "demo",
  authenticatedAt: Date.parse("2026-01-01T00:00:00Z"),
  authLevel: 0,
};
const publicClient: OAuth2Client = {
  clientId: "app",
  redirectUris: [app],
  postLogoutRedirectUris: ["http://localhost:3000/"],
};
const secretClient: OAuth2Client = { clientId: "back end", clientSecret: "a:b c", redirectUris: [app] };

const key = new SigningKey();
let session: SignedInSession | undefined;
let now: number;
let ended: string[];
let provider: OAuthProvider;

beforeEach(() => {
  session = signedIn;
  // openid-client compares times with its own clock.
  now = Date.now();
  ended = [];
  provider = providerOf([publicClient, secretClient]);
});

function providerOf(clients: readonly OAuth2Client[]): OAuthProvider {
  const host: OAuthHost = {
    realm: "/alpha",
    clients,
    now: () => now,
    endSession: (handle) => ended.push(handle),
    userOf: (id) =>
      id === "user-1" ? { _id: id, userName: "demo", givenName: "De", sn: "Mo", mail: "demo@example.com" } : undefined,
  };
  return new OAuthProvider(host, key);
}

async function send(request: Request): Promise<Response> {
  const endpoint = new URL(request.url).pathname.slice(new URL(issuer).pathname.length + 1);
  const answer = await provider.answer({
    request,
    endpoint,
    issuer,
    session,
    loginPage: (goto) => `http://localhost:8080/?goto=${encodeURIComponent(goto)}`,
  });
  if (answer === undefined) throw new Error(`Nothing is served at ${endpoint}.`);
  return answer;
}

function configured(client: OAuth2Client): Promise<Configuration> {
  return discovery(
    new URL(issuer),
    client.clientId,
    client.clientSecret,
    client.clientSecret === undefined ? None() : undefined,
    {
      execute: [allowInsecureRequests],
      [customFetch]: (url, init) => send(new Request(url, init as RequestInit)),
    },
  );
}

/** The query of an authorize request as the SDKs send it; a member of `undefined` is left out. */
function authorizeAddress(changes: Record<string, string | undefined> = {}): string {
  const parameters = {
    client_id: "app",
    redirect_uri: app,
    response_type: "code",
    scope: "openid profile email",
    state: "s1",
    code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    code_challenge_method: "S256",
    ...changes,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, value);
  return `${issuer}/authorize?${query}`;
}

/** Where an authorize request leads to. */
async function answered(changes: Record<string, string | undefined> = {}): Promise<URL> {
  const { status, headers } = await send(new Request(authorizeAddress(changes)));
  expect(status).toBe(302);
  return new URL(headers.get("Location") ?? "");
}

/** Exchanges a code with the proof of the challenge above, which is the example of RFC 7636, appendix B. */
async function exchange(code: string, changes: Record<string, string> = {}): Promise<Response> {
  const form = {
    grant_type: "authorization_code",
    client_id: "app",
    redirect_uri: app,
    code,
    code_verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
    ...changes,
  };
  return send(new Request(`${issuer}/access_token`, { method: "POST", body: new URLSearchParams(form) }));
}

async function codeOf(changes: Record<string, string | undefined> = {}): Promise<string> {
  return (await answered(changes)).searchParams.get("code") ?? "";
}

describe("a standard client", () => {
  it.each([publicClient, secretClient])(
    "gets tokens with PKCE, renews them and ends the session: $clientId",
    async (client) => {
      const config = await configured(client);
      const verifier = randomPKCECodeVerifier();
      const asked = buildAuthorizationUrl(config, {
        redirect_uri: app,
        scope: "openid profile email",
        state: "s1",
        nonce: "n1",
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      });
      const { headers } = await send(new Request(asked));
      const tokens = await authorizationCodeGrant(config, new URL(headers.get("Location") ?? ""), {
        pkceCodeVerifier: verifier,
        expectedState: "s1",
        expectedNonce: "n1",
      });
      expect(tokens.claims()).toMatchObject({
        sub: "user-1",
        aud: client.clientId,
        realm: "/alpha",
        sid: "h1",
        name: "De Mo",
      });
      expect(await fetchUserInfo(config, tokens.access_token, "user-1")).toMatchObject({
        sub: "user-1",
        given_name: "De",
        family_name: "Mo",
        email: "demo@example.com",
      });
      const renewed = await refreshTokenGrant(config, tokens.refresh_token ?? "");
      expect(renewed.access_token).not.toBe(tokens.access_token);
      await expect(refreshTokenGrant(config, tokens.refresh_token ?? "")).rejects.toMatchObject({
        error: "invalid_grant",
      });
      if (client.clientSecret !== undefined) {
        expect(await tokenIntrospection(config, renewed.access_token)).toMatchObject({
          active: true,
          username: "user-1",
        });
      }
      await tokenRevocation(config, renewed.refresh_token ?? "");
      await expect(fetchUserInfo(config, renewed.access_token, "user-1")).rejects.toMatchObject({ status: 401 });
      const end = buildEndSessionUrl(config, { id_token_hint: tokens.id_token ?? "" });
      expect((await send(new Request(end))).status).toBe(204);
      expect(ended).toEqual(["h1"]);
    },
  );
});

describe("Basic credentials", () => {
  const client: OAuth2Client = { clientId: "bäck:end", clientSecret: "a+b c%3A:&=ü", redirectUris: [app] };
  const ask = (id: string, secret: string) =>
    send(
      new Request(`${issuer}/introspect`, {
        method: "POST",
        headers: {
          authorization: `Basic ${btoa(`${id}:${secret}`)}`,
          "content-type": "application/x-www-form-urlencoded",
        },
        body: "token=unknown",
      }),
    );

  it("are understood as openid-client writes them", async () => {
    provider = providerOf([client]);
    const config = await discovery(
      new URL(issuer),
      client.clientId,
      undefined,
      ClientSecretBasic(client.clientSecret ?? ""),
      {
        execute: [allowInsecureRequests],
        [customFetch]: (url, init) => send(new Request(url, init as RequestInit)),
      },
    );
    expect(await tokenIntrospection(config, "unknown")).toEqual({ active: false });
  });

  it.each([
    ["as in a form (RFC 6749, 2.3.1)", "b%C3%A4ck%3Aend", "a%2Bb+c%253A%3A%26%3D%C3%BC", 200],
    ["with %20 for a space", "b%C3%A4ck%3Aend", "a%2Bb%20c%253A%3A%26%3D%C3%BC", 200],
    ["not encoded", "back", "a+b c%3A", 401],
    ["broken escapes", "b%C3%A4ck%3Aend", "100%", 401],
    ["another secret", "b%C3%A4ck%3Aend", "a", 401],
  ])("%s", async (_, id, secret, status) => {
    provider = providerOf([client, { clientId: "back", clientSecret: "a+b c%3A", redirectUris: [app] }]);
    expect((await ask(id, secret)).status).toBe(status);
  });
});

describe("the authorize endpoint", () => {
  it("tells the SDKs that a user must sign in first, in the words that they know", async () => {
    session = undefined;
    const { origin, searchParams } = await answered({ prompt: "none" });
    expect(origin).toBe("http://localhost:3000");
    expect(Object.fromEntries(searchParams)).toEqual({
      error: "interaction_required",
      error_description: "The request requires some interaction that is not allowed.",
      state: "s1",
      iss: issuer,
    });
  });

  it("lets a user sign in, and comes back without asking for it again", async () => {
    const { searchParams } = await answered({ prompt: "login", max_age: "0" });
    const goto = new URL(searchParams.get("goto") ?? "");
    expect(goto.searchParams.has("prompt")).toBe(false);
    expect(goto.searchParams.has("max_age")).toBe(false);
    expect(goto.searchParams.get("state")).toBe("s1");
  });

  it("asks for a new sign-in when the last one is too long ago", async () => {
    now = signedIn.authenticatedAt + 11_000;
    expect((await answered({ max_age: "10", prompt: "none" })).searchParams.get("error")).toBe("interaction_required");
    now -= 1_000;
    expect((await answered({ max_age: "10", prompt: "none" })).searchParams.has("code")).toBe(true);
  });

  it.each([
    ["an unknown client", { client_id: "other" }, 401, "invalid_client"],
    ["no client", { client_id: undefined }, 400, "invalid_request"],
    ["an address that is not registered", { redirect_uri: `${app}/` }, 400, "redirect_uri_mismatch"],
  ])("sends nobody on for %s", async (_, changes, status, error) => {
    const answer = await send(new Request(authorizeAddress(changes)));
    expect(answer.status).toBe(status);
    expect(answer.headers.has("Location")).toBe(false);
    expect(await answer.json()).toMatchObject({ error });
  });

  it.each([
    ["another response type", { response_type: "token" }, "unsupported_response_type"],
    ["a scope that the client may not have", { scope: "openid fr:idm:*" }, "invalid_scope"],
    [
      "a public client without PKCE",
      { code_challenge: undefined, code_challenge_method: undefined },
      "invalid_request",
    ],
    ["a challenge that is too short", { code_challenge: "short" }, "invalid_request"],
    ["an unknown challenge method", { code_challenge_method: "S512" }, "invalid_request"],
    ["an unknown prompt", { prompt: "perhaps" }, "invalid_request"],
    ["none beside another prompt", { prompt: "none login" }, "invalid_request"],
    ["a request object", { request: "e30.e30." }, "request_not_supported"],
  ])("tells the client of %s", async (_, changes, error) => {
    const { searchParams } = await answered(changes);
    expect(searchParams.get("error")).toBe(error);
    expect(searchParams.get("state")).toBe("s1");
  });

  it("refuses a parameter that is given twice", async () => {
    const answer = await send(new Request(`${authorizeAddress()}&state=s2`));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      error: "invalid_request",
      error_description: "The parameter state is given twice.",
    });
  });
});

describe("consent", () => {
  beforeEach(() => {
    provider = providerOf([{ ...publicClient, impliedConsent: false }]);
  });

  it("is asked for on a page that repeats the request, and shows foreign text as text", async () => {
    const answer = await send(new Request(authorizeAddress({ state: '"><script>' })));
    expect(answer.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    const page = await answer.text();
    expect(page).toContain('name="state" value="&quot;&gt;&lt;script&gt;"');
    expect(page).toContain('name="csrf" value="token-of-the-session"');
  });

  it("is refused silently to a request without interaction", async () => {
    expect((await answered({ prompt: "none" })).searchParams.get("error")).toBe("consent_required");
  });

  it.each([
    [{ decision: "allow", csrf: "token-of-the-session" }, undefined],
    [{ decision: "deny", csrf: "token-of-the-session" }, "access_denied"],
    [{ decision: "allow", csrf: "another" }, "access_denied"],
    [{ decision: "allow" }, "access_denied"],
  ])("is given by the form: %j", async (decision, error) => {
    const body = new URLSearchParams({
      ...Object.fromEntries(new URL(authorizeAddress()).searchParams),
      ...decision,
    } as Record<string, string>);
    const { status, headers } = await send(new Request(`${issuer}/authorize`, { method: "POST", body }));
    expect(status).toBe(302);
    const { searchParams } = new URL(headers.get("Location") ?? "");
    expect(searchParams.get("error") ?? undefined).toBe(error);
    expect(searchParams.has("code")).toBe(error === undefined);
  });
});

describe("the token endpoint", () => {
  it("gives what the SDKs read", async () => {
    const answer = await exchange(await codeOf());
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect(await answer.json()).toEqual({
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      id_token: expect.any(String),
      scope: "openid profile email",
      token_type: "Bearer",
      expires_in: 3600,
    });
  });

  it("takes a code once, and takes back what it gave when somebody tries again", async () => {
    const code = await codeOf();
    const { access_token } = (await (await exchange(code)).json()) as { access_token: string };
    const request = (): Request =>
      new Request(`${issuer}/userinfo`, { headers: { Authorization: `Bearer ${access_token}` } });
    expect((await send(request())).status).toBe(200);
    expect(await (await exchange(code)).json()).toMatchObject({ error: "invalid_grant" });
    expect((await send(request())).status).toBe(401);
  });

  it.each([
    ["another proof", { code_verifier: "d".repeat(43) }, "invalid_grant"],
    ["another address", { redirect_uri: "http://localhost:3000/" }, "invalid_grant"],
    ["a code that nobody made", { code: "made-up" }, "invalid_grant"],
    ["a code of another client", { client_id: "back end", client_secret: "a:b c" }, "invalid_grant"],
    ["a wrong secret", { client_id: "back end", client_secret: "a:b" }, "invalid_client"],
    ["an unknown grant type", { grant_type: "password" }, "unsupported_grant_type"],
    ["no grant type", { grant_type: "" }, "invalid_request"],
  ])("refuses %s", async (_, changes, error) => {
    expect(await (await exchange(await codeOf(), changes as unknown as Record<string, string>)).json()).toMatchObject({
      error,
    });
  });

  it("refuses a code after its two minutes and an access token after its hour", async () => {
    const late = await codeOf();
    now += 120_000;
    expect(await (await exchange(late)).json()).toMatchObject({ error: "invalid_grant" });
    const { access_token } = (await (await exchange(await codeOf())).json()) as { access_token: string };
    const status = async (): Promise<number> =>
      (await send(new Request(`${issuer}/userinfo`, { headers: { Authorization: `Bearer ${access_token}` } }))).status;
    now += 3_599_999;
    expect(await status()).toBe(200);
    now += 1;
    expect(await status()).toBe(401);
  });

  it("takes a form alone", async () => {
    const answer = await send(
      new Request(`${issuer}/access_token`, {
        method: "POST",
        body: "{}",
        headers: { "Content-Type": "application/json" },
      }),
    );
    expect(answer.status).toBe(400);
  });
});

describe("the end of a session", () => {
  it("goes on to a registered address alone, and wants a token of this provider", async () => {
    const { id_token } = (await (await exchange(await codeOf())).json()) as { id_token: string };
    const end = (parameters: Record<string, string>): Promise<Response> =>
      send(new Request(`${issuer}/connect/endSession?${new URLSearchParams(parameters)}`));
    expect((await end({ id_token_hint: id_token, post_logout_redirect_uri: "http://evil.example/" })).status).toBe(400);
    expect((await end({ id_token_hint: `${id_token.slice(0, -4)}AAAA` })).status).toBe(400);
    expect((await end({})).status).toBe(400);
    expect(ended).toEqual([]);
    now += 7_200_000;
    const answer = await end({
      id_token_hint: id_token,
      post_logout_redirect_uri: "http://localhost:3000/",
      state: "s2",
    });
    expect(answer.headers.get("Location")).toBe("http://localhost:3000/?state=s2");
    expect(ended).toEqual(["h1"]);
  });
});

it("serves no other endpoint and no other method", async () => {
  await expect(send(new Request(`${issuer}/constructor`))).rejects.toThrow("Nothing is served");
  expect((await send(new Request(`${issuer}/access_token`))).status).toBe(405);
});
