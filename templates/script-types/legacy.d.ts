// What scripts find in the legacy script engine (evaluator version 1.0). Written by `journeyc types`.
// Texts, numbers and booleans of Java are objects there: compare them with `==`, not with `===`.

/** A value of node state. */
interface JsonValue extends JavaObject {
  asString(): string;
  asBoolean(): boolean;
  asInteger(): number;
  asLong(): number;
  asDouble(): number;
  asNumber(): number;
  asList(type?: any): JavaList<any>;
  asSet(type?: any): JavaSet<any>;
  asMap(type?: any): JavaMap<any>;
  asCollection(type?: any): JavaList<any>;
  isNull(): boolean;
  isNotNull(): boolean;
  isString(): boolean;
  isBoolean(): boolean;
  isNumber(): boolean;
  isList(): boolean;
  isMap(): boolean;
  isDefined(key: string): boolean;
  get(key: string | number): JsonValue;
  put(key: string, value: any): JsonValue;
  keys(): JavaSet<string>;
  size(): number;
  getObject(): any;
}

/** What the nodes of a journey hand on. */
interface NodeState extends JavaObject {
  /** The value of a key in any of the stores, or `null`. */
  get(key: string): JsonValue;
  /** The object of a key, merged from all stores, or `null`. */
  getObject(key: string): JsonValue;
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

/** A store of node state as a map. Better ask `nodeState`, which finds a key in all stores. */
type StateMap = JavaMap<any>;

interface IdRepository extends JavaObject {
  getAttribute(userName: string, attribute: string): JavaSet<string>;
  /** Kept at once. */
  setAttribute(userName: string, attribute: string, values: string[]): void;
  /** Kept at once. */
  addAttribute(userName: string, attribute: string, value: string): void;
}

interface HttpResponse extends JavaObject {
  getStatus(): { getCode(): number; getReasonPhrase(): string; isSuccessful(): boolean };
  getEntity(): { getString(): string; getJson(): any };
  getHeaders(): any;
}

interface HttpClient extends JavaObject {
  /** @param request an `org.forgerock.http.protocol.Request` */
  send(request: any): { get(): HttpResponse; getOrThrow(): HttpResponse };
}

interface Logger extends JavaObject {
  message(message: any, ...values: any[]): void;
  warning(message: any, ...values: any[]): void;
  error(message: any, ...values: any[]): void;
  messageEnabled(): boolean;
  warningEnabled(): boolean;
  errorEnabled(): boolean;
}

/** What the node does when the script ends, before `build`. */
interface ActionBuilder extends JavaObject {
  putSessionProperty(key: string, value: string): ActionBuilder;
  removeSessionProperty(key: string): ActionBuilder;
  /** @param minutes at least 1 */
  withMaxSessionTime(minutes: number): ActionBuilder;
  /** @param minutes at least 1 */
  withMaxIdleTime(minutes: number): ActionBuilder;
  withErrorMessage(message: string): ActionBuilder;
  withLockoutMessage(message: string): ActionBuilder;
  withUniversalId(id: string): ActionBuilder;
  withIdentifiedIdentity(userName: string, type: any): ActionBuilder;
  withIdentifiedUser(userName: string): ActionBuilder;
  withIdentifiedAgent(agentName: string): ActionBuilder;
  withStage(stage: string): ActionBuilder;
  withHeader(header: string): ActionBuilder;
  withDescription(description: string): ActionBuilder;
  /** The action that the variable `action` must hold. */
  build(): any;
}

interface ActionClass {
  /** Leaves the node by one of its outcomes. */
  goTo(outcome: string): ActionBuilder;
  /** Sends callbacks to the user. */
  send(...callbacks: any[]): ActionBuilder;
  suspend(call: (resumeUri: string) => any): ActionBuilder;
}

/** The answered callbacks, in the order in which they were sent. Empty on the first pass. */
declare var callbacks: JavaList<any>;
declare var nodeState: NodeState;
declare var sharedState: StateMap;
declare var transientState: StateMap;
declare var idRepository: IdRepository;
declare var httpClient: HttpClient;
declare var logger: Logger;
/** Holds a built `Action` where `outcome` does not decide: `Action.goTo("true").build()`. */
declare var action: ActionBuilder;

/** Packages and classes of Java, so that they need not be written out: `var fr = JavaImporter(org.forgerock.openam.auth.node.api.Action)`. */
declare var JavaImporter: { (...packages: any[]): any; new (...packages: any[]): any };
declare function importPackage(...packages: any[]): void;
declare function importClass(...classes: any[]): void;
declare var Packages: any;
declare var java: any;
declare var javax: any;
declare var com: any;
declare namespace org.forgerock.openam.auth.node.api {
  const Action: ActionClass;
  const SuspendedTextOutputCallback: any;
}
declare namespace org.forgerock {
  const http: any;
  const json: any;
  const secrets: any;
  const util: any;
}
declare namespace org.forgerock.openam {
  const authentication: any;
}
