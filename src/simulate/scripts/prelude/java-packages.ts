import { define, unsupported } from "./border.js";

/** Java classes by full name. A class that is not listed ends the script as unsupported when it is used. */
export type ClassTable = ReadonlyMap<string, unknown>;

// Scripts have no `Proxy` (guards.ts); the prelude keeps it here before it is removed.
const Wrapper = Proxy;
const packageNames = new WeakMap<object, string>();

/** Defines `java`, `javax`, `org`, `com`, `Packages` and `JavaImporter` as Rhino has them. */
export function definePackages(classes: ClassTable): void {
  for (const [name, type] of classes) printAsClass(name, type as object);
  for (const root of ["java", "javax", "org", "com"]) define(globalThis, root, packageOf(root, classes));
  define(globalThis, "Packages", packageOf("", classes));
  // Not an arrow function, because scripts call it with and without `new`.
  const importer = function JavaImporter(...parts: readonly unknown[]) {
    return importInto(Object.create(new.target?.prototype ?? null), parts, classes);
  };
  define(globalThis, "JavaImporter", importer);
  const importGlobally = (...parts: readonly unknown[]) => {
    importInto(globalThis, parts, classes);
  };
  define(globalThis, "importClass", importGlobally);
  define(globalThis, "importPackage", importGlobally);
}

/** Rhino prints a class by its name, whatever static `toString` it has. */
function printAsClass(name: string, type: object): void {
  define(type, Symbol.toPrimitive, (hint: string) => (hint === "number" ? Number.NaN : `[JavaClass ${name}]`));
}

function packageOf(name: string, classes: ClassTable): object {
  const members = new Map<string, unknown>();
  const wrapper: object = new Wrapper(
    {},
    {
      get(_target, key) {
        if (typeof key !== "string") return undefined;
        if (key === "toString") return () => `[JavaPackage ${name}]`;
        if (!members.has(key)) members.set(key, memberOf(name === "" ? key : `${name}.${key}`, key, classes));
        return members.get(key);
      },
      has: () => true,
    },
  );
  packageNames.set(wrapper, name);
  return wrapper;
}

function memberOf(name: string, key: string, classes: ClassTable): unknown {
  return classes.get(name) ?? (/^[A-Z]/.test(key) ? missingClass(name) : packageOf(name, classes));
}

/** A class that the simulation lacks. A script may import it; using it ends the script. */
function missingClass(name: string): object {
  const use = () => unsupported(`Java class ${name}`);
  // Not an arrow function, which `new` would refuse before it comes to the handler.
  const target = Object.assign(function missing() {}, { className: name });
  return new Wrapper(target, {
    apply: use,
    construct: use,
    get: (_target, key) => (typeof key === "string" && key !== "className" ? use() : name),
  });
}

function importInto(target: object, parts: readonly unknown[], classes: ClassTable): object {
  for (const part of parts) {
    if ((typeof part !== "object" && typeof part !== "function") || part === null) continue;
    const packageName = packageNames.get(part);
    if (packageName === undefined) {
      const name = nameOf(part, classes);
      define(target, name.slice(name.lastIndexOf(".") + 1), part);
      continue;
    }
    for (const [name, type] of classes) {
      const dot = name.lastIndexOf(".");
      if (name.slice(0, dot) === packageName) define(target, name.slice(dot + 1), type);
    }
  }
  return target;
}

function nameOf(type: object, classes: ClassTable): string {
  for (const [name, known] of classes) if (known === type) return name;
  return String((type as { className?: unknown }).className ?? "");
}
