import { define, library } from "./border.js";

/** Defines `require(title)`: a library script runs once, as a CommonJS module with the bindings of its caller. */
export function defineRequire(): void {
  const loaded = new Map<string, { exports: unknown }>();
  const require = (title: unknown) => {
    const name = String(title);
    const known = loaded.get(name);
    if (known) return known.exports;
    const module: { exports: unknown } = { exports: {} };
    const run = library(name);
    loaded.set(name, module);
    run(module.exports, module, require);
    return module.exports;
  };
  define(globalThis, "require", require);
}
