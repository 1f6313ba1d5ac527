import { expect, test } from "vitest";
import { messagesOf } from "../../support/check-text.js";

const created = 'Node "Step" works on an account that node "Create" only creates behind it';
const found = (step: string, before = "") =>
  messagesOf(
    "used-before-created",
    `journey Join {
  identityResource: "managed/alpha_user"

  start -> ${before === "" ? "Ask" : "Before"}

  ${before}

  page Ask {
    node Name: ValidatedUsername { validateInput: true }
    node Mail: AttributeCollector { attributesToCollect: ["givenName", "sn", "mail"] required: true }
    node Password: ValidatedPassword { validateInput: true }

    -> Step
  }

  node Step: ${step}

  node Create: CreateObject {
    identityResource: "managed/alpha_user"

    CREATED -> success
    FAILURE -> failure
  }
}
`,
  );

test("what looks an account up, counts for it or writes to it comes behind its creation", () => {
  expect(found("IncrementLoginCount { -> Create }")).toEqual([created]);
  expect(found('EmailTemplate { emailTemplateName: "welcome" EMAIL_SENT, EMAIL_NOT_SENT -> Create }')).toEqual([
    created,
  ]);
  expect(found("LoginCountDecision { true, false -> Create }")).toEqual([created]);
  expect(found('EmailSuspend { emailTemplateName: "registration" objectLookup: true -> Create }')).toEqual([created]);
});

test("a mail to the address that was asked for needs no account", () => {
  expect(found('EmailSuspend { emailTemplateName: "registration" -> Create }')).toEqual([]);
});

test("a way to success without a new account may be that of those who have one", () => {
  expect(found("LoginCountDecision { true -> Create false -> success }")).toEqual([]);
});

test("whoever has a session, or was looked up, has an account", () => {
  const session = 'node Before: SessionData { sessionDataKey: "UserToken" sharedStateKey: "userName" -> Ask }';
  expect(found("IncrementLoginCount { -> Create }", session)).toEqual([]);
  expect(found('IdentifyExistingUser { identityAttribute: "mail" true -> failure false -> Create }')).toEqual([]);
});
