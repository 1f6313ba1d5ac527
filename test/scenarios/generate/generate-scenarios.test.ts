import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generateScenarios } from "../../../src/scenarios/generate/generate-scenarios.js";
import { modelOf, runScenarios } from "../../support/simulate-text.js";

const examples = join(import.meta.dirname, "..", "..", "..", "examples");
const resetPassword = readFileSync(join(examples, "reset-password", "ResetPassword.journey"), "utf8");

test("generated scenarios cover every outcome and pass as written", async () => {
  const model = modelOf(resetPassword);
  const [journey] = model.journeys;
  if (!journey) throw new Error("no journey");
  const { text, missed } = await generateScenarios(journey, { model, world: {} });
  expect(missed).toEqual([]);
  const results = await runScenarios(resetPassword + text);
  expect(results.flatMap(({ diagnostics }) => diagnostics.map(({ message }) => message))).toEqual([]);
});

async function generated(text: string) {
  const model = modelOf(text);
  const [journey] = model.journeys;
  if (!journey) throw new Error("no journey");
  const made = await generateScenarios(journey, { model, world: {} });
  expect(made.missed).toEqual([]);
  const results = await runScenarios(text + made.text);
  expect(results.every(({ passed }) => passed)).toBe(true);
  return made.text;
}

const form = (nodes: string, rest = "") => `journey Join {
  start -> Form

  page Form {
    ${nodes}

    -> Save
  }

  node Save: CreateObject {
    CREATED -> success
    FAILURE -> failure
  }
${rest}}
`;

test("a registration form is filled in: every field, terms, consent and security questions", async () => {
  const text = await generated(
    form(`node Name: ValidatedUsername
    node Attributes: AttributeCollector {
      attributesToCollect: ["givenName", "sn", "mail", "telephoneNumber", "preferences/updates", "frIndexedString5", "frUnindexedInteger1"]
      required: true
      validateInputs: true
    }
    node Secret: ValidatedPassword
    node Questions: KbaCreate
    node Consent: ConsentNode
    node Terms: AcceptTermsAndConditions`),
  );
  expect(text).not.toContain("stub Form");
  expect(text.match(/submit Form \{/g)).toHaveLength(2);
  expect(text).toContain("Terms: true");
  expect(text).not.toContain("stub Save -> CREATED");
});

test.each([
  ["Terms: AcceptTermsAndConditions", "Terms: true"],
  ["Questions: KbaCreate", "question:"],
  ['Mail: AttributeCollector { attributesToCollect: ["mail"] required: true }', "mail:"],
])("a page with %s is answered, not stubbed", async (node, input) => {
  const text = await generated(form(`node ${node}`));
  expect(text).not.toContain("stub Form");
  expect(text).toContain("submit Form {");
  expect(text).toContain(input);
});

test("the same nodes are answered outside of pages", async () => {
  const text = await generated(`journey Join {
  start -> Terms

  node Terms: AcceptTermsAndConditions {
    -> Mail
  }

  node Mail: AttributeCollector {
    attributesToCollect: ["mail"]

    -> success
  }
}
`);
  expect(text).toContain("submit Terms { Terms: true }");
  expect(text).toContain("submit Mail { mail:");
});

test("titles tell what leads to the end, each another one", async () => {
  const text = await generated(`journey Login {
  start -> Ask

  page Ask {
    node Name: UsernameCollector
    node Secret: PasswordCollector

    -> Check
  }

  node Check: DataStoreDecision {
    true -> success
    false -> Tries
  }

  node Tries: RetryLimitDecision {
    Retry -> Ask
    Reject -> failure
  }
}
`);
  const titles = [...text.matchAll(/scenario "(.*?)" of/g)].map(([, title]) => title);
  expect(titles).toContain("Check.false, Tries.Reject lead to failure");
  expect(titles).toContain("Check.false, Tries.Retry, Check.true lead to success");
  expect(new Set(titles).size).toBe(titles.length);
});

const ring = (length: number) =>
  `journey Ring {\n  start -> N0\n${Array.from(
    { length },
    (_, index) => `  node N${index}: DataStoreDecision { true -> N${(index + 1) % length} false -> failure }\n`,
  ).join("")}}\n`;

test("the work can be ended, and what was not tried is counted", async () => {
  const model = modelOf(ring(20));
  const [journey] = model.journeys;
  if (!journey) throw new Error("no journey");
  let asked = 0;
  const { text, texts, results, missed, untried } = await generateScenarios(
    journey,
    { model, world: {} },
    () => false,
    async () => asked++ < 60,
  );
  expect(text).toBe(texts.join("\n"));
  expect(texts.length).toBeGreaterThan(0);
  expect(results.length).toBe(texts.length);
  expect(missed).toEqual([]);
  expect(texts.length + untried).toBe(20);
  expect((await runScenarios(ring(20) + text)).every(({ passed }) => passed)).toBe(true);
  const nothing = await generateScenarios(
    journey,
    { model, world: {} },
    () => false,
    async () => false,
  );
  expect(nothing).toMatchObject({ text: "", missed: [], untried: 20 });
});
