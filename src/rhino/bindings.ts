/** The two script engines of the platform: `evaluatorVersion` 1.0 and 2.0. */
export const scriptGenerations = ["legacy", "next-generation"] as const;
export type ScriptGeneration = (typeof scriptGenerations)[number];

/** The methods of the bindings of each engine, as far as they are known to be all; a binding that is missing here may have any. */
export type BindingMethods = { readonly [binding: string]: readonly string[] };

const javaObject = ["equals", "getClass", "hashCode", "toString", "notify", "notifyAll", "wait"];
const javaMap = [
  ...javaObject,
  ..."clear compute computeIfAbsent computeIfPresent containsKey containsValue entrySet forEach get getOrDefault isEmpty keySet merge put".split(
    " ",
  ),
  ..."putAll putIfAbsent remove replace replaceAll size values".split(" "),
];
/** A list of Java, which Rhino lets be used like an array too. */
const javaList = [
  ...javaObject,
  ..."add addAll clear contains containsAll forEach get indexOf isEmpty iterator lastIndexOf listIterator parallelStream remove".split(
    " ",
  ),
  ..."removeAll removeIf replaceAll retainAll set size sort spliterator stream subList toArray".split(" "),
  ..."concat every filter find findIndex join map pop push reduce reverse shift slice some splice unshift".split(" "),
];
const scriptObject = [
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
];
const nodeState = [
  ..."get getObject isDefined keys mergeShared mergeTransient putShared putTransient remove".split(" "),
  ...javaObject,
];
const requestMap = [...javaMap, ...scriptObject];

const callbackNames = [
  ..."BooleanAttributeInput Choice Confirmation ConsentMapping DeviceProfile HiddenValue Http Idp KbaCreate Language Name".split(
    " ",
  ),
  ..."NumberAttributeInput Password SelectIdP StringAttributeInput TermsAndConditions TextInput ValidatedPassword ValidatedUsername".split(
    " ",
  ),
  "X509Certificate",
];

/** What both engines have. */
const common: BindingMethods = {
  nodeState,
  requestHeaders: requestMap,
  requestParameters: requestMap,
  systemEnv: ["getProperty", ...javaObject],
  secrets: ["getGenericSecret", ...javaObject],
  httpClient: ["send", ...javaObject],
};

export const bindingMethods: { readonly [generation in ScriptGeneration]: BindingMethods } = {
  legacy: {
    ...common,
    callbacks: javaList,
    sharedState: [...javaMap, ...scriptObject],
    transientState: [...javaMap, ...scriptObject],
    logger: [
      ..."error errorEnabled message messageEnabled warning warningEnabled getName getState".split(" "),
      ...javaObject,
    ],
    idRepository: ["addAttribute", "getAttribute", "setAttribute", ...javaObject],
    // The Java class, as `fr.Action` too.
    Action: ["goTo", "send", "suspend"],
    // What the class has made, in the variable of the script. It decides nothing by itself, as `action` of the other engine does.
    action: [
      ..."build putSessionProperty removeSessionProperty withDescription withErrorMessage withHeader withIdentifiedAgent".split(
        " ",
      ),
      ..."withIdentifiedIdentity withIdentifiedUser withLockoutMessage withMaxIdleTime withMaxSessionTime withStage".split(
        " ",
      ),
      ..."withUniversalId".split(" "),
      ...javaObject,
    ],
  },
  "next-generation": {
    ...common,
    logger: [
      ..."debug error info trace warn".split(" "),
      ..."isDebugEnabled isErrorEnabled isInfoEnabled isTraceEnabled isWarnEnabled getName".split(" "),
      ...javaObject,
    ],
    idRepository: ["getIdentity", ...javaObject],
    callbacks: ["isEmpty", ...callbackNames.map((name) => `get${name}Callbacks`), ...javaObject],
    action: [
      ..."goTo suspend putSessionProperty removeSessionProperty withDescription withErrorMessage withHeader".split(" "),
      ..."withIdentifiedAgent withIdentifiedUser withLockoutMessage withMaxIdleTime withMaxSessionTime withStage isEmpty".split(
        " ",
      ),
      ...javaObject,
    ],
    openidm: [..."action create delete patch query read update".split(" "), ...javaObject],
    journey: [..."identityResource innerJourney mustRun name".split(" "), ...javaObject],
    locales: ["getLocalizedMessage", ...javaObject],
    callbacksBuilder: [
      ..."booleanAttributeInput choice confirmation consentMapping deviceProfile hiddenValue http idP kbaCreate language metadata".split(
        " ",
      ),
      ..."name numberAttributeInput password pollingWait redirect scriptTextOutput selectIdP stringAttributeInput".split(
        " ",
      ),
      ..."suspendedTextOutput termsAndConditions textInput textOutput validatedPassword validatedUsername x509Certificate".split(
        " ",
      ),
    ]
      .map((name) => `${name}Callback`)
      .concat(javaObject),
  },
};

/** Bindings of which newer releases may know more methods than these. */
export const growingBindings: readonly string[] = [
  "action",
  "callbacks",
  "callbacksBuilder",
  "journey",
  "locales",
  "openidm",
];

/** By what Java is reached, which the next-generation engine does not have. */
export const javaNames: readonly string[] = "JavaImporter importClass importPackage Packages java javax org com".split(
  " ",
);

/** Bindings that one engine has and the other lacks. */
export const bindingsOfOne: { readonly [generation in ScriptGeneration]: readonly string[] } = {
  legacy: ["sharedState", "transientState", ...javaNames],
  "next-generation": [
    "callbacksBuilder",
    "openidm",
    "utils",
    "require",
    "jwtAssertion",
    "jwtValidator",
    "requestCookies",
  ],
};

/** Bindings with members beside methods, or whose methods are not all known. */
const otherBindings: { readonly [generation in ScriptGeneration]: readonly string[] } = {
  legacy: [],
  "next-generation": [
    "policy",
    "cacheManager",
    "cookieName",
    "samlApplication",
    "oauthApplication",
    "exports",
    "module",
  ],
};

/** All that scripts of an engine find around them, beside what JavaScript has. */
export function bindingNames(generation: ScriptGeneration): readonly string[] {
  const ofBoth = "outcome action config realm scriptName resumedFromSuspend existingSession auditEntryDetail";
  const all = [
    ...Object.keys(bindingMethods[generation]),
    ...bindingsOfOne[generation],
    ...otherBindings[generation],
    ...ofBoth.split(" "),
  ];
  return all.filter((name) => name !== "Action");
}

/**
 * Methods of what the calls of bindings give. `nodeState.get` gives a `JsonValue` in the legacy engine, a plain value in the other, which
 * may have any others.
 */
export const givenMethods: { readonly [generation in ScriptGeneration]: BindingMethods } = {
  legacy: {
    "nodeState.get()":
      "asBoolean asCollection asDouble asInteger asList asLong asMap asNumber asSet asString isBoolean isList isMap isNotNull isNull isNumber isString".split(
        " ",
      ),
    "httpClient.send().get()": "close getCause getEntity getHeaders getStatus getTrailers getVersion".split(" "),
    "Action.goTo()": bindingMethods.legacy.action ?? [],
  },
  "next-generation": {
    "nodeState.get()":
      "charAt endsWith includes indexOf lastIndexOf match padStart replace search slice split startsWith substr substring toLowerCase toUpperCase trim".split(
        " ",
      ),
    "httpClient.send().get()": ["formData", "json", "text"],
    "idRepository.getIdentity()": "addAttribute getAttributeValues getName getUniversalId setAttribute store".split(
      " ",
    ),
  },
};

/** What an answer of `httpClient` has, and the promise of it has not: that gives the answer to `get()`. */
export const answerMembers: { readonly [generation in ScriptGeneration]: readonly string[] } = {
  legacy: (givenMethods.legacy["httpClient.send().get()"] ?? []).filter((name) => name.startsWith("get")),
  "next-generation": ["status", "statusText", "ok", "headers", "text", "json", "formData"],
};
