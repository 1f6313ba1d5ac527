/**
 * The runtime: types that compiled machines import, and the simulation that runs them. It contains no parser and no
 * compiler, and works in Node and in browsers.
 */
export type {
  Action,
  CallbacksAction,
  Effects,
  EndDetails,
  Identity,
  SetCookie,
  SourcePosition,
  SuspendAction,
} from "./action.js";
export {
  type Callback,
  type CallbackMember,
  flagOf,
  indexOf,
  inputOf,
  outputOf,
  type Step,
  textOf,
  type WireCallback,
} from "./callbacks/callback.js";
export { callbackTypes } from "./callbacks/callback-types.js";
export type {
  CallbackShape,
  CallbackType,
  CallbackValues,
  InputShape,
  OutputShape,
} from "./callbacks/define-callback.js";
export type { CurrentJourney, CurrentNode } from "./current-node.js";
export { currentCode } from "./identity/oath-device.js";
export type {
  AnyMachine,
  EndState,
  InnerNode,
  InputKind,
  InputsOf,
  JourneyMachine,
  JsonValue,
  MachineMeta,
  MachineScript,
  MachineState,
  NodeMeta,
  OutcomeMeta,
  OutcomeOf,
  StateOf,
} from "./machine.js";
export type { NodeBehaviour, NodeContext } from "./node-behaviour.js";
export { NodeState } from "./node-state.js";
export { behaviours } from "./nodes/behaviours.js";
export {
  type PathStep,
  type Run,
  RunError,
  type RunPlace,
  type RunProblem,
  type RunSession,
  type RunState,
  type RunStatus,
  type SimulateOptions,
  type StubRequest,
  type StubState,
} from "./run.js";
export type {
  ScriptAction,
  ScriptContext,
  ScriptDone,
  ScriptFailed,
  ScriptHost,
  ScriptResult,
  ScriptSource,
  ScriptUnsupported,
} from "./script-host.js";
export { simulate } from "./simulate.js";
export { type EndName, start, stepsOf, take, type Walk, type WalkStatus, type WalkStep } from "./walk.js";
export type { IdentityStore, StoreResult, UserMeta } from "./world/identity-store.js";
export type { Message } from "./world/outbox.js";
export { parseQueryFilter, type QueryFilter } from "./world/query-filter.js";
export { type LogEntry, World } from "./world/world.js";
export type {
  AttributePolicy,
  AttributeSchema,
  ConsentMapping,
  EmailTemplate,
  HttpStub,
  IdentityProvider,
  KbaOptions,
  ManagedObject,
  RequestOptions,
  SessionOptions,
  StubAnswer,
  TermsOptions,
  TimeOptions,
  UrlOptions,
  WorldOptions,
} from "./world/world-options.js";
