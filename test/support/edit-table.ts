/** A journey that uses every part of the language. */
export const base = `journey Reset {
  description: "Reset"

  start -> Ask

  page Ask {
    pageHeader: "Reset"

    node Email: AttributeCollector {
      attributesToCollect: ["mail"]
    }

    node More: ChoiceCollector "More?" {
      choices: ["yes", "no"]
      defaultChoice: "yes"
      prompt: "More?"
    }

    yes, no -> Find
  }

  node Find: IdentifyExistingUser {
    identifier: "userName"

    true -> Send
    false -> failure
  }

  node Send: EmailSuspend {
    emailSuspendMessage: "One\\nTwo\\nThree"

    -> Risk
  }

  node Risk: ScriptedDecision {
    script: Rate
    outcomes: ["ok", "no"]

    ok -> success
    no -> failure
  }

  script Rate "Rate" {
    file: "rate.js"
  }

  resource emailTemplate "hello" from "hello.json"

  require Send before success

  layout {
    Ask 10, 20
    Find 30, 40
    Send 50, 60
    Risk 70, 80
    start 0, 0
    success 90, 90
    failure 90, 10
  }
}

scenario "in" of Reset {
  expect at Ask
}
`;

/** The files that it names. */
export const files = { "rate.js": "var a = 1;\noutcome = a;\n", "hello.json": '{ "subject": { "en": "Hello" } }' };

/** An edit of the journey's text, and the report that must follow. */
export interface Case {
  readonly what: string;
  readonly edit: (text: string) => string;
  readonly files?: Readonly<Record<string, string>>;
  /** The lines of changes, without consequences. */
  readonly changes: readonly string[];
  readonly consequences?: readonly string[];
}

const replace = (from: string, to: string) => (text: string) => {
  if (!text.includes(from)) throw new Error(`no ${from}`);
  return text.replaceAll(from, to);
};

export const cases: readonly Case[] = [
  {
    what: "a journey setting",
    edit: replace('description: "Reset"', 'description: "New"'),
    changes: ['~ description: "Reset" → "New"'],
  },
  {
    what: "a new journey setting",
    edit: replace("  start ->", "  noSession: true\n\n  start ->"),
    changes: ["+ noSession: true"],
  },
  {
    what: "categories",
    edit: replace("  start ->", '  categories: ["A"]\n\n  start ->'),
    changes: ['~ categories: [] → ["A"]'],
  },
  {
    what: "the journey's id",
    edit: replace("journey Reset {", 'journey Reset "Re Set" {'),
    changes: ["~ journey is called Re Set, was Reset"],
  },
  {
    what: "the start",
    edit: replace("start -> Ask", "start -> Find"),
    changes: ["~ start → Find, was Ask"],
    consequences: [
      "! success no longer needs Ask: start → Find.true → Send → Risk.ok → success",
      "before: start → Ask.yes → Find.true → Send → Risk.ok → success",
      "! Ask can no longer be reached",
      "! users are no longer asked by Ask.Email, Ask.More",
    ],
  },
  { what: "a setting", edit: replace('"userName"', '"mail"'), changes: ['~ Find: identifier: "userName" → "mail"'] },
  {
    what: "a setting of an inner node",
    edit: replace('["mail"]', '["mail", "sn"]'),
    changes: ['~ Ask.Email: attributesToCollect: ["mail"] → ["mail","sn"]'],
  },
  {
    what: "a new setting that is no default",
    edit: replace('    identifier: "userName"\n', '    identifier: "userName"\n    identityAttribute: "sn"\n'),
    changes: ['~ Find: identityAttribute: "mail" → "sn"'],
  },
  {
    what: "a default that is said",
    edit: replace('    identifier: "userName"\n', '    identifier: "userName"\n    identityAttribute: "mail"\n'),
    changes: [],
  },
  {
    what: "a text in one locale",
    edit: replace('pageHeader: "Reset"', 'pageHeader: "New"'),
    changes: ['~ Ask: pageHeader.en: "Reset" → "New"'],
  },
  {
    what: "a text in a new locale",
    edit: replace('pageHeader: "Reset"', 'pageHeader: "Reset"\n    pageHeader.de: "Neu"'),
    changes: ['+ Ask: pageHeader.de: "Neu"'],
  },
  {
    what: "a text of several lines",
    edit: replace("One\\nTwo\\nThree", "One\\n2\\nThree"),
    changes: ["~ Send: emailSuspendMessage.en", "One", "- Two", "+ 2", "Three"],
  },
  {
    what: "a label",
    edit: replace("node Find: IdentifyExistingUser", 'node Find: IdentifyExistingUser "Who?"'),
    changes: ['~ Find shows as "Who?", was "Find"'],
  },
  {
    what: "a name",
    edit: replace("Find", "Look"),
    changes: ['~ Look was probably called Find; shows as "Look", was "Find"'],
  },
  {
    what: "a name whose label stays",
    edit: (text) =>
      replace(
        "node Look: IdentifyExistingUser",
        'node Look: IdentifyExistingUser "Find"',
      )(replace("Find", "Look")(text)),
    changes: ["~ Look was called Find"],
  },
  {
    what: "the name of an inner node",
    edit: replace("node Email:", "node Mail:"),
    changes: ['~ Ask.Mail was called Ask.Email; shows as "Mail", was "Email"'],
  },
  {
    what: "the name of a page",
    edit: replace("Ask", "Question"),
    changes: ['~ Question was called Ask; shows as "Question", was "Ask"'],
  },
  {
    what: "an outcome",
    edit: replace("false -> failure", "false -> Ask"),
    changes: ["~ Find false → Ask, was failure"],
    consequences: ["! new loop: Find.false → Ask.yes → Find"],
  },
  {
    what: "an outcome that leads nowhere",
    edit: replace("    false -> failure\n", ""),
    changes: ["- Find false → failure"],
    consequences: [],
  },
  {
    what: "an outcome that led nowhere",
    edit: (text) => text.replace("    no -> failure\n", "    no -> failure\n    extra -> failure\n"),
    changes: ["+ Risk extra → failure"],
  },
  {
    what: "new outcomes",
    edit: replace('outcomes: ["ok", "no"]', 'outcomes: ["ok", "no", "so"]'),
    changes: ['~ Risk: outcomes: ["ok","no"] → ["ok","no","so"]'],
  },
  {
    what: "a node that is new",
    edit: (text) =>
      replace(
        "-> Risk\n",
        "-> Note\n",
      )(text).replace(
        "  node Risk:",
        '  node Note: Message {\n    message: "Hi"\n\n    true, false -> Risk\n  }\n\n  node Risk:',
      ),
    changes: [
      "+ node Note (Message)",
      'message: {"en":"Hi"}',
      "true → Risk",
      "false → Risk",
      "~ Send outcome → Note, was Risk",
    ],
    consequences: [
      "! every way to success now passes Note: start → Ask.yes → Find.true → Send → Note.true, false → Risk.ok → success",
      "! users can now be asked by Note",
    ],
  },
  {
    what: "a node that is gone",
    edit: (text) =>
      replace(
        "true -> Send",
        "true -> Risk",
      )(text)
        .replace(/ {2}node Send[^}]*}\n\n/, "")
        .replace("  require Send before success\n\n", "")
        .replace("    Send 50, 60\n", ""),
    changes: [
      "- node Send (EmailSuspend)",
      'emailSuspendMessage: {"en":"One\\nTwo\\nThree"}',
      "~ Find true → Risk, was Send",
      "- rule require Send before success",
    ],
    consequences: [
      "! second factor: success no longer needs Send, which is gone: start → Ask.yes → Find.true → Risk.ok → success",
      "before: start → Ask.yes → Find.true → Send → Risk.ok → success",
      "! users are no longer asked by Send",
    ],
  },
  {
    what: "another type",
    // With `identifier`, it would be read as the type that has it.
    edit: replace(
      'Find: IdentifyExistingUser {\n    identifier: "userName"\n',
      'Find: AccountActiveDecision "Find" {\n',
    ),
    changes: [
      "~ Find is now a AccountActiveDecision, was a IdentifyExistingUser",
      '- Find: identifier: "userName"',
      '- Find: identityAttribute: "mail"',
    ],
  },
  {
    what: "another version",
    edit: replace("page Ask {", "page Ask @2.0 {"),
    changes: ["~ Ask has version 2.0, was 1.0"],
  },
  {
    what: "an inner node that is new",
    edit: replace(
      "    node More:",
      '    node Extra: AttributeCollector {\n      attributesToCollect: ["sn"]\n    }\n\n    node More:',
    ),
    changes: ["+ node Ask.Extra (AttributeCollector)", 'attributesToCollect: ["sn"]'],
  },
  {
    what: "an inner node that is gone",
    edit: (text) => text.replace(/ {4}node Email[^}]*}\n\n/, ""),
    changes: ["- node Ask.Email (AttributeCollector)", 'attributesToCollect: ["mail"]'],
  },
  {
    what: "the order of inner nodes",
    edit: (text) => text.replace(/( {4}node Email[^}]*}\n)\n( {4}node More[^}]*}\n)/, "$2\n$1"),
    changes: ["~ Ask shows More, Email, was Email, More"],
  },
  {
    what: "a rule that is new",
    edit: replace("  require Send", "  require Find before success\n  require Send"),
    changes: ["+ rule require Find before success"],
  },
  {
    what: "a rule that is gone",
    edit: replace("  require Send before success\n\n", ""),
    changes: ["- rule require Send before success"],
  },
  {
    what: "a script",
    edit: (text) => text,
    files: { ...files, "rate.js": "var a = 2;\noutcome = a;\n" },
    changes: ["~ script Rate: body", "- var a = 1;", "+ var a = 2;", "outcome = a;"],
  },
  {
    what: "a script's title",
    edit: replace('script Rate "Rate"', 'script Rate "Rating"'),
    changes: ['~ script Rating: name: "Rate" → "Rating"'],
  },
  {
    what: "a resource",
    edit: (text) => text,
    files: { ...files, "hello.json": '{ "subject": { "en": "Bye" } }' },
    changes: ['~ emailTemplate hello: subject.en: "Hello" → "Bye"'],
  },
  {
    what: "a resource that is gone",
    edit: replace('  resource emailTemplate "hello" from "hello.json"\n\n', ""),
    changes: ["- emailTemplate hello"],
  },
  {
    what: "raw",
    edit: (text) => text.replace("\n}\n\nscenario", "\n\n  raw {\n    tree: { strange: 1 }\n  }\n}\n\nscenario"),
    changes: ["+ strange: 1"],
  },
  { what: "positions", edit: replace("Ask 10, 20", "Ask 11, 21"), changes: [] },
  {
    what: "the order of everything",
    edit: (text) => text.replace(/( {2}node Find[^}]*}\n)\n( {2}node Send[^}]*}\n)/, "$2\n$1"),
    changes: [],
  },
];
