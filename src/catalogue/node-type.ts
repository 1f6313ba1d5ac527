import type { SchemaChecker } from "../json-schema/schema-checker.js";
import type { Json } from "../text/json.js";

/** What the catalogue knows of one node type. The data lives in `catalogue/<type id>.json`; how to add a type: `docs/catalogue.md`. */
export interface NodeType {
  /** The platform's id, `ScriptedDecisionNode`. */
  readonly id: string;
  /** Goes to `_type.name`. */
  readonly displayName: string;
  /** The platform's display name is not known: `displayName` repeats the id. */
  readonly displayNameGuessed?: boolean;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
  readonly supersededBy?: string;
  /** Where the type exists. */
  readonly where: {
    readonly cloud: boolean;
    readonly onPrem: boolean;
    readonly marketplace: boolean;
    readonly custom?: string;
    /** The first release of self-managed AM that has it. */
    readonly since?: string;
  };
  readonly allowedInPage: "yes" | "no" | "standalone" | "ifCallbacks" | "noCallbacks" | "unknown";
  /** The version that holds where the text names none. */
  readonly defaultVersion: string;
  /** What the type does, as far as rules ask; none where it does nothing of the kind. */
  readonly roles?: readonly NodeRole[];
  /** The only end of the journey at which what the node does comes to effect. */
  readonly servesEnd?: "success" | "failure";
  /** The outcomes that only a user gets who has just proved to be the account's owner. */
  readonly provenOn?: readonly string[];
  /** The outcomes that say that a check was not passed, not answered or broken off, or that a change has failed. */
  readonly failedOn?: readonly string[];
  readonly versions: Readonly<Record<string, NodeVersion>>;
  readonly note?: string;
}

/** The words are explained in `docs/catalogue.md`. */
export const nodeRoles = [
  "always-asks",
  "checks-credential",
  "proves-possession",
  "takes-session",
  "grants-anonymous",
  "limits-retries",
  "locks-account",
  "identifies-account",
  "checks-account",
  "writes-account",
  "creates-account",
  "needs-account",
  "generates-code",
  "sends-code",
  "checks-code",
  "decides-by-risk",
  "reads-request",
  "sets-address",
  "shows-state",
] as const;

export type NodeRole = (typeof nodeRoles)[number];

export interface NodeVersion {
  /** `undefined`: unknown, so that any property passes. */
  readonly properties: readonly NodeProperty[] | undefined;
  /** The list is known to have gaps, so that a property outside it is no mistake. */
  readonly propertiesIncomplete?: boolean;
  readonly outcomes: OutcomeRule;
  /** `undefined`: unknown. */
  readonly inputs: readonly StateAccess[] | undefined;
  readonly outputs: readonly StateAccess[] | undefined;
  readonly callbacks: readonly CallbackUse[] | undefined;
  readonly constraints: readonly string[];
  /** Settings with which a node of this type is of no use, or fails each time. */
  readonly useless?: readonly UselessSettings[];
  /** The tenant's own JSON Schema of the properties. */
  readonly schema?: SchemaChecker;
}

export interface NodeProperty {
  readonly name: string;
  readonly order?: number;
  readonly type: "string" | "integer" | "number" | "boolean" | "array" | "object";
  readonly items?: "string" | "object";
  /** The value type of a map. */
  readonly map?: "string";
  readonly localized?: boolean;
  /** A text without locales that the user reads. */
  readonly shown?: boolean;
  /** The names that the node replaces in this text where they stand as `{{name}}`; `undefined`: not known. */
  readonly placeholders?: readonly string[];
  readonly default?: Json;
  readonly required?: boolean;
  readonly nonEmpty?: boolean;
  /** The node can do nothing while this holds and the property is empty. */
  readonly neededWhen?: PropertyCondition;
  /** The property of the same node that must have another value: the two name different things. */
  readonly otherThan?: string;
  /** The map of the same node whose keys the texts of this list are. */
  readonly amongKeysOf?: string;
  readonly enum?: readonly Json[];
  /** What the admin console shows for values of the enumeration, where that is another word. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minItems?: number;
  /** Beyond this a limit hardly limits anything. */
  readonly loose?: { readonly above: number } | { readonly below: number };
  readonly format?: string;
  readonly unit?: string;
  readonly secret?: boolean;
  readonly secretLabel?: boolean | string;
  readonly reference?: PropertyReference;
  readonly since?: string;
  readonly legacy?: boolean;
  readonly deprecated?: boolean;
  readonly note?: string;
  /** Only seen in exports: type and default are guesses, so a value is never called wrong. */
  readonly observedOnly?: boolean;
  /** What of the request the value, or each key of a map, is the name of. */
  readonly ofRequest?: "cookie" | "header" | "query";
  /** The schema of the version says what its values may be, and more than is said here. */
  readonly bySchema?: boolean;
  readonly security?: SettingSecurity;
}

/** What a setting can weaken; the words are explained in `docs/catalogue.md`. */
export const securityTopics = [
  "second factor",
  "password",
  "account",
  "lockout",
  "session",
  "authentication level",
  "risk",
  "connection",
] as const;

export type SecurityTopic = (typeof securityTopics)[number];

/** What a setting protects, and in which direction it protects less; only where that is certain. */
export interface SettingSecurity {
  readonly topic: SecurityTopic;
  /** A greater or a smaller number, the weaker one of true and false, or all values from strong to weak, equally strong ones in a list. */
  readonly weaker: "higher" | "lower" | boolean | readonly (string | readonly string[])[];
}

/** Settings with which a node is of no use. */
export interface UselessSettings {
  /** What each of these settings must be like. */
  readonly when: Readonly<Record<string, SettingTest>>;
  /** The types that make use of what the node does with these settings: they are of no use only where none of them comes behind it. */
  readonly unlessBefore?: readonly string[];
  /** The types that begin what the node goes on with: it is of no use only where none of them comes before it. */
  readonly unlessBehind?: readonly string[];
  /** They are of no use only where the node leads straight to one of these types. */
  readonly ifNext?: readonly string[];
  /** The types by which it is too late for that: where one of them comes behind, no journey that runs this one helps. */
  readonly tooLateAt?: readonly string[];
  /** What the node does then, as the rest of a sentence that begins with the node: `reads nothing`. */
  readonly effect: string;
  /** The remedy, as a sentence. */
  readonly help: string;
}

/** A value that a setting has, or what its value is like. */
export type SettingTest =
  | string
  | number
  | boolean
  | { readonly empty: boolean }
  /** Any other value than this; a value that is missing is none. */
  | { readonly not: string | number | boolean }
  | { readonly below: number; readonly above?: number }
  | { readonly above: number }
  | { readonly ending: string }
  /** A text, or each text of a list, that has this in it, or has it not. */
  | { readonly containing: string }
  | { readonly lacking: string }
  /** A duration that is longer. */
  | { readonly longerThan: string }
  /** A list, or the keys of a map, of which one is among these. */
  | { readonly naming: readonly string[] }
  /** A text that is no JSON, whatever stands for its `{{…}}`. */
  | { readonly lackingForm: "JSON" };

export interface PropertyReference {
  readonly kind:
    | "script"
    | "tree"
    | "emailTemplate"
    | "socialProvider"
    | "saml2Entity"
    | "managedObject"
    | "managedAttribute"
    | "nodeType"
    | "service"
    | "webhook"
    | "policySet"
    | "identityStore"
    | "idmConnector";
  readonly many?: boolean;
  readonly contexts?: readonly string[];
  readonly role?: string;
  readonly service?: string;
  readonly when?: PropertyCondition;
}

export type PropertyCondition =
  | { readonly property: string; readonly equals: Json; readonly default?: Json }
  | { readonly property: string; readonly greaterThan: number; readonly default?: Json }
  | { readonly property: string; readonly present: boolean; readonly default?: Json }
  | { readonly all: readonly PropertyCondition[] };

export interface OutcomeRule {
  readonly kind: "static" | "dynamic" | "unknown";
  readonly parts: readonly OutcomePart[];
  readonly confidence?: "ids-only" | "inferred";
  /** Other lists of outcome ids seen for other releases: accepted when read, never written. */
  readonly alsoSeen?: readonly (readonly string[])[];
  readonly note?: string;
}

export type OutcomePart =
  | {
      readonly id: string;
      readonly displayName: string;
      readonly displayNameFrom?: string;
      readonly when?: PropertyCondition;
    }
  | { readonly each: string; readonly when?: PropertyCondition }
  | { readonly eachKey: string; readonly when?: PropertyCondition }
  | { readonly childOutcomes: "last" }
  | { readonly childOutcomes: "lastAndStandalone"; readonly idPrefix: string }
  | { readonly delegate: string; readonly mode: "all" };

/** A read or write of node state; exactly one of `key`, `property`, `eachOf` says which key. */
export interface StateAccess {
  readonly key?: string;
  readonly property?: string;
  readonly eachOf?: string;
  readonly required?: boolean;
  readonly store: "shared" | "transient" | "objectAttributes" | "secureOrTransient" | "any";
  /** An object attribute that is kept in transient state, as secrets are. */
  readonly transient?: boolean;
  readonly source?: string;
  readonly fallback?: string;
  readonly onOutcomes?: readonly string[];
  readonly guaranteed?: boolean;
  readonly guaranteedWhen?: string;
  readonly when?: PropertyCondition;
  readonly delegate?: string;
  /** What is always written: the number of a button, 0 for the first, or a list of texts. */
  readonly value?: "button" | "texts";
  readonly note?: string;
}

export interface CallbackUse {
  readonly type: string;
  readonly id?: string;
  readonly when?: PropertyCondition;
  readonly perItemOf?: string;
  /** The buttons in their order; those of outcomes that the node does not have are not shown. */
  readonly buttons?: readonly CallbackButton[];
  readonly note?: string;
}

export interface CallbackButton {
  /** The property with the texts of the button. */
  readonly label: string;
  /** The text of a button without one; `undefined`: not known. */
  readonly text?: string;
  /** The outcome that the button leads to. */
  readonly outcome: string;
}
