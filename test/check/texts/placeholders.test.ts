// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the language writes parameters like that.
import { describe, expect, test } from "vitest";
import { checkFiles } from "../../../src/compile/compile.js";
import { applyFixes } from "../../../src/diagnostics/apply-fixes.js";
import { SourceFile } from "../../../src/text/source-file.js";

/** A journey that sends a code, with another text in place of the code's placeholder. */
const sending = (place: string) => `journey Code {
  start -> Who

  node Who: UsernameCollector {
    -> Make
  }

  node Make: OneTimePasswordGenerator {
    -> Send
  }

  node Send: OneTimePasswordSmtpSender {
    hostName: "mail.example.com"
    hostPort: 465
    username: "sender"
    fromEmailAddress: "no-reply@example.com"
    emailSubject: "Your code"
    emailContent: { en: "It is ${place}.", nl: "Het is {{OTP}}." }

    -> Enter
  }

  page Enter {
    node Typed: OneTimePasswordCollectorDecision

    true -> success
    false -> failure
  }
}
`;

const codes: ReadonlySet<string> = new Set(["unknown-placeholder", "unknown-param", "invalid-interpolation"]);

function findings(text: string) {
  const { diagnostics } = checkFiles([new SourceFile("a.journey", text)]);
  return diagnostics.filter(({ code }) => codes.has(code));
}

describe("the place of the code in other marks", () => {
  test.each([
    ["${OTP}", "unknown-param"],
    ["${otp}", "unknown-param"],
    ["\\${OTP}", "unknown-placeholder"],
    ["{OTP}", "unknown-placeholder"],
    ["{{OTP}", "unknown-placeholder"],
    ["{OTP}}", "unknown-placeholder"],
    ["{{{OTP}}}", "unknown-placeholder"],
    ["{{otp}}", "unknown-placeholder"],
    ["{{code}}", "unknown-placeholder"],
    ["{{oneTimePassword}}", "unknown-placeholder"],
    ["{{OTP:6}}", "unknown-placeholder"],
    ["{% OTP %}", "unknown-placeholder"],
    ["<%= OTP %>", "unknown-placeholder"],
    ["%OTP%", "unknown-placeholder"],
    ["[OTP]", "unknown-placeholder"],
    ["$OTP", "unknown-placeholder"],
    ["#{OTP}", "unknown-placeholder"],
    ["&{OTP}", "unknown-placeholder"],
    ["__OTP__", "unknown-placeholder"],
    ["{0}", "unknown-placeholder"],
  ])("%s is told where it stands, and written as the platform replaces it", (written, code) => {
    const text = sending(written);
    const [found, ...others] = findings(text);
    expect(others).toEqual([]);
    expect([found?.code, found?.place.source.slice(found.place.range)]).toEqual([code, written]);
    expect(found?.help).toMatch(/^Write `\{\{OTP\}\}`/);
    const [mended] = applyFixes(found === undefined ? [] : [found]);
    expect(mended?.text).toBe(sending("{{OTP}}"));
  });

  test("a name that speaks of a code is told without a change, since it may be a parameter", () => {
    const [found] = findings(sending("${code}"));
    expect([found?.code, found?.help, found?.fixes]).toEqual([
      "unknown-param",
      "Write `{{OTP}}`: the platform puts the value there.",
      [],
    ]);
  });

  test("what is known only when the journey runs stands in no text", () => {
    const [found] = findings(sending("${nodeState.oneTimePassword}"));
    expect([found?.code, found?.help, found?.fixes]).toEqual([
      "invalid-interpolation",
      "Only parameters of the file stand in a text. What is known at run time (`nodeState.oneTimePassword`) a script can show.",
      [],
    ]);
  });

  test.each(["{{OTP}}", "{{ OTP }}", "{{OTP}} (OTP)", "&{esv.code.intro} {{OTP}}", "an OTP: {{OTP}}"])(
    "%s is right",
    (written) => {
      expect(findings(sending(written))).toEqual([]);
    },
  );

  test("another person's name is no code", () => {
    expect(findings(sending("{{username}} {{OTP}}")).map(({ help }) => help)).toEqual([
      "Correct the placeholder, or write the text itself.",
    ]);
  });
});
