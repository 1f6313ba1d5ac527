import { expect, test } from "vitest";
import { checkTexts } from "../support/check-text.js";

/** What is said of a node of a type with settings and arrows: the place in the text, and the help. */
function said(type: string, body: string): readonly (readonly [string, string | undefined])[] {
  return checkTexts(`journey Shop {
  start -> Ask

  page Ask {
    node Name: UsernameCollector
    node Password: PasswordCollector

    -> Check
  }

  node Check: DataStoreDecision {
    true -> Step
    false -> failure
  }

  node Step: ${type} {
    ${body}
  }
}
`)
    .filter(({ severity }) => severity === "error")
    .map(({ place: { source, range }, help }) => [source.slice(range), help]);
}

test.each([
  ["PushResultVerifier", "SENT -> success\nNOT_REGISTERED, SKIPPED -> failure", "`PushAuthenticationSender`"],
  ["PushAuthenticationSender", "TRUE -> success\nFALSE, EXPIRED, WAITING -> failure", "`PushResultVerifier`"],
  ["DeviceMatch", 'variableName: "name"\n-> success', "`DeviceSave`"],
  ["DeviceBinding", "true -> success\nfalse -> failure", "`DeviceBindingStorage`"],
  [
    "DeviceBindingStorage",
    'applicationIds: ["app"]\nsuccess -> success\nfailure, Unsupported, Abort, Timeout -> failure',
    "`DeviceBinding`",
  ],
  ["SetFailureDetails", 'successDetails: { a: "b" }\n-> success', "`SetSuccessDetails`"],
  ["SetSuccessUrl", 'successDetails: { a: "b" }\n-> success', "`SetSuccessDetails`"],
  ["AttributeValueDecision", 'presentAttribute: "mail"\ntrue, false -> success', "`AttributePresentDecision`"],
  ["RequiredAttributesDecision", 'queryFilter: "/mail pr"\ntrue, false -> success', "`QueryFilterDecision`"],
  ["EmailTemplate", 'emailTemplateName: "a"\nobjectLookup: true\n-> success', "`EmailSuspend`"],
  [
    "OathRegistration",
    "successOutcome -> success\nfailureOutcome, notRegisteredOutcome -> failure",
    "`OathTokenVerifier`",
  ],
  ["DataStoreDecision", "TRUE -> success\nFALSE, LOCKED, CANCELLED, EXPIRED -> failure", "`IdentityStoreDecision`"],
])("settings and outcomes of another type than %s are told at the type", (type, body, meant) => {
  const [first, ...more] = said(type, body);
  expect([first?.[0], more]).toEqual([type, []]);
  expect(first?.[1]).toContain(`Did you mean the type ${meant}?`);
});

test("of types that fit alike, those with the words of the name are meant", () => {
  expect(said("DeviceSave", "true -> success\nfalse, unknownDevice -> failure")).toEqual([
    [
      "DeviceSave",
      "Did you mean the type `DeviceLocationMatch` or `DeviceMatch`? They have `true`, `false`, `unknownDevice`.",
    ],
  ]);
});

test.each([
  ["a misspelt outcome", "PushResultVerifier", "TRUE -> success\nFALSE, EXPIRED, WAITNG -> failure", "WAITNG"],
  ["an outcome of a setting that is not given", "PollingWait", "DONE, EXITED -> success", "EXITED"],
  [
    "one strange outcome of a type with other outcomes",
    "RetryLimitDecision",
    "Retry -> success\nfalse -> failure",
    "false",
  ],
  [
    "a setting that has another name here",
    "RetryLimitDecision",
    "maxRetries: 3\nRetry -> success\nReject, false -> failure",
    "false",
  ],
])("%s says nothing of the type", (_, type, body, at) => {
  expect(said(type, body).map(([place]) => place)).toEqual([at]);
});
