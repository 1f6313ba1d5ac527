import { describe, expect, test } from "vitest";
import { scriptTokens } from "../../src/rhino/script-tokens.js";

/** The tokens as `kind text`, blanks for what the kind says anyway. */
const tokens = (body: string) => scriptTokens(body).map(({ kind, text }) => `${kind} ${text}`);

describe("tokens", () => {
  test.each<[string, string, readonly string[]]>([
    ["nothing", "", []],
    ["blanks", " \t\r\n\u00a0\ufeff", []],
    ["names", "a b1 $c _d größe", ["name a", "name b1", "name $c", "name _d", "name größe"]],
    ["numbers", "0 12 1.5 0xff 1e3", ["number 0", "number 12", "number 1.5", "number 0xff", "number 1e3"]],
    ["signs one by one", "a+=b;", ["name a", "sign +", "sign =", "name b", "sign ;"]],
    ["a name after a number", "1a b", ["number 1a", "name b"]],
    ["texts without their quotes", "\"a b\" 'c'", ["text a b", "text c"]],
    ["the other quote in a text", `"it's" 'say "x"'`, ["text it's", 'text say "x"']],
    [
      "a quote with a backslash",
      String.raw`"a\"b" 'c\'d' "e\\" f`,
      [String.raw`text a\"b`, String.raw`text c\'d`, String.raw`text e\\`, "name f"],
    ],
    ["an empty text", '"" a', ["text ", "name a"]],
    ["a text that is left open ends with its line", '"ab\nc', ["text ab", "name c"]],
    ["a text that is left open ends with the script", '"ab', ["text ab"]],
    ["a comment up to the end of its line", "a // b\nc", ["name a", "name c"]],
    ["a comment at the end of the script", "a // b", ["name a"]],
    ["a comment of several lines", "a /* b\n * c */ d", ["name a", "name d"]],
    ["a comment that begins with a slash", "a /*/ b */ c", ["name a", "name c"]],
    ["a comment that is left open", "a /* b", ["name a"]],
    ["a comment mark in a text", '"//" "/*" a', ["text //", "text /*", "name a"]],
  ])("%s", (_what, body, expected) => {
    expect(tokens(body)).toEqual(expected);
  });

  test("each token knows where it starts", () => {
    expect(scriptTokens('ab = "cd" + 12; // x\n/e/').map(({ start }) => start)).toEqual([0, 3, 5, 10, 12, 14, 21]);
  });
});

/** `§` stands for a dollar sign. */
describe("templates", () => {
  test.each<[string, string, readonly string[]]>([
    ["plain", "`a b` c", ["template a b", "name c"]],
    ["over several lines", "`a\nb` c", ["template a\nb", "name c"]],
    ["with a backquote inside", "`a\\`b` c", ["template a\\`b", "name c"]],
    ["with a dollar that is none", "`a\\§{b}` c", ["template a\\§{b}", "name c"]],
    ["with something inside", "`a§{b}c` d", ["template a", "name b", "template c", "name d"]],
    ["with two things inside", "`§{a}§{b}`", ["template ", "name a", "template ", "name b", "template "]],
    ["with braces inside", "`a§{ {b} }c` d", ["template a", "sign {", "name b", "sign }", "template c", "name d"]],
    [
      "with two deep braces inside",
      "`§{{{b}}}c`",
      ["template ", "sign {", "sign {", "name b", "sign }", "sign }", "template c"],
    ],
    [
      "in a template",
      "`a§{`b§{c}d`}e` f",
      ["template a", "template b", "name c", "template d", "template e", "name f"],
    ],
    ["a brace behind a template", "{`a`}", ["sign {", "template a", "sign }"]],
    ["left open", "`a b", ["template a b"]],
    ["left open inside", "`a§{b", ["template a", "name b"]],
  ])("%s", (_what, body, expected) => {
    const dollar = (text: string) => text.replaceAll("§", "$");
    expect(tokens(dollar(body))).toEqual(expected.map(dollar));
  });
});

describe("a slash", () => {
  test.each<[string, string, readonly string[]]>([
    ["begins a pattern at the start", "/a b/ c", ["pattern /a b/", "name c"]],
    ["divides names", "a / b / c", ["name a", "sign /", "name b", "sign /", "name c"]],
    ["divides numbers", "1 / 2 / 3", ["number 1", "sign /", "number 2", "sign /", "number 3"]],
    [
      "divides what is in brackets",
      "(a) / b / c",
      ["sign (", "name a", "sign )", "sign /", "name b", "sign /", "name c"],
    ],
    [
      "divides an item",
      "a[0] / b / c",
      ["name a", "sign [", "number 0", "sign ]", "sign /", "name b", "sign /", "name c"],
    ],
    ["divides behind a brace", "} / b / c", ["sign }", "sign /", "name b", "sign /", "name c"]],
    ["divides texts", '"a" / b / c', ["text a", "sign /", "name b", "sign /", "name c"]],
    ["begins a pattern behind a sign", "a = /b'/; c", ["name a", "sign =", "pattern /b'/", "sign ;", "name c"]],
    ["begins a pattern in a call", "a(/b/)", ["name a", "sign (", "pattern /b/", "sign )"]],
    ["is part of a class in a pattern", "= /[/]'/ a", ["sign =", "pattern /[/]'/", "name a"]],
    ["ends a pattern behind a class", "= /[a]/ b", ["sign =", "pattern /[a]/", "name b"]],
    ["with a backslash is part of a pattern", "= /a\\/b/ c", ["sign =", "pattern /a\\/b/", "name c"]],
    ["of a pattern that is left open ends with the line", "= /ab\nc", ["sign =", "pattern /ab\n", "name c"]],
  ])("%s", (_what, body, expected) => {
    expect(tokens(body)).toEqual(expected);
  });

  test.each(["return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else"])(
    "begins a pattern behind %s",
    (word) => {
      expect(tokens(`${word} /'/ a`)).toEqual([`name ${word}`, "pattern /'/", "name a"]);
    },
  );
});
