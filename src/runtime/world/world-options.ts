import type { JsonValue } from "../machine.js";

/** A managed object, as plain data. `password` is held as written; no node or script can read it. */
export type ManagedObject = { readonly [attribute: string]: JsonValue };

/**
 * The world around a journey, as plain JSON: a configuration file or a test may give all of it, and what is absent is
 * as a fresh tenant has it. `World.inspect()` gives the same form back, with what a run has changed.
 */
export interface WorldOptions {
  /** `/alpha` where nothing is said. */
  readonly realm?: string;
  readonly users?: readonly ManagedObject[];
  /** The attributes of users; absent ones are as the platform's `alpha_user` has them. */
  readonly schema?: { readonly [attribute: string]: AttributeSchema };
  readonly kba?: KbaOptions;
  readonly terms?: TermsOptions;
  readonly consents?: readonly ConsentMapping[];
  readonly emailTemplates?: { readonly [name: string]: EmailTemplate };
  readonly identityProviders?: readonly IdentityProvider[];
  /** Environment variables, by name: `esv.mail.from` or `esv-mail-from`. */
  readonly esvs?: { readonly [name: string]: string };
  /** Secrets by label or name. */
  readonly secrets?: { readonly [name: string]: string };
  readonly request?: RequestOptions;
  /** The session that the request comes with. */
  readonly session?: SessionOptions;
  /** What `httpClient` gets back; a request that nothing here answers fails, by name. */
  readonly http?: readonly HttpStub[];
  /** What `openidm` gets back beyond the users above. */
  readonly managed?: { readonly [resource: string]: readonly ManagedObject[] };
  /** Decides nodes that are not to run, by name: `"Node"`, `"Page.Inner"` or `"Journey/Node"`. Several answers are used in turn, and the last one again. */
  readonly stubs?: { readonly [node: string]: StubAnswer | readonly StubAnswer[] };
  readonly times?: TimeOptions;
  readonly urls?: UrlOptions;
  /** When the run begins: ISO 8601 or milliseconds since 1970. A fixed day where nothing is said. */
  readonly now?: string | number;
  /** What random choices follow from. */
  readonly seed?: number;
}

export interface AttributeSchema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: "string" | "number" | "boolean" | "array" | "object";
  readonly nullable?: boolean;
  readonly viewable?: boolean;
  readonly userEditable?: boolean;
  /** An object without it cannot be created. */
  readonly required?: boolean;
  readonly policies?: readonly AttributePolicy[];
}

/** A rule of the platform's policy service, such as `{ policyId: "minimum-length", params: { minLength: 8 } }`. */
export interface AttributePolicy {
  readonly policyId: string;
  readonly params?: { readonly [name: string]: JsonValue };
}

export interface KbaOptions {
  /** By question id, in several languages. */
  readonly questions?: { readonly [id: string]: { readonly [locale: string]: string } };
  readonly minimumAnswersToDefine?: number;
  readonly minimumAnswersToVerify?: number;
  /** Wrong answers, after which no more are taken. */
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

/** Texts may hold `{{object.givenName}}` and `{{object.resumeURI}}`. */
export interface EmailTemplate {
  readonly subject?: string | { readonly [locale: string]: string };
  readonly message?: string | { readonly [locale: string]: string };
  readonly from?: string;
}

export interface IdentityProvider {
  readonly provider: string;
  readonly uiConfig?: { readonly [name: string]: string };
}

/** What every request of the run brings; a step may bring others. */
export interface RequestOptions {
  readonly headers?: { readonly [name: string]: string | readonly string[] };
  readonly cookies?: { readonly [name: string]: string };
  readonly query?: { readonly [name: string]: string | readonly string[] };
  /** Languages in the order of preference, as `Accept-Language` has them: `de-CH`, `de`. */
  readonly locales?: readonly string[];
  readonly clientIp?: string;
  /** Do not make a session, as `noSession=true`. */
  readonly noSession?: boolean;
}

export interface SessionOptions {
  readonly username: string;
  readonly properties?: { readonly [name: string]: string };
}

export interface HttpStub {
  /** Absent: any. */
  readonly method?: string;
  /** The whole URL, or its begin followed by `*`. */
  readonly url: string;
  readonly status?: number;
  readonly headers?: { readonly [name: string]: string };
  /** A text, or data sent as JSON. */
  readonly body?: JsonValue;
}

export interface StubAnswer {
  /** As in the text, or as the platform writes it. */
  readonly outcome: string;
  readonly shared?: { readonly [key: string]: JsonValue };
  readonly transient?: { readonly [key: string]: JsonValue };
}

export interface TimeOptions {
  /** Minutes for a whole journey; a journey's own `treeTimeout` goes before it. */
  readonly journeyMinutes?: number;
  /** Minutes until a suspended journey's link is worth nothing. */
  readonly suspendedMinutes?: number;
}

export interface UrlOptions {
  /** Where mailed links begin. */
  readonly base?: string;
  /** The realm's URL after success. */
  readonly success?: string;
  /** The realm's URL after failure. */
  readonly failure?: string;
}
