/**
 * Decodes a header value of the form `=?UTF-8?B?…?=` or `=?UTF-8?Q?…?=` (RFC 2047); any other value is returned
 * unchanged.
 */
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
