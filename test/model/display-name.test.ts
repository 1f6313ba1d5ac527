import fc from "fast-check";
import { expect, test } from "vitest";
import { displayNameOf } from "../../src/model/display-name.js";

test.each([
  ["FindUser", "Find User"],
  ["findUser", "Find User"],
  ["AskEmail", "Ask Email"],
  ["OTPCheck", "OTP Check"],
  ["OTPCheck2", "OTP Check 2"],
  ["OAuth", "OAuth"],
  ["OAuth2Login", "OAuth2 Login"],
  ["has_session", "Has session"],
  ["Second-Factor", "Second Factor"],
  ["ÄndereKennwort", "Ändere Kennwort"],
  ["MFA", "MFA"],
  ["A", "A"],
  ["_", "_"],
  ["", ""],
])("%s is shown as %s", (name, shown) => {
  expect(displayNameOf(name)).toBe(shown);
});

test("any name gives a label, and one that is split already stays", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (name) => {
      const shown = displayNameOf(name);
      expect(shown.length).toBeGreaterThan(0);
      expect(shown.replaceAll(" ", "").length).toBeLessThanOrEqual(name.length + 2);
    }),
  );
});
