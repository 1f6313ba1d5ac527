import { expect, test } from "vitest";
import { meantByNames } from "../../src/model/meant-resource.js";

const thing = (id: string, name?: string) => (name === undefined ? { id } : { id, content: { _id: id, name } });
const meant = (
  kind: Parameters<typeof meantByNames>[0],
  names: readonly string[],
  things: readonly { readonly id: string }[],
  unused = things,
) => [...meantByNames(kind, names, things, unused)].map(([name, { id }]) => [name, id]);

test("a name means the thing that is called so, has the id in another notation, or nearly has it", () => {
  const themes = [thing("3f", "Night"), thing("day-light"), thing("evening")];
  expect(meant("theme", ["Night", "DayLight", "evenning"], themes)).toEqual([
    ["Night", "3f"],
    ["DayLight", "day-light"],
    ["evenning", "evening"],
  ]);
});

test("a name like none means the only thing that is left over, where it is the only such name", () => {
  const templates = [thing("hello"), thing("parting")];
  expect(meant("emailTemplate", ["newcomer"], templates, [thing("parting")])).toEqual([["newcomer", "parting"]]);
  expect(meant("emailTemplate", ["newcomer"], templates)).toEqual([]);
  expect(meant("emailTemplate", ["newcomer", "somebody"], templates, [thing("parting")])).toEqual([]);
  // `partings` has taken the only one.
  expect(meant("emailTemplate", ["newcomer", "partings"], templates, [thing("parting")])).toEqual([
    ["partings", "parting"],
  ]);
});

test("a template that each tenant has is no mistake for another one", () => {
  expect(meant("emailTemplate", ["forgottenUsername"], [thing("clubWelcome")])).toEqual([]);
  expect(meant("emailTemplate", ["forgottenUsername", "newcomer"], [thing("clubWelcome")])).toEqual([
    ["newcomer", "clubWelcome"],
  ]);
});

test("scripts and entities are many on a tenant: only a near one is meant", () => {
  expect(meant("script", ["0a5e0c63"], [thing("71b9ffff")])).toEqual([]);
  expect(meant("saml2Entity", ["https://a.example.com"], [thing("partner")])).toEqual([]);
});
