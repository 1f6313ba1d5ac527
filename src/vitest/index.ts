import { expect } from "vitest";
import type { Run, StatesOf } from "../runtime/run.js";
import type { JsonObject } from "../text/json.js";
import { matchers } from "./matchers.js";

export { createScriptHost } from "../simulate/scripts/create-script-host.js";
export { matchers } from "./matchers.js";
export { describeScenarios, type ScenarioOptions } from "./scenarios.js";

/** The nodes of a run's machines; any text where the machines are not known. */
type NodeOf<T> = T extends Run<infer Machine> ? Exclude<StatesOf<Machine>, "success" | "failure"> : string;

/** The matchers that `expect(run)` gains. */
export interface RunMatchers<T> {
  toBeAt(node: NodeOf<T>): void;
  toBeSuspended(): void;
  toHaveSucceeded(): void;
  toHaveFailed(message?: string): void;
  toHaveTaken(path: readonly (NodeOf<T> | `${NodeOf<T>}.${string}`)[]): void;
  toHaveMailed(message?: JsonObject): void;
  toHaveTexted(message?: JsonObject): void;
  toHaveUser(name: string, attributes?: JsonObject): void;
  toHaveState(state: JsonObject): void;
  toHaveSession(session?: JsonObject): void;
}

declare module "vitest" {
  // biome-ignore lint/suspicious/noExplicitAny: the extended interface has this parameter.
  interface Matchers<T = any> extends RunMatchers<T> {}
}

expect.extend(matchers);
