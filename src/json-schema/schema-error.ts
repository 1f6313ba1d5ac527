/** An error as ajv reports it, as far as the product reads it (ajv's option `verbose`). */
export interface SchemaError {
  /** RFC 6901, into the value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: { readonly [name: string]: unknown };
  /** The schema that the keyword stands in. */
  readonly parentSchema?: unknown;
}
