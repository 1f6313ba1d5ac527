import {
  type JsonValue,
  type ManagedObject,
  type Run,
  simulate,
  type World,
  type WorldOptions,
} from "../../src/runtime/index.js";
import { machine } from "./machine-fixture.js";

export const demo: ManagedObject = {
  _id: "d3m0",
  userName: "demo",
  mail: "demo@example.com",
  givenName: "Dee",
  sn: "Emo",
  password: "Old-passw0rd",
};

export type Values = Readonly<Record<string, JsonValue>>;

/** Runs one node by itself. Outcomes that mean "no" lead to failure, all others to success. */
export async function runNode(
  type: string,
  outcomes: readonly string[],
  properties: Values = {},
  more: { readonly world?: WorldOptions | World; readonly state?: Values } = {},
): Promise<Run> {
  const on = Object.fromEntries(outcomes.map((outcome) => [outcome, "success"]));
  const journey = machine("Alone", { Node: { type, on, properties } }, { settings: { noSession: true } });
  return simulate(journey, more.world ?? { users: [demo] }, { ...(more.state && { state: more.state }) });
}

/** The outcome that the node took. */
export function outcomeOf(run: Run): string | undefined {
  return run.path.find(({ node }) => node === "Node")?.outcome ?? run.problem?.message ?? `(${run.status})`;
}

/** The type and the first text of each callback of a step. */
export function shownBy(run: Run): readonly string[] {
  return (run.step?.callbacks ?? []).map(({ type, output }) => {
    const text = output.find(({ name }) => name === "prompt" || name === "message");
    return `${type}: ${text?.value ?? ""}`;
  });
}
