/** Characters that XML, DOT and Mermaid must not hold: control characters other than line feeds, halves of surrogate pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
export const controlCharacters = /[\u0000-\u0009\u000B-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u;
