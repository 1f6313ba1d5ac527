import { expect, test } from "vitest";
import { formatSource } from "../../src/format/format-source.js";
import { SourceFile } from "../../src/text/source-file.js";

const format = (text: string, options = {}) => formatSource(new SourceFile("x.journey", text), options);

test("a text is formatted, and has the line ends that are asked for", () => {
  expect(format("param   a = 1")).toEqual({ text: "param a = 1\n" });
  const crlf = { text: 'param a = """\r\n  x\r\n\r\n  y\r\n  """ // z\r\n' };
  expect(format('param a = "x\\n\\ny" // z\n', { lineEnd: "crlf" })).toEqual(crlf);
  expect(format(crlf.text, { lineEnd: "crlf" })).toEqual(crlf);
  expect(format(crlf.text, { lineEnd: "lf" })).toEqual({ text: crlf.text.replaceAll("\r", "") });
});

test("a text with errors is refused, and the errors are told", () => {
  const result = format("param a = 1\njourney {\n");
  expect(result).not.toHaveProperty("text");
  const { diagnostics } = result as Extract<typeof result, { diagnostics: unknown }>;
  expect(diagnostics.length).toBeGreaterThan(0);
  for (const { severity } of diagnostics) expect(severity).toBe("error");
});
