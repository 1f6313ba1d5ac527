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

/** Bindings that one engine has and the other lacks. */
export const bindingsOfOne: { readonly [generation in ScriptGeneration]: readonly string[] } = {
  legacy: ["sharedState", "transientState", "JavaImporter"],
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

/** Methods of what `nodeState.get` gives: a `JsonValue` in the legacy engine, a plain value in the other. */
export const stateValueMethods: { readonly [generation in ScriptGeneration]: readonly string[] } = {
  legacy:
    "asBoolean asCollection asDouble asInteger asList asLong asMap asNumber asSet asString isBoolean isList isMap isNotNull isNull isNumber isString".split(
      " ",
    ),
  "next-generation":
    "charAt endsWith includes indexOf lastIndexOf match padStart replace search slice split startsWith substr substring toLowerCase toUpperCase trim".split(
      " ",
    ),
};
