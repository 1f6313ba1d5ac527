/** JSON Schemas of node properties, as ajv compiles them. The same rules for types known only at run time: `src/catalogue/check-value.ts`. */

const placeholder = { $ref: "#/definitions/placeholder" };
const placeholderOrNull = { anyOf: [placeholder, { type: "null" }] };

/** The schema of a node's properties in one version. Unknown and missing ones are the binder's business. */
export function versionSchema(properties, { inlinePlaceholder, placeholderWrappers }) {
  const checked = properties.filter((property) => property.observedOnly !== true);
  return {
    definitions: {
      placeholder: {
        anyOf: [
          { type: "string", pattern: inlinePlaceholder.replace("{", "\\{") },
          { type: "object", minProperties: 1, maxProperties: 1, propertyNames: { enum: placeholderWrappers } },
        ],
      },
    },
    type: "object",
    properties: Object.fromEntries(checked.map((property) => [property.name, propertySchema(property)])),
  };
}

function propertySchema(property) {
  // The platform shows secrets as null, and takes null for a value that may be left out as its absence.
  const nullable = property.secret === true || property.required !== true || property.default === "";
  return { if: nullable ? placeholderOrNull : placeholder, else: literalSchema(property) };
}

function literalSchema(property) {
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
        items: property.items && {
          if: placeholder,
          else: defined({ type: property.items, enum: property.items === "string" ? property.enum : undefined }),
        },
      });
    case "object":
      return defined({
        type: "object",
        minProperties: property.nonEmpty === true ? 1 : undefined,
        additionalProperties: property.map && { if: placeholder, else: { type: property.map } },
      });
    default:
      throw new Error(`${property.name}: unknown type ${property.type}`);
  }
}

function defined(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
