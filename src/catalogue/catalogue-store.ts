import { openFileStore } from "./file-store.js";
import type { NodeType } from "./node-type.js";

/** A validator as ajv writes it: says whether the properties are well, and leaves what is wrong in `errors`. */
export interface GeneratedValidator {
  (properties: object): boolean;
  readonly errors?: readonly SchemaError[] | null;
}

/** The part of an ajv error that the product reads. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: { readonly [name: string]: unknown };
}

/** Where the catalogue's data comes from. Everything is synchronous and by single type, so that one file costs its own types only. */
export interface CatalogueStore {
  /** All type ids, sorted by code unit. */
  readonly ids: readonly string[];
  loadType(id: string): NodeType;
  /** `undefined`: this version has no generated validator. */
  loadValidator(id: string, version: string): GeneratedValidator | undefined;
}

let current: CatalogueStore | undefined;

/** The store in use: the files of the package, unless the host has given another one. */
export function catalogueStore(): CatalogueStore {
  current ??= openFileStore();
  return current;
}

/** Replaces the store, for hosts without files such as browsers. To be called before anything else. */
export function useCatalogueStore(store: CatalogueStore): void {
  current = store;
}
