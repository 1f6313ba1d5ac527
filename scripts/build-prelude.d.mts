/** The text of `src/simulate/scripts/prelude.generated.ts`, made from the sources. */
export function preludeModule(): Promise<string>;
