import { describe, expect, it } from "vitest";
import { formatText } from "./format-text.js";

const list = "[ /* why */ 1]";
/** The list above, one item per line because a comment is in it. */
const broken = (indent: string) => `[\n${indent}  /* why */\n${indent}  1,\n${indent}]`;

describe("the comments inside a member", () => {
  it.each([
    ["a parameter", `param a = ${list}`, `param a = ${broken("")}\n`],
    [
      "a raw block",
      "journey J {\n  raw { /* why */ a: 1 }\n}",
      "journey J {\n  raw {\n    /* why */\n    a: 1,\n  }\n}\n",
    ],
    [
      "an object that a step submits",
      'scenario "s" of J {\n  submit Ask { /* who */ name: "demo" }\n}',
      'scenario "s" of J {\n  submit Ask {\n    /* who */\n    name: "demo",\n  }\n}\n',
    ],
    [
      "the state that a stub writes",
      'scenario "s" of J {\n  stub Ask -> true { /* who */ name: "demo" }\n}',
      'scenario "s" of J {\n  stub Ask -> true {\n    /* who */\n    name: "demo",\n  }\n}\n',
    ],
  ])("stay in the value of %s", (_, before, after) => {
    expect(formatText(before)).toBe(after);
    expect(formatText(after)).toBe(after);
  });

  it.each([
    ["a journey", 'journey J "Title" { // here\n  a: 1\n}\n'],
    ["a node", 'journey J {\n  node N: T "Title" { // here\n    a: 1\n  }\n}\n'],
    ["a page", 'journey J {\n  page P "Title" { // here\n    a: 1\n  }\n}\n'],
    ["a script", 'journey J {\n  script S "Title" { // here\n    file: "s.js"\n  }\n}\n'],
    ["an export block", "journey J {\n  export { // here\n    a: 1\n  }\n}\n"],
    ["a layout", "journey J {\n  layout { // here\n    N 1, 2\n  }\n}\n"],
    ["a scenario", 'scenario "s" of J { // here\n  expect success\n}\n'],
  ])("stay behind the brace of %s", (_, text) => {
    expect(formatText(text)).toBe(text);
  });

  it.each([
    ["a node without a body", "journey J {\n  node N: T /* here */\n}\n"],
    ["a start", "journey J {\n  start -> N /* here */\n}\n"],
    ["a resume step", 'scenario "s" of J {\n  resume // here\n  wait 5m // there\n}\n'],
  ])("go behind %s", (_, text) => {
    expect(formatText(text)).toBe(text);
  });
});
