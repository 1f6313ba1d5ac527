import fc from "fast-check";
import { expect, test } from "vitest";
import { htmlText } from "../../../src/simulate/session/html-text.js";

test.each([
  ['Enter your e-mail or <a href="#/service/Login">Sign in</a>', ["Enter your e-mail or Sign in (#/service/Login)"]],
  ["<p>One</p><p>Two<br>Three</p>", ["One", "Two", "Three"]],
  ["a &lt; b &amp;&amp; c &#33; &#x41; &unknown;", ["a < b && c ! A &unknown;"]],
  ["<script>alert(1)</script>shown<style>p{}</style>", ["shown"]],
  ["<!-- gone -->here <b>bold</b>", ["here bold"]],
  ["1 < 2 and 3 > 2", ["1 < 2 and 3 > 2"]],
  ["", []],
])("%s", (html, lines) => {
  expect(htmlText(html)).toEqual(lines);
});

test("any text becomes lines without line ends", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("<a", " href=", '"x"', ">", "</a>", "<script>", "<!--", "&#x110000;", "\n", "t")),
      (parts) => {
        for (const line of htmlText(parts.join(""))) expect(line).toMatch(/^[^\n]+$/);
      },
    ),
  );
});

test("long broken markup takes no quadratic time", () => {
  for (const part of ["<a ", "<a href=x>", "<!--", "<script>", "<style", "<p", "&#", "< "]) {
    expect(htmlText(`${part.repeat(20_000)}>`).length).toBeGreaterThanOrEqual(0);
  }
});
