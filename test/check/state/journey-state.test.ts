import { describe, expect, test } from "vitest";
import { check } from "../../../src/check/check.js";
import { rules } from "../../../src/check/rules/index.js";
import { messagesWithScripts } from "../../support/check-scripts.js";
import { factsOf, pathText, vertexName } from "../../support/journey-facts.js";
import { bindText } from "../../support/read-project.js";

const never = (text: string, scripts: Readonly<Record<string, string>> = {}, ...more: readonly string[]) =>
  messagesWithScripts("state-never-written", [text, ...more], scripts);
const sometimes = (text: string) => messagesWithScripts("state-not-on-every-path", [text]);

test("what only one outcome writes is missing on the other", () => {
  const text = `journey J {
    start -> Ask
    node Ask: AttributeCollector { attributesToCollect: ["mail"]  -> Find }
    node Find: IdentifyExistingUser { true -> Password  false -> Password }
    node Password: PasswordCollector { -> Check }
    node Check: DataStoreDecision { true -> success  false -> failure }
  }`;
  expect(sometimes(text)).toEqual([
    'Node "Check" needs "username", but on one path nothing writes it: start -> Ask -> Find (false) -> Password -> Check',
  ]);
  expect(sometimes(text.replace("false -> Password", "false -> failure"))).toEqual([]);
});

test("loops end, and what a loop writes counts after it", () => {
  const text = `journey J {
    start -> Choose
    node Choose: ChoiceCollector { prompt: "?" choices: ["again", "on"] defaultChoice: "on"  again -> Name  on -> Password }
    node Name: UsernameCollector { -> Choose }
    node Password: PasswordCollector { -> Check }
    node Check: DataStoreDecision { true -> success  false -> Choose }
  }`;
  expect(never(text)).toEqual([]);
  expect(sometimes(text)).toHaveLength(1);
});

test("inner nodes of a page run one after the other", () => {
  expect(
    never(`journey J {
    start -> Ask
    page Ask {
      node Name: UsernameCollector
      node Password: PasswordCollector
      node Check: DataStoreDecision
      true -> success
      false -> failure
    }
  }`),
  ).toEqual([]);
});

const outer = `journey Outer {
  start -> Ask
  node Ask: PasswordCollector { -> Run }
  node Run: InnerTreeEvaluator { tree: "Inner"  true -> Check  false -> failure }
  node Check: DataStoreDecision { true -> success  false -> failure }
}`;
const inner = (node: string) => `journey Inner {
  innerTreeOnly: true
  start -> Ask
  node Ask: ${node} { -> success }
}`;

test("an inner journey writes shared state for the journey around it", () => {
  expect(never(outer, {}, inner("UsernameCollector"))).toEqual([]);
  expect(never(outer, {}, inner("PasswordCollector"))).toEqual([
    'Node "Check" needs "username", but nothing before it writes it',
  ]);
});

test("an inner journey that is not here may write anything", () => {
  expect(never(outer)).toEqual([]);
});

test("transient state of an inner journey is not handed back", () => {
  const text = outer.replace("node Ask: PasswordCollector", "node Ask: UsernameCollector");
  expect(messagesWithScripts("transient-state-lost", [text, inner("PasswordCollector")])).toEqual([
    'Node "Check" reads "password", which the platform has dropped by then',
  ]);
});

test("what an inner journey lacks is reported where it is run", () => {
  const lacking = `journey Inner {
  innerTreeOnly: true
  start -> Check
  node Check: DataStoreDecision { true -> success  false -> failure }
}`;
  expect(never(outer, {}, lacking)).toEqual([
    'Node "Run" (Check in journey Inner) needs "username", but nothing before it writes it',
  ]);
});

test("journeys that run each other do not hang", () => {
  const run = (name: string, other: string) => `journey ${name} {
  start -> Run
  node Run: InnerTreeEvaluator { tree: "${other}"  true -> success  false -> failure }
}`;
  expect(never(run("A", "B"), {}, run("B", "A"))).toEqual([]);
});

test("a script that decides by a key is believed on all its paths", () => {
  const text = `journey J {
    start -> Choose
    script Known { file: "scripts/known.js" }
    node Choose: ChoiceCollector { prompt: "?" choices: ["a", "b"] defaultChoice: "a"  a -> Name  b -> Decide }
    node Name: UsernameCollector { -> Decide }
    node Decide: ScriptedDecision { script: Known outcomes: ["yes", "no"]  yes -> Password  no -> failure }
    node Password: PasswordCollector { -> Check }
    node Check: DataStoreDecision { true -> success  false -> failure }
  }`;
  const paths = (body: string) => messagesWithScripts("state-not-on-every-path", [text], { "scripts/known.js": body });
  expect(paths('outcome = nodeState.get("username") ? "yes" : "no";')).toEqual([]);
  expect(paths('outcome = "yes";')).toHaveLength(1);
});

test("a long journey full of loops is followed to its end", () => {
  const count = 2000;
  const nodes = Array.from(
    { length: count },
    (_, at) =>
      `node N${at}: Message { stateField: "k${at % 300}"  true -> ${at + 1 < count ? `N${at + 1}` : "Check"}  false -> N${Math.floor(at / 2)} }`,
  );
  const { model } = bindText(
    `journey J { start -> N0 ${nodes.join("\n")} node Check: DataStoreDecision { true -> success false -> failure } }`,
  );
  expect(
    check(
      model,
      rules.filter((rule) => rule.code === "state-never-written"),
    ).map(({ message }) => message),
  ).toEqual([
    'Node "Check" needs "username", but nothing before it writes it',
    'Node "Check" needs "password", but nothing before it writes it',
  ]);
});

/** What is known of each reading of a journey: `Node.key` and how certainly it is there. */
function available(texts: readonly string[], scripts: Readonly<Record<string, string>> = {}) {
  const { state } = factsOf(texts, { scripts });
  return Object.fromEntries(state.reads.map((at) => [`${at.node.name}.${at.read.key}`, state.availability(at)]));
}

const checkNode = "node Check: DataStoreDecision { true -> success  false -> failure }";

test("what the platform itself sets is always there", () => {
  expect(available([`journey J { start -> Check ${checkNode} }`])).toEqual({
    "Check.realm": "always",
    "Check.username": "never",
    "Check.password": "never",
  });
});

test("nodes that no path visits read nothing", () => {
  expect(available([`journey J { start -> Name node Name: UsernameCollector { -> success } ${checkNode} }`])).toEqual(
    {},
  );
});

test("transient state that is dropped is told from what nobody has written", () => {
  expect(
    available(
      [
        `journey J {
        start -> Make
        node Make: CreatePassword { -> Name }
        node Name: UsernameCollector { -> Look }
        node Look: PasswordCollector { -> Again }
        node Again: Message { true -> Gone  false -> Gone }
        node Gone: ScriptedDecision { script: Code outcomes: ["a"] inputs: ["other"]  a -> success }
        script Code { file: "code.js" }
      }`,
      ],
      { "code.js": 'nodeState.get("password"); nodeState.get("username"); nodeState.get("nothing");' },
    ),
  ).toMatchObject({ "Gone.password": "dropped", "Gone.username": "always", "Gone.nothing": "never" });
});

test("an attribute is also there where all of them were written, or in its stead the user name", () => {
  const present =
    'node Look: AttributePresentDecision { identityAttribute: "mail"  present -> success  notPresent -> failure }';
  const after = (node: string, scripts: Readonly<Record<string, string>> = {}) =>
    available([`journey J { start -> First ${node} ${present} script Code { file: "code.js" } }`], scripts)[
      "Look.mail"
    ];
  expect(after('node First: AttributeCollector { attributesToCollect: ["mail"]  -> Look }')).toBe("always");
  expect(after('node First: AttributeCollector { attributesToCollect: ["sn"]  -> Look }')).toBe("never");
  expect(after("node First: UsernameCollector { -> Look }")).toBe("always");
  const script = 'node First: ScriptedDecision { script: Code outcomes: ["a"]  a -> Look }';
  expect(after(script, { "code.js": 'nodeState.putShared("objectAttributes", x)' })).toBe("always");
  expect(after(script, { "code.js": 'nodeState.putTransient("objectAttributes", x)' })).toBe("always");
  expect(after(script, { "code.js": 'nodeState.putTransient("username", x)' })).toBe("always");
  expect(after(script, { "code.js": 'nodeState.putShared("mail", x)' })).toBe("never");
});

test("a shortest path on which nothing was written", () => {
  const { graph, state } = factsOf([
    `journey J {
      start -> Ask
      node Ask: DataStoreDecision { true -> Name  false -> Long }
      node Name: UsernameCollector { -> Password }
      node Long: PasswordCollector { -> Password }
      node Password: PasswordCollector { -> Check }
      ${checkNode}
    }`,
  ]);
  const reading = (key: string) => state.reads.find(({ node, read }) => node.name === "Check" && read.key === key)!;
  expect(state.availability(reading("username"))).toBe("sometimes");
  expect(pathText(graph, state.pathWithout(reading("username")))).toBe(
    "start Ask.false Long.outcome Password.outcome Check",
  );
  expect(state.availability(reading("password"))).toBe("always");
  expect(state.pathWithout(reading("password"))).toBeUndefined();
});

test("which edges write a key", () => {
  const { graph, state } = factsOf([
    `journey J {
      start -> Name
      node Name: UsernameCollector { -> Make }
      node Make: CreatePassword { -> Any }
      node Any: ScriptedDecision { outcomes: ["a"]  a -> success }
    }`,
  ]);
  const writing = (key: string) =>
    graph.outgoing
      .flat()
      .filter((edge) => state.writesOn(edge, key))
      .map(({ from }) => vertexName(graph, from));
  expect(writing("username")).toEqual(["Name", "Any"]);
  expect(writing("password")).toEqual(["Make", "Any"]);
  expect(writing("mail")).toEqual(["Any"]);
});

test("a journey that needs something before anybody is asked gets it from another one", () => {
  const given = (text: string, ...others: readonly string[]) => factsOf([text, ...others]).isGivenState;
  expect(given(`journey J { start -> Check ${checkNode} }`)).toBe(true);
  expect(given("journey J { innerTreeOnly: true start -> Name node Name: UsernameCollector { -> success } }")).toBe(
    true,
  );
  expect(given("journey J { innerTreeOnly: false start -> Name node Name: UsernameCollector { -> success } }")).toBe(
    false,
  );
  expect(given(`journey J { start -> Name node Name: UsernameCollector { -> Check } ${checkNode} }`)).toBe(false);
  expect(given(`journey J { start -> Name node Name: Message { true -> Check false -> Check } ${checkNode} }`)).toBe(
    false,
  );
  // Only what is wanted, not needed.
  expect(
    given(
      'journey J { start -> N node N: AttributeCollector { attributesToCollect: ["mail"] identityAttribute: "sn"  -> success } }',
    ),
  ).toBe(false);
  // What an inner journey lacks is its own affair.
  expect(
    given(
      'journey J { start -> Run node Run: InnerTreeEvaluator { tree: "K"  true -> success  false -> failure } }',
      `journey K { start -> Check ${checkNode} }`,
    ),
  ).toBe(false);
});

test("what comes behind a question", () => {
  const { graph, state } = factsOf([
    `journey J {
      start -> First
      node First: DataStoreDecision { true -> Ask  false -> Quiet }
      node Ask: UsernameCollector { -> Behind }
      node Behind: DataStoreDecision { true -> Far  false -> failure }
      node Far: DataStoreDecision { true -> success  false -> failure }
      node Quiet: DataStoreDecision { true -> success  false -> success }
      node Lost: UsernameCollector { -> Quiet }
    }`,
  ]);
  const behind = graph.vertices.map((_, vertex) => vertex).filter((vertex) => state.isAfterQuestion(vertex));
  expect(behind.map((vertex) => vertexName(graph, vertex))).toEqual(["Behind", "Far", "success", "failure"]);
});

test("what a journey does to the state of the one around it", () => {
  const { state } = factsOf(
    [
      `journey J {
        start -> Choose
        node Choose: ScriptedDecision { script: Code outcomes: ["a", "b"] inputs: ["in"] outputs: ["*"]  a -> Name  b -> failure }
        node Name: UsernameCollector { -> Check }
        node Check: DataStoreDecision { true -> success  false -> Name }
        script Code { file: "code.js" }
      }`,
    ],
    {
      scripts: { "code.js": 'nodeState.putTransient("secret", 1); nodeState.get("wanted"); nodeState.get("wanted");' },
    },
  );
  const effect = state.effect();
  expect(effect.onSuccess).toEqual({
    may: ["shared:username"],
    must: ["shared:wanted", "shared:username"],
    dropped: ["transient:secret"],
  });
  expect(effect.onFailure).toEqual({ may: [], must: ["shared:wanted"], dropped: ["transient:secret"] });
  expect([...effect.names].sort()).toEqual(["in", "password", "realm", "username"]);
  expect(effect.unmet.map(({ read, node, journey }) => [read.key, node, journey])).toEqual([
    ["in", "Choose", "J"],
    ["wanted", "Choose", "J"],
    ["password", "Check", "J"],
  ]);
});

test("an end that is not reached, and one behind which anything may have been written", () => {
  const ends = (text: string) => {
    const { onSuccess, onFailure } = factsOf([text]).state.effect();
    return { onSuccess, onFailure };
  };
  expect(ends("journey J { start -> Name node Name: UsernameCollector { -> success } }")).toEqual({
    onSuccess: { may: ["shared:username"], must: ["shared:username"], dropped: [] },
    onFailure: { may: [], must: undefined, dropped: [] },
  });
  expect(ends('journey J { start -> S node S: ScriptedDecision { outcomes: ["a"]  a -> success } }').onSuccess).toEqual(
    {
      may: undefined,
      must: undefined,
      dropped: [],
    },
  );
});

test("what an inner journey hands back on each of its ends", () => {
  const run = (end: string, other: string) => `journey J {
    start -> Run
    node Run: InnerTreeEvaluator { tree: "K"  ${end} -> Check  ${other} -> failure }
    ${checkNode}
  }`;
  const inside = `journey K {
    start -> Choose
    node Choose: DataStoreDecision { true -> Name  false -> failure }
    node Name: UsernameCollector { -> Password }
    node Password: PasswordCollector { -> success }
  }`;
  expect(available([run("true", "false"), inside])["Check.username"]).toBe("always");
  expect(available([run("true", "false"), inside])["Check.password"]).toBe("dropped");
  expect(available([run("false", "true"), inside])["Check.username"]).toBe("never");
  expect(available([run("false", "true"), inside])["Check.password"]).toBe("never");
  // An outcome that is neither of the two ends.
  expect(available([run("error", "true"), inside])["Check.username"]).toBe("always");
});

test("inner nodes of a page see what those before them have written, and only that", () => {
  const name = "node Name: UsernameCollector";
  const password = "node Secret: PasswordCollector";
  const decide = "node Check: DataStoreDecision";
  const of = (children: string) => {
    const { state } = factsOf([`journey J { start -> P page P { ${children} } }`]);
    return state.reads.map((at) => `${at.node.name}.${at.read.key} ${state.availability(at)}`);
  };
  expect(of(`${name} ${password} ${decide}`)).toEqual([
    "Check.realm always",
    "Check.username always",
    "Check.password always",
  ]);
  expect(of(`${name} ${decide} ${password}`)).toEqual([
    "Check.realm always",
    "Check.username always",
    "Check.password never",
  ]);
});

test("what a page's node writes on one outcome counts where that node decides", () => {
  const text = (decider: string) => `journey J {
    start -> P
    page P {
      node Find: IdentifyExistingUser { identifier: "mail" }
      ${decider}
    }
    node Look: AttributePresentDecision { identityAttribute: "mail"  present -> success  notPresent -> failure }
  }`;
  const on = (outcome: string) => available([text(`${outcome} -> Look`)])["Look.mail"];
  expect([on("true"), on("false")]).toEqual(["always", "never"]);
});

test.each([
  "realm",
  "authLevel",
  "targetAuthLevel",
  "currentNodeId",
  "NodeType",
  "errorMessage",
  "lockoutMessage",
  "successUrl",
  "failureUrl",
  "userGotoParam",
  "userGotoOnFailParam",
  "pageNodeCallbacks",
  "maxAuthenticationSessionDuration",
])("the platform sets %s", (key) => {
  const script =
    'journey J { start -> S node S: ScriptedDecision { script: Code outcomes: ["a"]  a -> success } script Code { file: "code.js" } }';
  expect(available([script], { "code.js": `nodeState.get("${key}")` })).toEqual({ [`S.${key}`]: "always" });
});

describe("transient state behind a question", () => {
  /** Whether what a script writes first is there for another script, behind a question and this node. */
  const kept = (node: string, ...inner: readonly string[]) =>
    available(
      [
        `journey J {
          start -> Write
          node Write: ScriptedDecision { script: Write outcomes: ["a"] outputs: ["*"]  a -> Ask }
          node Ask: UsernameCollector { -> Between }
          node Between: ${node}
          node Read: ScriptedDecision { script: Read outcomes: ["a"] inputs: ["*"] outputs: []  a -> success }
          script Write { file: "write.js" }
          script Read { file: "read.js" }
        }`,
        ...inner,
      ],
      { "write.js": 'nodeState.putTransient("secret", 1)', "read.js": 'nodeState.get("secret")' },
    )["Read.secret"];
  const run = 'InnerTreeEvaluator { tree: "K"  true -> Read  false -> Read }';
  const inner = (inputs: string) => `journey K {
    start -> S
    node S: ScriptedDecision { script: Other outcomes: ["a"] inputs: [${inputs}] outputs: []  a -> success }
    script Other { file: "none.js" }
  }`;

  test("is dropped where nobody names it", () => {
    expect(kept("DataStoreDecision { true -> Read  false -> Read }")).toBe("dropped");
    expect(kept('ScriptedDecision { outcomes: ["a"] inputs: ["*"] outputs: []  a -> Read }')).toBe("dropped");
    expect(kept(run, inner('"other"'))).toBe("dropped");
  });

  test("is kept where a node names it, or an inner journey, or may do so", () => {
    expect(kept('ScriptedDecision { outcomes: ["a"] inputs: ["secret"] outputs: []  a -> Read }')).toBe("always");
    expect(kept(run, inner('"secret"'))).toBe("always");
    expect(kept(run)).toBe("always");
    expect(kept('ConfigProvider { nodeType: "UsernameCollectorNode" scriptInputs: []  outcome -> Read }')).toBe(
      "always",
    );
  });
});
