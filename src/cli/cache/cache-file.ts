import { appendFileSync, closeSync, fstatSync, openSync, readdirSync, readSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import { writeFileAtomically } from "../output/atomic-write.js";
import { amendedDetails, amendedOverview, amendedText } from "./amended-build.js";
import type { StoredBuild } from "./build-check.js";
import type { BuildAmendment, BuildDetails, BuildOverview, KeptText, WholeDetails } from "./kept-build.js";

/**
 * The file of a kept build: a line with the lengths and check sums of its two parts, the overview, which is all that a build without
 * changes reads, and the details. Amendments may follow.
 */
const form = /^journeyc build 2 (\d{1,9}) (\d{1,10}) (\d{1,9}) (\d{1,10}) *\n$/;
const headLength = 64;
/** Each set of arguments has its own file. So many of them are kept. */
const mostFiles = 24;

/** The file of a build with this key in a folder. */
export function cacheFile(folder: string, key: string): string {
  return join(folder, `build-${crc32(key).toString(36)}`);
}

/** Reads a kept build. `undefined` where there is none, or it is damaged, of another version, or of another key. */
export function readStored(file: string, key: string): StoredBuild | undefined {
  const head = readPart(file, 0, headLength);
  const found = form.exec(head?.toString("latin1") ?? "");
  if (head === undefined || found === null) return undefined;
  const [overviewLength = 0, overviewSum = 0, detailsLength = 0, base = 0] = found.slice(1).map(Number);
  const overview = parsePart<BuildOverview>(readPart(file, headLength, overviewLength), overviewSum);
  if (overview?.key !== key) return undefined;
  const amendments = amendmentsIn(readPart(file, headLength + overviewLength + detailsLength), base);
  const lines = new DetailLines(() => {
    const bytes = readPart(file, headLength + overviewLength, detailsLength);
    // Another build may have put its own file here meanwhile.
    const isSame = readPart(file, 0, headLength)?.equals(head) === true;
    return isSame && bytes !== undefined && crc32(bytes) === base ? bytes : undefined;
  });
  return {
    overview: amendedOverview(overview, amendments),
    base,
    amendments: amendments.length,
    whole: () => lines.at<WholeDetails>(0),
    textAt: (index) => {
      const text = lines.at<KeptText>(index + linesBeforeTexts);
      return text && amendedText(text, index, amendments);
    },
    details: () => {
      const [whole, hashes, ...texts] = lines.all() as [WholeDetails?, string[]?, ...KeptText[]];
      if (whole === undefined || hashes === undefined) return undefined;
      return amendedDetails({ whole, hashes, texts }, amendments);
    },
  };
}

/** The details stand line by line: what holds for all texts, the hashes, and each text. */
const linesBeforeTexts = 2;

function linesOf({ whole, hashes, texts }: BuildDetails): string {
  return [whole, hashes, ...texts].map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** Lines of JSON that are read together when the first one is asked for, and parsed one by one. */
class DetailLines {
  readonly #read: () => Buffer | undefined;
  #bytes: Buffer | "none" | undefined;

  constructor(read: () => Buffer | undefined) {
    this.#read = read;
  }

  at<T>(index: number): T | undefined {
    const bytes = this.#loaded();
    let start = 0;
    for (let line = 0; line < index && bytes !== undefined; line++) start = bytes.indexOf(lineFeed, start) + 1;
    const end = bytes?.indexOf(lineFeed, start) ?? -1;
    return bytes === undefined || end < 0 ? undefined : (JSON.parse(bytes.toString("utf8", start, end)) as T);
  }

  all(): readonly unknown[] {
    const text = this.#loaded()?.toString("utf8") ?? "";
    return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as unknown]));
  }

  #loaded(): Buffer | undefined {
    this.#bytes ??= this.#read() ?? "none";
    return this.#bytes === "none" ? undefined : this.#bytes;
  }
}

const lineFeed = 10;

function parsePart<T>(bytes: Buffer | undefined, sum: number): T | undefined {
  return bytes === undefined || crc32(bytes) !== sum ? undefined : (JSON.parse(bytes.toString("utf8")) as T);
}

/** A line for each amendment, with its check sum in front. One that is damaged or of another base, and all behind it, do not count. */
function amendmentsIn(bytes: Buffer | undefined, base: number): readonly BuildAmendment[] {
  const amendments: BuildAmendment[] = [];
  for (const line of bytes?.toString("utf8").split("\n") ?? []) {
    const [, sum = "", json = ""] = /^(\d+) (.+)$/.exec(line) ?? [];
    if (json === "" || crc32(json) !== Number(sum)) break;
    const amendment = JSON.parse(json) as BuildAmendment;
    if (amendment.base !== base) break;
    amendments.push(amendment);
  }
  return amendments;
}

/** A part of a file, or all from a place on. `undefined` where the file is not there, or too short. */
function readPart(file: string, start: number, length?: number): Buffer | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, "r");
    const bytes = Buffer.allocUnsafe(length ?? Math.max(0, fstatSync(descriptor).size - start));
    return readSync(descriptor, bytes, 0, bytes.length, start) === bytes.length ? bytes : undefined;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Adds an amendment to a kept build. Throws where it cannot be written. */
export function amendStored(file: string, amendment: BuildAmendment): void {
  const json = JSON.stringify(amendment);
  appendFileSync(file, `${crc32(json)} ${json}\n`);
}

/** Writes a kept build, and removes those that have not been written for longest. Throws where it cannot be written. */
export function writeStored(file: string, overview: BuildOverview, details: BuildDetails): void {
  const parts = [JSON.stringify(overview), linesOf(details)].map((part) => Buffer.from(part, "utf8"));
  const sums = parts.map((bytes) => `${bytes.length} ${crc32(bytes)}`).join(" ");
  const head = Buffer.from(`${`journeyc build 2 ${sums}`.padEnd(headLength - 1)}\n`, "latin1");
  if (writeFileAtomically(file, Buffer.concat([head, ...parts])) === "written") removeOld(dirname(file));
}

function removeOld(folder: string): void {
  const files = readdirSync(folder).filter((name) => name.startsWith("build-"));
  if (files.length <= mostFiles) return;
  const byAge = files.map((name) => ({ path: join(folder, name), time: timeOf(join(folder, name)) }));
  byAge.sort((left, right) => right.time - left.time);
  for (const { path } of byAge.slice(mostFiles)) rmSync(path, { force: true });
}

function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
