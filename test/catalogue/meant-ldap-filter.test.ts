import fc from "fast-check";
import { expect, test } from "vitest";
import { isLdapFilter, meantLdapFilter } from "../../src/catalogue/ldap-filter.js";

test.each([
  ["(&(objectClass=keeper)(!(inactive=true))", "(&(objectClass=keeper)(!(inactive=true)))"],
  ["(&(objectClass=person)(|(l=Rome)(l=Bern)", "(&(objectClass=person)(|(l=Rome)(l=Bern)))"],
  ["(objectClass=person", "(objectClass=person)"],
  ["objectClass=person)", "(objectClass=person)"],
  ["(objectClass=person))", "(objectClass=person)"],
  ["(&(objectClass=person)(l=Rome)))", "(&(objectClass=person)(l=Rome))"],
  ["(objectClass=person)(l=Rome)", "(&(objectClass=person)(l=Rome))"],
  ["(objectClass=person) && (l=Rome)", "(&(objectClass=person)(l=Rome))"],
  ["(objectClass=person) and (l=Rome)", "(&(objectClass=person)(l=Rome))"],
  ["(l=Rome) OR (l=Bern)", "(|(l=Rome)(l=Bern))"],
  ["l=Rome or l=Bern", "(|(l=Rome)(l=Bern))"],
  ["(objectClass==person)", "(objectClass=person)"],
  ["objectClass eq person", "(objectClass=person)"],
  ["(!inactive=true)", "(!(inactive=true))"],
  ["(&(objectClass=person)(!inactive=true))", "(&(objectClass=person)(!(inactive=true)))"],
  ["(inactive!=true)", "(!(inactive=true))"],
])("%s is meant to be %s", (text, filter) => {
  expect(meantLdapFilter(text)).toBe(filter);
});

test.each(["person", "all users", "(person)", "{ objectClass: person }"])("%s tells no filter", (text) => {
  expect(meantLdapFilter(text)).toBeUndefined();
});

test("whatever is proposed is a filter", () => {
  const parts = fc.constantFrom("(", ")", "&", "|", "!", "=", "a", "b=c", " and ", " or ", '"', " ", "\\", "*");
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 30 }), (words) => {
      const meant = meantLdapFilter(words.join(""));
      if (meant !== undefined) expect(isLdapFilter(meant)).toBe(true);
    }),
  );
});
