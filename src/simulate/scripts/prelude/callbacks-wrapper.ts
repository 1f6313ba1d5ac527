import { type AnsweredCallback, flagAnswer, numberAnswer, textAnswer } from "./answered-callbacks.js";
import { unsupported } from "./border.js";
import { javaList, javaMap } from "./java-collections.js";

/** `callbacks` of the next-generation engine: for each type, a list of the answers. */
export function callbacksWrapper(answered: readonly AnsweredCallback[]): object {
  const list =
    <Value>(type: string, read: (callback: AnsweredCallback) => Value) =>
    () =>
      javaList(answered.filter((callback) => callback.type === type).map(read));
  return {
    isEmpty: () => answered.length === 0,
    getNameCallbacks: list("NameCallback", text),
    getPasswordCallbacks: list("PasswordCallback", text),
    getTextInputCallbacks: list("TextInputCallback", text),
    getStringAttributeInputCallbacks: list("StringAttributeInputCallback", text),
    getNumberAttributeInputCallbacks: list("NumberAttributeInputCallback", (callback) => numberAnswer(callback)),
    getBooleanAttributeInputCallbacks: list("BooleanAttributeInputCallback", (callback) => flagAnswer(callback)),
    getConfirmationCallbacks: list("ConfirmationCallback", (callback) => numberAnswer(callback)),
    getChoiceCallbacks: list("ChoiceCallback", choice),
    getLanguageCallbacks: list("LanguageCallback", language),
    getHiddenValueCallbacks: () => hiddenValues(answered),
    getDeviceProfileCallbacks: list("DeviceProfileCallback", text),
    getSelectIdPCallbacks: list("SelectIdPCallback", text),
    getConsentMappingCallbacks: list("ConsentMappingCallback", (callback) => flagAnswer(callback)),
    getTermsAndConditionsCallbacks: list("TermsAndConditionsCallback", (callback) => flagAnswer(callback)),
    getKbaCreateCallbacks: list("KbaCreateCallback", (callback) =>
      javaMap({
        selectedQuestion: textAnswer(callback, "question"),
        selectedAnswer: textAnswer(callback, "answer"),
      }),
    ),
    getValidatedPasswordCallbacks: list("ValidatedCreatePasswordCallback", validated),
    getValidatedUsernameCallbacks: list("ValidatedCreateUsernameCallback", validated),
    getIdpCallbacks: list("IdPCallback", identityProvider),
    getHttpCallbacks: () => unsupported("HttpCallback, which cannot be sent as JSON,"),
    getX509CertificateCallbacks: () => unsupported("X509CertificateCallback, which cannot be sent as JSON,"),
  };
}

function text(callback: AnsweredCallback): string {
  return textAnswer(callback);
}

function choice(callback: AnsweredCallback): unknown[] {
  const index = numberAnswer(callback);
  return index === null ? [] : [index];
}

function language(callback: AnsweredCallback): string {
  return [textAnswer(callback, "Language"), textAnswer(callback, "Country")].filter((part) => part !== "").join("_");
}

function hiddenValues(answered: readonly AnsweredCallback[]): object {
  const hidden = answered.filter((callback) => callback.type === "HiddenValueCallback");
  return javaMap(Object.fromEntries(hidden.map((callback) => [String(callback.output.id), textAnswer(callback)])));
}

function validated(callback: AnsweredCallback): object {
  return javaMap({ value: textAnswer(callback), validateOnly: flagAnswer(callback, "validateOnly") });
}

function identityProvider({ output, input }: AnsweredCallback): object {
  const { provider, clientId, redirectUri, scopes, nonce, request, requestUri, acrValues } = output;
  return javaMap({
    nodeName: "IdPCallback",
    ...{ provider, clientId, redirectUri, scope: scopes, nonce, request, requestUri, acrValues },
    token: input.token,
    tokenType: input.token_type,
    requestNativeAppForUserInfo: output.acceptsJSON === true,
  });
}
