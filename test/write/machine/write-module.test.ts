import { expect, it } from "vitest";
import { journeyMachine } from "../../../src/machine/journey-machine.js";
import { writeDeclaration } from "../../../src/write/machine/write-declaration.js";
import { writeJsonModule, writeModule, writeTextModule } from "../../../src/write/machine/write-module.js";
import { compileTypeScript, runTypeScript } from "../../support/compile-typescript.js";
import { journey, node } from "../../support/journey-fixture.js";

const named = (name: string) => journey("A", [node("A", { next: "success" })], { name, id: name });

it("a text with one journey has it as its default too, one with several has none", async () => {
  const [first, second] = [named("First"), named("second one")];
  expect({ ...(await runTypeScript(writeModule([first]))) }).toEqual({
    First: journeyMachine(first),
    default: journeyMachine(first),
  });
  expect({ ...(await runTypeScript(writeModule([first, second]))) }).toEqual({
    First: journeyMachine(first),
    secondOne: journeyMachine(second),
  });
  expect(writeModule([])).toBe("");
});

it("tells journeys apart whose names make the same identifier, in the types too", async () => {
  const both = [named("my login"), named("myLogin")];
  expect(Object.keys(await runTypeScript(writeModule(both)))).toEqual(["myLogin", "myLogin_"]);
  const use = `import { myLogin, myLogin_ } from "./both.journey";
export const ids: ["my login", "myLogin"] = [myLogin.id, myLogin_.id];`;
  const files = { "both.d.journey.ts": writeDeclaration(both), "use.ts": use };
  expect(compileTypeScript(files, { allowArbitraryExtensions: true })).toEqual([]);
});

it("writes texts and JSON that hold anything", async () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template would replace it.
  const text = "`${a}` \\ \u2028 </script> \ud800";
  const json = '{"__proto__": {"a": [1, "\\u0000"]}}';
  const [journey] = [named("A")];
  const { A: written } = await runTypeScript(writeTextModule([journey], () => text));
  expect(written).toBe(text);
  const { A: read } = await runTypeScript(writeJsonModule([journey], () => json));
  expect(JSON.stringify(read)).toBe('{"__proto__":{"a":[1,"\\u0000"]}}');
});
