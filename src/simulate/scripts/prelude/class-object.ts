import { javaString } from "./java-scalars.js";

/** What `getClass()` gives. */
export function classObject(name: string): object {
  const [simple = ""] = name.split(".").slice(-1);
  return {
    name: javaString(name),
    simpleName: javaString(simple),
    getName: () => javaString(name),
    getSimpleName: () => javaString(simple),
    toString: () => `class ${name}`,
  };
}
