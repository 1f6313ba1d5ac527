import type { JsonValue } from "../machine.js";

/** A managed object as plain data. `password` is held in clear; no node or script can read it. */
export type ManagedObject = { readonly [attribute: string]: JsonValue };

/**
 * The world around a journey, as plain JSON from a configuration file or a test. Anything left out is as in a new
 * tenant. `World.inspect()` returns the same form with the changes of a run.
 */
export interface WorldOptions {
  /** `/alpha` by default. */
  readonly realm?: string;
  readonly users?: readonly ManagedObject[];
  /** Attributes of users, added to those of the platform's `alpha_user`. */
  readonly schema?: { readonly [attribute: string]: AttributeSchema };
  readonly kba?: KbaOptions;
  /** The terms in force; `null` where there are none. */
  readonly terms?: TermsOptions | null;
  readonly consents?: readonly ConsentMapping[];
  readonly emailTemplates?: { readonly [name: string]: EmailTemplate };
  readonly identityProviders?: readonly IdentityProvider[];
  /** Environment variables by name: `esv.mail.from` or `esv-mail-from`. */
  readonly esvs?: { readonly [name: string]: string };
  /** Secrets by label or name. */
  readonly secrets?: { readonly [name: string]: string };
  readonly request?: RequestOptions;
  /** The session that comes with the request. */
  readonly session?: SessionOptions;
  /** Answers to the requests of `httpClient`. A request without an answer fails and is named. */
  readonly http?: readonly HttpStub[];
  /** Answers to calls of `openidm`; they go before the users and managed objects. */
  readonly openidm?: readonly OpenidmStub[];
  /** Objects that `openidm` can read beyond the users above, by resource. */
  readonly managed?: { readonly [resource: string]: readonly ManagedObject[] };
  /**
   * Outcomes of nodes that must not run, by name: `"Node"`, `"Page.Inner"` or `"Journey/Node"`. A text is an outcome alone. Several
   * answers are used in turn, and the last one repeats.
   */
  readonly stubs?: Stubs;
  /** Clients of the realm's OAuth 2.0 provider, which `journeyc serve` plays. */
  readonly oauth2Clients?: readonly OAuth2Client[];
  readonly times?: TimeOptions;
  readonly urls?: UrlOptions;
  /** Start of the run: ISO 8601 or milliseconds since 1970; 1 January 2026 by default. */
  readonly now?: string | number;
  /** The seed of random choices. */
  readonly seed?: number;
}

export interface AttributeSchema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: "string" | "number" | "boolean" | "array" | "object";
  readonly nullable?: boolean;
  readonly viewable?: boolean;
  readonly userEditable?: boolean;
  /** True when an object cannot be created without this attribute. */
  readonly required?: boolean;
  readonly policies?: readonly AttributePolicy[];
}

/** A rule of the platform's policy service, such as `{ policyId: "minimum-length", params: { minLength: 8 } }`. */
export interface AttributePolicy {
  readonly policyId: string;
  readonly params?: { readonly [name: string]: JsonValue };
}

export interface KbaOptions {
  /** The questions in several languages, by id. */
  readonly questions?: { readonly [id: string]: { readonly [locale: string]: string } };
  readonly minimumAnswersToDefine?: number;
  readonly minimumAnswersToVerify?: number;
  /** Number of wrong answers after which no more are accepted. */
  readonly maximumAttempts?: number;
}

export interface TermsOptions {
  readonly version: string;
  readonly text: string;
  readonly createDate?: string;
}

export interface ConsentMapping {
  readonly name: string;
  readonly displayName?: string;
  readonly icon?: string;
  readonly accessLevel?: string;
  readonly isRequired?: boolean;
  readonly fields?: readonly JsonValue[];
}

/** A template of e-mails. Texts may contain `{{object.givenName}}` and `{{object.resumeURI}}`. */
export interface EmailTemplate {
  readonly subject?: string | { readonly [locale: string]: string };
  readonly message?: string | { readonly [locale: string]: string };
  readonly from?: string;
}

export interface IdentityProvider {
  readonly provider: string;
  readonly uiConfig?: { readonly [name: string]: string };
}

/** Data that comes with every request of the run; a step may replace it. */
export interface RequestOptions {
  readonly headers?: { readonly [name: string]: string | readonly string[] };
  readonly cookies?: { readonly [name: string]: string };
  readonly query?: { readonly [name: string]: string | readonly string[] };
  /** Languages in order of preference, as in `Accept-Language`: `de-CH`, `de`. */
  readonly locales?: readonly string[];
  readonly clientIp?: string;
  /** The address of the server that has the request, without a slash at its end: `https://tenant.example.com`. */
  readonly serverUrl?: string;
  /** Origins of other servers to which `goto` may lead, as in the tenant's validation service: `https://app.example.com`. */
  readonly gotoOrigins?: readonly string[];
  /** Makes no session at success, like the query parameter `noSession=true`. */
  readonly noSession?: boolean;
}

export interface SessionOptions {
  readonly username: string;
  readonly properties?: { readonly [name: string]: string };
}

export interface HttpStub {
  /** Any method by default. */
  readonly method?: string;
  /** The whole URL, or its beginning followed by `*`. */
  readonly url: string;
  readonly status?: number;
  readonly headers?: { readonly [name: string]: string };
  /** A text, or a value that is sent as JSON. */
  readonly body?: JsonValue;
  /** There is no answer: the request fails with this. */
  readonly error?: CallError;
}

/** The answer to calls of `openidm`. Several for the same call are used in turn, and the last one repeats; so are those of `http`. */
export interface OpenidmStub {
  /** `read`, `query`, `action` …; any by default. */
  readonly operation?: string;
  /** The resource, or its beginning followed by `*`: `managed/alpha_user/1`. */
  readonly resource: string;
  /** What the call returns: an object, for a query perhaps the list of what it finds, or nothing. */
  readonly result?: JsonValue;
  readonly error?: CallError;
}

/** The exception with which a call fails. */
export interface CallError {
  readonly code?: number;
  readonly message?: string;
}

/** Answers of nodes that must not run, by the name of the node. */
export interface Stubs {
  readonly [node: string]: string | StubAnswer | readonly (string | StubAnswer)[];
}

export interface StubAnswer {
  /** The outcome by its name in the text, or by its id on the platform. */
  readonly outcome: string;
  readonly shared?: { readonly [key: string]: JsonValue };
  readonly transient?: { readonly [key: string]: JsonValue };
}

export interface OAuth2Client {
  readonly clientId: string;
  /** A client without a secret is public: it must show a proof of PKCE instead. */
  readonly clientSecret?: string;
  /** Compared as they are, letter by letter. */
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris?: readonly string[];
  /** The scopes that it may ask for; `openid`, `profile` and `email` by default. */
  readonly scopes?: readonly string[];
  /** Whether users are not asked for their consent; true by default. */
  readonly impliedConsent?: boolean;
  /** In seconds; 3,600 by default. */
  readonly accessTokenLifetime?: number;
  /** In seconds; 604,800 by default. */
  readonly refreshTokenLifetime?: number;
}

export interface TimeOptions {
  /** Minutes that a whole journey may take; a journey's own `treeTimeout` wins. */
  readonly journeyMinutes?: number;
  /** Minutes after which a suspended journey's link expires. */
  readonly suspendedMinutes?: number;
}

export interface UrlOptions {
  /** The beginning of mailed links. */
  readonly base?: string;
  /** The realm's default URL after success. */
  readonly success?: string;
  /** The realm's default URL after failure. */
  readonly failure?: string;
}
