import { type AnsweredCallback, flagAnswer, numberAnswer, textAnswer } from "./answered-callbacks.js";
import { define, hasOwn, isList } from "./border.js";
import { checkCallbackArguments } from "./callback-arguments.js";
import { type CallbackDescription, callbackMakers } from "./callback-makers.js";
import { javaArray } from "./java-array.js";
import { javaList } from "./java-collections.js";
import { hasJavaScalars, javaScalar, plainScalar } from "./java-scalars.js";
import { characters } from "./java-strings.js";
import { JavaJsonValue } from "./json-value.js";
import { plainValue } from "./plain.js";

type Members = { [name: string]: unknown };
type Method = (callback: ScriptCallback, ...args: readonly unknown[]) => unknown;

/**
 * A callback object of the legacy engine, with Java getters. The script has created it, or the user has answered it.
 */
class ScriptCallback implements AnsweredCallback {
  readonly type: string;
  readonly output: Members;
  readonly input: Members;

  constructor(type: string, output: Members, input: Members) {
    this.type = type;
    this.output = output;
    this.input = input;
    for (const name of ["type", "output", "input"]) Object.defineProperty(this, name, { enumerable: false });
  }

  [plainValue](): CallbackDescription {
    return { type: this.type, values: this.output, input: this.input };
  }
}

const out =
  (name: string): Method =>
  (callback) =>
    callback.output[name] ?? null;
const setOut =
  (name: string): Method =>
  (callback, value) => {
    callback.output[name] = value;
  };
const answer =
  (name = ""): Method =>
  (callback) =>
    textAnswer(callback, name);
/** What the callbacks of Java itself have before they are answered is nothing. */
const answerOrNull: Method = (callback) => (callback.input[""] === undefined ? null : textAnswer(callback));
const setAnswer =
  (name = ""): Method =>
  (callback, value) => {
    callback.input[name] = value;
  };

const attributeGetters = {
  getName: out("name"),
  getPrompt: out("prompt"),
  isRequired: out("required"),
  getPolicies: (callback: ScriptCallback) => JavaJsonValue.json(callback.output.policies ?? null),
  getFailedPolicies: (callback: ScriptCallback) => javaList((callback.output.failedPolicies as unknown[]) ?? []),
  addFailedPolicy: (callback: ScriptCallback, policy: unknown) => {
    callback.output.failedPolicies = [...((callback.output.failedPolicies as unknown[]) ?? []), policy];
  },
  validateOnly: (callback: ScriptCallback) => flagAnswer(callback, "validateOnly"),
  setValue: setAnswer(),
};

/** The methods of the callback classes, by the type's name on the wire. */
const methods: { readonly [type: string]: { readonly [method: string]: Method } } = {
  NameCallback: {
    getName: answerOrNull,
    setName: setAnswer(),
    getPrompt: out("prompt"),
    getDefaultName: out("defaultName"),
  },
  PasswordCallback: {
    getPassword: (callback) => (callback.input[""] === undefined ? null : characters(textAnswer(callback))),
    isEchoOn: (callback) => callback.output.echoOn === true,
    clearPassword: (callback) => {
      callback.input[""] = "";
    },
    getPrompt: out("prompt"),
  },
  TextInputCallback: {
    getText: answerOrNull,
    setText: setAnswer(),
    getPrompt: out("prompt"),
    getDefaultText: out("defaultText"),
  },
  TextOutputCallback: {
    getMessage: out("message"),
    getMessageType: (callback) => Number(callback.output.messageType),
  },
  SuspendedTextOutputCallback: {
    getMessage: out("message"),
    getMessageType: (callback) => Number(callback.output.messageType),
  },
  ScriptTextOutputCallback: { getMessage: out("message"), getMessageType: () => 4 },
  HiddenValueCallback: { getId: out("id"), getValue: answer(), setValue: setAnswer() },
  ChoiceCallback: {
    getSelectedIndexes: (callback) => {
      const index = numberAnswer(callback);
      return index === null ? null : [index];
    },
    allowMultipleSelections: (callback) => callback.output.multiple === true,
    setSelectedIndex: setAnswer(),
    getChoices: out("choices"),
    getDefaultChoice: out("defaultChoice"),
    getPrompt: out("prompt"),
  },
  ConfirmationCallback: {
    getSelectedIndex: (callback) => numberAnswer(callback) ?? 0,
    setSelectedIndex: setAnswer(),
    getOptions: out("options"),
    getOptionType: (callback) => callback.output.optionType ?? -1,
    getMessageType: out("messageType"),
    getDefaultOption: out("defaultOption"),
    getPrompt: out("prompt"),
  },
  LanguageCallback: {
    getLocale: (callback) => localeText(callback),
    setLocale: (callback, locale) => {
      [callback.input.Language, callback.input.Country] = String(locale).split(/[_-]/);
    },
  },
  MetadataCallback: { getOutputValue: (callback) => JavaJsonValue.json(callback.output.data) },
  RedirectCallback: {
    getRedirectUrl: out("redirectUrl"),
    getMethod: out("redirectMethod"),
    getTrackingCookie: out("trackingCookie"),
    setTrackingCookie: setOut("trackingCookie"),
  },
  PollingWaitCallback: { getWaitTime: out("waitTime"), getMessage: out("message") },
  StringAttributeInputCallback: { ...attributeGetters, getValue: answer() },
  NumberAttributeInputCallback: { ...attributeGetters, getValue: (callback) => numberAnswer(callback) },
  BooleanAttributeInputCallback: { ...attributeGetters, getValue: (callback) => flagAnswer(callback) },
  ValidatedCreatePasswordCallback: {
    ...attributeGetters,
    getPassword: (callback) => characters(textAnswer(callback)),
  },
  ValidatedCreateUsernameCallback: { ...attributeGetters, getUsername: answer() },
  TermsAndConditionsCallback: {
    getAccept: (callback) => flagAnswer(callback),
    getVersion: out("version"),
    getTerms: out("terms"),
    getCreateDate: out("createDate"),
  },
  KbaCreateCallback: {
    getSelectedQuestion: answer("question"),
    getSelectedAnswer: answer("answer"),
    getPrompt: out("prompt"),
  },
  ConsentMappingCallback: { getValue: (callback) => flagAnswer(callback), getName: out("name") },
  SelectIdPCallback: { getProvider: answer() },
  IdPCallback: { getToken: answer("token"), getTokenType: answer("token_type"), getProvider: out("provider") },
  DeviceProfileCallback: { getValue: answer(), setValue: setAnswer() },
};

const messageKinds = { INFORMATION: 0, WARNING: 1, ERROR: 2 };

/** Static members of the classes, by class name. */
const constants: { readonly [className: string]: object } = {
  TextOutputCallback: messageKinds,
  SuspendedTextOutputCallback: {
    ...messageKinds,
    info: (message: unknown) => make("SuspendedTextOutputCallback", [0, message]),
  },
  ConfirmationCallback: {
    ...messageKinds,
    UNSPECIFIED_OPTION: -1,
    YES_NO_OPTION: 0,
    YES_NO_CANCEL_OPTION: 1,
    OK_CANCEL_OPTION: 2,
    YES: 0,
    NO: 1,
    CANCEL: 2,
    OK: 3,
  },
  PollingWaitCallback: { makeCallback: pollingWaitBuilder },
};

const homes: readonly (readonly [string, readonly string[]])[] = [
  [
    "javax.security.auth.callback",
    [
      "NameCallback",
      "PasswordCallback",
      "ChoiceCallback",
      "ConfirmationCallback",
      "TextInputCallback",
      "TextOutputCallback",
      "LanguageCallback",
    ],
  ],
  ["com.sun.identity.authentication.callbacks", ["HiddenValueCallback", "ScriptTextOutputCallback"]],
  [
    "com.sun.identity.authentication.spi",
    ["MetadataCallback", "RedirectCallback", "HttpCallback", "X509CertificateCallback"],
  ],
  ["org.forgerock.openam.auth.node.api", ["SuspendedTextOutputCallback"]],
  [
    "org.forgerock.openam.authentication.callbacks",
    [
      "PollingWaitCallback",
      "StringAttributeInputCallback",
      "NumberAttributeInputCallback",
      "BooleanAttributeInputCallback",
      "ValidatedPasswordCallback",
      "ValidatedUsernameCallback",
      "TermsAndConditionsCallback",
      "KbaCreateCallback",
      "ConsentMappingCallback",
      "SelectIdPCallback",
      "IdPCallback",
      "DeviceProfileCallback",
      "SuspendedTextOutputCallback",
    ],
  ],
];

/** All callback classes by their full Java names. */
export function callbackClasses(): readonly (readonly [string, unknown])[] {
  return homes.flatMap(([home, names]) => names.map((name) => [`${home}.${name}`, classOf(name, home)] as const));
}

/** The answered callbacks as a Java list. */
export function answeredList(answered: readonly AnsweredCallback[]): unknown[] {
  return javaList(answered.map(({ type, output, input }) => equip(new ScriptCallback(type, output, input))));
}

function classOf(name: string, home: string): unknown {
  // Rhino makes an object with `new` and without.
  function type(...args: readonly unknown[]): ScriptCallback {
    if (home.startsWith("javax.")) checkCallbackArguments(name, args);
    return make(name, args);
  }
  for (const [member, value] of Object.entries(constants[name] ?? {})) define(type, member, value);
  return type;
}

function make(className: string, args: readonly unknown[]): ScriptCallback {
  const maker = callbackMakers[className];
  if (!maker) throw new TypeError(`No class ${className}`);
  const { type, values, input } = maker(...args.map(plainScalar));
  return equip(new ScriptCallback(type, values, input));
}

/**
 * Adds a bound copy of each method, and a property for each getter: Rhino lets scripts write both
 * `callbacks.get(0).getName()` and `callbacks.get(0).name`.
 */
function equip(callback: ScriptCallback): ScriptCallback {
  for (const [name, method] of Object.entries(methods[callback.type] ?? {})) {
    const call = (...args: readonly unknown[]) => ofJava(method(callback, ...args));
    define(callback, name, call);
    const property = /^(?:get|is)([A-Z])(.*)$/.exec(name);
    if (!property) continue;
    const bean = `${property[1]?.toLowerCase()}${property[2]}`;
    if (bean in callback) continue;
    Object.defineProperty(callback, bean, { get: () => call(), configurable: true, enumerable: true });
  }
  return callback;
}

/** Texts and lists come from Java; numbers and flags are primitive there, which Rhino makes values of JavaScript. */
function ofJava(result: unknown): unknown {
  if (typeof result === "string" || !hasJavaScalars()) return javaScalar(result);
  return isList(result) && result.every((item) => typeof item === "string") && !hasOwn(result, "toString")
    ? javaArray(result.map(javaScalar), "[Ljava.lang.String;")
    : result;
}

function localeText(callback: ScriptCallback): string {
  return [textAnswer(callback, "Language"), textAnswer(callback, "Country")].filter((part) => part !== "").join("_");
}

function pollingWaitBuilder(): object {
  const chosen: { waitTime?: unknown; message?: unknown } = {};
  const builder = {
    withWaitTime: (waitTime: unknown) => Object.assign(chosen, { waitTime }) && builder,
    withMessage: (message: unknown) => Object.assign(chosen, { message }) && builder,
    build: () => make("PollingWaitCallback", [chosen.waitTime, chosen.message]),
  };
  return builder;
}
