import type { SchemaError } from "./schema-error.js";

/** A place where a value does not fit its schema. */
export interface Misfit {
  readonly error: SchemaError;
  /** Where the value fits none of several schemas: what each of them says of it. */
  readonly alternatives: readonly SchemaError[];
}

/** What names a member of the value, which may have several such errors. */
const memberKeywords: ReadonlySet<string> = new Set(["additionalProperties", "unevaluatedProperties", "required"]);

/**
 * Sums up the errors of ajv for a reader: one for each place. ajv reports a choice (`anyOf`, `oneOf`) behind the errors of
 * everything that there was to choose from. Where the kind of the value leaves one schema alone, as an object does of "a
 * text or an object", what is wrong inside of the value is told; anywhere else, that it fits none of them.
 */
export function misfitsOf(errors: readonly SchemaError[]): readonly Misfit[] {
  const misfits: Misfit[] = [];
  for (const error of errors) {
    const { keyword } = error;
    if (keyword === "anyOf" || keyword === "oneOf") {
      const before = takeInside(error, misfits);
      const inside = insideOfOne(error, before);
      if (inside) misfits.push(...inside);
      else misfits.push({ error, alternatives: before.map((misfit) => misfit.error).filter(isAt(error)) });
    } else if (keyword === "contains" || keyword === "propertyNames") {
      takeInside(error, misfits);
      misfits.push({ error, alternatives: [] });
    } else if (keyword !== "if") {
      misfits.push({ error, alternatives: [] });
    }
  }
  return onePerPlace(misfits);
}

/** Takes the last misfits that lie at the place of an error, or inside of it. */
function takeInside({ instancePath }: SchemaError, misfits: Misfit[]): readonly Misfit[] {
  let first = misfits.length;
  while (first > 0 && isInside(misfits[first - 1]?.error, instancePath)) first--;
  return misfits.splice(first);
}

function isInside(error: SchemaError | undefined, path: string): boolean {
  return error !== undefined && (error.instancePath === path || error.instancePath.startsWith(`${path}/`));
}

/** What is wrong inside of the value, if it is of the kind that a single one of the schemas asks for. */
function insideOfOne(choice: SchemaError, misfits: readonly Misfit[]): readonly Misfit[] | undefined {
  const schemas = (choice.parentSchema as { readonly [keyword: string]: unknown } | undefined)?.[choice.keyword];
  const ofOtherKinds = misfits.filter(({ error }) => isAt(choice)(error) && error.keyword === "type");
  if (!Array.isArray(schemas) || schemas.length - ofOtherKinds.length !== 1) return undefined;
  // A text of several words is refused twice where an object stands: for its kind, and as none of the words.
  const refused = new Set(ofOtherKinds.map(({ error }) => error.parentSchema));
  const others = misfits.filter(({ error }) => !isAt(choice)(error) || !refused.has(error.parentSchema));
  const allInside = others.every(({ error }) => !isAt(choice)(error) || memberKeywords.has(error.keyword));
  return others.length > 0 && allInside ? others : undefined;
}

function isAt({ instancePath }: SchemaError): (error: SchemaError) => boolean {
  return (error) => error.instancePath === instancePath;
}

function onePerPlace(misfits: readonly Misfit[]): readonly Misfit[] {
  const seen = new Set<string>();
  return misfits.filter(({ error }) => {
    const place = JSON.stringify([error.instancePath, memberKeywords.has(error.keyword) ? error.params : undefined]);
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}
