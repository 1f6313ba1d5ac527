import { expect, test } from "vitest";
import { checkWithScripts } from "../../support/check-scripts.js";

/** The findings of a text with scripts: code, the text that each stands at, and its help. */
function found(journey: string, scripts: Readonly<Record<string, string>>): readonly (readonly unknown[])[] {
  return checkWithScripts([journey], scripts).map(({ code, place: { source, range }, help }) => [
    code,
    source.text.slice(range.start, range.end),
    help,
  ]);
}

const order = (parameters: string, inputs = '["parcel"]') => `script Weigh {
  file: "weigh.js"
  evaluatorVersion: "2.0"
}

journey Order {
  start -> Read

  node Read: QueryParameter {
    allowedQueryParameters: ${parameters}

    -> Weigh
  }

  node Weigh: ScriptedDecision {
    script: Weigh
    outcomes: ["light"]
    inputs: ${inputs}

    light -> success
  }
}
`;
const weigh = 'logger.info("{}", nodeState.get("parcel"));\noutcome = "light";\n';

test("a parameter of the request that is kept under another key than the script reads", () => {
  expect(found(order('{ parcel: "parcel" }'), { "weigh.js": weigh })).toEqual([]);
  expect(found(order('{ parcel: "packet" }'), { "weigh.js": weigh })).toEqual([
    [
      "misspelt-state-key",
      '"packet"',
      'Keep it under "parcel", as the script and the inputs of its node have it: `packet: "parcel"` where "packet" is given, else `parcel: "parcel"`.',
    ],
  ]);
  expect(found(order('{ parcel: "packet" }', '["*"]'), { "weigh.js": weigh })).toEqual([
    ["misspelt-state-key", expect.anything(), 'Write "packet", or correct the key where it is written.'],
  ]);
});

test("a misspelt key of a script is no key that its node's inputs lack", () => {
  const misread = weigh.replace('"parcel"', '"parcle"');
  expect(found(order('{ parcel: "parcel" }'), { "weigh.js": misread })).toEqual([
    ["misspelt-state-key", expect.anything(), 'Write "parcel", or correct the key where it is written.'],
  ]);
});

test("`return` where there is no function: what the node looks at instead", () => {
  const returned = weigh.replace("outcome =", "return");
  expect(found(order('{ parcel: "parcel" }'), { "weigh.js": returned })).toEqual([
    [
      "broken-script",
      "return",
      'There is no function around a script. Write `outcome = "light";` for what the node is to get; the lines behind it still run.',
    ],
  ]);
});

test("`return` of what stands on several lines: the variable in its place", () => {
  const returned = weigh.replace('outcome = "light"', 'return [\n  "light"\n][0]');
  expect(found(order('{ parcel: "parcel" }'), { "weigh.js": returned })).toEqual([
    ["broken-script", "return", "There is no function around a script: write `outcome =` in place of `return`."],
  ]);
});

test("a library that is required by its name in the text", () => {
  const text = order('{ parcel: "parcel" }').replace(
    "journey Order",
    'script Scales "Post - Scales" {\n  file: "scales.js"\n  context: "LIBRARY"\n  evaluatorVersion: "2.0"\n}\n\njourney Order',
  );
  const scripts = { "scales.js": "exports.heavy = 30;\n" };
  const required = `var scales = require("Post - Scales");\n${weigh}`;
  expect(found(text, { ...scripts, "weigh.js": required })).toEqual([]);
  expect(found(text, { ...scripts, "weigh.js": required.replace("Post - Scales", "Scales") })).toEqual([
    [
      "unknown-library",
      expect.anything(),
      '`Scales` is its name in the text. Scripts require it by the title that it has on the platform: write "Post - Scales".',
    ],
  ]);
  for (const path of ["./scales", "./scales.js", "lib/scales.js"])
    expect(found(text, { ...scripts, "weigh.js": required.replace("Post - Scales", path) })).toEqual([
      [
        "unknown-library",
        expect.anything(),
        'This is a file. Scripts require it by the title that it has on the platform: write "Post - Scales".',
      ],
    ]);
});

test.each([
  ["tested, and written by nothing before", "if (nodeState.get(KEY)) {}", "{ other: KEY2 }", 0],
  ["tested, and written before", "if (nodeState.get(KEY)) {}", "{ label: KEY }", 1],
  ["used as it is, and written by nothing before", "logger.info(nodeState.get(KEY));", "{ other: KEY2 }", 1],
])("a key that the inputs of a node lack: %s", (_what, use, parameters, count) => {
  const script = `${use.replaceAll("KEY", '"label"')}\n${weigh}`;
  const kept = parameters.replace("KEY2", '"other"').replace("KEY", '"label"');
  const text = order(`{ parcel: "parcel" ${kept.slice(1)}`);
  const codes = found(text, { "weigh.js": script }).map(([code]) => code);
  expect(codes.filter((code) => code === "undeclared-state-input")).toHaveLength(count);
});
