import { expect, test } from "vitest";
import { isLdapFilter } from "../../src/catalogue/ldap-filter.js";

const deep = 100_000;

test.each([
  ["(objectClass=person)", true],
  ["uid=*", true],
  ["(& (a=b) (!(c=d)) )", true],
  ["(|(a=b)(&(c=d)(e=*)))", true],
  ["(&)", true],
  ["", true],
  ["(a=b)(c=d)", false],
  ["(!(a=b)(c=d))", false],
  ["(&(a=b)", false],
  ["(a==b)", false],
])("%s: %s", (text, holds) => {
  expect(isLdapFilter(text)).toBe(holds);
});

test("filters are read however deep they are nested", () => {
  expect(isLdapFilter(`${"(&".repeat(deep)}(a=b)${")".repeat(deep)}`)).toBe(true);
  expect(isLdapFilter("(!".repeat(deep))).toBe(false);
});
