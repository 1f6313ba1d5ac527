import { expect, test } from "vitest";
import { checkExport, messagesIn } from "../../support/check-text.js";
import { exportOf, failureId, nodeIds, successId } from "../../support/login-export.js";

const [first, second, third] = nodeIds;
const save = (identityResource: string, next = successId) => ({
  type: "PatchObjectNode",
  title: identityResource,
  connections: { PATCHED: next, FAILURE: failureId },
  body: { identityResource, patchAsObject: false, ignoredFields: [], identityAttribute: "userName" },
});
const found = (code: "differing-identity-resource" | "misspelt-identity-resource", ...resources: readonly string[]) => {
  const [one = "", two = "", three = one] = resources;
  const nodes = { [first]: save(one, second), [second]: save(two, third), [third]: save(three) };
  return messagesIn(code, checkExport(exportOf(nodes)));
};

test("where an export does not say the journey's kind of object, its nodes are compared with one another", () => {
  expect(found("differing-identity-resource", "managed/user", "managed/alpha_user")).toEqual([
    'Node "managed/alpha_user" is for "managed/alpha_user", and node "managed/user" for "managed/user"',
  ]);
  expect(found("differing-identity-resource", "managed/user", "managed/user")).toEqual([]);
  expect(found("differing-identity-resource", "managed/user", "&{esv.users}")).toEqual([]);
});

test("nothing fails in a node that nothing leads to", () => {
  const severity = (next: string) => {
    const { tree, ...others } = exportOf({ [first]: save("managed/user", next), [second]: save("managed/role") });
    const whole = { ...others, tree: { ...(tree as object), identityResource: "managed/user" } };
    return checkExport(whole).find(({ code }) => code === "differing-identity-resource")?.severity;
  };
  expect(severity(second)).toBe("error");
  expect(severity(successId)).toBe("warning");
});

test("a kind of object that a node misspells is told as such, once", () => {
  expect(found("misspelt-identity-resource", "managed/user", "managed/users")).toEqual([
    'The identity resource "managed/users" is none',
  ]);
  expect(found("differing-identity-resource", "managed/user", "managed/users")).toEqual([]);
  expect(found("misspelt-identity-resource", "managed/alpha_user", "managed/alpha_usr")).toHaveLength(1);
  expect(found("misspelt-identity-resource", "managed/alpha_device", "managed/alpha_device")).toEqual([]);
});
