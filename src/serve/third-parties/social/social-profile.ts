import { getOwn, isJsonObject } from "../../../text/json.js";
import { base64Url, jsonFromBase64Url } from "../../base64url.js";

/** What the local identity provider says of a user. */
export interface SocialProfile {
  /** The user's id at the provider. */
  readonly subject: string;
  readonly attributes: { readonly [attribute: string]: string };
}

/** The attributes that a provider's profile becomes, by the names of managed users. */
export const profileAttributes = ["userName", "givenName", "sn", "mail", "telephoneNumber"] as const;

/**
 * The code with which a browser comes back from the local identity provider. It holds the profile itself, so that the
 * provider remembers nothing.
 */
export function codeOf({ subject, attributes }: SocialProfile): string {
  return base64Url(new TextEncoder().encode(JSON.stringify({ subject, attributes })));
}

/** Reads such a code; `undefined` for any other text. */
export function readCode(code: string): SocialProfile | undefined {
  const value = jsonFromBase64Url(code);
  const subject = isJsonObject(value) ? getOwn(value, "subject") : undefined;
  const attributes = isJsonObject(value) ? getOwn(value, "attributes") : undefined;
  if (typeof subject !== "string" || subject === "" || !isJsonObject(attributes)) return undefined;
  const known = profileAttributes.flatMap((name) => {
    const text = getOwn(attributes, name);
    return typeof text === "string" && text !== "" ? [[name, text] as const] : [];
  });
  return { subject, attributes: Object.fromEntries(known) };
}
