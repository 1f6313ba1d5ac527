import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkFiles } from "../../../src/compile/compile.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { projectRoot } from "../../support/read-project.js";

const text = readFileSync(join(projectRoot, "test/data/mistakes/parcel.journey"), "utf8");
const script = readFileSync(join(projectRoot, "test/data/mistakes/scripts/rate-parcel.js"), "utf8");
const [journeys = ""] = text.split("\nscenario ");

/** What is found in scenarios of the journey and its script; `change` is made in the journey. */
function found(scenarios: string, change: (text: string) => string = (same) => same, body = script): readonly string[] {
  const { diagnostics } = checkFiles([new SourceFile("a.journey", `${change(journeys)}\n${scenarios}\n`)], {
    readText: () => ({ text: body }),
  });
  return diagnostics
    .filter(({ code }) => code === "step-without-effect" || code === "impossible-expectation")
    .map(({ message, help, related }) => [message, help, ...related.map(({ message: each }) => each)].join(" / "));
}

const alone = (...steps: readonly string[]) => `scenario "s" of script RateParcel {\n${steps.join("\n")}\n}`;
const whole = (...steps: readonly string[]) => `scenario "s" of Parcel {\n${steps.join("\n")}\n}`;
const unread = (key: string) => `The scenario gives "${key}", which nothing in the script reads`;

describe("nothing is said of", () => {
  test.each([
    ["a key that is expected again", alone('given state { memo: "a" }', 'expect state { memo: "a" }')],
    ["keys that the platform reads", whole('given state { username: "a", realm: "/alpha" }')],
    ["attributes in their container", whole('given state { objectAttributes: { mail: "a" } }')],
    ["a key that must be missing", alone("expect state { parcelColour: null }")],
    ["headers that the platform reads", whole('given header accept-language "de"', 'given query locale "de"')],
    ["a cookie of the platform", whole('given cookie iPlanetDirectoryPro "x"')],
    ["a key that a stub writes", whole("stub Rate -> heavy { colour: 1 }", "expect state { colour: 1 }")],
    ["a part of the address", alone('stub http "https://scales.example.com/tours/7" -> { status: 200 }')],
    ["another message", whole('expect message "Login failure"')],
  ])("%s", (_what, scenarios) => {
    expect(found(scenarios)).toEqual([]);
  });

  test.each([
    ["a script that computes keys", 'nodeState.get("parcel" + 1); nodeState.putShared("a" + 1, 1);'],
    ["a script that hands the state on", "var lib = require('Other'); lib.run(nodeState);"],
    ["a script that is no JavaScript", "outcome = = 1"],
    ["a script without a text, whose file is missing", ""],
  ])("what may be used by %s", (_what, body) => {
    const steps = alone('given state { colour: "red" }', 'expect state { shade: "dark" }');
    expect(found(steps, undefined, body)).toEqual([]);
  });

  test("the calls of a script that hands the client on", () => {
    const body = 'call(httpClient); outcome = "light";';
    expect(found(alone('stub http GET "https://a.example.com/" -> { status: 200 }'), undefined, body)).toEqual([]);
  });
});

test("a key without another that is near lists what is read", () => {
  expect(found(alone("given state { colour: 1, parcelWeight: 2, tourNumber: [] }"))).toEqual([
    `${unread("colour")} / It reads \`parcelWeight\`, \`tourNumber\`.`,
  ]);
});

test("an attribute beside its container is told where it belongs", () => {
  const change = (same: string) =>
    same
      .replace("node Courier: UsernameCollector", "node Courier: ValidatedUsername")
      .replace(
        "node Refuse: ",
        'node Lookup: IdentifyExistingUser {\n    identityAttribute: "mail"\n    true, false -> Refuse\n  }\n\n  node Refuse: ',
      );
  expect(found(whole('given state { mail: "ines@example.com" }'), change)).toEqual([
    'The scenario gives "mail", which nothing in the journey reads / Attributes of users are given in `objectAttributes`: `given state { objectAttributes: { mail: … } }`.',
  ]);
});

test("the same in several scenarios is one finding", () => {
  const first = alone("given state { colour: 1 }");
  expect(found(`${first}\n${first}`)).toEqual([
    `${unread("colour")} / It reads \`parcelWeight\`, \`tourNumber\`. / It is here, too`,
  ]);
});

test("what a stubbed node would have written is told with the stub", () => {
  expect(found(whole("stub Help -> true", "expect state { needsHelp: 0 }"))).toEqual([
    'The scenario expects "needsHelp" in node state, where nothing in the journey writes it / "Help" would, but is stubbed: write it there, as in `stub Help -> … { needsHelp: … }`.',
  ]);
});

test("a variable of the tenant that nothing reads is told where nearly the same name is read", () => {
  const body = 'var url = systemEnv.getProperty("esv.scales.url"); outcome = "light";';
  const given = (...names: readonly string[]) =>
    found(alone(...names.map((name) => `given esv "${name}" "x"`)), undefined, body);
  expect(given("esv.scale.url")).toEqual([
    'The scenario gives the variable "esv.scale.url", which nothing in the script reads / Did you mean `esv.scales.url`? Write the same name here and where it is read.',
  ]);
  expect(given("esv.scales.url")).toEqual([]);
  expect(given("esv-scales-url")).toEqual([]);
  expect(given("esv.scales.url", "esv.scale.url")).toEqual([]);
  expect(given("esv.other")).toEqual([]);
  const mails = (journey: string) =>
    journey.replace('"Nobody is at the depot today."', '"Nobody is at the depot of &{esv.town} today."');
  expect(found(whole('given esv "esv.twon" "x"'), mails)).toHaveLength(1);
  expect(found(whole('given esv "esv.town" "x"'), mails)).toEqual([]);
});
