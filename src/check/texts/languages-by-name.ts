/** The languages that are looked for by name: those in which login pages are usually written. */
const usual =
  "ar bg ca cs da de el en es et fi fr ga he hi hr hu id it ja ko lt lv ms nb nl no pl pt ro ru sk sl sr sv th tr uk vi zh";

let names: ReadonlyMap<string, string> | undefined;

/**
 * The code of the language that a key of a text names, such as `english` or `deutsch`, or by the code of another standard, such as
 * `eng`; `undefined` for what may be right.
 */
export function languageByName(locale: string): string | undefined {
  const word = locale.toLowerCase();
  if (/^[a-z]{3}$/.test(word)) {
    const [code = word] = Intl.getCanonicalLocales(word);
    return code.length === 2 ? code : undefined;
  }
  if (word.length < 4) return undefined;
  names ??= new Map(
    usual.split(" ").flatMap((code) =>
      ["en", code].flatMap((reader): (readonly [string, string])[] => {
        const name = new Intl.DisplayNames(reader, { type: "language" }).of(code)?.toLowerCase();
        return name === undefined || name === code ? [] : [[name, code]];
      }),
    ),
  );
  return names.get(word);
}
