/** The text of `src/serve/page.generated.ts`, made from the sources. */
export function pageModule(): Promise<string>;
