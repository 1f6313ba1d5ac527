import { describe, expect, test } from "vitest";
import { lookUpType, shortTypeName, typeIds } from "../../src/catalogue/catalogue.js";
import { checkTexts } from "../support/check-text.js";

/** What is said of types that are written as given, one journey for each. */
function adviceOn(written: readonly string[]): ReadonlyMap<string, string | undefined> {
  const journeys = written.map(
    (name, index) =>
      `journey J${index} {\n  start -> N\n\n  node N: ${JSON.stringify(name)} {\n    -> success\n  }\n}\n`,
  );
  const found = checkTexts(...journeys).filter(({ code }) => code === "unknown-node-type");
  const indexOf = (path: string) => Number(/\d+/.exec(path)?.[0]);
  return new Map(found.map(({ place, help }) => [written[indexOf(place.source.path)]!, help]));
}

describe("a type that is not there", () => {
  test("is suggested by the name that the console shows, for every type, in one run", () => {
    const types = typeIds().map((id) => lookUpType(id)!);
    const unknown = types.filter(({ displayName }) => lookUpType(displayName) === undefined);
    const advice = adviceOn(unknown.map(({ displayName }) => displayName));
    const wrong = unknown.filter(({ id, displayName }) => {
      return !advice.get(displayName)?.includes(`\`${shortTypeName(id)}\``);
    });
    expect(unknown.length).toBeGreaterThan(290);
    expect(wrong.map(({ displayName }) => `${displayName}: ${advice.get(displayName)}`)).toEqual([]);
  });

  test("is suggested by that name without the signs that no word has, too", () => {
    const word = (name: string) => name.replace(/[^\p{L}\p{N}]/gu, "");
    const types = typeIds().map((id) => lookUpType(id)!);
    const unknown = types.filter(({ displayName }) => lookUpType(word(displayName)) === undefined);
    const advice = adviceOn(unknown.map(({ displayName }) => word(displayName)));
    const wrong = unknown.filter(({ id, displayName }) => {
      return !advice.get(word(displayName))?.includes(`\`${shortTypeName(id)}\``);
    });
    expect(wrong.map(({ displayName }) => `${displayName}: ${advice.get(word(displayName))}`)).toEqual([]);
  });

  test.each([
    ["otp email sender", "Did you mean `OneTimePasswordSmtpSender`?"],
    ["Platform-Username", "Did you mean `ValidatedUsername`?"],
    ["Pasword Colector", "Did you mean `PasswordCollector`?"],
    ["HTOP Generator", "Did you mean `OneTimePasswordGenerator`?"],
    ["RSA SecurID", "Did you mean `SecurID` or `product-SecurId`?"],
    ["SocureID", "Did you mean `SocureIdPlusAuth`?"],
    ["Scripted Decision", "Did you mean `ScriptedDecision`?"],
    ["ScriptedDecison", "Did you mean `ScriptedDecision`?"],
    ["ScriptedDecision Is Known", 'Write `ScriptedDecision "Is Known"`: a title stands in quotes behind the type.'],
    ["Page Nodde", "Did you mean `Page`?"],
    ["DeviceMatchDecision", "Did you mean `DeviceMatch`?"],
    ["VerifyOathToken", "Did you mean `OathTokenVerifier`?"],
    ["LockAccount", "Did you mean `AccountLockout`?"],
    ["PatchUser", "Correct the name, or declare the type with `extern node`."],
    ["AcmeRiskDecision", "Correct the name, or declare the type with `extern node`."],
  ])("%s", (written, help) => {
    expect(adviceOn([written]).get(written)).toBe(help);
  });

  test.each([
    ["DeviceMatchDecision", ["DeviceMatch"]],
    ["CollectPassword", ["PasswordCollector"]],
    ["PasswordDecision", []],
    ["CookieDecision", []],
    ["UserExistsDecision", []],
  ])("an invented %s is changed only where its words are those of one type", (written, fixed) => {
    const text = `journey J {\n  start -> N\n\n  node N: ${written} {\n    -> success\n  }\n}\n`;
    const found = checkTexts(text).filter(({ code }) => code === "unknown-node-type");
    expect(found.flatMap(({ fixes }) => fixes.map(({ edits }) => edits[0]?.text))).toEqual(fixed);
  });

  test("keeps being suggested in a file with hundreds of mistakes", () => {
    const written = Array.from({ length: 400 }, (_, index) => `IdentifyExistingUsr${"e".repeat(index % 3)}`);
    const advice = adviceOn([...written, "Scripted Decison"]);
    expect(advice.get("Scripted Decison")).toBe("Did you mean `ScriptedDecision`?");
  });
});
