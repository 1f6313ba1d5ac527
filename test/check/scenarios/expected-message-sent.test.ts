import { describe, expect, test } from "vitest";
import { checkFiles } from "../../../src/compile/compile.js";
import { SourceFile } from "../../../src/text/source-file.js";

const journey = `journey Regatta {
  start -> Name

  page Name {
    node Sailor: UsernameCollector
    node Mail: AttributeCollector {
      attributesToCollect: ["mail"]
    }

    -> Invite
  }

  node Invite: EmailSuspend {
    emailTemplateName: "crewInvite"

    -> Thanks
  }

  node Thanks: EmailTemplate {
    emailTemplateName: "crewWelcome"

    EMAIL_SENT, EMAIL_NOT_SENT -> success
  }
}
`;

function told(expectation: string): readonly (string | undefined)[][] {
  const scenario = `scenario "joins the crew" of Regatta {\n  submit Name { Sailor: "ida", mail: "ida@sea.example" }\n  expect ${expectation}\n}\n`;
  const sources = [new SourceFile("a.journey", journey), new SourceFile("b.scenarios.journey", scenario)];
  return checkFiles(sources, {})
    .diagnostics.filter(({ code }) => code === "impossible-expectation" || code === "invalid-step")
    .map(({ place, help, fixes }) => [place.source.slice(place.range), help, fixes[0]?.edits[0]?.text]);
}

describe("an expected message", () => {
  test.each([
    ['email { template: "crew-invite" }', '"crew-invite"', "Did you mean `crewInvite`?", '"crewInvite"'],
    [
      'email { to: "ida@sea.example", template: "crewWelcom" }',
      '"crewWelcom"',
      "Did you mean `crewWelcome`?",
      '"crewWelcome"',
    ],
    ['email { template: "storm" }', '"storm"', "It sends `crewInvite`, `crewWelcome`.", undefined],
  ])("that cannot come is told: %s", (expectation, at, help, fix) => {
    expect(told(expectation)).toEqual([[at, help, fix]]);
  });

  test.each([
    'email { to: "ida@sea.example", template: "crewInvite" }',
    'email { template: "crewWelcome", object: { userName: "ida" } }',
    'email { resumeUri: "https://a.example" }',
  ])("that may come is not told: %s", (expectation) => {
    expect(told(expectation)).toEqual([]);
  });

  test("is not compared with templates where one is not known", () => {
    const text = journey.replace('"crewInvite"', '"&{esv.crew.template}"');
    const scenario = 'scenario "joins" of Regatta {\n  expect email { template: "storm" }\n}\n';
    const sources = [new SourceFile("a.journey", text), new SourceFile("b.scenarios.journey", scenario)];
    expect(checkFiles(sources, {}).diagnostics.filter(({ code }) => code === "impossible-expectation")).toEqual([]);
  });
});
