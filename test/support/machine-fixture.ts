import type { AnyMachine, InnerNode, JsonValue, MachineState } from "../../src/runtime/index.js";

type Values = Readonly<Record<string, JsonValue>>;

/** A node of a machine, or of a page. */
export interface NodeFixture {
  readonly type: string;
  readonly on: Readonly<Record<string, string>>;
  readonly properties?: Values;
  readonly children?: readonly ChildFixture[];
  readonly outcomes?: readonly string[];
}

export interface ChildFixture {
  readonly name: string;
  readonly type: string;
  readonly properties?: Values;
  readonly outcomes?: readonly string[];
}

/** A machine whose node ids are `id-<name>`; the first node is where it begins. */
export function machine(
  id: string,
  nodes: Readonly<Record<string, NodeFixture>>,
  more: { readonly settings?: Values; readonly scripts?: AnyMachine["meta"]["scripts"] } = {},
): AnyMachine {
  const states = Object.entries(nodes).map(([name, node]) => [name, state(name, node)] as const);
  return {
    id,
    initial: Object.keys(nodes)[0] ?? "failure",
    meta: {
      settings: { identityResource: "managed/alpha_user", ...more.settings },
      scripts: more.scripts ?? [],
    },
    states: { ...Object.fromEntries(states), success: { type: "final" }, failure: { type: "final" } },
  };
}

function state(
  name: string,
  { type, on, properties = {}, children = [], outcomes = Object.keys(on) }: NodeFixture,
): MachineState {
  return {
    on,
    meta: {
      ...described(name, type, outcomes, properties),
      ...(children.length > 0 && { children: children.map(child) }),
    },
  };
}

function child({ name, type, properties = {}, outcomes = ["outcome"] }: ChildFixture): InnerNode {
  return { name, ...described(name, type, outcomes, properties) };
}

function described(name: string, type: string, outcomes: readonly string[], properties: Values) {
  return {
    id: `id-${name}`,
    type,
    version: "1.0",
    displayName: name,
    outcomes: Object.fromEntries(outcomes.map((id) => [id, { id, displayName: id }])),
    inputs: "any" as const,
    properties,
  };
}
