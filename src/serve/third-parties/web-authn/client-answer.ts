import { type Action, goTo } from "../../../runtime/action.js";
import type { NodeContext } from "../../../runtime/node-behaviour.js";
import { getOwn, isJsonObject } from "../../../text/json.js";
import { bytesFromBase64Url } from "../../base64url.js";

/** What the browser has put into the hidden value `webAuthnOutcome`. */
export type ClientAnswer =
  | { readonly kind: "unsupported" }
  /** `NotAllowedError:The operation was not allowed`. */
  | { readonly kind: "error"; readonly exception: string }
  | { readonly kind: "data"; readonly text: string; readonly attachment: string | undefined };

/** Reads the hidden value: a text with parts between `::`, or, from newer clients, JSON around it. */
export function readClientAnswer(value: string): ClientAnswer {
  const json = parsed(value);
  const error = json && getOwn(json, "error");
  if (typeof error === "string") return { kind: "error", exception: exceptionOf(error) };
  const text = json && getOwn(json, "legacyData");
  const attachment = json && getOwn(json, "authenticatorAttachment");
  if (typeof text === "string") {
    return { kind: "data", text, attachment: typeof attachment === "string" ? attachment : undefined };
  }
  if (value === "unsupported") return { kind: "unsupported" };
  if (value.startsWith("ERROR")) return { kind: "error", exception: exceptionOf(value.slice("ERROR::".length)) };
  return { kind: "data", text: value, attachment: undefined };
}

/** Leaves the node for a browser that cannot, or that has thrown. */
export function goOnWithoutData({ state }: NodeContext, answer: Exclude<ClientAnswer, { kind: "data" }>): Action {
  if (answer.kind === "unsupported") return goTo("unsupported");
  state.putShared("WebAuthenticationDOMException", answer.exception);
  return goTo("error");
}

/** The parts of a registration; `undefined` for a text that has not its form. */
export function readRegistration(text: string) {
  const [clientData, attestation, credentialId, deviceName] = text.split("::");
  const attestationObject = attestation === undefined ? undefined : bytesFromNumbers(attestation);
  if (clientData === undefined || attestationObject === undefined || !credentialId) return undefined;
  return { clientData, attestationObject, credentialId, deviceName };
}

/** The parts of an assertion; `undefined` for a text that has not its form. */
export function readAssertion(text: string) {
  const [clientData, data, signed, credentialId, handle] = text.split("::");
  const authenticatorData = data === undefined ? undefined : bytesFromNumbers(data);
  const signature = signed === undefined ? undefined : bytesFromNumbers(signed);
  if (clientData === undefined || !authenticatorData || !signature || !credentialId) return undefined;
  return { clientData, authenticatorData, signature, credentialId, userHandle: handle && userNameOf(handle) };
}

function userNameOf(handle: string): string | undefined {
  const bytes = bytesFromBase64Url(handle);
  return bytes && new TextDecoder().decode(bytes);
}

/** Bytes as browsers write them here: whole numbers from -128 to 127 with commas. */
function bytesFromNumbers(text: string): Uint8Array | undefined {
  const numbers = text.split(",");
  if (!numbers.every((number) => /^-?\d{1,3}$/.test(number) && Number(number) >= -128 && Number(number) <= 127)) {
    return undefined;
  }
  return Uint8Array.from(numbers, Number);
}

/** An exception without a name is an `UnknownError`. */
function exceptionOf(description: string): string {
  return description.includes(":") ? description.replace(/^\s*:/, "UnknownError:") : `UnknownError:${description}`;
}

function parsed(value: string) {
  try {
    const json: unknown = JSON.parse(value);
    return isJsonObject(json) ? json : undefined;
  } catch {
    // Older clients send no JSON.
    return undefined;
  }
}
