/** The first difference in words; `undefined` where there is none that counts. */
export function compareExports(original: object, built: object): string | undefined;
