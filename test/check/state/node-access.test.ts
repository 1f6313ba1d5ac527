import { describe, expect, test } from "vitest";
import { nodeAccess, type StateRead, scriptOf } from "../../../src/check/state/node-access.js";
import { bindText } from "../../support/read-project.js";

/** What a node of a journey reads and writes; a script that it names has the body given. */
function accessOf(node: string, body?: string) {
  const text = `journey J {
    start -> N
    node N: ${node}
    ${body === undefined ? "" : 'script Code { file: "code.js" }'}
    layout { N 1, 1 "11111111-2222-4333-8444-555555555555" }
  }`;
  const { model } = bindText(text, { readText: () => ({ text: body ?? "" }) });
  const journey = model.journeys[0]!;
  const scripts = new Map(journey.scripts.map((script) => [script.id, script] as const));
  return { access: nodeAccess(journey.nodes[0]!, scripts), node: journey.nodes[0]!, scripts };
}

/** `key` for what must be there, `key?` for what may be missing, with a dot in front for attributes. */
function readText({ key, space, required, orKey, script }: StateRead): string {
  const place = space === "attribute" ? "." : "";
  const seen = script ? ` ${script.isDeclared ? "declared" : "hidden"}${script.isNamed ? ", named" : ""}` : "";
  return `${place}${key}${required ? "" : "?"}${orKey === undefined ? "" : ` or ${orKey}`}${seen}`;
}

function described(node: string, body?: string) {
  const { access } = accessOf(node, body);
  return {
    reads: access.reads.map(readText),
    writes: access.writes.map(({ slot, onOutcomes }) => (onOutcomes ? `${slot} on ${onOutcomes.join(", ")}` : slot)),
    names: [...access.names],
    writesAnything: access.writesAnything,
  };
}

const nothing = { reads: [], writes: [], names: [], writesAnything: false };

describe("what a node writes", () => {
  test.each<[string, string, readonly string[]]>([
    ["shared state", "UsernameCollector", ["shared:username"]],
    ["transient state", "CreatePassword", ["transient:password"]],
    [
      "an attribute for each item of a list",
      'AttributeCollector { attributesToCollect: ["mail", "sn"] }',
      ["attribute:mail", "attribute:sn"],
    ],
    [
      "a member of an attribute, and with it the attribute",
      'AttributeCollector { attributesToCollect: ["preferences/updates"] }',
      ["attribute:preferences/updates", "attribute:preferences"],
    ],
    ["no attribute where the list is empty", "AttributeCollector { attributesToCollect: [] }", []],
    ["no attribute where the list is missing", "AttributeCollector { attributesToCollect: absent }", []],
    [
      "an attribute that a property names",
      'ValidatedPassword { passwordAttribute: "secret" }',
      ["transientAttribute:secret", "transient:password"],
    ],
    ["the key that a property names, if there is one", 'Message { stateField: "answer" }', ["shared:answer"]],
    ["no key where the property is missing", "Message { stateField: absent }", []],
    ["no key where the property is empty", 'Message { stateField: "" }', []],
    [
      "more with a setting",
      "CombinedMultiFactorRegistrationNode { generateRecoveryCodes: true }",
      ["transient:recoveryCodes", "transient:recoveryCodeDeviceName"],
    ],
    ["less without the setting", "CombinedMultiFactorRegistrationNode { generateRecoveryCodes: false }", []],
    [
      "the values of an object",
      'IdentityAssertionDecisionNode { serverToSharedStateMap: { principal: "username", mail: "mail" } }',
      ["shared:username", "shared:mail"],
    ],
    ["nothing for a list in place of the object", "IdentityAssertionDecisionNode { serverToSharedStateMap: 5 }", []],
  ])("%s", (_what, node, writes) => {
    expect(described(node)).toMatchObject({ writes, writesAnything: false });
  });

  test("only on an outcome", () => {
    expect(described('IdentifyExistingUser { identifier: "mail" }').writes).toContain("attribute:mail on true");
    const counter = "11111111-2222-4333-8444-555555555555.retryCount";
    expect(described("RetryLimitDecision { retryLimit: 3 }")).toMatchObject({
      writes: [`shared:${counter} on Retry`],
      reads: expect.arrayContaining([`${counter}?`]),
    });
  });
});

describe("what may write anything", () => {
  test.each<[string, string]>([
    ["a type that nobody knows", "UnknownNode"],
    ["a key that only the tenant knows", 'Message { stateField: "&{esv.field}" }'],
    ["keys that only the tenant knows", 'AttributeCollector { attributesToCollect: "&{esv.list}" }'],
    ["keys that are no texts", "AttributeCollector { attributesToCollect: [1] }"],
    ["a script that is not here", 'ScriptedDecision { outputs: ["*"] }'],
    ["a type of the marketplace", "JSONPath"],
    ["a plug-in", 'ClientScriptNode { scriptResult: "a" }'],
    ["another type that nobody knows", 'ConfigProvider { nodeType: "Unknown" }'],
    ["no other type", "ConfigProvider"],
    ["another type whose writes hang on its settings", 'ConfigProvider { nodeType: "AttributeCollectorNode" }'],
  ])("%s", (_what, node) => {
    expect(described(node).writesAnything).toBe(true);
  });

  test("and is known in part all the same", () => {
    expect(described('ClientScriptNode { scriptResult: "a" }').writes).toEqual(["shared:a"]);
    expect(described("UnknownNode")).toEqual({ ...nothing, names: ["*"], writesAnything: true });
    expect(described("JSONPath")).toMatchObject({ reads: [], writes: ["attribute:*"], names: ["objectAttributes"] });
  });
});

describe("what a node reads", () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    [
      "what it cannot do without",
      "DataStoreDecision",
      ["realm", "username", "password"],
      ["realm", "username", "password"],
    ],
    [
      "what somebody has only concluded is not needed",
      "ADDecisionNode",
      ["username?", "password?"],
      ["username", "password"],
    ],
    [
      "an attribute, or the user name",
      'AttributePresentDecision { identityAttribute: "mail" }',
      [".mail or username"],
      ["mail"],
    ],
    [
      "an attribute that may be missing",
      'AttributeCollector { attributesToCollect: [] identityAttribute: "mail" }',
      [".mail?"],
      ["mail"],
    ],
    [
      "more with a setting",
      'EmailSuspend { objectLookup: true identityAttribute: "mail" }',
      [".mail or username"],
      ["mail"],
    ],
    [
      "the setting's default",
      'EmailSuspend { objectLookup: absent identityAttribute: "uid" emailAttribute: absent }',
      [],
      ["uid"],
    ],
    ["any of a list", 'OidcNode { inputs: ["a", "b"] }', ["a?", "b?"], ["a", "b"]],
    [
      "the keys of an object",
      'IdentityAssertionDecisionNode { sharedStateToServerMap: { a: "x", b: "y" } }',
      ["a?", "b?"],
      ["a", "b"],
    ],
    ["all attributes", "CreateObject", ["termsAccepted?"], ["objectAttributes", "termsAccepted"]],
    [
      "what another type reads",
      'ConfigProvider { nodeType: "UsernameCollectorNode" scriptInputs: ["a"] }',
      ["a?"],
      ["a", "*"],
    ],
    [
      "everything a script may see",
      'ConfigProvider { nodeType: "UsernameCollectorNode" scriptInputs: ["*"] }',
      [],
      ["*"],
    ],
  ])("%s", (_what, node, reads, names) => {
    expect(described(node)).toMatchObject({ reads, names });
  });

  test("a key that only the tenant knows is no reading", () => {
    expect(described('AttributePresentDecision { identityAttribute: "&{esv.id}" }')).toEqual(nothing);
  });

  test("what hangs on a setting that only the tenant knows is named, but not read", () => {
    expect(described('EmailSuspend { objectLookup: "&{esv.lookup}" identityAttribute: "uid" }')).toMatchObject({
      reads: [],
      names: expect.arrayContaining(["uid"]),
    });
  });
});

describe("another type that a script sets up", () => {
  test("writes what that type writes whatever its settings are", () => {
    expect(described('ConfigProvider { nodeType: "UsernameCollectorNode" }')).toMatchObject({
      writes: ["shared:username"],
      writesAnything: false,
    });
    expect(described('ConfigProvider { nodeType: "DeviceSigningVerifierNode" }').writes).toContain(
      "shared:username on success",
    );
  });
});

describe("a node with a script", () => {
  const scripted = (settings: string) => `ScriptedDecision { script: Code outcomes: ["a"] ${settings} }`;

  test("writes what the script writes", () => {
    const body = 'nodeState.putShared("a", 1); nodeState.putTransient("b", 2);';
    expect(described(scripted('outputs: ["*"]'), body)).toMatchObject({
      writes: ["shared:a", "transient:b"],
      writesAnything: false,
    });
    expect(described(scripted('outputs: ["*"]'), "fill(nodeState)")).toMatchObject({
      writes: [],
      writesAnything: true,
    });
    expect(described(scripted('outputs: ["c"]'), body)).toMatchObject({ writes: ["shared:c"], writesAnything: false });
  });

  test("reads what the script asks for, as far as its inputs let it", () => {
    const body = 'nodeState.get("a"); nodeState.get("b");';
    const reads = (settings: string) => described(scripted(settings), body).reads;
    expect(reads('inputs: ["*"] outputs: []')).toEqual(["a? declared", "b? declared"]);
    expect(reads("inputs: [] outputs: []")).toEqual(["a? declared", "b? declared"]);
    expect(reads("inputs: absent outputs: []")).toEqual(["a? declared", "b? declared"]);
    expect(reads('inputs: ["a"] outputs: []')).toEqual(["a?", "a? declared, named", "b? hidden"]);
    expect(reads('inputs: ["a", "*"] outputs: []')).toEqual(["a?", "a? declared, named", "b? declared"]);
  });

  test("says where the script reads", () => {
    const body = 'x; nodeState.get("a");';
    const { access, scripts } = accessOf(scripted('inputs: ["*"]'), body);
    expect(access.reads.map(({ script }) => [script?.body, script?.at])).toEqual([
      [[...scripts.values()][0], body.indexOf('"a"')],
    ]);
  });

  test("has the script that it names", () => {
    const { node, scripts } = accessOf(scripted(""), "x");
    expect(scriptOf(node, scripts)).toBe([...scripts.values()][0]);
    expect(scriptOf(node, new Map())).toBeUndefined();
    expect(scriptOf(accessOf("UsernameCollector").node, scripts)).toBeUndefined();
    expect(scriptOf(accessOf("ScriptedDecision { script: absent }").node, scripts)).toBeUndefined();
  });
});
