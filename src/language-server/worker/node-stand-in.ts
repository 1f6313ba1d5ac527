import * as acorn from "acorn";
import * as ajv from "ajv";
import * as ajvOfLaterDraft from "ajv/dist/2020.js";
import * as addFormats from "ajv-formats";

const packages: Readonly<Record<string, unknown>> = {
  acorn,
  ajv,
  "ajv/dist/2020": ajvOfLaterDraft,
  "ajv-formats": addFormats,
};

/** A script of `node:vm` that nothing ends: a worker has no second thread that could. The client can end the worker. */
class EndlessScript {
  runInContext(context: { work(): void }): void {
    context.work();
  }
}

const modules: Readonly<Record<string, unknown>> = {
  "node:module": { createRequire: () => (name: string) => packages[name] },
  "node:vm": { createContext: (variables: object) => variables, Script: EndlessScript },
};

/** Gives the core what it asks Node for: packages, and a way to run work for a limited time. */
export function provideNode(): void {
  const process = { getBuiltinModule: (name: string) => modules[name] };
  Object.defineProperty(globalThis, "process", { value: process, configurable: true });
}
