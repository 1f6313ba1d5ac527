import { expect, test } from "vitest";
import { messagesWithScripts } from "../../support/check-scripts.js";
import { checkTexts } from "../../support/check-text.js";
import { asksForCredentials } from "../../support/login-texts.js";

const codes = ["recovery-codes-not-shown", "no-recovery-codes"];
const found = (rest: string, ...others: readonly string[]) =>
  checkTexts(
    `${asksForCredentials}node Check: DataStoreDecision { true -> Step false -> failure }\n${rest}\n}`,
    ...others,
  )
    .filter(({ code }) => codes.includes(code))
    .map(({ message }) => message);
const register = (target: string, settings = "") =>
  `node Step: OathRegistration { ${settings} successOutcome -> ${target} failureOutcome -> failure }`;
const show = "node Show: RecoveryCodeDisplay { -> success }";

test("codes that nothing shows, and a node that has none to show", () => {
  expect(found(register("success"))).toEqual(['Node "Step" makes recovery codes, and nothing behind it shows them']);
  expect(found(`${register("Show", "generateRecoveryCodes: false")} ${show}`)).toEqual([
    'Node "Show" shows nothing: nothing before it makes recovery codes',
  ]);
});

test("a node that shows codes before they are made is told once, whatever an inner journey before it does", () => {
  const early = "node Show: RecoveryCodeDisplay { -> Register }";
  const registers = "node Register: OathRegistration { successOutcome -> success failureOutcome -> failure }";
  const wrong = ['Node "Show" shows nothing: nothing before it makes recovery codes'];
  expect(
    found(`node Step: InnerTreeEvaluator { tree: "Mail" true -> Show false -> failure } ${early} ${registers}`),
  ).toEqual(wrong);
  expect(found(`node Step: RecoveryCodeDisplay { -> Register } ${registers}`)).toEqual([
    wrong[0]?.replace("Show", "Step"),
  ]);
  // The second device's codes are not shown, those of the first are.
  expect(found(`${register("Show")} ${early} ${registers}`)).toEqual([
    'Node "Register" makes recovery codes, and nothing behind it shows them',
  ]);
});

test("codes that are shown, that another node may show or make, and that are stored later, are fine", () => {
  expect(found(`${register("Show")} ${show}`)).toEqual([]);
  expect(found(register("success", "generateRecoveryCodes: false"))).toEqual([]);
  expect(found(register("success", "postponeDeviceProfileStorage: true"))).toEqual([]);
  const inner = 'node Inner: InnerTreeEvaluator { tree: "Show" true -> success false -> failure }';
  expect(found(`${register("Inner")} ${inner}`)).toEqual([]);
});

const inner = 'node Inner: InnerTreeEvaluator { tree: "Rules" true -> success false -> failure }';
const rules = (rest: string) => `journey Rules { innerTreeOnly: true start -> First ${rest} }`;

test.each([
  ["asks only", rules('node First: Message { message: { en: "Agree?" } true -> success false -> failure }'), 1],
  [
    "runs one that asks only",
    `${rules('node First: InnerTreeEvaluator { tree: "More" true -> success false -> failure }')}
    journey More { innerTreeOnly: true start -> First node First: Meter { metricKey: "m" -> success } }`,
    1,
  ],
  [
    "runs one that shows them",
    `${rules('node First: InnerTreeEvaluator { tree: "More" true -> success false -> failure }')}
    journey More { innerTreeOnly: true start -> First node First: RecoveryCodeDisplay { -> success } }`,
    0,
  ],
  ["shows them", rules("node First: RecoveryCodeDisplay { -> success }"), 0],
  ["runs an unknown one", rules('node First: InnerTreeEvaluator { tree: "No" true -> success false -> failure }'), 0],
  ["runs itself", rules('node First: InnerTreeEvaluator { tree: "Rules" true -> success false -> failure }'), 0],
])("an inner journey behind the registration that %s", (_, journey, count) => {
  const told = found(`${register("Inner")} ${inner}`, journey);
  expect(told.filter((message) => message.includes("makes recovery codes"))).toHaveLength(count);
});

test("where another way of the journey shows codes, they are meant to be seen", () => {
  const text = `${asksForCredentials}node Check: DataStoreDecision { true -> Which false -> failure }
  node Which: ChoiceCollector { choices: ["key", "app"] defaultChoice: "app" prompt: "Which?" key -> Key app -> Step }
  node Key: WebAuthnRegistration { success -> success failure, error, unsupported -> failure }
  ${register("Show")} ${show} }`;
  const told = checkTexts(text).filter(({ code }) => code === "recovery-codes-not-shown");
  expect(told.map(({ severity, help }) => [severity, help])).toEqual([
    ["warning", "Lead `success` to `Show`, which shows codes on another way, or set `generateRecoveryCodes: false`."],
  ]);
});

test("codes are not returned by an inner journey, which keeps its transient state", () => {
  expect(found(`node Step: InnerTreeEvaluator { tree: "Make" true -> Show false -> failure } ${show}`)).toEqual([
    'Node "Show" shows nothing: nothing before it makes recovery codes',
  ]);
});

test.each([
  ['outcome = nodeState.get("username") ? "next" : "stop";', 1],
  ['nodeState.putTransient("recoveryCodes", ["a1"]); outcome = "next";', 0],
  ['nodeState.putTransient(nodeState.get("key"), ["a1"]); outcome = "next";', 0],
])("a script brings codes only where it may write them: %s", (body, count) => {
  const text = `${asksForCredentials}node Check: DataStoreDecision { true -> Step false -> failure }
  script Run { file: "run.js" }
  node Step: ScriptedDecision { script: Run outcomes: ["next", "stop"] next, stop -> Show }
  ${show} }`;
  expect(messagesWithScripts("no-recovery-codes", [text], { "run.js": body })).toHaveLength(count);
});
