import type { Place } from "../diagnostics/diagnostic.js";
import type { JourneyNode } from "../model/model.js";

export const requirementKinds = [
  "variable",
  "secretLabel",
  "script",
  "libraryScript",
  "journey",
  "emailTemplate",
  "theme",
  "socialProvider",
  "saml2Entity",
  "managedObject",
  "service",
  "webhook",
  "policySet",
  "identityStore",
  "idmConnector",
  "nodeType",
] as const;

export type RequirementKind = (typeof requirementKinds)[number];

/** What people call one of each kind. */
export const requirementWords: Readonly<Record<RequirementKind, string>> = {
  variable: "ESV",
  secretLabel: "Secret label",
  script: "Script",
  libraryScript: "Library script",
  journey: "Journey",
  emailTemplate: "E-mail template",
  theme: "Theme",
  socialProvider: "Social provider",
  saml2Entity: "SAML entity",
  managedObject: "Managed object",
  service: "Service",
  webhook: "Webhook",
  policySet: "Policy set",
  identityStore: "Identity store",
  idmConnector: "Connector",
  nodeType: "Node type",
};

/** Something that a tenant must have before a journey works. */
export interface Requirement {
  readonly kind: RequirementKind;
  /** The id on the platform: `esv.smtp.host`, a script's id, a journey's name. */
  readonly id: string;
  /** The name that people use, where it differs from the id. */
  readonly title: string | undefined;
  /** Whether the journeys bring it along; otherwise the tenant must have it already. */
  readonly provided: boolean;
  /** The journeys that need it, sorted. */
  readonly journeys: readonly string[];
  readonly uses: readonly RequirementUse[];
}

/** A place where a journey needs something. */
export interface RequirementUse {
  /** The journey's id. */
  readonly journey: string;
  readonly place: Place;
  readonly by: RequirementUser;
}

/** What needs it: a node, or a script or resource by its title; or the journey as a whole. */
export type RequirementUser =
  | { readonly kind: "node"; readonly node: JourneyNode }
  | { readonly kind: "script" | "resource"; readonly name: string }
  | { readonly kind: "journey" };
