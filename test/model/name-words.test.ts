import { describe, expect, test } from "vitest";
import { identifierOf, wordsOf, wordsOfIdentifier } from "../../src/model/name-words.js";

describe("the words of a label", () => {
  test.each([
    ["Check the password", ["Check", "the", "password"]],
    ["  e-mail / SMS (2) ", ["e", "mail", "SMS", "2"]],
    ["Don't ask", ["Dont", "ask"]],
    ["rock 'n' roll", ["rock", "n", "roll"]],
    ["Terms & conditions", ["Terms", "And", "conditions"]],
    ["A&B", ["A", "B"]],
    ["<b>Sign</b>in", ["Sign", "in"]],
    ["1 < 2 > 0", ["1", "0"]],
    ["a <b", ["a", "b"]],
    ["---", []],
    ["", []],
  ])("%j", (label, words) => expect(wordsOf(label)).toEqual(words));

  test.each([
    ["Prüfe das Kennwort", ["Prüfe", "das", "Kennwort"]],
    ["L’été d'Élise", ["Lété", "dÉlise"]],
    ["Größe & Farbe", ["Größe", "And", "Farbe"]],
    ["<b>Öl</b>öfen", ["Öl", "öfen"]],
    ["’n’ Ölofen", ["n", "Ölofen"]],
    ["ログイン 2", ["ログイン", "2"]],
    ["Cafe\u0301", ["Café"]],
    ["x \u0301y", ["x", "y"]],
    ["😀", []],
  ])("%j, which is not all ASCII", (label, words) => expect(wordsOf(label)).toEqual(words));
});

test.each([
  ["DataStoreDecision", ["Data", "Store", "Decision"]],
  ["OTPCheck", ["OTP", "Check"]],
  ["step2Verify", ["step2", "Verify"]],
  ["SAML2Node", ["SAML2", "Node"]],
  ["", []],
  ["ÖlÖfenOÖLicht", ["Öl", "Öfen", "OÖ", "Licht"]],
  ["stück2Ölen", ["stück2", "Ölen"]],
])("the words of the identifier %s", (identifier, words) => expect(wordsOfIdentifier(identifier)).toEqual(words));

describe("a name made of a label", () => {
  test.each([
    ["check the password", "CheckThePassword"],
    ["OTP check", "OTPCheck"],
    ["CHECK THE password", "CheckThePassword"],
    ["STOP! PLEASE", "StopPlease"],
    ["a OTP", "AOTP"],
    ["A OTP", "AOTP"],
    ["ask A question", "AskAQuestion"],
    ["ÄNDERE ÖFTER", "ÄndereÖfter"],
    ["2 3", "23"],
    ["ログイン 画面", "ログイン画面"],
    ["", ""],
    ["?!", ""],
    ["𐐨ab", "𐐀ab"],
  ])("%j is %s", (label, name) => expect(identifierOf(label)).toBe(name));

  test("has six words at most", () => {
    expect(identifierOf("one two three four five six seven")).toBe("OneTwoThreeFourFiveSix");
  });

  test("ends before the word that would make it longer than 48 letters", () => {
    const word = "a".repeat(24);
    expect(identifierOf(`${word} ${word} b`)).toBe(`A${"a".repeat(23)}`.repeat(2));
    expect(identifierOf(`${word} ${word}a b`)).toBe(`A${"a".repeat(23)}`);
  });

  test("is cut where the first word alone is longer, but not within a letter", () => {
    expect(identifierOf("b".repeat(60))).toBe(`B${"b".repeat(47)}`);
    expect(identifierOf(`${"b".repeat(47)}𐐨`)).toBe(`B${"b".repeat(46)}`);
  });
});
