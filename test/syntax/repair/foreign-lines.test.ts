// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the language writes parameters like that.
import { describe, expect, test } from "vitest";
import { checkFiles } from "../../../src/compile/compile.js";
import { applyFixes } from "../../../src/diagnostics/apply-fixes.js";
import { SourceFile } from "../../../src/text/source-file.js";

const right = `param place = "North Quay"

resource emailTemplate "quayWelcome" from "mails/quay-welcome.json"

journey Quay {
  description: "Sign in at \${place}"

  start -> Crew

  page Crew {
    node Name: UsernameCollector
    node Word: PasswordCollector

    -> Check
  }

  node Check: DataStoreDecision {
    true -> Greet
    false -> Again
  }

  node Again: RetryLimitDecision {
    retryLimit: 3

    Retry -> Crew
    Reject -> failure
  }

  node Greet: EmailTemplate {
    emailTemplateName: "quayWelcome"
    emailAttribute: "mail"

    EMAIL_SENT, EMAIL_NOT_SENT -> Terms
  }

  node Terms: InnerTreeEvaluator {
    tree: "Terms"

    true -> success
    false -> failure
  }

  layout {
    Crew 200, 40
    Check 400, 40
  }
}

journey Terms {
  innerTreeOnly: true

  start -> Accept

  page Accept {
    node Rules: AcceptTermsAndConditions

    -> success
  }

  raw {
    tree: { uiConfig: { owner: "quay" } }
  }
}

scenario "a sailor" of Quay {
  given user { userName: "ben", password: "Anchor-2026", mail: "ben@example.com" }
  submit Crew { Name: "ben", Word: "Anchor-2026" }
  submit Accept { Rules: true }
  expect success
}
`;
const template = JSON.stringify({
  _id: "emailTemplate/quayWelcome",
  defaultLocale: "en",
  enabled: true,
  from: "quay@example.com",
  message: { en: "<p>Welcome</p>" },
  mimeType: "text/html",
  subject: { en: "Welcome" },
});

const findings = (text: string) =>
  checkFiles([new SourceFile("a.journey", text)], { readText: () => ({ text: template }) }).diagnostics.filter(
    ({ severity }) => severity !== "info",
  );

test("the text is right", () => {
  expect(findings(right)).toEqual([]);
});

describe("a line as another tool writes it is told once", () => {
  const resource = 'resource emailTemplate "quayWelcome" from "mails/quay-welcome.json"';
  test.each([
    ['resource emailTemplate quayWelcome from "mails/quay-welcome.json"', resource],
    ['resource emailTemplate "quayWelcome" = "mails/quay-welcome.json"', resource],
    ['resource emailTemplate "quayWelcome": "mails/quay-welcome.json"', resource],
    ['resource emailTemplate "quayWelcome" from mails/quay-welcome.json', resource],
    ['import emailTemplate "quayWelcome" from "mails/quay-welcome.json"', resource],
    ["Crew { x: 200, y: 40 }", "Crew 200, 40"],
    ["Crew [200, 40]", "Crew 200, 40"],
    ['"Crew" 200, 40', "Crew 200, 40"],
    ["[*] --> Crew", "start -> Crew"],
    ['<UsernameCollector name="Name" />', "node Name: UsernameCollector"],
    ['<UsernameCollector id="Name"></UsernameCollector>', "node Name: UsernameCollector"],
    ['tree.uiConfig.owner: "quay"', 'tree: { uiConfig: { owner: "quay" } }'],
    ["true: -> Greet", "true -> Greet"],
    ["Retry -> start", "Retry -> Crew"],
    ["Retry -> beginning", "Retry -> Crew"],
  ])("%s", (written, meant) => {
    expect(right.split(meant)).toHaveLength(2);
    const [found, ...others] = findings(right.replace(meant, written));
    expect(others).toEqual([]);
    const [mended] = applyFixes(found === undefined ? [] : [found]);
    expect(mended?.text).toBe(right);
  });

  test("a text of several words without its quotes", () => {
    const [found, ...others] = findings(right.replace('"North Quay"', "North Quay"));
    expect([found?.code, found?.help, others]).toEqual(["misplaced-word", "Put the text in quotes.", []]);
  });

  test.each(["InnerJourney", "Subflow", "Terms"])("an inner journey by a type %s: its nodes are not missed", (type) => {
    const wrong = right.replace("node Terms: InnerTreeEvaluator", `node Terms: ${type}`);
    expect(findings(wrong).map(({ code }) => code)).toEqual(["unknown-node-type"]);
  });

  test("an arrow back to its own node", () => {
    const [found, ...others] = findings(right.replace("Retry -> Crew", "Retry -> self"));
    expect([found?.help, others]).toEqual(["Did you mean `Again`?", []]);
  });
});
