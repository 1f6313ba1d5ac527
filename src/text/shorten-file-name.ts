import { shortHash } from "./short-hash.js";

/** Disks take 255 bytes for a name, and extensions come to ours. */
const longest = 230;

/** A file name that is too long for a disk is cut; what stands for the whole name keeps it apart from others that begin alike. */
export function shortenFileName(fileName: string, name: string): string {
  if (fileName.length * 3 <= longest || byteLength(fileName) <= longest) return fileName;
  const end = `~${shortHash(name)}`;
  let start = "";
  let left = longest - end.length;
  for (const char of fileName) {
    left -= byteLength(char);
    if (left < 0) break;
    start += char;
  }
  return withoutHalf(start) + end;
}

/** Leaves out the beginning of an encoded character at the end. */
function withoutHalf(start: string): string {
  const whole = start.replace(/%(?:u[0-9A-F]{0,3}|[0-9A-F]?)$/, "");
  const bytes = /(?:%[89A-F][0-9A-F])+$/.exec(whole)?.[0] ?? "";
  for (let cut = 0; cut < bytes.length; cut += 3) {
    if (isWhole(bytes.slice(0, bytes.length - cut))) return whole.slice(0, whole.length - cut);
  }
  return whole.slice(0, whole.length - bytes.length);
}

function isWhole(bytes: string): boolean {
  try {
    decodeURIComponent(bytes);
    return true;
  } catch {
    return false;
  }
}

function byteLength(text: string): number {
  let length = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}
