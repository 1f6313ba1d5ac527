const blocks = /<\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|hr|section|article|header|footer|blockquote)\b[^>]*>/gi;
const unseen = /<(script|style|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const link = /<a\b([^>]*)>([\s\S]*?)<\/a\s*>/gi;

/** HTML as the lines that a page would show: tags fall away, and a link's address stands behind its text. */
export function htmlText(html: string): readonly string[] {
  const plain = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, "")
    .replace(unseen, "")
    .replace(link, (_, attributes: string, text: string) => {
      const address = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(attributes);
      const href = address?.[1] ?? address?.[2] ?? address?.[3];
      return href === undefined ? text : `${text} (${href})`;
    })
    .replace(blocks, "\n")
    .replace(/<\/?[a-z][^>]*>/gi, "");
  const lines = decodeEntities(plain)
    .split("\n")
    .map((line) => line.replace(/[^\S\n]+/g, " ").trim());
  return lines.filter((line) => line !== "");
}

const named: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
  ["copy", "©"],
  ["hellip", "…"],
  ["ndash", "–"],
  ["mdash", "—"],
]);

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{1,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named.get(String(name).toLowerCase()) ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
