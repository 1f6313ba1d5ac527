import type { Place } from "../diagnostics/diagnostic.js";

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
  readonly uses: readonly Place[];
}
