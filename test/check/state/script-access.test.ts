import fc from "fast-check";
import { expect, test } from "vitest";
import { scriptAccess } from "../../../src/check/state/script-access.js";
import { scriptTokens } from "../../../src/check/state/script-tokens.js";

const keysRead = (body: string) => scriptAccess(body).reads.map(({ key }) => key);
const slots = (body: string) => scriptAccess(body).writes.map(({ slot }) => slot);

test("literal keys are read and written in all three ways of writing it", () => {
  expect(keysRead('nodeState.get("mail"); sharedState.get("a"); transientState["b"]; sharedState.c')).toEqual([
    "mail",
    "a",
    "b",
    "c",
  ]);
  expect(
    slots(
      'nodeState.putShared("a", 1); nodeState.putTransient("b", 2); sharedState.put("c", 3); transientState["d"] = 4',
    ),
  ).toEqual(["shared:a", "transient:b", "shared:c", "transient:d"]);
});

test("comments, texts, templates and regular expressions are no code", () => {
  const body = `
    // nodeState.putShared("comment", 1)
    /* nodeState.putShared("block", 1) */
    var text = 'nodeState.putShared("text", 1)';
    var template = \`nodeState.putShared("template", 1) \${nodeState.get("inside")}\`;
    var pattern = /["'/*]nodeState/;
    var ratio = a / b; nodeState.putShared("real", 1); c / d;
  `;
  expect(slots(body)).toEqual(["shared:real"]);
  expect(keysRead(body)).toEqual(["inside"]);
  expect(scriptAccess(body).writesAnything).toBe(false);
});

test.each([
  ["a key that is made", 'nodeState.putShared("a" + name, 1)'],
  ["a key in a variable", "sharedState.put(name, 1)"],
  ["a state object handed on", "fill(nodeState)"],
  ["another name for it", "var state = sharedState; state.put('a', 1)"],
  ["several keys at once", "nodeState.mergeShared(values)"],
  ["a library", 'var library = require("Library")'],
  ["the whole state replaced", "Action.goTo('true').replaceSharedState(newState)"],
])("%s may write anything", (_, body) => {
  expect(scriptAccess(body).writesAnything).toBe(true);
});

test("looking at a state object or reading with a variable writes nothing", () => {
  for (const body of [
    "if (typeof nodeState !== 'undefined') {}",
    "if (nodeState) {}",
    "nodeState.get(name)",
    "nodeState.keys()",
  ]) {
    expect(scriptAccess(body)).toMatchObject({ writes: [], writesAnything: false });
  }
});

test("the container of attributes may be changed once a script has it", () => {
  expect(slots('nodeState.get("objectAttributes").put("mail", mail)')).toEqual(["attribute:*"]);
  expect(slots('nodeState.get("objectAttributes").get("mail")')).toEqual([]);
});

test("any text ends, whatever is left open in it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("`", "${", "}", '"', "'", "/", "*", "\\", "(", "nodeState", ".", "\n", "a")),
      (parts) => {
        const body = parts.join("");
        const starts = scriptTokens(body).map(({ start }) => start);
        expect(starts).toEqual([...starts].sort((left, right) => left - right));
        scriptAccess(body);
      },
    ),
  );
});
