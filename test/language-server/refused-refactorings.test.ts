import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import * as lsp from "vscode-languageserver-protocol/node";
import { edited, LanguageClient } from "../support/language-client.js";

const secondFactor = readFileSync(
  join(import.meta.dirname, "..", "..", "examples", "login", "SecondFactor.journey"),
  "utf8",
);

/** The refactorings that are offered between two parts of a text, each with the reason if it is refused. */
async function offered(text: string, [from, to]: readonly [string, string], disabledSupport = true) {
  const capabilities = { textDocument: { codeAction: { disabledSupport } } };
  const client = await LanguageClient.start({ capabilities });
  onTestFinished(async () => void (await client.stop()));
  client.open("a.journey", text);
  const positionOf = (part: string) => {
    const before = text.slice(0, text.indexOf(part)).split("\n");
    return { line: before.length - 1, character: before.at(-1)!.length };
  };
  const actions = await client.connection.sendRequest(lsp.CodeActionRequest.type, {
    textDocument: { uri: client.uri("a.journey") },
    range: { start: positionOf(from), end: positionOf(to) },
    context: { diagnostics: [], only: ["refactor"] },
  });
  return (actions as lsp.CodeAction[]).map(({ title, disabled, edit }) => ({
    title,
    reason: disabled?.reason,
    hasEdit: edit !== undefined,
  }));
}

const extraction = (found: Awaited<ReturnType<typeof offered>>) =>
  found.find(({ title }) => title.startsWith("Make an inner journey"));

test("nodes that write transient state for others are not made an inner journey, and the reason is told", async () => {
  const found = await offered(secondFactor, ["node MakeCode", "node MailCode"]);
  expect(extraction(found)).toEqual({
    title: "Make an inner journey of this node",
    reason:
      "MailCode reads oneTimePassword, which MakeCode writes to transient state: it would not come back from an inner journey",
    hasEdit: false,
  });
  const quiet = await offered(secondFactor, ["node MakeCode", "node MailCode"], false);
  expect(extraction(quiet)).toBeUndefined();
});

const scripted = (inputs: string) => `journey Login {
  start -> Name

  page Name {
    node User: UsernameCollector
    node Pass: PasswordCollector

    -> Rate
  }

  node Rate: ScriptedDecision {
    script: Risk
    outcomes: ["low"]
    inputs: [${inputs}]
    outputs: ["*"]

    low -> Check
  }

  node Check: DataStoreDecision {
    true -> success
    false -> failure
  }

  script Risk {
    file: "risk.js"
    evaluatorVersion: "2.0"
  }
}
`;

test("an inner journey with one way out sends what fails in it to failure", async () => {
  const text = `journey Login {
  start -> User

  node User: UsernameCollector {
    -> Tell
  }

  node Tell: Message {
    message: "m"

    true, false -> Pass
  }

  node Pass: PasswordCollector {
    -> Check
  }

  node Check: DataStoreDecision {
    true -> success
    false -> failure
  }
}
`;
  const client = await LanguageClient.start();
  onTestFinished(async () => void (await client.stop()));
  client.open("a.journey", text);
  const textDocument = { uri: client.uri("a.journey") };
  const [action] = (await client.connection.sendRequest(lsp.CodeActionRequest.type, {
    textDocument,
    range: { start: { line: 7, character: 2 }, end: { line: 9, character: 0 } },
    context: { diagnostics: [], only: ["refactor.extract"] },
  })) as lsp.CodeAction[];
  const extracted = edited(text, action?.edit?.changes?.[textDocument.uri] ?? []);
  expect(extracted).toContain("    true -> Pass\n    false -> failure\n");
  client.write("a.journey", extracted);
  const told = (await client.diagnostics("a.journey")).filter(({ severity }) => severity! <= 2);
  expect(told.map(({ message }) => message)).toEqual([]);
});

test("a node is required before success only where that is proved", async () => {
  const text = scripted('"*"')
    .replace('outcomes: ["low"]', 'outcomes: ["low", "none"]')
    .replace("low -> Check", "low -> Check\n    none -> success");
  const title = (name: string) => `Require \`${name}\` before success`;
  const titles = async (name: string) =>
    (await offered(text, [`node ${name}`, `node ${name}`])).map((each) => each.title);
  expect(await titles("Rate")).toContain(title("Rate"));
  expect(await titles("Check")).not.toContain(title("Check"));
});
