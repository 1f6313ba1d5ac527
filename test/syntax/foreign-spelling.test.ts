import { describe, expect, test } from "vitest";
import { applyFixes } from "../../src/diagnostics/apply-fixes.js";
import { checkTexts } from "../support/check-text.js";

const right = `param tries = 3

journey Login {
  description: "Signs in"
  start -> Ask

  page Ask {
    pageHeader.de: "Anmelden"

    node Name: UsernameCollector

    -> Check
  }

  // the directory
  node Check: DataStoreDecision {
    true -> success
    false -> Lock
  }

  node Tries: RetryLimitDecision {
    retryLimit: "\${tries}"

    Retry -> Ask
    Reject -> failure
  }

  node Lock: AccountLockout {
    lockAction: "LOCK"

    -> Notify
  }

  node Notify: EmailSuspend {
    emailTemplateName: "&{esv.template}"
    identityAttribute: "mail"

    -> Tries
  }
}
`;

/** One mistake, as it is made by those who come from elsewhere. */
const mistakes: readonly (readonly [name: string, from: string, to: string])[] = [
  ["single quotes", '"LOCK"', "'LOCK'"],
  ["smart quotes", '"LOCK"', "“LOCK”"],
  ["German quotes", '"LOCK"', "„LOCK“"],
  ["guillemets", '"Signs in"', "«Signs in»"],
  ["single smart quotes", '"Signs in"', "‘Signs in’"],
  ["an arrow of JavaScript", "true -> success", "true => success"],
  ["an arrow of Unicode", "true -> success", "true → success"],
  ["a long arrow", "true -> success", "true --> success"],
  ["an arrow as editors correct it", "true -> success", "true –> success"],
  ["an arrow without outcome", "-> Notify", "=> Notify"],
  ["a start with another arrow", "start -> Ask", "start → Ask"],
  ["a hash", "// the directory", "# the directory"],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the language writes parameters like that.
  ["a bare parameter", '"${tries}"', "${tries}"],
  ["a bare placeholder", '"&{esv.template}"', "&{esv.template}"],
];

/** The quotes with their text, the reference, or the arrow. */
function foreignPart(text: string): string {
  return /[-=–]*[>→]|[^\sa-zA-Z].*$/.exec(text)![0];
}

describe("what other languages write", () => {
  test("the text itself has no errors", () => {
    expect(checkTexts(right).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test.each(mistakes)("%s", (_name, from, to) => {
    expect(right).toContain(from);
    const wrong = right.replace(from, () => to);
    const before = checkTexts(right).map(({ code }) => code);
    const findings = checkTexts(wrong);
    const added = findings.filter(({ code }) => !before.includes(code));
    expect(added.map(({ code }) => code)).toEqual(["foreign-spelling"]);
    const { source, range } = added[0]!.place;
    expect(source.text.slice(range.start, range.end)).toBe(to.startsWith("#") ? "#" : foreignPart(to));
    const mended = applyFixes(added);
    expect([...mended].map(({ text }) => text)).toEqual([right]);
  });

  test("a text over lines is one mistake", () => {
    const wrong = right.replace('"Signs in"', '"Signs\n    in"');
    const errors = checkTexts(wrong).filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, help }) => [code, help])).toEqual([
      ["unterminated-string", 'A text over several lines stands between `"""` and `"""`.'],
    ]);
  });

  test("a forgotten quote takes only its line", () => {
    const wrong = right.replace('"LOCK"', '"LOCK');
    const errors = checkTexts(wrong).filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, place }) => [code, place.source.positionAt(place.range.start).line])).toEqual([
      ["unterminated-string", right.slice(0, right.indexOf('"LOCK"')).split("\n").length],
    ]);
  });
});
