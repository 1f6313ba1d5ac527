/** A JSON value, as compiled machines hold it. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Any compiled machine: a configuration that XState's `createMachine` accepts unchanged. */
export interface AnyMachine {
  /** The journey's id on the platform. */
  readonly id: string;
  /** The name of the state where the journey starts. */
  readonly initial: string;
  readonly meta: MachineMeta;
  readonly states: { readonly [state: string]: MachineState | EndState };
}

/**
 * The exact type of one compiled machine: `satisfies` compares the machine's data with the literal types written above
 * it. `Outcomes` and `Inputs` have one member for each node.
 */
export interface JourneyMachine<
  State extends string,
  Outcomes extends { readonly [Name in Exclude<State, "success" | "failure">]: string },
  Inputs extends { readonly [Name in Exclude<State, "success" | "failure">]: object },
> extends AnyMachine {
  readonly initial: State;
  readonly states: {
    readonly [Name in Exclude<State, "success" | "failure">]: MachineState<
      State,
      Outcomes[Name],
      keyof Inputs[Name] & string
    >;
  } & { readonly success: EndState; readonly failure: EndState };
}

export interface MachineMeta {
  /** Fields of the platform's tree object, such as `identityResource`. */
  readonly settings: { readonly [setting: string]: JsonValue };
  readonly scripts: readonly MachineScript[];
}

/** A script that nodes refer to by its id. */
export interface MachineScript {
  readonly name: string;
  readonly id: string;
  readonly body: string;
  readonly properties: { readonly [property: string]: JsonValue };
}

export interface MachineState<
  State extends string = string,
  Outcome extends string = string,
  Input extends string = string,
> {
  /** The target of each outcome. An outcome that leads nowhere is left out. */
  readonly on: { readonly [Name in Outcome]?: State };
  readonly meta: NodeMeta<Outcome, Input>;
}

/** The state `success` or `failure`. */
export interface EndState {
  readonly type: "final";
}

/** The platform's data of a node. */
export interface NodeMeta<Outcome extends string = string, Input extends string = string> {
  /** The node's name, present only where it cannot serve as the state's name. */
  readonly name?: string;
  readonly id: string;
  readonly type: string;
  readonly version: string;
  readonly displayName: string;
  readonly outcomes: { readonly [Name in Outcome]: OutcomeMeta };
  /** The inputs that the user may be asked for, by name; `any` if only the running script or custom node decides. */
  readonly inputs: { readonly [Name in Input]: InputKind } | "any";
  readonly properties: { readonly [property: string]: JsonValue };
  /** A page's inner nodes, in the order in which they are shown. */
  readonly children?: readonly InnerNode[];
}

/** A node inside a page. */
export interface InnerNode {
  readonly name: string;
  readonly id: string;
  readonly type: string;
  readonly version: string;
  readonly displayName: string;
  /** The inner node's own outcomes; those of its page stand with the page. */
  readonly outcomes: { readonly [outcome: string]: OutcomeMeta };
  readonly inputs: { readonly [input: string]: InputKind } | "any";
  readonly properties: { readonly [property: string]: JsonValue };
}

export interface OutcomeMeta {
  /** The outcome's id on the platform. */
  readonly id: string;
  readonly displayName: string;
  /** The inner node that the outcome belongs to. */
  readonly child?: string;
}

/**
 * The kind of value that an input takes: `text`, `flag` (true or false), `attribute` (the tenant's schema gives its
 * type), `any`, or one of the listed choices.
 */
export type InputKind = "text" | "flag" | "attribute" | "any" | readonly string[];

/** The names of a machine's states. */
export type StateOf<Machine extends AnyMachine> = keyof Machine["states"] & string;

/** The outcomes of one of a machine's states, or of several. */
export type OutcomeOf<Machine extends AnyMachine, State extends StateOf<Machine> = StateOf<Machine>> = OutcomesIn<
  Machine["states"][State]
>;

/** Of a machine whose type is `any`, every text may be an outcome. */
type OutcomesIn<State> = 0 extends 1 & State ? string : OutcomesOfState<State>;

type OutcomesOfState<State> = State extends { readonly meta: { readonly outcomes: infer Outcomes } }
  ? keyof Outcomes & string
  : never;

/** The inputs of one of a machine's states. */
export type InputsOf<Machine extends AnyMachine, State extends StateOf<Machine>> = InputsIn<Machine["states"][State]>;

/** Of a machine whose type is `any`, everything may be an input. */
type InputsIn<State> = 0 extends 1 & State ? { readonly [input: string]: unknown } : InputsOfState<State>;

type InputsOfState<State> = State extends { readonly meta: { readonly inputs: infer Inputs } }
  ? Inputs extends "any"
    ? { readonly [input: string]: unknown }
    : [keyof Inputs] extends [never]
      ? { readonly [input: string]: never }
      : { readonly [Name in keyof Inputs]?: InputValue<Inputs[Name]> }
  : { readonly [input: string]: never };

type InputValue<Kind> = Kind extends readonly (infer Choice)[]
  ? Choice
  : Kind extends "text"
    ? string
    : Kind extends "flag"
      ? boolean
      : Kind extends "attribute"
        ? string | number | boolean
        : unknown;
