import { describe, expect, test } from "vitest";
import { wordDiff } from "../../../src/diff/render/word-diff.js";

const told = (before: string, after: string) =>
  wordDiff(before, after)
    ?.map(({ text }) => text)
    .join("")
    .trim();

const text = "Enter the address of your account and we will send you a link that is valid for ten minutes";

describe("a long text is told word by word", () => {
  test.each<[string, string, string]>([
    [
      "a word that changed, with some words around it",
      text.replace("ten", "five"),
      "… is valid for [-ten-] {+five+} minutes",
    ],
    ["a word that is new at the start", `Please. ${text}`, "{+Please.+} Enter the address …"],
    ["words that are gone at the end", text.replace(" for ten minutes", ""), "… that is valid [-for ten minutes-]"],
  ])("%s", (_what, after, expected) => {
    expect(told(text, after)).toBe(expected);
  });

  test("not where the texts are short, or have little in common", () => {
    expect(told("Hello you", "Hello all")).toBeUndefined();
    expect(told(text, [...text].reverse().join(""))).toBeUndefined();
  });
});
