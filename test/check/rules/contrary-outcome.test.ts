import { expect, test } from "vitest";
import { checkTexts } from "../../support/check-text.js";

/** A journey in which a user has signed in, then a node with two arrows, and the nodes that they lead to. */
const journey = (node: string, ...others: readonly string[]) => `journey J {
  start -> Ask

  page Ask {
    node Username: UsernameCollector
    node Password: PasswordCollector

    -> Check
  }

  node Check: DataStoreDecision {
    true -> Decide
    false -> failure
  }

  node Decide: ${node}
${others.map((other) => `\n  ${other}\n`).join("")}}
`;
const found = (text: string) =>
  checkTexts(text).flatMap(({ code, message }) => (code === "contrary-outcome" ? [message] : []));

const present = (yes: string, no: string) =>
  `AttributePresentDecision { presentAttribute: "mail" true -> ${yes} false -> ${no} }`;
const collect = (attribute: string, next = "success") =>
  `node Collect: AttributeCollector { attributesToCollect: ["${attribute}"] -> ${next} }`;

test.each<[string, string]>([
  [
    journey(present("Collect", "success"), collect("mail")),
    'Outcome "true" of node "Decide" says that the attribute is there, and leads to "Collect", which asks for it',
  ],
  [
    journey("KbaDecision { true -> New false -> success }", "page New { node Questions: KbaCreate\n -> success }"),
    'Outcome "true" of node "Decide" says that the user has security questions, and leads to "New", which asks for new ones',
  ],
  [
    journey(
      "KbaDecision { true -> success false -> Old }",
      "page Old { node Questions: KbaVerify\n true -> success\n false -> failure }",
    ),
    'Outcome "false" of node "Decide" says that the user lacks security questions, and leads to "Old", which asks them',
  ],
  [
    journey(
      "TermsAndConditionsDecision { true -> Accept false -> success }",
      "page Accept { node Terms: AcceptTermsAndConditions\n -> success }",
    ),
    'Outcome "true" of node "Decide" says that the user has accepted the latest terms, and leads to "Accept", which asks to accept them',
  ],
  [
    journey(
      "AuthLevelDecision { authLevelRequirement: 10 true -> Code false -> success }",
      "node Code: OathTokenVerifier { successOutcome -> success failureOutcome, notRegisteredOutcome -> failure }",
    ),
    'Outcome "true" of node "Decide" says that the authentication level is high enough, and leads to "Code", which checks the user once more',
  ],
  [
    journey(
      "OathTokenVerifier { successOutcome -> Register notRegisteredOutcome -> success failureOutcome -> failure }",
      "node Register: OathRegistration { successOutcome -> success failureOutcome -> failure }",
    ),
    'Outcome "successOutcome" of node "Decide" says that the user has a registered device, and leads to "Register", which registers one',
  ],
  [
    journey(
      "AccountActiveDecision { false -> Count true -> Tell }",
      "node Count: IncrementLoginCount { -> success }",
      'node Tell: SetFailureDetails { failureMessage: "Locked" -> failure }',
    ),
    'Outcome "false" of node "Decide" says that the account is locked or inactive, and leads to "Count", and on to success',
  ],
])("an outcome that leads where the opposite one should is told", (text, message) => {
  expect(found(text)).toEqual([message]);
});

test.each([
  ["the right way round", journey(present("success", "Collect"), collect("mail"))],
  ["another attribute", journey(present("Collect", "success"), collect("sn"))],
  ["both ways", journey(present("Collect", "Collect"), collect("mail"))],
  [
    "the other way after a message",
    journey(
      present("Collect", "Tell"),
      collect("mail"),
      'node Tell: MessageNode { message: { en: "We need it" } messageYes: { en: "Yes" } messageNo: { en: "No" } true -> Collect false -> failure }',
    ),
  ],
  [
    "an inner journey on the other way",
    journey(
      present("Collect", "Inner"),
      collect("mail"),
      'node Inner: InnerTreeEvaluator { tree: "Elsewhere" true -> success false -> failure }',
    ),
  ],
  [
    "a second look that decides anew",
    journey(
      'IdentifyExistingUser { identifier: "userName" identityAttribute: "mail" true -> Again false -> failure }',
      'node Again: IdentifyExistingUser { identifier: "userName" identityAttribute: "mail" true -> success false -> Make }',
      "node Make: CreateObject { CREATED -> success FAILURE -> failure }",
    ),
  ],
  [
    "a level that is too low fails",
    journey(
      "AuthLevelDecision { authLevelRequirement: 10 true -> Code false -> failure }",
      "node Code: OathTokenVerifier { successOutcome -> success failureOutcome, notRegisteredOutcome -> failure }",
    ),
  ],
  [
    "a node that nothing leads to",
    journey(present("Collect", "success"), collect("mail")).replace("true -> Decide", "true -> success"),
  ],
])("%s: not told", (_what, text) => {
  expect(found(text)).toEqual([]);
});
