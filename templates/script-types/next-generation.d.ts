// What scripts find in the next-generation script engine (evaluator version 2.0). Written by `journeyc types`.

/** What the nodes of a journey hand on. Values are those of JavaScript. */
interface NodeState extends JavaObject {
  /** The value of a key in any of the stores, or `null`. */
  get(key: string): any;
  /** The object of a key, merged from all stores; it cannot be changed. `null` where there is none. */
  getObject(key: string): any;
  isDefined(key: string): boolean;
  keys(): JavaList<string>;
  /** Keeps a value for later nodes; it is in the authId that the client holds, so no secret belongs here. */
  putShared(key: string, value: any): NodeState;
  /** Keeps a value until the next step that asks the user. */
  putTransient(key: string, value: any): NodeState;
  mergeShared(values: object): NodeState;
  mergeTransient(values: object): NodeState;
  /** Removes a key from all stores. */
  remove(key: string): NodeState;
}

interface KbaCreateAnswer extends JavaMap<any> {
  readonly selectedQuestion: string;
  readonly selectedAnswer: string;
}

interface ValidatedAnswer extends JavaMap<any> {
  readonly value: string;
  readonly validateOnly: boolean;
}

/** The user's answers to the callbacks that the script has sent, a list for each type. Empty on the first pass. */
interface Callbacks extends JavaObject {
  isEmpty(): boolean;
  getNameCallbacks(): JavaList<string>;
  getPasswordCallbacks(): JavaList<string>;
  getTextInputCallbacks(): JavaList<string>;
  getStringAttributeInputCallbacks(): JavaList<string>;
  getNumberAttributeInputCallbacks(): JavaList<number>;
  getBooleanAttributeInputCallbacks(): JavaList<boolean>;
  getConfirmationCallbacks(): JavaList<number>;
  getChoiceCallbacks(): JavaList<number[]>;
  getLanguageCallbacks(): JavaList<string>;
  /** One map of the values by id. */
  getHiddenValueCallbacks(): JavaMap<string>;
  getDeviceProfileCallbacks(): JavaList<string>;
  getSelectIdPCallbacks(): JavaList<string>;
  getConsentMappingCallbacks(): JavaList<boolean>;
  getTermsAndConditionsCallbacks(): JavaList<boolean>;
  getKbaCreateCallbacks(): JavaList<KbaCreateAnswer>;
  getValidatedPasswordCallbacks(): JavaList<ValidatedAnswer>;
  getValidatedUsernameCallbacks(): JavaList<ValidatedAnswer>;
  getIdpCallbacks(): JavaList<JavaMap<any>>;
  getHttpCallbacks(): JavaList<any>;
  getX509CertificateCallbacks(): JavaList<any>;
}

/** Adds callbacks to the step that the script sends. They are sent when the script ends. */
interface CallbacksBuilder extends JavaObject {
  nameCallback(prompt: string, defaultName?: string): void;
  passwordCallback(prompt: string, echoOn: boolean): void;
  textInputCallback(prompt: string, defaultText?: string): void;
  /** @param messageType 0 information, 1 warning, 2 error, 4 script */
  textOutputCallback(messageType: number, message: string): void;
  suspendedTextOutputCallback(messageType: number, message: string): void;
  /** A script of the browser. */
  scriptTextOutputCallback(script: string): void;
  hiddenValueCallback(id: string, value: string): void;
  /** @param defaultChoice the index of a choice, from 0 */
  choiceCallback(prompt: string, choices: string[], defaultChoice: number, multipleSelectionsAllowed: boolean): void;
  confirmationCallback(messageType: number, options: string[] | number, defaultOption: number): void;
  confirmationCallback(prompt: string, messageType: number, options: string[] | number, defaultOption: number): void;
  languageCallback(language: string, country?: string): void;
  metadataCallback(data: object): void;
  /** @param waitTime milliseconds, as text */
  pollingWaitCallback(waitTime: string, message: string): void;
  redirectCallback(url: string, data: object | null, method: string, ...more: any[]): void;
  stringAttributeInputCallback(name: string, prompt: string, value: string, required: boolean, ...more: any[]): void;
  numberAttributeInputCallback(name: string, prompt: string, value: number, required: boolean, ...more: any[]): void;
  booleanAttributeInputCallback(name: string, prompt: string, value: boolean, required: boolean, ...more: any[]): void;
  validatedPasswordCallback(
    prompt: string,
    echoOn: boolean,
    policies: object,
    validateOnly: boolean,
    failedPolicies?: string[],
  ): void;
  validatedUsernameCallback(prompt: string, policies: object, validateOnly: boolean, failedPolicies?: string[]): void;
  termsAndConditionsCallback(version: string, terms: string, createDate: string): void;
  kbaCreateCallback(prompt: string, predefinedQuestions: string[], allowUserDefinedQuestions: boolean): void;
  consentMappingCallback(config: object, message: string, isRequired: boolean): void;
  consentMappingCallback(
    name: string,
    displayName: string,
    icon: string,
    accessLevel: string,
    titles: string[],
    message: string,
    isRequired: boolean,
  ): void;
  selectIdPCallback(providers: object): void;
  idPCallback(provider: string, clientId: string, redirectUri: string, scope: string[], ...more: any[]): void;
  deviceProfileCallback(metadata: boolean, location: boolean, message: string): void;
  httpCallback(...values: any[]): void;
  x509CertificateCallback(...values: any[]): void;
}

/** What the node does when the script ends. Calls can be chained. */
interface Action extends JavaObject {
  /** Leaves the node by one of its outcomes. */
  goTo(outcome: string): Action;
  /** Suspends the journey. `{0}` in the text is the address that resumes it, which the function is called with too. */
  suspend(text: string, call?: (resumeUri: string) => void, maximumMinutes?: number): Action;
  putSessionProperty(key: string, value: string): Action;
  removeSessionProperty(key: string): Action;
  /** @param minutes at least 1 */
  withMaxSessionTime(minutes: number): Action;
  /** @param minutes at least 1 */
  withMaxIdleTime(minutes: number): Action;
  withErrorMessage(message: string): Action;
  withLockoutMessage(message: string): Action;
  withIdentifiedUser(userName: string): Action;
  withIdentifiedAgent(agentName: string): Action;
  withStage(stage: string): Action;
  withHeader(header: string): Action;
  withDescription(description: string): Action;
}

interface Identity extends JavaObject {
  getName(): string;
  getUniversalId(): string;
  getAttributeValues(name: string): JavaList<string>;
  setAttribute(name: string, values: string[]): void;
  addAttribute(name: string, value: string): void;
  /** Keeps the changes; without it they are lost. */
  store(): void;
}

interface IdRepository extends JavaObject {
  getIdentity(id: string): Identity;
}

interface HttpRequest {
  method?: string;
  headers?: { [name: string]: string };
  form?: object;
  body?: any;
  /** A bearer token. */
  token?: string;
  /** A service of the tenant that says how the request is made. */
  clientName?: string;
}

interface HttpResponse {
  readonly status: number;
  readonly statusText: string;
  readonly ok: boolean;
  readonly headers: JavaMap<JavaList<string>>;
  text(): string;
  json(): any;
  formData(): JavaMap<JavaList<string>>;
}

/** Without `get` the request is made beside the script. */
interface HttpPromise {
  get(): HttpResponse;
  then(call: (response: HttpResponse) => any, failed?: (error: any) => any): any;
  thenCatch(failed: (error: any) => any): any;
}

interface HttpClient extends JavaObject {
  send(url: string, request?: HttpRequest): HttpPromise;
}

/** The managed objects, with an administrator's rights. An error has `javaException` with `getCode`, `getReason` and `getDetail`. */
interface OpenIdm extends JavaObject {
  create(resource: string, id: string | null, content: object, params?: object | null, fields?: string[]): any;
  read(resource: string, params?: object | null, fields?: string[]): any;
  update(resource: string, revision: string | null, content: object, params?: object | null, fields?: string[]): any;
  patch(
    resource: string,
    revision: string | null,
    operations: object[],
    params?: object | null,
    fields?: string[],
  ): any;
  delete(resource: string, revision: string | null, params?: object | null, fields?: string[]): any;
  query(resource: string, params: object, fields?: string[]): any;
  action(resource: string, name: string, content: object, params?: object | null, fields?: string[]): any;
}

/** Each `{}` in a message is replaced by the next value. */
interface Logger extends JavaObject {
  trace(message: string, ...values: any[]): void;
  debug(message: string, ...values: any[]): void;
  info(message: string, ...values: any[]): void;
  warn(message: string, ...values: any[]): void;
  error(message: string, ...values: any[]): void;
  isTraceEnabled(): boolean;
  isDebugEnabled(): boolean;
  isInfoEnabled(): boolean;
  isWarnEnabled(): boolean;
  isErrorEnabled(): boolean;
}

interface Base64 {
  encode(value: any): string;
  decode(text: string): string;
  decodeToBytes(text: string): any;
}

interface Utils {
  readonly base64: Base64;
  readonly base64url: Base64;
  readonly types: { stringToBytes(text: string): any; bytesToString(bytes: any): string };
  readonly crypto: {
    randomUUID(): string;
    getRandomValues(list: any): any;
    checkBcrypt(hash: string, text: string): boolean;
    readonly subtle: {
      generateKey(algorithm: any): any;
      deriveKey(...values: any[]): any;
      encrypt(algorithm: any, key: any, data: any): any;
      decrypt(algorithm: any, key: any, data: any): any;
      digest(algorithm: string, data: any): any;
      sign(algorithm: any, key: any, data: any, options?: any): any;
      verify(algorithm: any, key: any, data: any, signature: any, options?: any): boolean;
    };
  };
}

/** The journey that the node belongs to. */
interface JourneyFacts extends JavaObject {
  name(): string;
  /** The kind of managed object that it is about: `managed/alpha_user`. */
  identityResource(): string;
  innerJourney(): boolean;
  mustRun(): boolean;
}

interface Locales extends JavaObject {
  /** The text for the user's language, of texts by locale; the first one where none fits. */
  getLocalizedMessage(texts: object): string;
}

declare var nodeState: NodeState;
declare var callbacks: Callbacks;
declare var callbacksBuilder: CallbacksBuilder;
declare var action: Action;
declare var idRepository: IdRepository;
declare var httpClient: HttpClient;
declare var openidm: OpenIdm;
declare var logger: Logger;
declare var utils: Utils;
declare var journey: JourneyFacts;
declare var locales: Locales;
declare var policy: { evaluate(subject: any, application: string, resources: string[], environment: object): any };
declare var cacheManager: any;
declare var jwtAssertion: { generateJwt(data: object): string };
declare var jwtValidator: { validateJwtClaims(data: object): any };
declare var requestCookies: JavaMap<string>;
/** The name of the session cookie. */
declare var cookieName: string;
/** `null` outside of a flow of SAML. */
declare var samlApplication: any;
/** `null` outside of a flow of OAuth. */
declare var oauthApplication: any;

/** What a library script gives, by the script's name. */
declare function require(name: string): any;
/** Library scripts, which are no modules for TypeScript. */
declare module "*";
/** In a library script: what `require` gives. */
declare var exports: any;
declare var module: { exports: any };
