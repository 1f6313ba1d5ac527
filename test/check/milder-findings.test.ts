import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import type { JsonObject } from "../../src/text/json.js";
import { checkExport, checkTexts } from "../support/check-text.js";
import { type ExportNode, exportOf, failureId, nodeIds, successId } from "../support/login-export.js";

const [one, two, three, four] = nodeIds;
const severities = (code: string, found: readonly Diagnostic[]) =>
  found.filter((each) => each.code === code).map(({ severity, help }) => [severity, help]);

describe("a journey that PingAM brings", () => {
  const example = (check: string): Record<string, ExportNode> => ({
    [one]: { type: "ZeroPageLoginNode", connections: { true: four, false: two } },
    [two]: { type: "UsernameCollectorNode", connections: { outcome: three } },
    [three]: { type: "PasswordCollectorNode", connections: { outcome: four } },
    [four]: { type: check, connections: { true: successId, false: two } },
  });
  const found = (id: string, check = "DataStoreDecisionNode") => {
    const { tree, ...others } = exportOf(example(check));
    return severities("unlimited-retry", checkExport({ ...others, tree: { ...(tree as object), _id: id } }));
  };

  test("has a note for its loop, and what somebody has made of it a warning", () => {
    const help = "Put a Retry Limit Decision, an Account Lockout or another limit into the loop.";
    expect(found("Example")).toEqual([
      ["info", `PingAM brings the journey so: see to it before anybody uses it. ${help}`],
    ]);
    expect(found("SignOn")).toEqual([["warning", help]]);
    expect(found("Example", "LdapDecisionNode").map(([severity]) => severity)).not.toContain("info");
  });
});

describe("a type that a later release replaces", () => {
  test.each([
    ["managed/alpha_user", "warning", 'Its successor is "SocialProviderHandlerNodeV2".'],
    ["managed/user", "info", 'Its successor is "SocialProviderHandlerNodeV2", which PingAM has from 7.5 on.'],
  ])("of %s is a %s", (identityResource, severity, help) => {
    const type = "SocialProviderHandlerNode";
    const { tree, ...others } = exportOf({
      [one]: { type, connections: { ACCOUNT_EXISTS: successId, NO_ACCOUNT: failureId } },
    });
    const found = checkExport({ ...others, tree: { ...(tree as object), identityResource } });
    expect(severities("deprecated-node-type", found)).toEqual([[severity, help]]);
  });
});

describe("a type that is nearly a known one", () => {
  const found = (_type: JsonObject, written: string) => {
    const type = "RecaptchaNode";
    const value = exportOf({ [one]: { type, connections: { outcome: successId }, body: { _type } } });
    expect(JSON.stringify(value)).toContain(written);
    return severities("misspelt-node-type", checkExport(value)).map(([severity]) => severity);
  };

  test("was there where a server has written the settings, and may be misspelt elsewhere", () => {
    expect(found({ _id: "RecaptchaNode", name: "reCAPTCHA", collection: true }, "reCAPTCHA")).toEqual(["info"]);
    expect(found({ _id: "RecaptchaNode" }, "RecaptchaNode")).toEqual(["warning"]);
  });
});

describe("a verifier for another app", () => {
  const ends = "failure, Unsupported, Abort, Timeout, ClientNotRegistered, noDeviceRegistered, keyNotFound -> failure";
  const journey = (first: string, second: string) => `journey J {
    start -> Ask
    node Ask: UsernameCollector { -> Bind }
    node Bind: DeviceBinding { applicationIds: ["com.example.app"]
      success -> Choose failure, Unsupported, Abort, Timeout -> failure }
    node Choose: ChoiceCollector { choices: ["a", "b"] defaultChoice: "a" prompt: "?" a -> First b -> Second }
    node First: DeviceSigningVerifier { applicationIds: ["${first}"] success -> success ${ends} }
    node Second: DeviceSigningVerifier { applicationIds: ["${second}"] success -> success ${ends} }
  }`;

  test.each([
    ["com.example.app", "nobody", "info"],
    ["com.example.app", "com.example.ap", "warning"],
    ["nobody", "nobody", "warning"],
  ])("of %s and %s: %s", (first, second, severity) => {
    const found = severities("differing-settings", checkTexts(journey(first, second)));
    expect(found.map(([each]) => each)).toEqual([severity]);
  });
});

describe("what another tool fills in before the import", () => {
  test.each([
    ["AMSTER{IDP_SECRET}", 0],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of another tool.
    ["${IDP_SECRET}", 0],
    ["{{ idp.secret }}", 0],
    ["@@IDP_SECRET@@", 0],
    ["<client secret>", 0],
    ["wdE8%kd_{0}", 1],
    ["s3cr3t", 1],
  ])("%s is no secret: %i", (clientSecret, count) => {
    const type = "SocialFacebookNode";
    const node = { type, connections: { ACCOUNT_EXISTS: successId, NO_ACCOUNT: failureId }, body: { clientSecret } };
    expect(severities("secret-in-plain", checkExport(exportOf({ [one]: node })))).toHaveLength(count);
  });
});

test("a delimiter may be a blank", () => {
  const value = exportOf({
    [one]: {
      type: "SocialNode",
      connections: { ACCOUNT_EXISTS: successId, NO_ACCOUNT: failureId },
      body: { scopeDelimiter: " ", scopeString: " " },
    },
  });
  const places = checkExport(value).filter(({ code }) => code === "empty-value");
  expect(places.map(({ place }) => place.pointer)).toEqual([`/nodes/${one}/scopeString`]);
});

describe("a node that nothing leads to beside an open outcome", () => {
  const found = (lost: ExportNode, open: Readonly<Record<string, string>>) => {
    const page = { type: "MessageNode", connections: open, outcomes: ["true", "false"] };
    return severities("unconnected-outcome", checkExport(exportOf({ [one]: page, [two]: lost }))).map(
      ([, help]) => help,
    );
  };
  const script = (connections: Readonly<Record<string, string>>) => ({
    type: "ScriptedDecisionNode",
    title: "Lost",
    connections,
    outcomes: ["next"],
  });

  test.each([
    ["may be meant", { next: failureId }, "Nothing leads to `Lost`: did you mean `false -> Lost`?"],
    ["that leads nowhere was put aside", {}, "Connect the outcome."],
    ["that leads only back was put aside", { next: one }, "Connect the outcome."],
  ])("%s", (_what, connections, help) => {
    expect(found(script(connections as Record<string, string>), { true: successId })).toEqual([help]);
  });
});

describe("the sender", () => {
  test.each([
    ["of a text message may be a phone number", "OneTimePasswordSmsSenderNode", "0791234567", 0],
    ["of a text message is no name", "OneTimePasswordSmsSenderNode", "bank", 1],
    ["of a mail is no phone number", "OneTimePasswordSmtpSenderNode", "0791234567", 1],
  ])("%s", (_what, type, fromEmailAddress, count) => {
    const node = { type, connections: { outcome: successId }, body: { fromEmailAddress } };
    expect(severities("malformed-address", checkExport(exportOf({ [one]: node })))).toHaveLength(count);
  });
});
