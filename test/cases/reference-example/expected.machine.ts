// Written by journeyc from the journey "ResetPassword". Do not edit: change the journey and build again.

import type { JourneyMachine } from "journeyc/runtime";

/** The states of the journey: its nodes and its two ends. */
export type ResetPasswordState =
  | "AskEmail"
  | "FindUser"
  | "SendLink"
  | "NewPassword"
  | "SavePassword"
  | "success"
  | "failure";

/** The outcomes of each node. */
export interface ResetPasswordOutcomes {
  readonly AskEmail: "outcome";
  readonly FindUser: "true" | "false";
  readonly SendLink: "outcome";
  readonly NewPassword: "outcome";
  readonly SavePassword: "PATCHED" | "FAILURE";
}

/** What each node may ask the user for. */
export interface ResetPasswordInputs {
  readonly AskEmail: { readonly mail?: string | number | boolean };
  readonly FindUser: { readonly [input: string]: never };
  readonly SendLink: { readonly [input: string]: never };
  readonly NewPassword: { readonly Password?: string };
  readonly SavePassword: { readonly [input: string]: never };
}

/** The journey "ResetPassword": "Reset Password Tree". */
export const ResetPassword = {
  id: "ResetPassword",
  initial: "AskEmail",
  meta: {
    settings: {
      description: "Reset Password Tree",
      identityResource: "managed/alpha_user",
      enabled: true,
      innerTreeOnly: false,
      mustRun: false,
      categories: ["Password Reset"],
    },
    scripts: [],
  },
  states: {
    AskEmail: {
      on: { outcome: "FindUser" },
      meta: {
        id: "04d96edc-cc39-5d58-9fa0-8f438999cacb",
        type: "PageNode",
        version: "1.0",
        displayName: "Ask Email",
        outcomes: {
          outcome: { id: "outcome", displayName: "Outcome", child: "Email" },
        },
        inputs: { mail: "attribute" },
        properties: {
          pageHeader: { en: "Reset Password" },
          pageDescription: {
            en: 'Enter your email address or <a href="#/service/Login">Sign in</a>',
          },
        },
        children: [
          {
            name: "Email",
            id: "ddb7a32a-fc5c-5ec7-8e75-4532953920a1",
            type: "AttributeCollectorNode",
            version: "1.0",
            displayName: "Email",
            outcomes: { outcome: { id: "outcome", displayName: "Outcome" } },
            inputs: { mail: "attribute" },
            properties: {
              attributesToCollect: ["mail"],
              identityAttribute: "mail",
              required: true,
              validateInputs: false,
            },
          },
        ],
      },
    },
    FindUser: {
      on: { true: "SendLink", false: "SendLink" },
      meta: {
        id: "54be9167-5f63-5f4b-8301-787a1c3e2ffe",
        type: "IdentifyExistingUserNode",
        version: "1.0",
        displayName: "Find User",
        outcomes: {
          true: { id: "true", displayName: "True" },
          false: { id: "false", displayName: "False" },
        },
        inputs: {},
        properties: { identifier: "userName", identityAttribute: "mail" },
      },
    },
    SendLink: {
      on: { outcome: "NewPassword" },
      meta: {
        id: "70aed0d0-7f1e-50aa-9aba-97b3ba577033",
        type: "EmailSuspendNode",
        version: "1.0",
        displayName: "Send Link",
        outcomes: { outcome: { id: "outcome", displayName: "Outcome" } },
        inputs: {},
        properties: {
          emailTemplateName: "resetPassword",
          emailAttribute: "mail",
          identityAttribute: "mail",
          objectLookup: true,
          emailSuspendMessage: {
            en: "An email has been sent to the address you entered. Click the link in that email to proceed.",
          },
        },
      },
    },
    NewPassword: {
      on: { outcome: "SavePassword" },
      meta: {
        id: "16944398-e008-5a9d-8968-4760be26a897",
        type: "PageNode",
        version: "1.0",
        displayName: "New Password",
        outcomes: {
          outcome: { id: "outcome", displayName: "Outcome", child: "Password" },
        },
        inputs: { Password: "text" },
        properties: {
          pageHeader: { en: "Reset Password" },
          pageDescription: { en: "Change password" },
        },
        children: [
          {
            name: "Password",
            id: "e0e25e6c-390e-5217-af01-58b9e6345d50",
            type: "ValidatedPasswordNode",
            version: "1.0",
            displayName: "Password",
            outcomes: { outcome: { id: "outcome", displayName: "Outcome" } },
            inputs: { Password: "text" },
            properties: { passwordAttribute: "password", validateInput: true },
          },
        ],
      },
    },
    SavePassword: {
      on: { PATCHED: "success", FAILURE: "failure" },
      meta: {
        id: "e2546360-9528-5206-aacf-93a1c6c761b4",
        type: "PatchObjectNode",
        version: "1.0",
        displayName: "Save Password",
        outcomes: {
          PATCHED: { id: "PATCHED", displayName: "Patched" },
          FAILURE: { id: "FAILURE", displayName: "Failed" },
        },
        inputs: {},
        properties: {
          identityResource: "managed/alpha_user",
          identityAttribute: "mail",
          ignoredFields: [],
          patchAsObject: false,
        },
      },
    },
    success: { type: "final" },
    failure: { type: "final" },
  },
} as const satisfies JourneyMachine<
  ResetPasswordState,
  ResetPasswordOutcomes,
  ResetPasswordInputs
>;
