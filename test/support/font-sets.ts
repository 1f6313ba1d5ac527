import { existsSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { globSync } from "tinyglobby";
import { temporaryFolder } from "./temporary-folder.js";

/** The folder of fonts on Linux. On other systems browsers do not ask fontconfig and cannot be kept to a set. */
const fontFolders = ["/usr/share/fonts", "/usr/local/share/fonts"];

/** The files of fonts whose name begins like this; none where the machine lacks them. */
export function findFonts(fileName: string): readonly string[] {
  const folders = fontFolders.filter((folder) => existsSync(folder));
  return folders.flatMap((cwd) => globSync(`**/${fileName}*.ttf`, { cwd, absolute: true })).sort();
}

/** The environment of a program that is to find these fonts and no others; it holds until the test ends. */
export function onlyFonts(files: readonly string[]): NodeJS.ProcessEnv {
  const folder = temporaryFolder();
  for (const file of files) symlinkSync(file, join(folder, basename(file)));
  const configuration = join(folder, "fonts.conf");
  writeFileSync(
    configuration,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${folder}</cachedir>
</fontconfig>
`,
  );
  return { FONTCONFIG_FILE: configuration };
}
