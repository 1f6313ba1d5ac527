/**
 * JSON Schemas of node properties, as ajv compiles them. They speak of literal values only: placeholders and null are
 * told apart afterwards (`src/catalogue/tolerated.ts`), which keeps the generated code a tenth of the size. The same
 * rules for types known only at run time: `src/catalogue/check-value.ts`.
 */

/** The schema of a node's properties in one version. Unknown and missing ones are the binder's business. */
export function versionSchema(properties) {
  const checked = properties.filter((property) => property.observedOnly !== true);
  return {
    type: "object",
    properties: Object.fromEntries(checked.map((property) => [property.name, propertySchema(property)])),
  };
}

function propertySchema(property) {
  switch (property.type) {
    case "boolean":
      return { type: "boolean" };
    case "string":
      return defined({
        type: "string",
        enum: property.enum,
        // Not `minLength`: ajv's code for it needs a module of ajv at run time.
        not: property.nonEmpty === true ? { const: "" } : undefined,
      });
    case "integer":
    case "number":
      return defined({
        type: property.type,
        enum: property.enum,
        minimum: property.minimum,
        maximum: property.maximum,
        exclusiveMinimum: property.exclusiveMinimum,
      });
    case "array":
      return defined({
        type: "array",
        minItems: property.minItems ?? (property.nonEmpty === true ? 1 : undefined),
        items:
          property.items &&
          defined({ type: property.items, enum: property.items === "string" ? property.enum : undefined }),
      });
    case "object":
      return defined({
        type: "object",
        minProperties: property.nonEmpty === true ? 1 : undefined,
        additionalProperties: property.map && { type: property.map },
      });
    default:
      throw new Error(`${property.name}: unknown type ${property.type}`);
  }
}

function defined(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
