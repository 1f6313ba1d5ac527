import { expect, test } from "vitest";
import { checkTexts } from "../support/check-text.js";

/** What is offered for the property that a node of a type does not have: the names of the help, with `!` where a fix writes the only one. */
function offered(type: string, property: string, more = ""): readonly string[] {
  const found = checkTexts(`journey Shop {
  start -> Step

  node Step: ${type} {
    ${more}
    ${property}
  }
}
`).filter(({ code }) => code === "unknown-property" || code === "missing-property" || code === "unset-script");
  return found.flatMap(({ code, help, fixes }) => {
    if (code !== "unknown-property") return [code];
    const names = [...(help ?? "").matchAll(/`(\w+)`/g)].map(([, name]) => name ?? "");
    return fixes.length > 0 ? names.map((name) => `${name}!`) : names;
  });
}

test.each([
  ["RetryLimitDecision", "maxRetries: 3", "retryLimit!"],
  ["RetryLimitDecision", "attempts: 3", "retryLimit!"],
  ["RetryLimitDecision", '"Save Retry Limit to User": false', "incrementUserAttributeOnFailure!"],
  ["AttributePresentDecision", 'attribute: "mail"', "presentAttribute"],
  ["IdentifyExistingUser", 'attribute: "mail"', "identityAttribute!"],
  ["AttributeCollector", 'fields: ["mail"]', "attributesToCollect!"],
  ["EmailSuspend", 'template: "welcome"', "emailTemplateName!"],
  ["EmailSuspend", 'to: "mail"', "emailAttribute!"],
  ["EmailSuspend", "expiry: 30", "suspendDuration!"],
  ["EmailTemplate", 'templateId: "welcome"', "emailTemplateName!"],
  ["SetSuccessUrl", 'redirectUrl: "https://www.example.com/"', "successUrl!"],
  ["SetFailureUrl", 'gotoOnFail: "https://www.example.com/"', "failureUrl!"],
  ["OneTimePasswordGenerator", "otpLength: 6", "length!"],
  ["OneTimePasswordCollectorDecision", '"One Time Password Validity Length": 5', "passwordExpiryTime!"],
  ["OneTimePasswordCollectorDecision", "expiryInMinutes: 5", "passwordExpiryTime!"],
  ["InnerTreeEvaluator", 'innerJourney: "Other"', "tree!"],
  ["ScriptedDecision", 'scriptOutputs: ["a"]', "outputs!"],
  ["PollingWait", "delaySeconds: 5", "secondsToWait!"],
  ["Message", 'positiveAnswer: "Yes"', "messageYes!"],
  ["AuthLevelDecision", '"Sufficient Authentication Level": 2', "authLevelRequirement!"],
  ["ModifyAuthLevel", '"Value To Add": 2', "authLevelIncrement!"],
  ["WebAuthnRegistration", 'rpId: "example.com"', "relyingPartyDomain!"],
  ["DeviceSave", 'deviceNameVariable: "name"', "variableName!"],
  ["REST", 'url: "https://www.example.com/"', "restURL!"],
  ["REST", 'httpMethod: "POST"', "requestMode!"],
  ["SetPersistentCookie", 'cookieName: "shop"', "persistentCookieName!"],
])("a setting of %s that the console or people call otherwise: %s", (type, property, name) => {
  expect(offered(type, property)).toContain(name);
  expect(offered(type, property)).not.toContain("unset-script");
});

test("the words of a name in another order, and one left out", () => {
  expect(offered("SetFailureDetails", 'detailsFailure: { a: "b" }')).toEqual(["failureDetails!"]);
  expect(offered("DeviceProfileCollector", "sizeMaximum: 3")).toEqual(["maximumSize!"]);
});

test("of several that are meant, the value decides, or what the node needs; else all are named", () => {
  const connection = 'primaryServers: ["a:389"]\naccountSearchBaseDn: ["dc=a"]\nuserProfileAttribute: "uid"';
  expect(offered("LdapDecision", 'searchFilter: "(uid=a)"', `${connection}\nsearchFilterAttributes: ["uid"]`)).toEqual([
    "userSearchFilter!",
  ]);
  expect(offered("LdapDecision", 'searchFilter: ["uid"]', connection)).toEqual(["searchFilterAttributes!"]);
  expect(offered("DeviceSave", "saveDevice: true")).toEqual(["saveDeviceMetadata", "saveDeviceLocation"]);
});

test("a unit in the name that is not the one of the setting leaves the number to the author", () => {
  const helps = (property: string) =>
    checkTexts(
      `journey Shop {\n  start -> Step\n\n  node Step: EmailSuspend {\n    ${property}\n\n    -> success\n  }\n}\n`,
    ).flatMap(({ code, help, fixes }) => (code === "unknown-property" ? [[help, fixes.length]] : []));
  expect(helps("expirySeconds: 600")).toEqual([["Did you mean `suspendDuration`? It counts minutes.", 0]]);
  expect(helps("expiryMinutes: 10")).toEqual([["Did you mean `suspendDuration`?", 1]]);
});

test("a slip of a letter, and a text in a language, are what they look like", () => {
  expect(offered("OneTimePasswordSmtpSender", 'emailSubjekt: "Code"')).toContain("emailSubject!");
  expect(offered("Message", 'message_no: "No"')).toEqual(["messageNo!"]);
});

test.each(["PushRegistration", "CombinedMultiFactorRegistration"])(
  "half of an outcome of %s that is a setting too",
  (type) => {
    const found = checkTexts(
      `journey Shop {\n  start -> Step\n\n  node Step: ${type} {\n    timeout -> failure\n  }\n}\n`,
    );
    const advice = found.filter(({ place: { source, range } }) => source.slice(range) === "timeout");
    expect(advice.map(({ code, help }) => [code, help])).toEqual([
      ["unknown-outcome", "Did you mean `timeoutOutcome`?"],
    ]);
  },
);
