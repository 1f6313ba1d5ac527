/** What compiled machines import. It has no parser and no compiler and runs in Node and in browsers. */
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
  NodeMeta,
  NodeState,
  OutcomeMeta,
  OutcomeOf,
  StateOf,
} from "./machine.js";
export { type EndName, start, stepsOf, take, type Walk, type WalkStatus, type WalkStep } from "./walk.js";
