import type { WireCallback } from "../../runtime/callbacks/callback.js";

/** A step of a journey, as the authenticate endpoint sends it and takes it back. */
export interface ClientStep {
  readonly authId: string;
  readonly callbacks: readonly WireCallback[];
  readonly header?: string;
  readonly description?: string;
  readonly stage?: string;
}

export type SignOnAnswer =
  | { readonly kind: "step"; readonly step: ClientStep }
  | { readonly kind: "success"; readonly body: Success }
  | { readonly kind: "failure"; readonly body: Failure }
  | { readonly kind: "signed out"; readonly hadSession: boolean };

export interface Success {
  readonly tokenId?: string;
  readonly successUrl?: string;
  readonly realm?: string;
}

export interface Failure {
  readonly code: number;
  readonly reason?: string;
  readonly message?: string;
  readonly detail?: { readonly failureUrl?: string; readonly errorCode?: string };
}

/**
 * Asks the authenticate endpoint, as the platform's own login page does.
 *
 * @param query how to begin or resume; a step that is answered names its journey by its authId
 */
export async function askEndpoint(endpoint: string, query: URLSearchParams, step?: ClientStep): Promise<SignOnAnswer> {
  const address = query.size === 0 ? endpoint : `${endpoint}?${query}`;
  const response = await fetch(address, {
    method: "POST",
    credentials: "include",
    headers: {
      Accept: "application/json",
      "Accept-API-Version": "protocol=1.0,resource=2.1",
      "Content-Type": "application/json",
      "X-Requested-With": "XMLHttpRequest",
    },
    ...(step && { body: JSON.stringify(step) }),
  });
  const body = (await response.json()) as ClientStep & Success & Failure;
  if (!response.ok) return { kind: "failure", body };
  return body.authId === undefined ? { kind: "success", body } : { kind: "step", step: body };
}

/** Ends the session of the browser, as the platform's own login page does. */
export async function signOut(endpoint: string): Promise<SignOnAnswer> {
  const { ok } = await fetch(`${endpoint}?_action=logout`, {
    method: "POST",
    credentials: "include",
    headers: { "Accept-API-Version": "resource=2.0", "Content-Type": "application/json" },
  });
  return { kind: "signed out", hadSession: ok };
}

/** The session of the journey that an authId belongs to, by which the server tells what happens inside. */
export function sessionOf({ authId }: Pick<ClientStep, "authId">): string | undefined {
  try {
    const [, claims = ""] = authId.split(".");
    const { sessionId } = JSON.parse(atob(claims.replaceAll("-", "+").replaceAll("_", "/"))) as { sessionId?: string };
    return sessionId;
  } catch {
    return undefined;
  }
}
