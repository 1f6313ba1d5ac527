import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "../support/fake-host.js";
import { projectRoot } from "../support/read-project.js";
import { temporaryFolder } from "../support/temporary-folder.js";

interface GalleryChange {
  readonly name: string;
  /** What the author did, in a sentence. */
  readonly what: string;
  /** The files that are compared, below `examples`. */
  readonly journeys: readonly string[];
  readonly edits: readonly { readonly file: string; readonly old: string; readonly new: string }[];
}

const gallery = join(projectRoot, "docs", "gallery");
const changes = JSON.parse(readFileSync(join(gallery, "changes.json"), "utf8")) as readonly GalleryChange[];

/** Both versions of a change, in folders beside each other. */
function versionsOf({ journeys, edits }: GalleryChange): string {
  const before = new Map<string, string>();
  for (const file of [...journeys, ...edits.map((edit) => edit.file)]) {
    before.set(file, readFileSync(join(projectRoot, "examples", file), "utf8"));
  }
  const after = new Map(before);
  for (const { file, old, new: text } of edits) {
    const parts = after.get(file)!.split(old);
    expect([file, old, parts.length]).toEqual([file, old, 2]);
    after.set(file, parts.join(text));
  }
  const below = (folder: string, files: ReadonlyMap<string, string>) =>
    [...files].map(([file, text]) => [`${folder}/${file}`, text] as const);
  return temporaryFolder(Object.fromEntries([...below("before", before), ...below("after", after)]));
}

/** What is told of each change as text. */
const told = new Map<string, string>();

const formats = { text: "txt", markdown: "md", html: "html" } as const;

test.each(changes)("docs/gallery shows $name as it is told", async (change) => {
  const folder = versionsOf(change);
  for (const [format, extension] of Object.entries(formats)) {
    const { code, output } = await runCommand(folder, ["diff", "before", "after", "--format", format]);
    expect(code).toBe(1);
    if (format === "text") told.set(change.name, output.trimEnd());
    await expect(output).toMatchFileSnapshot(join(gallery, `${change.name}.${extension}`));
  }
});

test("docs/gallery/README.md shows all changes", async () => {
  const parts = changes.map(({ name, what }) => {
    return `## ${what}\n\n\`\`\`\n${told.get(name)}\n\`\`\`\n\nAs [Markdown](${name}.md), as [a page](${name}.html).\n`;
  });
  const head =
    "# Twenty changes, as a reviewer sees them\n\nWhat `journeyc diff` says of changes to the [examples](../../examples), made by [these edits](changes.json). Written by `npm run accept`.\n";
  await expect([head, ...parts].join("\n")).toMatchFileSnapshot(join(gallery, "README.md"));
});
