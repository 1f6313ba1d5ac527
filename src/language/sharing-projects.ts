import type { LanguageText, ReadProject } from "./language-project.js";
import { occurrencesOf } from "./names/find-named.js";
import type { Named } from "./names/named.js";
import type { Workspace } from "./workspace.js";

/**
 * The project of a text, and those others that read a text that declares the same thing: what is shared has one name in all of them. Of the others
 * only the texts count that belong to them: a folder without a configuration also reads those of the projects in it.
 */
export async function projectsThatShare(
  named: Named,
  { project: own }: LanguageText,
  workspace: Workspace,
): Promise<readonly ReadProject[]> {
  const declared = occurrencesOf(named, [own]).filter(({ isDeclaration }) => isDeclaration);
  const sharing: ReadProject[] = [own];
  for (const project of await workspace.projects()) {
    if (project === own || !declared.some(({ text }) => project.texts.has(text.path))) continue;
    const texts = new Map<string, LanguageText>();
    for (const [path, text] of project.texts) {
      if (!own.texts.has(path) && (await workspace.readFor(path)) === project) texts.set(path, text);
    }
    sharing.push({ ...project, texts });
  }
  return sharing;
}
