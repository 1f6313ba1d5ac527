import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { bindingMethods, bindingsOfOne, givenMethods, scriptGenerations } from "../../src/rhino/bindings.js";
import { done, runLegacy, runNext } from "../simulate/scripts/script-fixture.js";
import { projectRoot } from "../support/read-project.js";

const folder = join(projectRoot, "templates", "script-types");

/** The members of each variable that the declarations of an engine have; `undefined` for one of any type. */
function declaredVariables(generation: string): ReadonlyMap<string, readonly string[] | undefined> {
  const files = ["common.d.ts", `${generation}.d.ts`].map((name) => join(folder, name));
  const program = ts.createProgram(files, { noLib: true, types: [] });
  const checker = program.getTypeChecker();
  const found = new Map<string, readonly string[] | undefined>();
  const members = (node: ts.Node) => {
    const type = checker.getTypeAtLocation(node);
    return type.flags & ts.TypeFlags.Any ? undefined : checker.getPropertiesOfType(type).map(({ name }) => name);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node)) {
      const name = node.name.getText();
      if (name === "Action" || ts.isSourceFile(node.parent.parent.parent)) found.set(name, members(node));
    } else if (ts.isFunctionDeclaration(node)) found.set(node.name?.getText() ?? "", []);
    else {
      // A package of Java is a namespace.
      if (ts.isModuleDeclaration(node) && ts.isSourceFile(node.parent)) found.set(node.name.getText(), undefined);
      ts.forEachChild(node, visit);
    }
  };
  for (const file of files) visit(program.getSourceFile(file)!);
  return found;
}

describe.each(scriptGenerations)("the declarations of the %s engine", (generation) => {
  const declared = declaredVariables(generation);

  test("have the methods that check knows, and no others", () => {
    for (const [binding, methods] of Object.entries(bindingMethods[generation])) {
      const own = declared.get(binding) ?? [];
      expect([binding, own.filter((name) => name !== "length" && !methods.includes(name))]).toEqual([binding, []]);
      // Of lists of Java, only what is called often is declared.
      if (own.includes("length")) continue;
      const left = methods.filter(
        (name) =>
          !own.includes(name) &&
          !isOfJava(name) &&
          !notSuggested.includes(name) &&
          `${binding}.${name}` !== "action.isEmpty",
      );
      expect([binding, left]).toEqual([binding, []]);
    }
  });

  test("have the objects that only this engine has, and none of the other's", () => {
    const other = generation === "legacy" ? "next-generation" : "legacy";
    for (const name of bindingsOfOne[generation]) expect([...declared.keys()]).toContain(name);
    for (const name of bindingsOfOne[other]) expect([...declared.keys()]).not.toContain(name);
  });

  test("have what the simulation has", async () => {
    const calls = [...declared].flatMap(([name, methods]) =>
      name === "Action" ||
      ["existingSession", "module", ...(generation === "legacy" ? ["action"] : [])].includes(name) ||
      methods === undefined
        ? []
        : methods.filter((method) => !isOfJava(method)).map((method) => `${name}.${method}`),
    );
    const run = generation === "legacy" ? runLegacy : runNext;
    const asked = `var missing = [], names = ${JSON.stringify(calls)};
      for (var i = 0; i < names.length; i++) { if (eval("typeof " + names[i]) === "undefined") missing.push(names[i]); }
      outcome = missing.join(" ");`;
    expect(done(await run(asked)).outcome).toBe("");
  });
});

test("values of node state have the methods that check knows", () => {
  const text = readFileSync(join(folder, "legacy.d.ts"), "utf8");
  for (const method of givenMethods.legacy["nodeState.get()"] ?? [])
    expect(text).toMatch(new RegExp(`^  ${method}\\(`, "m"));
});

/** What maps of Java may have of JavaScript, and what loggers have for others than scripts. */
const notSuggested = [
  ..."hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString valueOf getName getState".split(" "),
];

function isOfJava(name: string): boolean {
  return /^(?:equals|getClass|hashCode|toString|notify|notifyAll|wait)$/.test(name);
}
