// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of journeys
import { describe, expect, test } from "vitest";
import { checkFiles } from "../../src/compile/compile.js";
import { SourceFile } from "../../src/text/source-file.js";

const journey = `param tier = "gold"
param sender = "desk@marina.example"

journey Marina {
  start -> Pick

  page Pick {
    pageHeader.en: "Berths of tier \${tier}"

    node Berth: ChoiceCollector {
      prompt: "A \${tier} berth?"
      choices: ["yes", "no"]
      defaultChoice: "no"
    }

    yes -> Ask
    no -> failure
  }

  node Ask: MessageNode {
    message.en: "Moor there?"
    messageYes.en: "Take \${tier}"
    messageNo.en: "Go on"

    true -> Send
    false -> failure
  }

  node Send: OneTimePasswordSmtpSender {
    fromEmailAddress: "\${sender}"

    -> success
  }
}
`;
const scenario = `scenario "moors" of Marina {
  expect message "Berths of tier gold"
  submit Pick { "A gold berth?": "yes" }
  submit Ask { Ask: "Take gold" }
}
`;

const told = (text: string) =>
  checkFiles([new SourceFile("a.journey", text), new SourceFile("b.scenarios.journey", scenario)], {})
    .diagnostics.filter(({ code }) => code !== "missing-property")
    .filter(({ code, severity }) => severity === "error" || /address|value|expectation|step/.test(code))
    .map(({ code }) => code);

describe("a parameter that is not declared", () => {
  test("is declared in the text that is right", () => {
    expect(told(journey)).toEqual([]);
  });

  test.each([
    ["param tier", "param tire"],
    ['param tier = "gold"\n', ""],
    ["param sender", "param sendar"],
    ['param sender = "desk@marina.example"\n', ""],
    ["berth?", "${teir} berth?"],
  ])("is one finding, whatever else its text takes part in: %s, %s", (from, to) => {
    const codes = told(journey.replace(from, () => to));
    expect(codes).toHaveLength(1);
    expect(["unknown-param", "misspelt-declaration"]).toContain(codes[0]);
  });
});
