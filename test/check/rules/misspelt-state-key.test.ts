import { describe, expect, test } from "vitest";
import { messagesWithScripts } from "../../support/check-scripts.js";
import { checkTexts } from "../../support/check-text.js";
import { foundInScript } from "../../support/decision-script.js";

const found = (body: string) =>
  foundInScript("misspelt-state-key", body).map((text) =>
    /^(\d+): reads "(.*)" in .* while "(.*)" is/.exec(text)?.slice(1).join(" "),
  );

test.each<[string, string, readonly string[]]>([
  ["a letter missing", 'nodeState.get("usrname");', ["1 usrname username"]],
  ["two letters swapped", '\nnodeState.get("usernmae");', ["2 usernmae username"]],
  ["two letters exchanged that stand apart", 'nodeState.get("esurname");', ["1 esurname username"]],
  ["another case", 'nodeState.get("userName");', ["1 userName username"]],
  ["in a constant", 'var KEY = "usernam"; nodeState.get(KEY); nodeState.get(KEY);', ["1 usernam username"]],
])("%s: reported", (_what, body, expected) => {
  expect(found(body)).toEqual(expected);
});

test.each([
  ["the key that is written", 'nodeState.get("username");'],
  ["a key of its own", 'nodeState.putShared("usrname", 1); nodeState.get("usrname");'],
  ["a key that is not near", 'nodeState.get("userMail");'],
  ["three letters in another order", 'nodeState.get("nsureame");'],
  [
    "a key that comes from a journey around it",
    'nodeState.putShared("userNam", 1); nodeState.get("_id"); nodeState.get("password");',
  ],
  ["a computed key", 'nodeState.get("usr" + name);'],
  ["an attribute", 'nodeState.get("objectAttributes").get("userName");'],
  ["keys that are numbered", 'nodeState.putShared("answer1", 1); nodeState.get("answer2");'],
  ["a script that may write any key", 'nodeState.putShared(name, 1); nodeState.get("usrname");'],
])("%s: not reported", (_what, body) => {
  expect(found(body)).toEqual([]);
});

const outer = `journey Outer {
  start -> Set

  script Set {
    file: "set.js"
  }

  node Set: ScriptedDecision {
    script: Set
    outcomes: ["next"]

    next -> Inner
  }

  node Inner: InnerTreeEvaluator {
    tree: "Inner"

    true, false -> failure
  }
}

journey Inner {
  start -> Read

  script Read {
    file: "read.js"
  }

  node Read: ScriptedDecision {
    script: Read
    outcomes: ["next"]

    next -> failure
  }
}

`;

test.each([
  ["SocialProviderHandlerNodeV2", "userName", 0],
  ["SocialProviderHandler", "userName", 0],
  ["SocialProviderHandlerNodeV2", "givenNaem", 1],
])("the script of a %s, in Groovy, writes state; one that reads %s is told %d times", (type, key, times) => {
  const text = `journey Join {
  start -> Name

  script Transform {
    context: "SOCIAL_IDP_PROFILE_TRANSFORMATION"
    language: "GROOVY"
    file: "transform.groovy"
  }

  script Put {
    file: "put.js"
  }

  page Name {
    node Ask: UsernameCollector

    -> Provider
  }

  node Provider: ${type} {
    script: Transform

    ACCOUNT_EXISTS -> Put
    NO_ACCOUNT -> Put
  }

  node Put: ScriptedDecision {
    script: Put
    outcomes: ["true"]

    true -> success
  }
}
`;
  const groovy = `JsonValue user
sharedState.put("userName", normalizedProfile.username)
sharedState.put("givenName", normalizedProfile.givenName)
return user
`;
  const messages = messagesWithScripts("misspelt-state-key", [text], {
    "transform.groovy": groovy,
    "put.js": `nodeState.get("${key}");\noutcome = "true";\n`,
  });
  expect(messages).toHaveLength(times);
});

test("the journey that runs this one may write the key", () => {
  const read = 'nodeState.get("customerNumber"); outcome = "next";';
  const messages = (key: string) =>
    messagesWithScripts("misspelt-state-key", [outer], {
      "set.js": `nodeState.putShared("${key}", 1); outcome = "next";`,
      "read.js": read,
    });
  expect(messages("customerNumber")).toEqual([]);
  expect(messages("custmerNumber")).toEqual([
    'Script "Read" reads "customerNumber" in line 1, which nothing writes, while "custmerNumber" is written',
  ]);
});

describe("a setting that names a key", () => {
  const withName = (variableName: string) => `journey Device {
  start -> Offer

  node Offer: MessageNode {
    message: "Keep this device?"
    stateField: "keptDevice"

    true, false -> Collect
  }

  node Collect: DeviceProfileCollector {
    -> Save
  }

  node Save: DeviceSave {
    variableName: "${variableName}"

    -> failure
  }
}
`;
  const foundFor = (name: string) => messagesWithScripts("misspelt-state-key", [withName(name)]);

  test.each(["kept_device", "keptdevice", "keptDevise"])("%s: reported", (name) => {
    expect(foundFor(name)).toEqual([
      `Node "Save" reads "${name}", which nothing writes, while "keptDevice" is written`,
    ]);
  });

  test.each(["keptDevice", "deviceAlias", ""])("%s: not reported", (name) => {
    expect(foundFor(name)).toEqual([]);
  });
});

test("a key that a setting writes in vain, while nodes read one nearly the same", () => {
  const session = (key: string, attribute: string, more = "") => `journey Change {
  start -> Who
  node Who: SessionData { sessionDataKey: "UserToken" sharedStateKey: "${key}" -> Has }
  node Has: AttributePresentDecision { presentAttribute: "password" identityAttribute: "${attribute}" true, false -> ${more === "" ? "success" : "Run"} }
  ${more}
}`;
  const messages = (text: string) =>
    checkTexts(text)
      .filter(({ code }) => code === "misspelt-state-key")
      .map(({ message }) => message);
  expect(messages(session("usrName", "userName"))).toEqual([
    'Node "Who" writes "usrName", which nothing reads, while "userName" is read and never written',
  ]);
  expect(messages(session("employeNumber", "employeeNumber"))).toHaveLength(1);
  expect(messages(session("userName", "userName"))).toEqual([]);
  expect(messages(session("department", "userName"))).toEqual([]);
  // What is missing behind it for that reason is not told beside it.
  const saves = "node Run: PatchObject { PATCHED -> success FAILURE -> failure }";
  const about = (text: string) =>
    checkTexts(text).flatMap(({ code }) => (/-state-key|^state-/.test(code) ? [code] : []));
  expect(about(session("usrName", "userName", saves))).toEqual(["misspelt-state-key"]);
  const asks = "page Run { node Name: ValidatedUsername\n\n -> success }";
  expect(messages(session("usrName", "userName", asks))).toEqual([]);
});

describe("outputs of a node that its script does not write", () => {
  const told = (listed: string, body: string, version = "2.0") =>
    messagesWithScripts(
      "misspelt-state-key",
      [
        `journey J {
  start -> Check

  script S {
    file: "s.js"
    evaluatorVersion: "${version}"
  }

  node Check: ScriptedDecision {
    script: S
    outcomes: ["next"]
    outputs: [${listed}]

    next -> failure
  }
}
`,
      ],
      { "s.js": `${body}\noutcome = "next";` },
    );

  test("one of nearly the same name", () => {
    expect(told('"tennant"', 'nodeState.putShared("tenant", "a");')).toEqual([
      'Node "Check" lists "tennant" among its outputs, while its script writes "tenant"',
    ]);
  });

  test("the legacy engine takes any for an error", () => {
    const body = 'sharedState.put("tenant", "a");';
    expect(told('"tenant", "colour"', body, "1.0")).toEqual([
      'Node "Check" lists "colour" among its outputs, which its script never writes',
    ]);
    expect(told('"tenant", "colour"', body.replace("sharedState.put", "nodeState.putShared"))).toEqual([]);
  });

  test.each([
    ['"tenant"', 'nodeState.putShared("tenant", "a");'],
    ['"*"', 'nodeState.putShared("tenant", "a");'],
    ['"tenants", "tenant"', 'nodeState.putShared("tenant", "a"); nodeState.putShared("tenants", "a");'],
    ['"tennant"', 'nodeState.putShared(name, "a"); nodeState.putShared("tenant", "a");'],
  ])("what it writes, or may write, is not told: %s", (listed, body) => {
    expect(told(listed, body, "1.0")).toEqual([]);
  });
});
