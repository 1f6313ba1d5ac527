/** The languages of a request, best first: `locale`, then those of `Accept-Language`. Without any, the world's own hold. */
export function readLanguages(locale: string | null, header: string | null): readonly string[] {
  const accepted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.split(";").map((each) => each.trim());
      const quality = parameters.find((each) => each.startsWith("q="));
      return { tag, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ tag, quality }) => tag !== "" && tag !== "*" && quality > 0)
    .toSorted((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
  const asked = locale === null || locale === "" ? [] : [locale.replaceAll("_", "-")];
  return [...asked, ...accepted];
}
