import { isList, unsupported } from "./border.js";

/** A callback that the host is to create: its type, and the values of its outputs and inputs by name. */
export interface CallbackDescription {
  readonly type: string;
  readonly values: { [output: string]: unknown };
  readonly input: { [name: string]: unknown };
}

type Maker = (...args: readonly unknown[]) => CallbackDescription;

/**
 * The callbacks that scripts can create, by the platform's class names. The arguments are those of the Java
 * constructors; the methods of `callbacksBuilder` take the same.
 */
export const callbackMakers: { readonly [className: string]: Maker } = {
  NameCallback: (prompt, defaultName) => callback("NameCallback", { prompt, defaultName }),
  PasswordCallback: (prompt, echoOn) => callback("PasswordCallback", { prompt, echoOn }),
  TextInputCallback: (prompt, defaultText) => callback("TextInputCallback", { prompt, defaultText }),
  TextOutputCallback: (messageType, message) => outputText("TextOutputCallback", messageType, message),
  SuspendedTextOutputCallback: (messageType, message) =>
    outputText("SuspendedTextOutputCallback", messageType, message),
  ScriptTextOutputCallback: (message) => callback("ScriptTextOutputCallback", { message }),
  HiddenValueCallback: (id, value) => callback("HiddenValueCallback", { id, value }),
  ChoiceCallback: (prompt, choices, defaultChoice, multiple) =>
    callback("ChoiceCallback", { prompt, choices, defaultChoice, multiple }),
  ConfirmationCallback: confirmation,
  LanguageCallback: (Language, Country) => callback("LanguageCallback", {}, { Language, Country }),
  MetadataCallback: (data) => callback("MetadataCallback", { data }),
  RedirectCallback: redirect,
  PollingWaitCallback: (waitTime, message) =>
    callback("PollingWaitCallback", { waitTime: waitTime === undefined ? undefined : String(waitTime), message }),
  StringAttributeInputCallback: (...args) => attribute("StringAttributeInputCallback", args),
  NumberAttributeInputCallback: (...args) => attribute("NumberAttributeInputCallback", args),
  BooleanAttributeInputCallback: (...args) => attribute("BooleanAttributeInputCallback", args),
  ValidatedPasswordCallback: (prompt, echoOn, policies, validateOnly, failedPolicies) =>
    callback("ValidatedCreatePasswordCallback", { prompt, echoOn, policies, validateOnly, failedPolicies }),
  ValidatedUsernameCallback: (prompt, policies, validateOnly, failedPolicies) =>
    callback("ValidatedCreateUsernameCallback", { prompt, policies, validateOnly, failedPolicies }),
  TermsAndConditionsCallback: (version, terms, createDate) =>
    callback("TermsAndConditionsCallback", { version, terms, createDate }),
  KbaCreateCallback: (prompt, predefinedQuestions, allowUserDefinedQuestions) =>
    callback("KbaCreateCallback", { prompt, predefinedQuestions, allowUserDefinedQuestions }),
  ConsentMappingCallback: consentMapping,
  SelectIdPCallback: (providers) => callback("SelectIdPCallback", { providers }),
  IdPCallback: identityProvider,
  DeviceProfileCallback: (metadata, location, message) =>
    callback("DeviceProfileCallback", { metadata, location, message }),
  HttpCallback: () => unsupported("HttpCallback, which cannot be sent as JSON,"),
  X509CertificateCallback: () => unsupported("X509CertificateCallback, which cannot be sent as JSON,"),
};

function callback(
  type: string,
  values: { [output: string]: unknown },
  input: { [name: string]: unknown } = {},
): CallbackDescription {
  for (const members of [values, input]) {
    for (const [name, value] of Object.entries(members)) {
      if (value === undefined || value === null) delete members[name];
    }
  }
  return { type, values, input };
}

/** On the wire the message type is a digit written as text. */
function outputText(type: string, messageType: unknown, message: unknown): CallbackDescription {
  return callback(type, { message: String(message), messageType: String(messageType) });
}

/** Arguments: `([prompt,] messageType, optionType | options, defaultOption)`. */
function confirmation(...args: readonly unknown[]): CallbackDescription {
  const [prompt, messageType, choice, defaultOption] = typeof args[0] === "string" ? args : [undefined, ...args];
  const options = isList(choice) ? { options: choice } : { optionType: choice };
  return callback("ConfirmationCallback", { prompt, messageType, defaultOption, ...options });
}

/** Arguments: `(url, data, method[, statusParameter, backCookie][, trackingCookie])`. */
function redirect(...args: readonly unknown[]): CallbackDescription {
  const [redirectUrl, redirectData, redirectMethod] = args;
  const trackingCookie = args[args.length - 1] === true;
  return callback("RedirectCallback", { redirectUrl, redirectMethod, trackingCookie, redirectData });
}

/** Arguments: `(name, prompt, value, required[, policies, validateOnly][, failedPolicies])`. */
function attribute(type: string, args: readonly unknown[]): CallbackDescription {
  const [name, prompt, value, required, ...rest] = args;
  const failedPolicies = rest.length % 2 === 1 ? rest[rest.length - 1] : undefined;
  const [policies, validateOnly] = rest.length >= 2 ? rest : [];
  return callback(type, { name, prompt, required, policies, failedPolicies, validateOnly, value });
}

/**
 * Arguments: `(config, message, isRequired)` or `(name, displayName, icon, accessLevel, titles, message, isRequired)`.
 */
function consentMapping(...args: readonly unknown[]): CallbackDescription {
  if (args.length > 3) {
    const [name, displayName, icon, accessLevel, fields, message, isRequired] = args;
    return callback("ConsentMappingCallback", { name, displayName, icon, accessLevel, isRequired, message, fields });
  }
  const [config, message, isRequired] = args;
  return callback("ConsentMappingCallback", { ...(config as object), isRequired, message });
}

function identityProvider(...args: readonly unknown[]): CallbackDescription {
  const [provider, clientId, redirectUri, scopes, nonce, request, requestUri, acrValues, acceptsJSON] = args;
  const [token, token_type] = args.slice(9);
  return callback(
    "IdPCallback",
    { provider, clientId, redirectUri, scopes, nonce, acrValues, request, requestUri, acceptsJSON },
    { token, token_type },
  );
}
