import { describe, expect, test } from "vitest";
import { checkWithScripts } from "../support/check-scripts.js";
import { checkTexts } from "../support/check-text.js";

const found = (code: string, text: string) => checkTexts(text).filter((each) => each.code === code);

const edits = (code: string, text: string) =>
  found(code, text).map(({ help, fixes }) => [help, fixes.flatMap((fix) => fix.edits.map((edit) => edit.text))]);

describe("a map whose names and paths are exchanged is told with the map turned round", () => {
  const asks = (map: string) => `journey J {
    start -> Ask
    node Ask: RESTNode {
      restURL: "https://api.example.com/me"
      responseCodes: ["200"]
      jpToSSMapper: ${map}
      jpToOutcomeMapper: {}
      "200", NOMATCHRESPONSE, ERROR -> failure
    }
  }`;

  test.each([
    ['{ "$.user.id": "userId" }', '{ "userId": "$.user.id" }'],
    ['{ "$.a": "first", "$[0].b": "second" }', '{ "first": "$.a", "second": "$[0].b" }'],
  ])("%s", (map, right) => {
    expect(edits("wrong-value", asks(map))).toEqual([[`The name comes first: write \`${right}\`.`, [right]]]);
    expect(edits("wrong-value", asks(right))).toEqual([]);
  });

  test.each(['{ "$.a": "$.b" }', '{ "userId": "user.id" }', '{ "$.a": "x", "y": "$.b" }', "{}"])(
    "%s may be meant so",
    (map) => {
      expect(edits("wrong-value", asks(map))).toEqual([]);
    },
  );
});

describe("a setting that names a key takes the name alone", () => {
  const protects = (key: string) => `journey J {
    start -> Name
    node Name: UsernameCollector { -> Risk }
    node Risk: product-PingOneProtectEvaluation {
      pingOneWorker: "worker"
      userId: ${JSON.stringify(key)}
      high, medium, low, exceed, failure, clientError -> failure
    }
  }`;

  test.each([
    "{{username}}",
    "{username}",
    "$.username",
    "%username%",
    'nodeState.get("username")',
    "nodeState.username",
  ])("%s", (key) => {
    expect(edits("misspelt-state-key", protects(key))).toEqual([
      ['`userId` takes the name of the key alone: write "username".', ['"username"']],
    ]);
  });

  test.each(["username", "{{nothing}}"])("%s is told otherwise, or not at all", (key) => {
    expect(edits("misspelt-state-key", protects(key))).toEqual([]);
  });
});

test.each([
  ["RequestHeader", 'allowedHeaders: { "x-vehicle-id": "vehicleId" }', "header x-vehicle-id"],
  ["QueryParameter", 'allowedQueryParameters: { vehicle: "vehicleId" }', "query vehicle"],
])("what %s keeps is a list of texts, also beside a node whose settings a script gives", (type, setting, given) => {
  const text = (value: string) => `journey J {
    start -> Vehicle
    node Vehicle: ${type} { ${setting}  -> Explain }
    node Explain: ConfigProvider {
      nodeType: "MessageNode"
      script: Explain
      true, false, CONFIGURATION_FAILED -> Name
    }
    script Explain "Explain" { file: "explain.js"  context: "CONFIG_PROVIDER_NODE"  evaluatorVersion: "2.0" }
    node Name: UsernameCollector { -> failure }
  }
  scenario "in a lorry" of J {
    given ${given} "ZH-1"
    submit Name { "User Name": "jan" }
    expect state { vehicleId: ${value} }
  }`;
  const helps = (value: string, script: string) =>
    checkWithScripts([text(value)], { "explain.js": script })
      .filter(({ code }) => code === "impossible-expectation")
      .map(({ help }) => help);
  const plain = 'config = { message: { en: "Go on?" } };';
  expect(helps('"ZH-1"', plain)).toEqual(['Write `["ZH-1"]`.']);
  expect(helps('["ZH-1"]', plain)).toEqual([]);
  expect(helps('"ZH-1"', `nodeState.putShared("vehicleId", "ZH-1"); ${plain}`)).toEqual([]);
});

test.each([
  ["{'farm': '{{username}}'}", 1],
  ["farm={{username}}", 1],
  ['{"farm": "{{username}}",}', 1],
  ['{"farm": "{{username}}"}', 0],
  ['{"litres": {{litres}}}', 0],
  ['["{{username}}"]', 0],
  ["&{esv.body}", 0],
  ["", 0],
])("a body that is to be JSON: %s", (payload, count) => {
  const text = (type: string) => `journey J {
    start -> Ask
    node Ask: RESTNode {
      restURL: "https://api.example.com/me"
      requestMode: "POST"
      payload: ${JSON.stringify(payload)}
      bodyType: "${type}"
      responseCodes: ["200"]
      jpToSSMapper: {}
      jpToOutcomeMapper: {}
      "200", NOMATCHRESPONSE, ERROR -> failure
    }
  }`;
  expect(found("useless-settings", text("JSON"))).toHaveLength(count);
  expect(found("useless-settings", text("PLAIN"))).toHaveLength(0);
});

test.each([
  ["managed/bravo_user", "managed/alpha_user/", 1],
  ["managed/alpha_user", "managed/bravo_user/", 1],
  ["managed/bravo_user", "managed/bravo_user/", 0],
  ["managed/bravo_user", "managed/user/", 0],
  ["managed/user", "managed/alpha_user/", 0],
])("users of %s, and a script that reads %s", (users, read, count) => {
  const text = `journey J {
    identityResource: "${users}"
    start -> Name
    node Name: UsernameCollector { -> Gate }
    node Gate: ScriptedDecision { script: Gate  outcomes: ["yes"]  yes -> failure }
    script Gate "Gate" { file: "gate.js"  context: "AUTHENTICATION_TREE_DECISION_NODE"  evaluatorVersion: "2.0" }
  }`;
  const script = `openidm.read("${read}" + nodeState.get("username")); action.goTo("yes");`;
  const told = checkWithScripts([text], { "gate.js": script }).filter(({ code }) => code === "value-of-another-realm");
  expect(told.map(({ place, related }) => [place.source.slice(place.range), related.length])).toEqual(
    count === 0 ? [] : [[JSON.stringify(users), 1]],
  );
});
