const blocks: ReadonlySet<string> = new Set(
  "p div br li ul ol h1 h2 h3 h4 h5 h6 tr table hr section article header footer blockquote".split(" "),
);
const unseen: ReadonlySet<string> = new Set(["script", "style", "template"]);

/** The lines of text that HTML shows: without tags, and with the address of a link after its text. */
export function htmlText(html: string): readonly string[] {
  const lines = new Reader(html)
    .read()
    .split("\n")
    .map((line) => decodeEntities(line).replace(/\s+/g, " ").trim());
  return lines.filter((line) => line !== "");
}

/** Reads a text in one pass, so that a hostile text cannot take more than linear time. */
class Reader {
  readonly #html: string;
  readonly #shown: string[] = [];
  /** The address of the current link. */
  #address: string | undefined;
  #at = 0;
  #nextEnd: number;

  constructor(html: string) {
    this.#html = html;
    this.#nextEnd = html.indexOf(">");
  }

  read(): string {
    const html = this.#html;
    while (this.#at < html.length) {
      const start = html.indexOf("<", this.#at);
      const end = start === -1 ? -1 : this.#endOfTag(start);
      if (end === -1) {
        this.#shown.push(html.slice(this.#at));
        break;
      }
      this.#shown.push(html.slice(this.#at, start));
      if (html.startsWith("<!--", start)) this.#skipBehind("-->", start + 4);
      else this.#tag(start, end);
    }
    return this.#shown.join("");
  }

  /** The position of the next `>`, found once for all `<` before it. */
  #endOfTag(start: number): number {
    if (this.#nextEnd !== -1 && this.#nextEnd < start) this.#nextEnd = this.#html.indexOf(">", start);
    return this.#nextEnd;
  }

  /** Reads a tag. A `<` that begins no tag is text. */
  #tag(start: number, end: number): void {
    const name = /^<(\/?)([a-z][a-z0-9]*)/i.exec(this.#html.slice(start, start + 32));
    if (!name) {
      this.#shown.push("<");
      this.#at = start + 1;
      return;
    }
    this.#at = end + 1;
    const element = (name[2] ?? "").toLowerCase();
    const isEnd = name[1] === "/";
    if (blocks.has(element)) this.#shown.push("\n");
    if (unseen.has(element) && !isEnd) this.#skipBehind(`</${element}>`, this.#at);
    if (element !== "a") return;
    if (this.#address !== undefined) this.#shown.push(` (${this.#address})`);
    this.#address = isEnd ? undefined : addressIn(this.#html.slice(start, end));
  }

  #skipBehind(mark: string, from: number): void {
    const found = this.#html.indexOf(mark, from);
    this.#at = found === -1 ? this.#html.length : found + mark.length;
  }
}

function addressIn(tag: string): string | undefined {
  const found = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag);
  return found?.[1] ?? found?.[2] ?? found?.[3];
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
