import { describe, expect, it } from "vitest";
import { type Run, simulate, World } from "../../../src/runtime/index.js";
import { servedBehaviours } from "../../../src/serve/third-parties/behaviours.js";
import { providerPage } from "../../../src/serve/third-parties/social/provider-page.js";
import { machine } from "../../support/machine-fixture.js";
import { demo, type Values } from "../../support/run-node.js";

// State, outcomes and errors: facts/behaviour.md section 2, and the node sources that it names.

const page = "http://localhost:3000/login";
const linked = { ...demo, aliasList: ["google-42"] };

function journey(type: string, properties: Values = {}) {
  const on = { ACCOUNT_EXISTS: "success", NO_ACCOUNT: "After", SOCIAL_AUTH_INTERRUPTED: "failure" };
  return machine("Social", {
    Node: { type, properties, on },
    After: {
      type: "CreateObjectNode",
      properties: { identityResource: "managed/alpha_user" },
      on: { CREATED: "success", FAILURE: "failure" },
    },
  });
}

function world(): World {
  return new World({
    users: [linked],
    identityProviders: [{ provider: "google" }],
  });
}

async function begin(
  type = "SocialProviderHandlerNode",
  state: Values = { selectedIdp: "google" },
  properties: Values = {},
) {
  const held = world();
  held.request = { headers: { referer: page }, serverUrl: "http://localhost:8080" };
  return { run: await simulate(journey(type, properties), held, { state, behaviours: servedBehaviours }), held };
}

/** What a browser brings back that chose this user at the provider. */
function choose(run: Run, fields: Record<string, string>): URL {
  const address = new URL(String(run.step?.callbacks[0]?.output[0]?.value));
  for (const [name, value] of Object.entries(fields)) address.searchParams.set(name, value);
  const answer = providerPage(address, [linked]);
  expect(answer.status).toBe(302);
  return new URL(answer.headers.get("Location") ?? "");
}

async function comeBack({ run, held }: Awaited<ReturnType<typeof begin>>, query: Record<string, string>): Promise<Run> {
  held.request = { ...held.request, query };
  await run.submitCallbacks(run.step?.callbacks ?? []);
  return run;
}

describe("SocialProviderHandlerNode", () => {
  it("sends the browser to the local provider, and back to the page that asked", async () => {
    const { run } = await begin();
    expect(run.step?.callbacks[0]).toMatchObject({
      type: "RedirectCallback",
      output: [{}, { value: "GET" }, { value: true }],
    });
    const back = choose(run, { subject: "42" });
    expect(`${back.origin}${back.pathname}`).toBe(page);
  });

  it("knows a linked account", async () => {
    const begun = await begin();
    const run = await comeBack(begun, Object.fromEntries(choose(begun.run, { subject: "42" }).searchParams));
    expect(run.path[0]?.outcome).toBe("ACCOUNT_EXISTS");
    expect(run.session).toMatchObject({ username: "demo" });
  });

  it("gives the profile of a new user to the nodes that follow", async () => {
    const begun = await begin();
    const fields = { subject: "7", userName: "new", givenName: "Ne", sn: "W", mail: "new@example.com" };
    const run = await comeBack(begun, Object.fromEntries(choose(begun.run, fields).searchParams));
    expect(run.path[0]?.outcome).toBe("NO_ACCOUNT");
    expect(run.path[1]?.outcome).toBe("CREATED");
    expect(begun.held.identities.findUser("new")).toMatchObject({
      givenName: "Ne",
      mail: "new@example.com",
      aliasList: ["google-7"],
    });
  });

  it.each<[string, Values, Record<string, string>, string]>([
    [
      "a code without state",
      { selectedIdp: "google" },
      { code: "x" },
      "Not having the state could mean that this request did not come from the IDP",
    ],
    [
      "the state of another time",
      { selectedIdp: "google" },
      { code: "x", state: "old" },
      "The state is not the one that was sent",
    ],
  ])("throws for %s", async (_, state, query, message) => {
    expect((await comeBack(await begin("SocialProviderHandlerNode", state), query)).problem).toMatchObject({ message });
  });

  it.each<[Values, string]>([
    [{}, "selectedIdp not found in state"],
    [{ selectedIdp: "unknown" }, "Selected provider does not exist."],
  ])("throws with %j", async (state, message) => {
    expect((await begin("SocialProviderHandlerNode", state)).run.problem).toMatchObject({ message });
  });

  it("throws for the account of somebody else", async () => {
    const state = { selectedIdp: "google", objectAttributes: { userName: "other" } };
    const begun = await begin("SocialProviderHandlerNode", state);
    const run = await comeBack(begun, Object.fromEntries(choose(begun.run, { subject: "42" }).searchParams));
    expect(run.problem).toMatchObject({ message: "Account does not belong to user in share state." });
  });

  it("takes the token of a native client", async () => {
    const begun = await begin("SocialProviderHandlerNode", { selectedIdp: "google" }, { clientType: "NATIVE" });
    expect(begun.run.step?.callbacks[0]).toMatchObject({ type: "IdPCallback" });
    const asked = new URL(
      "http://localhost:8080/journeyc/identity-provider?provider=google&subject=42&state=&redirect_uri=http://localhost/",
    );
    const code = new URL(providerPage(asked, []).headers.get("Location") ?? "").searchParams.get("code");
    const [callback] = begun.run.step?.callbacks ?? [];
    await begun.run.submitCallbacks([
      {
        ...callback!,
        input: [
          { name: "IDToken1token", value: code },
          { name: "IDToken1token_type", value: "id_token" },
        ],
      },
    ]);
    expect(begun.run.path[0]?.outcome).toBe("ACCOUNT_EXISTS");
  });
});

describe("SocialProviderHandlerNodeV2", () => {
  it("tells who comes back without having been there", async () => {
    const run = await comeBack(await begin("SocialProviderHandlerNodeV2"), {});
    expect(run.path[0]?.outcome).toBe("SOCIAL_AUTH_INTERRUPTED");
  });

  it("forgets that once the user is back", async () => {
    const begun = await begin("SocialProviderHandlerNodeV2");
    const run = await comeBack(begun, Object.fromEntries(choose(begun.run, { subject: "7" }).searchParams));
    expect(run.path[0]?.outcome).toBe("NO_ACCOUNT");
    expect(run.state.shared).not.toHaveProperty("expectProfileInformation");
  });
});

describe("the page of the local provider", () => {
  it("shows foreign text as text", async () => {
    const address = new URL("http://localhost:8080/journeyc/identity-provider");
    address.search = String(new URLSearchParams({ provider: "<b>", state: '"><script>', redirect_uri: page }));
    const html = await providerPage(address, [linked]).text();
    expect(html).toContain("Sign in with &lt;b&gt;");
    expect(html).not.toContain("<script>");
  });

  it("offers a linked user under the subject of the link", async () => {
    const address = new URL("http://localhost:8080/journeyc/identity-provider");
    address.search = String(new URLSearchParams({ provider: "google", redirect_uri: page }));
    expect(await providerPage(address, [linked]).text()).toContain('name="subject" value="42"');
  });

  it.each(["", "javascript:alert(1)", "not an address"])("goes back to no %j", (address) => {
    const asked = new URL(
      `http://localhost:8080/journeyc/identity-provider?subject=1&redirect_uri=${encodeURIComponent(address)}`,
    );
    expect(providerPage(asked, []).status).toBe(400);
  });
});
