/** The languages that people call by the code of a country, which means no language. */
const countries: ReadonlyMap<string, string> = new Map([
  ["al", "sq"],
  ["at", "de"],
  ["by", "be"],
  ["cl", "es"],
  ["cn", "zh"],
  ["cz", "cs"],
  ["dk", "da"],
  ["eg", "ar"],
  ["gb", "en"],
  ["ge", "ka"],
  ["gr", "el"],
  ["hk", "zh"],
  ["il", "he"],
  ["ir", "fa"],
  ["jp", "ja"],
  ["kh", "km"],
  ["kz", "kk"],
  ["mx", "es"],
  ["np", "ne"],
  ["nz", "en"],
  ["pk", "ur"],
  ["rs", "sr"],
  ["ua", "uk"],
  ["us", "en"],
  ["vn", "vi"],
]);

/** The same of codes that mean another language as well, such as Northern Sami (`se`) and Breton (`br`). */
const countriesAndLanguages: ReadonlyMap<string, string> = new Map([
  ["br", "pt"],
  ["ee", "et"],
  ["kr", "ko"],
  ["my", "ms"],
  ["se", "sv"],
  ["si", "sl"],
  ["tw", "zh"],
]);

/** The language that a locale with the code of a country is meant to be; `others` are those that most texts beside it have, and it lacks. */
export function languageOfCountry(locale: string, others: readonly string[]): string | undefined {
  const code = locale.toLowerCase();
  const certain = countries.get(code);
  if (certain !== undefined) return certain;
  const likely = countriesAndLanguages.get(code);
  return likely !== undefined && others.includes(likely) ? likely : undefined;
}
