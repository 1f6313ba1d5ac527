import { define } from "./border.js";

type Library = (exports: unknown, module: object, require: unknown) => void;
type Compile = (title: string) => Library;

// Taken before the script can see it, as the host call in border.ts.
const compile = (globalThis as { journeyLibrary?: Compile }).journeyLibrary;
delete (globalThis as { journeyLibrary?: Compile }).journeyLibrary;

/** Makes `require(title)`: a library script runs once, as a CommonJS module with the bindings of its caller. */
export function defineRequire(): void {
  const loaded = new Map<string, { exports: unknown }>();
  const require = (title: unknown) => {
    const name = String(title);
    const known = loaded.get(name);
    if (known) return known.exports;
    const module: { exports: unknown } = { exports: {} };
    const library = compile?.(name);
    loaded.set(name, module);
    library?.(module.exports, module, require);
    return module.exports;
  };
  define(globalThis, "require", require);
}
