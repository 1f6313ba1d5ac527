import { expect, test } from "vitest";
import { parseDocument } from "../../../src/export-json/read/parse-document.js";
import { JsonPlace } from "../../../src/text/json-place.js";
import { SourceFile } from "../../../src/text/source-file.js";

function parsed(text: string) {
  const source = new SourceFile("x.json", text);
  return parseDocument(source, JsonPlace.root(source));
}

test.each([
  ["", "The file is empty."],
  [" \n\t", "The file is empty."],
  ["\n<!DOCTYPE html>", "This looks like an HTML page: perhaps a login or error page saved in place of the export."],
  ["<html>", "This looks like an HTML page: perhaps a login or error page saved in place of the export."],
  ['<?xml version="1.0"?>', "This looks like XML; journeys are exported as JSON."],
  ["// a comment\njourney J {}", "This looks like a `.journey` file: give it that extension."],
  ["journey Login {}", "This looks like a `.journey` file: give it that extension."],
  ['journey "Log in" {}', "This looks like a `.journey` file: give it that extension."],
  ["PK\u0003\u0004", "This looks like a ZIP archive: unpack it first."],
  ['{\n<<<<<<< ours\n"a": 1', "The file has the marks of an unresolved merge conflict."],
  ['{\n"a": 1\n=======\n', "The file has the marks of an unresolved merge conflict."],
  [`{\n"a": "${"x".repeat(200_000)}"\n<<<<<<< ours\n`, "The file has the marks of an unresolved merge conflict."],
  ['{\n"a": 1\n>>>>>>> theirs\n', "The file has the marks of an unresolved merge conflict."],
])("%.40j is told what it may be", (text, help) => {
  const { value, diagnostics } = parsed(text);
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code: "invalid-json", help }]);
});

test.each(["hello", "{", "journeys", "a <html>", '{ "a": <<<<<<<'])("%j is not guessed at", (text) => {
  expect(parsed(text).diagnostics).toMatchObject([{ code: "invalid-json" }]);
  expect(parsed(text).diagnostics[0]?.help).toBeUndefined();
});

test.each([
  ["9223372036854775807", "9223372036854775807", "9223372036854776000"],
  ["1e400", "1e400", "Infinity"],
  [`1${"0".repeat(60)}1`, `1${"0".repeat(39)}…`, "1e+61"],
])("%s is told as a number that is not kept, with its place, and not as broken JSON", (text, number, becomes) => {
  const whole = `{ "a": [1, ${text}] }`;
  const { value, diagnostics } = parsed(whole);
  expect(value).toBeUndefined();
  const range = { start: 11, end: 11 + text.length };
  const message = `The number ${number} cannot be kept, it would become ${becomes}`;
  expect(diagnostics).toMatchObject([{ code: "number-not-kept", id: "JRN415", message, place: { range } }]);
});

test("the first twenty members that stand twice are told, with the first one's place", () => {
  const { value, diagnostics } = parsed(`{${Array.from({ length: 30 }, (_, index) => `"a": ${index}`).join(", ")}}`);
  expect(value).toBeDefined();
  expect(diagnostics).toHaveLength(20);
  const [{ code, place, related } = { code: "", place: undefined, related: [] }] = diagnostics;
  expect([code, place?.range.start]).toEqual(["duplicate-member", 9]);
  expect(related).toMatchObject([{ message: "First here", place: { range: { start: 1 } } }]);
});
