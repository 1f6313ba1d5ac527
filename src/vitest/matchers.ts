import type { Model } from "../model/model.js";
import type { Expectation, StepNode } from "../model/scenario.js";
import type { Run } from "../runtime/run.js";
import { checkExpectation } from "../scenarios/expectations.js";
import type { Miss } from "../scenarios/observed.js";
import { describePath, describeStatus } from "../simulate/describe-run.js";
import type { JsonObject } from "../text/json.js";

/** The result that vitest expects from a matcher. */
interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** The matchers by their names in `expect(run)`. They test the same things as `expect` in scenarios. */
export const matchers = {
  /** `expect(run).toBeAt("AskEmail")`: the journey waits at this node. */
  toBeAt: (run: Run, node: string) => judge(run, { subject: "at", node: reference(node) }),
  toBeSuspended: (run: Run) => judge(run, { subject: "suspended" }),
  toHaveSucceeded: (run: Run) => judge(run, { subject: "success" }),
  /** With a message: the failure's answer has this message. */
  toHaveFailed: (run: Run, message?: string) => {
    const failed = judge(run, { subject: "failure" });
    return failed.pass && message !== undefined ? judge(run, { subject: "message", text: message }) : failed;
  },
  /** `expect(run).toHaveTaken(["AskEmail", "FindUser.true"])`: the complete path so far; outcomes may be left out. */
  toHaveTaken: (run: Run, path: readonly string[]) =>
    judge(run, { subject: "path", path: path.map((text) => referenceIn(text, run)) }),
  /** An e-mail was sent that has at least these members. */
  toHaveMailed: (run: Run, message: JsonObject = {}) =>
    judge(run, { subject: "email", name: undefined, value: message, keyPlaces: noPlaces }),
  /** A text message was sent that has at least these members. */
  toHaveTexted: (run: Run, message: JsonObject = {}) =>
    judge(run, { subject: "sms", name: undefined, value: message, keyPlaces: noPlaces }),
  /** `expect(run).toHaveUser("demo", { mail: "…" })`: the user exists and has at least these attributes. */
  toHaveUser: (run: Run, name: string, attributes: JsonObject = {}) =>
    judge(run, { subject: "user", name, value: attributes, keyPlaces: noPlaces }),
  /** Node state has at least these values, in whichever store. */
  toHaveState: (run: Run, state: JsonObject) =>
    judge(run, { subject: "state", name: undefined, value: state, keyPlaces: noPlaces }),
  /** The successful journey made a session with at least these members. */
  toHaveSession: (run: Run, session: JsonObject = {}) =>
    judge(run, { subject: "session", name: undefined, value: session, keyPlaces: noPlaces }),
} satisfies { readonly [name: string]: (run: Run, ...args: never[]) => MatcherResult };

/** What a matcher is given stands in no text. */
const noPlaces = new Map();

/** The names of nodes and outcomes are those of the machine, so no model is needed to look them up. */
const noModel: Model = { journeys: [], externTypes: new Map(), scenarios: [] };

function judge(run: Run, expectation: Expectation): MatcherResult {
  const miss = checkExpectation(expectation, run, noModel);
  return { pass: miss === undefined, message: () => (miss ? unmet(miss, run) : met(expectation, run)) };
}

function unmet({ expected, found }: Miss, run: Run): string {
  return `expected ${expected}, found ${found}\npath: ${describePath(run.path)}`;
}

/** The message of a failed `expect(run).not`. */
function met({ subject }: Expectation, run: Run): string {
  return `expected something else than this ${subject}: ${describeStatus(run)}\npath: ${describePath(run.path)}`;
}

function reference(text: string, node = text, outcomeId?: string): StepNode {
  return { text, journey: undefined, node, child: undefined, outcomeId };
}

/** Finds the node that a reference begins with; names of outcomes may contain dots too. */
function referenceIn(text: string, { path }: Run): StepNode {
  if (path.some(({ node }) => node === text)) return reference(text);
  const step = path.find(({ node }) => text.startsWith(`${node}.`));
  return step ? reference(text, step.node, text.slice(step.node.length + 1)) : reference(text);
}
