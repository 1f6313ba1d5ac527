import { expect, test } from "vitest";
import { checkTexts, messagesOf } from "../../support/check-text.js";

const change = (question: string, settings = "") => `journey Change {
  start -> Who
  node Who: SessionData { sessionDataKey: "UserToken" sharedStateKey: "userName" -> Ask }
  page Ask {
    ${question}

    -> Save
  }
  node Save: PatchObject { ${settings} PATCHED -> success FAILURE -> failure }
}`;
const register = (question: string) => `journey Register {
  start -> Ask
  page Ask {
    ${question}

    -> Make
  }
  node Make: CreateObject { CREATED -> success FAILURE -> failure }
}`;
const collect = (attributes: string, more = "") =>
  `node Attributes: AttributeCollector { attributesToCollect: ${attributes} ${more} }`;

test("a change that saves what accounts are looked up by, or leaves out all that was asked for, saves nothing", () => {
  for (const text of [
    change("node Name: ValidatedUsername"),
    change(collect('["mail"]'), 'identityAttribute: "mail"'),
    change('node Text: Message { message: "Hello" messageYes: "Yes" messageNo: "No" }').replace(
      "-> Save",
      "true, false -> Save",
    ),
  ]) {
    expect(messagesOf("nothing-to-save", text)).toEqual([
      'Node "Save" changes an account, but nothing before it asks for anything to be saved',
    ]);
  }
});

test("what is asked for straight before a change that leaves it out is lost, whatever came before", () => {
  const lost = (name: string) => [
    `Node "Save" does not save what node "Ask.Attributes" asks for: "${name}" is in \`ignoredFields\``,
  ];
  const asked = collect('["preferences/updates"]');
  expect(messagesOf("nothing-to-save", change(asked, 'ignoredFields: ["preferences"]'))).toEqual(lost("preferences"));
  const scripted = change(asked, 'ignoredFields: ["preferences/updates"]').replace(
    "-> Ask }",
    '-> Run }\n  node Run: ScriptedDecision { script: "01e1a3c0-038b-4c16-956a-6c9d89328cff" outcomes: ["next"] next -> Ask }',
  );
  expect(messagesOf("nothing-to-save", scripted)).toEqual(lost("preferences/updates"));
  // A mail goes to the address, a check takes the password, and what accounts are looked up by is not for saving.
  const mailed = change(collect('["mail"]'), 'ignoredFields: ["mail"]').replace(
    "-> Save",
    '-> Tell\n  }\n  node Tell: EmailTemplate { emailTemplateName: "hello" EMAIL_SENT, EMAIL_NOT_SENT -> Save',
  );
  expect(messagesOf("nothing-to-save", mailed).filter((text) => text.includes("ignoredFields"))).toEqual([]);
  const checked = change("node Old: ValidatedPassword", 'ignoredFields: ["password"]').replace(
    "-> Save",
    "-> Check\n  }\n  node Check: DataStoreDecision { true -> Save false -> failure",
  );
  expect(messagesOf("nothing-to-save", checked).filter((text) => text.includes("ignoredFields"))).toEqual([]);
});

test("anything else that is collected, and nodes that may collect anything, are enough", () => {
  for (const text of [
    change("node New: ValidatedPassword { validateInput: true }"),
    change(collect('["city"]')),
    change("node Terms: AcceptTermsAndConditions"),
    change(collect('["mail"]'), 'identityAttribute: "userName"'),
    change('node Run: ScriptedDecision { script: "01e1a3c0-038b-4c16-956a-6c9d89328cff" outcomes: ["next"] }').replace(
      "-> Save",
      "next -> Save",
    ),
  ]) {
    expect(messagesOf("nothing-to-save", text)).toEqual([]);
  }
});

test("a new account needs a user name", () => {
  expect(messagesOf("nothing-to-save", register(collect('["givenName", "sn", "mail"]')))).toEqual([
    'Node "Make" creates an account, but nothing before it asks for a user name',
  ]);
  expect(messagesOf("nothing-to-save", register(collect('["userName", "sn"]')))).toEqual([]);
  expect(messagesOf("nothing-to-save", register("node Name: ValidatedUsername"))).toEqual([]);
});

test("who is not found has no user name for a new account, unless a node keeps it as an attribute", () => {
  const takeOver = (collector: string) =>
    register(`node Name: ${collector}\n node Secret: PasswordCollector`).replace(
      "-> Make\n",
      '-> Known\n } node Known: IdentifyExistingUser { identifier: "userName" true -> success false -> Make',
    );
  expect(messagesOf("nothing-to-save", takeOver("UsernameCollector"))).toEqual([
    'Node "Make" creates an account, but nothing before it asks for a user name',
  ]);
  expect(messagesOf("nothing-to-save", takeOver("ValidatedUsername"))).toEqual([]);
});

test("a new password is checked before it is saved", () => {
  expect(
    messagesOf("new-password-not-checked", change("node New: ValidatedPassword { validateInput: false }")),
  ).toEqual(['The new password of node "Ask.New" is not checked before node "Save" saves it']);
  expect(messagesOf("new-password-not-checked", change("node New: ValidatedPassword { validateInput: true }"))).toEqual(
    [],
  );
  const old = change("node Old: ValidatedPassword { validateInput: false }").replace("-> Save", "-> Check");
  const checked = old.replace(
    "node Save:",
    "node Check: DataStoreDecision { true -> Save false -> failure }\n  node Save:",
  );
  expect(messagesOf("new-password-not-checked", checked)).toEqual([]);
});

test("what a new account must have cannot be left empty", () => {
  expect(
    messagesOf("optional-mandatory-attribute", register(collect('["givenName", "city"]', "required: false"))),
  ).toEqual(['Node "Ask.Attributes" lets users leave "givenName" empty, which node "Make" needs']);
  for (const more of ["required: true", "required: false validateInputs: true"]) {
    expect(messagesOf("optional-mandatory-attribute", register(collect('["givenName"]', more)))).toEqual([]);
  }
  expect(messagesOf("optional-mandatory-attribute", register(collect('["city"]', "required: false")))).toEqual([]);
  expect(messagesOf("optional-mandatory-attribute", change(collect('["givenName"]', "required: false")))).toEqual([]);
});

test("a user name is shown only to whoever has proved something", () => {
  const show = (first: string) => `journey Forgotten {
  start -> Ask
  page Ask {
    ${collect('["mail"]', "required: true")}

    -> Next
  }
  ${first}
  page Show {
    node UserName: DisplayUserName

    -> failure
  }
}`;
  expect(messagesOf("username-shown", show('node Next: Meter { metricKey: "m" -> Show }'))).toEqual([
    'Node "Show.UserName" shows a user name to somebody who has proved nothing: start -> Ask -> Next -> Show',
  ]);
  expect(messagesOf("username-shown", show('node Next: EmailSuspend { emailTemplateName: "x" -> Show }'))).toEqual([]);
  expect(
    messagesOf("username-shown", show('node Next: InnerTreeEvaluator { tree: "Other" true -> Show false -> failure }')),
  ).toEqual([]);
});

test("the name that users have typed themselves is no secret", () => {
  const show = (more: string) => `journey TwoSteps {
  start -> Ask
  page Ask {
    node Name: ValidatedUsername

    -> ${more === "" ? "Show" : "Next"}
  }
  ${more}
  page Show {
    node UserName: DisplayUserName
    node Password: PasswordCollector

    -> Check
  }
  node Check: DataStoreDecision { true -> success false -> failure }
}`;
  expect(messagesOf("username-shown", show(""))).toEqual([]);
  const finds = 'node Next: IdentifyExistingUser { identityAttribute: "mail" true, false -> Show }';
  expect(messagesOf("username-shown", show(finds))).toHaveLength(1);
});

test("an account without what every user of a new tenant must have is refused, unless something else may set it", () => {
  const found = (question: string) =>
    messagesOf(
      "optional-mandatory-attribute",
      `${register(question).replace("journey Register {", 'journey Register {\n  identityResource: "managed/alpha_user"')}`,
    );
  const name = "node Name: ValidatedUsername { validateInput: true }\n";
  expect(found(`${name}${collect('["mail"]', "required: true")}`)).toEqual([
    'Nothing asks for "givenName", "sn", which node "Make" needs',
  ]);
  expect(found(`${name}${collect('["mail", "sn", "givenName"]', "required: true")}`)).toEqual([]);
  expect(found(`${name}${collect('["&{esv.attribute}"]', "required: true")}`)).toEqual([]);
  expect(found(`${name}node Other: NobodyKnows`)).toEqual([]);
});

test.each([
  ["node Late: AcceptTermsAndConditions { -> success }", "Late"],
  ["node Late: KbaCreate { -> success }", "Late"],
  ['page Late { node More: AttributeCollector { attributesToCollect: ["telephoneNumber"] }  -> success }', "Late.More"],
])("what is asked for behind the one node that saves is lost: %s", (late, asker) => {
  const question = "node Name: ValidatedUsername";
  const text = (more: string) =>
    register(question).replace("CREATED -> success", "CREATED -> Late").replace(/\}$/, more);
  expect(messagesOf("nothing-to-save", text(`${late}\n}`))).toEqual([
    `Nothing saves what node "${asker}" asks for: node "Make" stands before it`,
  ]);
  const save = "node Save: PatchObject { PATCHED -> success FAILURE -> failure }";
  expect(messagesOf("nothing-to-save", text(`${late.replace("-> success", "-> Save")}\n${save}\n}`))).toEqual([]);
  const run =
    'node Run: ScriptedDecision { script: "01e1a3c0-038b-4c16-956a-6c9d89328cff" outcomes: ["next"] next -> success }';
  expect(messagesOf("nothing-to-save", text(`${late.replace("-> success", "-> Run")}\n${run}\n}`))).toEqual([]);
});

test("several questions behind the one node that saves are one finding, and what they ask for is not called missing", () => {
  const more = `node Late: KbaCreate { message: { en: "Question" } -> More }
  page More { node Mail: AttributeCollector { attributesToCollect: ["mail", "sn", "givenName"] required: true }  -> success }
}`;
  const text = register("node Name: ValidatedUsername").replace("CREATED -> success", "CREATED -> Late");
  const found = checkTexts(text.replace(/\}$/, more)).filter(({ severity }) => severity !== "info");
  expect(found.map(({ code, help }) => [code, help])).toEqual([
    ["nothing-to-save", 'Put "Late", "More.Mail" before "Make".'],
  ]);
  expect(found[0]?.related.map(({ message }) => message)).toEqual([
    "The account is saved here",
    "What this node asks for is not saved either",
  ]);
});
