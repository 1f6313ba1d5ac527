import { useState } from "preact/hooks";
import type { WireCallback } from "../../../runtime/callbacks/callback.js";
import type { ClientStep } from "../authenticate.js";
import { outputText } from "./callback.js";

/** What the journey asks of the browser's authenticators. */
export interface KeyRequest {
  readonly _action?: string;
  /** In base64. */
  readonly challenge: string;
  readonly _relyingPartyId?: string;
  readonly relyingPartyName?: string;
  readonly userId?: string;
  readonly userName?: string;
  readonly displayName?: string;
  readonly _pubKeyCredParams?: readonly PublicKeyCredentialParameters[];
  readonly _authenticatorSelection?: AuthenticatorSelectionCriteria;
  readonly attestationPreference?: AttestationConveyancePreference;
  readonly userVerification?: UserVerificationRequirement;
  readonly timeout?: string;
  readonly _excludeCredentials?: readonly KnownCredential[];
  readonly _allowCredentials?: readonly KnownCredential[];
}

interface KnownCredential {
  readonly type: "public-key";
  /** Bytes from -128 to 127. */
  readonly id: readonly number[];
}

/** The request of a step, which is data or a line of a script; `undefined` where it asks for no security key. */
export function keyRequestOf({ callbacks }: ClientStep): KeyRequest | undefined {
  if (!callbacks.some(isKeyAnswer)) return undefined;
  for (const callback of callbacks) {
    const data = callback.output.find(({ name }) => name === "data")?.value as KeyRequest | undefined;
    if (callback.type === "MetadataCallback" && data?.challenge !== undefined) return data;
    const [, context] = /^var scriptContext = (.*)$/m.exec(outputText(callback, "message")) ?? [];
    if (context !== undefined) return JSON.parse(context) as KeyRequest;
  }
  return undefined;
}

/** Whether a callback takes the answer of a security key. */
export function isKeyAnswer(callback: WireCallback): boolean {
  return callback.type === "HiddenValueCallback" && outputText(callback, "id") === "webAuthnOutcome";
}

/** A button that lets the browser ask for a security key, and sends what it says. */
export function SecurityKey({ request, onAnswer }: Props) {
  const [isAsking, setAsking] = useState(false);
  const ask = async (): Promise<void> => {
    setAsking(true);
    onAnswer(await askBrowser(request));
  };
  return (
    <div class="field">
      <button type="button" class="main" disabled={isAsking} onClick={() => void ask()}>
        {request.userId === undefined ? "Sign in with a security key" : "Register a security key"}
      </button>
    </div>
  );
}

interface Props {
  readonly request: KeyRequest;
  readonly onAnswer: (value: string) => void;
}

/** The value of `webAuthnOutcome`, as the platform's own pages write it. */
async function askBrowser(request: KeyRequest): Promise<string> {
  if (window.PublicKeyCredential === undefined) return "unsupported";
  try {
    return request.userId === undefined ? await signIn(request) : await register(request, request.userId);
  } catch (error) {
    return error instanceof Error ? `ERROR::${error.name}:${error.message}` : "ERROR::UnknownError:no reason";
  }
}

async function register(request: KeyRequest, userId: string): Promise<string> {
  const made = (await navigator.credentials.create({
    publicKey: {
      challenge: fromBase64(request.challenge),
      rp: { name: request.relyingPartyName ?? "", ...(request._relyingPartyId && { id: request._relyingPartyId }) },
      user: {
        id: new TextEncoder().encode(userId),
        name: request.userName ?? "",
        displayName: request.displayName ?? request.userName ?? "",
      },
      pubKeyCredParams: [...(request._pubKeyCredParams ?? [])],
      authenticatorSelection: request._authenticatorSelection ?? {},
      attestation: request.attestationPreference ?? "none",
      timeout: Number(request.timeout ?? 60_000),
      excludeCredentials: known(request._excludeCredentials),
    },
  })) as PublicKeyCredential;
  const { clientDataJSON, attestationObject } = made.response as AuthenticatorAttestationResponse;
  return [text(clientDataJSON), numbers(attestationObject), made.id].join("::");
}

async function signIn(request: KeyRequest): Promise<string> {
  const used = (await navigator.credentials.get({
    publicKey: {
      challenge: fromBase64(request.challenge),
      timeout: Number(request.timeout ?? 60_000),
      userVerification: request.userVerification ?? "preferred",
      allowCredentials: known(request._allowCredentials),
      ...(request._relyingPartyId && { rpId: request._relyingPartyId }),
    },
  })) as PublicKeyCredential;
  const { clientDataJSON, authenticatorData, signature, userHandle } = used.response as AuthenticatorAssertionResponse;
  const parts = [text(clientDataJSON), numbers(authenticatorData), numbers(signature), used.id];
  return [...parts, ...(userHandle === null ? [] : [text(userHandle)])].join("::");
}

function known(credentials: readonly KnownCredential[] = []): PublicKeyCredentialDescriptor[] {
  return credentials.map(({ type, id }) => ({ type, id: new Int8Array(id) }));
}

function fromBase64(given: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(given), (unit) => unit.charCodeAt(0));
}

function text(bytes: ArrayBuffer): string {
  return new TextDecoder().decode(bytes);
}

function numbers(bytes: ArrayBuffer): string {
  return new Int8Array(bytes).toString();
}
