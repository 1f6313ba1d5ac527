import type { CallbackUse, NodeType } from "../../src/catalogue/node-type.js";
import type { Journey } from "../../src/model/model.js";
import { journey, node, outcome, setting, settings } from "./journey-fixture.js";

/** A node type that knows nothing but the callbacks it sends. */
export function typeWith(callbacks: readonly CallbackUse[] | undefined): NodeType {
  return {
    id: "FixtureNode",
    displayName: "Fixture",
    summary: "",
    tags: [],
    deprecated: false,
    where: { cloud: true, onPrem: true, marketplace: false },
    allowedInPage: "unknown",
    defaultVersion: "1.0",
    versions: {
      "1.0": {
        properties: undefined,
        outcomes: { kind: "unknown", parts: [] },
        inputs: undefined,
        outputs: undefined,
        callbacks,
        constraints: [],
      },
    },
  };
}

const silent = typeWith([]);
const password: readonly CallbackUse[] = [
  { type: "PasswordCallback", when: { property: "validateInput", equals: false } },
  { type: "ValidatedCreatePasswordCallback", when: { property: "validateInput", equals: true } },
];
const attributes: readonly CallbackUse[] = [
  {
    type: "StringAttributeInputCallback|NumberAttributeInputCallback|BooleanAttributeInputCallback",
    perItemOf: "attributesToCollect",
  },
];

/** The journey of the language's reference example, as the binder makes it. */
export function resetPassword(): Journey {
  const email = node(
    "Email",
    {},
    {
      typeId: "AttributeCollectorNode",
      type: typeWith(attributes),
      page: "AskEmail",
      outcomes: [outcome("outcome", { displayName: "Outcome" })],
      properties: settings({
        attributesToCollect: ["mail"],
        identityAttribute: "mail",
        required: true,
        validateInputs: false,
      }),
    },
  );
  const newPassword = node(
    "Password",
    {},
    {
      typeId: "ValidatedPasswordNode",
      type: typeWith(password),
      page: "NewPassword",
      outcomes: [outcome("outcome", { displayName: "Outcome" })],
      properties: settings({ passwordAttribute: "password", validateInput: true }),
    },
  );
  return journey(
    "AskEmail",
    [
      node(
        "AskEmail",
        { outcome: "FindUser" },
        {
          displayName: "Ask Email",
          typeId: "PageNode",
          type: typeWith([{ type: "*" }]),
          properties: settings({ pageHeader: { en: "Reset Password" } }),
          outcomes: [outcome("outcome", { displayName: "Outcome", child: "Email" })],
          children: [email],
        },
      ),
      node(
        "FindUser",
        { true: "SendLink", false: "SendLink" },
        {
          displayName: "Find User",
          typeId: "IdentifyExistingUserNode",
          type: silent,
          properties: settings({ identifier: "userName", identityAttribute: "mail" }),
        },
      ),
      node(
        "SendLink",
        { outcome: "NewPassword" },
        {
          typeId: "EmailSuspendNode",
          type: typeWith([{ type: "SuspendedTextOutputCallback" }]),
          properties: settings({
            emailTemplateName: "resetPassword",
            emailSuspendMessage: { en: "Look into your mailbox." },
          }),
        },
      ),
      node(
        "NewPassword",
        { outcome: "SavePassword" },
        {
          typeId: "PageNode",
          type: typeWith([{ type: "*" }]),
          outcomes: [outcome("outcome", { displayName: "Outcome", child: "Password" })],
          children: [newPassword],
        },
      ),
      node(
        "SavePassword",
        { PATCHED: "success", FAILURE: "failure" },
        {
          typeId: "PatchObjectNode",
          type: silent,
          properties: settings({ ignoredFields: [], patchAsObject: false }),
        },
      ),
    ],
    {
      name: "ResetPassword",
      id: "ResetPassword",
      settings: settings({ description: "Reset Password Tree", identityResource: "managed/alpha_user" }),
      categories: setting(["Password Reset"]),
    },
  );
}
