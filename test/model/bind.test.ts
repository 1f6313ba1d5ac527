import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeExport } from "../../src/export-json/write/write-export.js";
import { bind } from "../../src/model/bind.js";
import { deriveNodeId, deriveScriptId } from "../../src/model/ids.js";
import type { Journey } from "../../src/model/model.js";
import { parse } from "../../src/syntax/parse.js";
import { SourceFile } from "../../src/text/source-file.js";
import { bindSources, bindText } from "../support/read-project.js";

function only(text: string, options = {}): Journey {
  const { model, diagnostics } = bindText(text, options);
  expect(diagnostics.map((diagnostic) => diagnostic.message)).toEqual([]);
  expect(model.journeys).toHaveLength(1);
  return model.journeys[0]!;
}

function node(journey: Journey, name: string) {
  const found = journey.nodes.find((candidate) => candidate.name === name);
  expect(found).toBeDefined();
  return found!;
}

const check = "node Check: DataStoreDecision { true -> success false -> failure }";
const retry = (properties: string) =>
  only(`journey J { start -> N node N: RetryLimitDecision { ${properties} Retry, Reject -> failure } }`);

describe("journey", () => {
  test("its id is the string after its name, else the name", () => {
    expect(only(`journey Login "01 - Login" { start -> Check ${check} }`).id).toBe("01 - Login");
    expect(only(`journey Login { start -> Check ${check} }`).id).toBe("Login");
  });

  test("gets the platform's defaults, in the realm", () => {
    const { settings, categories } = only(`journey Login { start -> Check ${check} }`, { realm: "bravo" });
    expect(Object.fromEntries([...settings].map(([key, { value }]) => [key, value]))).toEqual({
      enabled: true,
      identityResource: "managed/bravo_user",
      innerTreeOnly: false,
      mustRun: false,
    });
    expect(categories?.value).toEqual([]);
  });

  test("leaves out what is absent", () => {
    const { settings, categories } = only(
      "journey J { mustRun: absent identityResource: absent categories: absent start -> failure }",
    );
    expect([...settings.keys()].sort()).toEqual(["enabled", "innerTreeOnly"]);
    expect(categories).toBeUndefined();
  });
});

describe("ids", () => {
  test("come from the journey's id and the node's path", () => {
    const journey = only('journey J "Real" { start -> P\npage P {\nnode A: UsernameCollector\n-> success\n}\n}');
    expect(node(journey, "P").id).toBe(deriveNodeId("Real", "P"));
    expect(node(journey, "P").children[0]?.id).toBe(deriveNodeId("Real", "P/A"));
  });

  test("a script's comes from its name, unless it has one", () => {
    const readText = () => ({ text: "" });
    const { scripts } = only(
      'journey J { start -> failure script A { file: "a.js" } script B { id: "my-id" file: "b.js" } }',
      { readText },
    );
    expect(scripts.map((script) => script.id)).toEqual([deriveScriptId("A"), "my-id"]);
  });

  test("do not depend on the order of the nodes", () => {
    const names = ["A", "B", "C", "D"];
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: 4 }), (order) => {
        const nodes = order.map((name) => `node ${name}: DataStoreDecision { true, false -> success }`).join("\n");
        const journey = only(`journey J {\nstart -> A\n${nodes}\n}`);
        for (const name of names) expect(node(journey, name).id).toBe(deriveNodeId("J", name));
      }),
    );
  });
});

describe("properties", () => {
  test("defaults of the catalogue are filled in and marked", () => {
    const { properties } = node(retry(""), "N");
    expect(properties.get("retryLimit")).toMatchObject({ value: 3, explicit: false });
    expect(properties.get("incrementUserAttributeOnFailure")).toMatchObject({ value: true, explicit: false });
  });

  test("absent leaves a default out", () => {
    expect([...node(retry("retryLimit: absent"), "N").properties.keys()]).toEqual(["incrementUserAttributeOnFailure"]);
  });

  test("a node's managed object is the journey's", () => {
    const text = (head: string) =>
      `journey J { ${head} start -> N node N: CreateObject { CREATED, FAILURE -> failure } }`;
    const value = (head: string) => node(only(text(head)), "N").properties.get("identityResource")?.value;
    expect(value("")).toBe("managed/alpha_user");
    expect(value('identityResource: "managed/bravo_role"')).toBe("managed/bravo_role");
    expect(value("identityResource: absent")).toBe("managed/user");
  });

  test("locales join, whatever form they have", () => {
    const page = (properties: string) =>
      node(only(`journey J { start -> P page P {\n${properties}\nnode A: UsernameCollector\n-> success\n}\n}`), "P");
    const header = (properties: string) => page(properties).properties.get("pageHeader")?.value;
    expect(header('pageHeader: "Hi"')).toEqual({ en: "Hi" });
    expect(header('pageHeader.de: "Hallo"\n pageHeader: "Hi"')).toEqual({ en: "Hi", de: "Hallo" });
    expect(header('pageHeader: { en: "Hi" }\n pageHeader.de: "Hallo"')).toEqual({ en: "Hi", de: "Hallo" });
    expect(page('pageHeader.de: "Hallo"').properties.get("pageHeader")?.inner?.has("/de")).toBe(true);
  });

  test("an inherited name is a key like any other", () => {
    const journey = only(
      'journey J { start -> N node N: FooBarBazQux { "__proto__": 1 constructor: 2 -> success } }'
        .replace("FooBarBazQux", "MessageNode")
        .replace('"__proto__": 1 constructor: 2', 'message: { "__proto__": "x" }')
        .replace("-> success", "true, false -> success"),
    );
    expect(Object.keys(node(journey, "N").properties.get("message")?.value as object)).toEqual(["__proto__"]);
  });

  test("an unknown type passes through", () => {
    const { model, diagnostics } = bindText(
      'journey J { start -> N node N: "x-y-z-NotAType" { "__proto__": 1 constructor: 2\na.b: "c"\n-> success\nodd -> failure\n} }',
    );
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["unknown-node-type"]);
    const found = node(model.journeys[0]!, "N");
    expect([...found.properties.keys()]).toEqual(["__proto__", "constructor", "a"]);
    expect(found.connections.map((connection) => connection.outcomeId)).toEqual(["outcome", "odd"]);
    expect(writeExport(model.journeys[0]!).text).toContain('"__proto__": 1');
  });
});

describe("pages", () => {
  const text = (version: string, edges: string) =>
    only(
      `journey J { start -> P page P${version} {\nnode A: UsernameCollector\nnode B: OneTimePasswordCollectorDecision\n${edges}\n} }`,
    );
  const outcomes = (version: string, edges: string) =>
    node(text(version, edges), "P").connections.map((connection) => connection.outcomeId);

  test("the list of inner nodes is no setting, unless it is given", () => {
    expect(node(text("@1.0", "true -> success"), "P").properties.has("nodes")).toBe(false);
    expect(node(text("@1.0", "nodes: [] true -> success"), "P").properties.get("nodes")?.value).toEqual([]);
  });

  test("an outcome that a setting adds is there only with it", () => {
    const inner = (settings: string) =>
      node(
        only(`journey J { start -> N\nnode N: InnerTreeEvaluator { tree: "X" ${settings}\ntrue, false -> failure } }`),
        "N",
      );
    expect(inner("").outcomes.map(({ id }) => id)).toEqual(["true", "false"]);
    expect(inner("displayErrorOutcome: true").outcomes.map(({ id }) => id)).toEqual(["true", "false", "error"]);
  });

  test("version 1.0 has its last node's outcomes as they are", () => {
    expect(outcomes("@1.0", "true -> success B.false -> failure")).toEqual(["true", "false"]);
  });

  test("version 2.0 puts the inner node's id before them, in every form that authors write", () => {
    const id = deriveNodeId("J", "P/B");
    const platform = [`${id}-true`, `${id}-false`];
    expect(outcomes("@2.0", "true -> success B.false -> failure")).toEqual(platform);
    expect(outcomes("@2.0", `"${platform[0]}" -> success "${platform[1]}" -> failure`)).toEqual(platform);
  });
});

describe("targets", () => {
  test("a quoted target is a literal id, but the node's own where it has that id", () => {
    const id = deriveNodeId("J", "N");
    const journey = only(`journey J { start -> N node N: DataStoreDecision { true -> "gone" false -> "${id}" } }`);
    expect(node(journey, "N").connections.map((connection) => connection.target)).toEqual([
      { kind: "foreign", id: "gone" },
      { kind: "node", name: "N", id },
    ]);
  });
});

describe("parameters", () => {
  const text =
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an interpolation of the language, not of TypeScript.
    'param limit = 3\nparam brand = "Shop"\njourney J { description: "${brand} in ${realm}, \\${brand}" start -> N node N: RetryLimitDecision { retryLimit: "${limit}" Retry, Reject -> failure } }';

  test("fill strings, and are the value where they are all of it", () => {
    const journey = only(text);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an interpolation of the language, not of TypeScript.
    expect(journey.settings.get("description")?.value).toBe("Shop in alpha, ${brand}");
    expect(node(journey, "N").properties.get("retryLimit")?.value).toBe(3);
  });

  test("a given text is read as the kind of the default", () => {
    const journey = only(text, { params: new Map([["limit", "7"]]) });
    expect(node(journey, "N").properties.get("retryLimit")?.value).toBe(7);
    const { diagnostics } = bindText(text, { params: new Map([["limit", "many"]]) });
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["wrong-param"]);
  });
});

describe("files", () => {
  test.each([
    "../x.js",
    "a/../../x.js",
    "/etc/passwd",
    "C:/x.js",
    "c:x.js",
    "\\\\host\\x",
    "a\\b.js",
    "a\\u0000.js",
    "",
  ])("%j is never read", (path) => {
    let reads = 0;
    const readText = () => {
      reads++;
      return { text: "" };
    };
    const { diagnostics } = bindText(
      `journey J { start -> failure script S { file: "${path.replace(/\\(?!u0000)/g, "\\\\")}" } }`,
      { readText },
    );
    expect(reads).toBe(0);
    expect(diagnostics.length).toBeLessThanOrEqual(1);
  });

  test("a script's body is kept byte for byte", () => {
    const body = "\uFEFFvar a = 1;\r\n\tgo();\n\n";
    const journey = only('journey J { start -> failure script S { file: "s.js" } }', {
      readText: () => ({ text: body }),
    });
    expect(journey.scripts[0]?.body).toBe(body);
  });

  test("a resource that is not JSON is reported where it breaks", () => {
    const { diagnostics } = bindSources(
      [new SourceFile("dir/test.journey", 'journey J { start -> failure resource theme "t" from "t.json" }')],
      { readText: () => ({ text: '{\n  "a": ]\n}' }) },
    );
    const [diagnostic] = diagnostics;
    expect(diagnostic?.code).toBe("invalid-resource");
    expect(diagnostic?.place.source.path).toBe("dir/t.json");
    expect(diagnostic?.place.source.positionAt(diagnostic.place.range.start)).toEqual({ line: 2, column: 8 });
  });
});

describe("several files", () => {
  const files = [
    new SourceFile(
      "a.journey",
      'journey A { start -> N node N: InnerTreeEvaluator { tree: "B" true, false -> failure } }',
    ),
    new SourceFile("b.journey", `journey B { start -> Check ${check} }`),
    new SourceFile("c.journey", `journey A { start -> Check ${check} }`),
  ];

  test("their order changes nothing", () => {
    const result = (order: readonly SourceFile[]) => {
      const { model, diagnostics } = bindSources(order);
      return JSON.stringify([
        model.journeys.map((journey) => writeExport(journey).text),
        diagnostics.map((d) => d.message),
      ]);
    };
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: 3 }), (order) => {
        expect(result(order)).toBe(result(files));
      }),
    );
  });

  test("a journey stands once in all of them", () => {
    const { diagnostics } = bindSources(files);
    expect(diagnostics.map(({ code, place }) => [code, place.source.path])).toEqual([["duplicate-name", "c.journey"]]);
  });

  test("what stands at the top of a file holds in that file", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an interpolation of the language, not of TypeScript.
    const param = new SourceFile("a.journey", 'param x = "1"\njourney A { description: "${x}" start -> failure }');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an interpolation of the language, not of TypeScript.
    const use = new SourceFile("b.journey", 'journey B { description: "${x}" start -> failure }');
    expect(bindSources([param, use]).diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["unknown-param"]);
  });
});

describe("scripts and resources at the top of a file", () => {
  const readText = (path: string) => ({ text: path.endsWith(".js") ? 'require("Library")' : "{}" });
  const text = `
script Used "Used" { file: "used.js" }
script Library "Library" { file: "library.js" }
script Other "Other" { file: "other.js" }
resource emailTemplate "mine" from "mine.json"
resource emailTemplate "other" from "other.json"
journey J {
  start -> N
  node N: ScriptedDecision { script: Used outcomes: ["a"] a -> M }
  node M: EmailSuspend { 
    emailTemplateName: "mine"
    -> success
  }
}`;

  test("go into the export of the journeys that use them", () => {
    const { model, diagnostics } = bindText(text, { readText });
    const [journey] = model.journeys as [Journey];
    expect(diagnostics.map(({ message }) => message)).toEqual(['E-mail template "other" is not used']);
    expect(journey.scripts.map((script) => script.name)).toEqual(["Used", "Library"]);
    expect(journey.resources.map((resource) => resource.id)).toEqual(["mine"]);
    expect(node(journey, "N").properties.get("script")?.value).toBe(deriveScriptId("Used"));
  });
});

describe("broken text", () => {
  test("any text binds to something, and a broken one is not reported twice for one cause", () => {
    const whole = `journey Login {\n  start -> Check\n\n  node Check: RetryLimitDecision {\n    retryLimit: 3\n\n    Retry, Reject -> failure\n  }\n\n  require Check before failure\n}\n`;
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(6), fc.string({ maxLength: 3 }), (at, length, insert) => {
        const text = whole.slice(0, at) + insert + whole.slice(at + length);
        const parsed = parse(new SourceFile("x.journey", text));
        const { model } = bind([parsed]);
        for (const journey of model.journeys) expect(JSON.parse(writeExport(journey).text)).toBeTypeOf("object");
      }),
    );
  });

  test.each([
    "",
    "journey",
    "journey J",
    "journey J {",
    "journey J { start -> }",
    "journey J { node }",
    "journey J { node A: }",
  ])("%j gives nothing but the parser's own diagnostics", (text) => {
    const parsed = parse(new SourceFile("x.journey", text));
    const { diagnostics } = bind([parsed]);
    expect(parsed.diagnostics.length > 0 ? diagnostics.map((diagnostic) => diagnostic.message) : []).toEqual([]);
  });
});
