/** Reads a header value that may be encoded as `=?UTF-8?B?…?=` or `=?UTF-8?Q?…?=`; anything else is as it stands. */
export function decodeWord(value: string): string {
  const found = /^=\?([^?]+)\?([BbQq])\?([^?]*)\?=$/.exec(value);
  if (!found) return value;
  const [, charset = "utf-8", encoding = "B", text = ""] = found;
  try {
    const binary = encoding.toUpperCase() === "B" ? atob(text) : fromQuoted(text);
    const bytes = Uint8Array.from(binary, (unit) => unit.charCodeAt(0));
    return new TextDecoder(charset.toLowerCase()).decode(bytes);
  } catch {
    return value;
  }
}

function fromQuoted(text: string): string {
  return text
    .replaceAll("_", " ")
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
