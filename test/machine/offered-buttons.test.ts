import { expect, test } from "vitest";
import { checkFiles } from "../../src/compile/compile.js";
import { SourceFile } from "../../src/text/source-file.js";

const journey = (offer: string) => `journey Second {
  start -> Offer

  page Who {
    node Name: UsernameCollector

    -> Offer
  }

  node Offer: MultiFactorRegistrationOptions {
    ${offer}
    registerDeviceLabel: { en: "Set up", de: "Einrichten" }
    skipStepLabel: { en: "Later", de: "Später" }
    optOutLabel: "Never"

    registerOutcome -> Wait
    ${offer.includes("mandatory: true") ? "" : "skipOutcome, optOutOutcome -> Ask"}
  }

  node Wait: PollingWait {
    exitable: true
    exitMessage: "&{esv.stop}"

    DONE -> success
    EXITED -> failure
  }

  page Ask {
    node Sure: MessageNode {
      message: "Are you sure?"
      messageNo: "Never mind"
    }

    true -> success
    false -> failure
  }
}
`;

function found(step: string, offer = "getApp: false"): readonly string[] {
  const text = `${journey(offer)}\nscenario "s" of Second {\n  ${step}\n}\n`;
  const { diagnostics } = checkFiles([new SourceFile("a.journey", text)], {});
  return diagnostics.flatMap(({ code, message, help }) => (code === "invalid-step" ? [`${message} | ${help}`] : []));
}

test("a button is given by its text in any language, or by its number", () => {
  for (const value of ['"Later"', '"Später"', '"Never"', '"1"', "1"])
    expect(found(`submit Offer { Offer: ${value} }`), value).toEqual([]);
  expect(found('submit Ask { Sure: "Yes" }')).toEqual([]);
  expect(found('submit Ask { Sure: "Never mind" }')).toEqual([]);
});

test("what no button has is told with the button that is meant, by its outcome, its label or the text it has elsewhere", () => {
  const later = 'Write "Later", the text of the button that leads to `skipOutcome`.';
  expect(found('submit Offer { Offer: "skipOutcome" }')).toEqual([
    `"Offer" of "Offer" has no button "skipOutcome" | ${later}`,
  ]);
  expect(found('submit Offer { Offer: "Skip" }')).toEqual([`"Offer" of "Offer" has no button "Skip" | ${later}`]);
  expect(found('submit Offer { Offer: "skipStepLabel" }')[0]).toContain(later);
  expect(found('submit Offer { Offer: "Latter" }')[0]).toContain('Did you mean "Later"?');
  expect(found('submit Ask { Sure: "No" }')[0]).toContain(
    'Write "Never mind", the text of the button that leads to `false`.',
  );
  expect(found("submit Ask { Sure: false }")[0]).toContain('Write "Never mind"');
});

test("a button that the settings take away is not offered", () => {
  const [told] = found('submit Offer { Offer: "Later" }', "getApp: false mandatory: true");
  expect(told).toContain('It offers "Set up" (which leads to `registerOutcome`).');
});

test("nothing is said of a button whose text is a variable of the tenant or not known", () => {
  expect(found('submit Wait { Wait: "Stop" }')).toEqual([]);
  expect(found('submit Offer { Offer: "Get it" }', "getApp: true")).toEqual([]);
});
