import { machine } from "./machine-fixture.js";

const collectMail = {
  name: "Mail",
  type: "AttributeCollectorNode",
  properties: { attributesToCollect: ["mail"], identityAttribute: "mail", required: true, validateInputs: false },
};
const find = (on: { readonly true: string; readonly false: string }) => ({
  type: "IdentifyExistingUserNode",
  properties: { identifier: "userName", identityAttribute: "mail" },
  on,
});
const sendLink = (template: string, on: string) => ({
  type: "EmailSuspendNode",
  properties: {
    emailTemplateName: template,
    emailAttribute: "mail",
    objectLookup: true,
    identityAttribute: "mail",
    emailSuspendMessage: { en: "Look into your mailbox." },
  },
  on: { outcome: on },
});
const patch = (properties = {}) => ({
  type: "PatchObjectNode",
  properties: {
    patchAsObject: false,
    ignoredFields: [],
    identityResource: "managed/alpha_user",
    identityAttribute: "mail",
    ...properties,
  },
  on: { PATCHED: "success", FAILURE: "failure" },
});

/** Journeys in the shape of the platform's templates; what they say is our own. */
export const resetPasswordMachine = machine("ResetPassword", {
  AskEmail: {
    type: "PageNode",
    properties: {
      pageHeader: { en: "Reset Password" },
      pageDescription: { en: 'Enter your email address or <a href="#/service/Login">Sign in</a>' },
    },
    children: [collectMail],
    on: { outcome: "FindUser" },
  },
  FindUser: find({ true: "SendLink", false: "SendLink" }),
  SendLink: sendLink("resetPassword", "NewPassword"),
  NewPassword: {
    type: "PageNode",
    properties: { pageHeader: { en: "Reset Password" } },
    children: [
      {
        name: "Password",
        type: "ValidatedPasswordNode",
        properties: { validateInput: true, passwordAttribute: "password" },
      },
    ],
    on: { outcome: "SavePassword" },
  },
  SavePassword: patch(),
});

export const forgottenUsernameMachine = machine("ForgottenUsername", {
  AskEmail: { type: "PageNode", children: [collectMail], on: { outcome: "FindUser" } },
  FindUser: find({ true: "SendLink", false: "SendLink" }),
  SendLink: sendLink("forgottenUsername", "SignIn"),
  SignIn: { type: "InnerTreeEvaluatorNode", properties: { tree: "Login" }, on: { true: "success", false: "failure" } },
});

export const loginMachine = machine("Login", {
  SignIn: {
    type: "PageNode",
    properties: { pageHeader: { en: "Sign In" } },
    children: [
      {
        name: "Name",
        type: "ValidatedUsernameNode",
        properties: { validateInput: false, usernameAttribute: "userName" },
      },
      {
        name: "Password",
        type: "ValidatedPasswordNode",
        properties: { validateInput: false, passwordAttribute: "password" },
      },
    ],
    on: { outcome: "Check" },
  },
  Check: { type: "DataStoreDecisionNode", on: { true: "Count", false: "Retry" } },
  Retry: {
    type: "RetryLimitDecisionNode",
    properties: { retryLimit: 2, incrementUserAttributeOnFailure: true },
    on: { Retry: "SignIn", Reject: "Lock" },
  },
  Lock: { type: "AccountLockoutNode", properties: { lockAction: "LOCK" }, on: { outcome: "failure" } },
  Count: { type: "IncrementLoginCountNode", properties: { identityAttribute: "userName" }, on: { outcome: "Profile" } },
  Profile: {
    type: "InnerTreeEvaluatorNode",
    properties: { tree: "ProgressiveProfile" },
    on: { true: "success", false: "failure" },
  },
});

export const progressiveProfileMachine = machine("ProgressiveProfile", {
  Often: {
    type: "LoginCountDecisionNode",
    properties: { interval: "AT", amount: 3, identityAttribute: "userName" },
    on: { true: "Preferences", false: "success" },
  },
  Preferences: {
    type: "PageNode",
    properties: { pageHeader: { en: "Please select your preferences" } },
    children: [
      {
        name: "Choices",
        type: "AttributeCollectorNode",
        properties: {
          attributesToCollect: ["preferences/updates", "preferences/marketing"],
          identityAttribute: "userName",
          required: false,
          validateInputs: false,
        },
      },
    ],
    on: { outcome: "Save" },
  },
  Save: patch({ identityAttribute: "userName" }),
});

export const registrationMachine = machine("Registration", {
  SignUp: {
    type: "PageNode",
    properties: { pageHeader: { en: "Sign Up" } },
    children: [
      {
        name: "Name",
        type: "ValidatedUsernameNode",
        properties: { validateInput: true, usernameAttribute: "userName" },
      },
      {
        name: "Details",
        type: "AttributeCollectorNode",
        properties: {
          attributesToCollect: ["givenName", "sn", "mail", "preferences/updates"],
          required: true,
          validateInputs: true,
        },
      },
      {
        name: "Password",
        type: "ValidatedPasswordNode",
        properties: { validateInput: true, passwordAttribute: "password" },
      },
      { name: "Questions", type: "KbaCreateNode", properties: { message: { en: "Select a security question" } } },
      { name: "Terms", type: "AcceptTermsAndConditionsNode" },
    ],
    on: { outcome: "Create" },
  },
  Create: {
    type: "CreateObjectNode",
    properties: { identityResource: "managed/alpha_user" },
    on: { CREATED: "Count", FAILURE: "failure" },
  },
  Count: { type: "IncrementLoginCountNode", properties: { identityAttribute: "userName" }, on: { outcome: "success" } },
});

export const updatePasswordMachine = machine("UpdatePassword", {
  Who: {
    type: "SessionDataNode",
    properties: { sessionDataKey: "UserToken", sharedStateKey: "userName" },
    on: { outcome: "HasPassword" },
  },
  HasPassword: {
    type: "AttributePresentDecisionNode",
    properties: { presentAttribute: "password", identityAttribute: "userName" },
    on: { true: "Old", false: "SendLink" },
  },
  Old: {
    type: "PageNode",
    children: [
      {
        name: "Present",
        type: "ValidatedPasswordNode",
        properties: { validateInput: false, passwordAttribute: "password" },
      },
    ],
    on: { outcome: "Check" },
  },
  Check: { type: "DataStoreDecisionNode", on: { true: "New", false: "failure" } },
  SendLink: sendLink("updatePassword", "New"),
  New: {
    type: "PageNode",
    children: [
      {
        name: "Password",
        type: "ValidatedPasswordNode",
        properties: { validateInput: true, passwordAttribute: "password" },
      },
    ],
    on: { outcome: "Save" },
  },
  Save: patch({ identityAttribute: "userName", ignoredFields: ["userName", "username"] }),
});
