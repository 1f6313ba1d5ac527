import { type Resource, type ResourceKind, resourceKinds, type Script } from "../../model/model.js";
import { isJsonObject, type Json } from "../../text/json.js";
import { listMember, textMember } from "../../text/json-members.js";
import { sortedEntries } from "../../text/sorted-json.js";
import { sectionOf, sections } from "../sections.js";
import { declarationName } from "./declaration-name.js";
import { type ReadContext, settingsOf } from "./read-context.js";

const scriptMembers: ReadonlySet<string> = new Set(["_id", "name", "script"]);

/** Reads the scripts whose text can be decoded, sorted by title. Any other script is left to `raw`. */
export function readScripts(context: ReadContext): readonly Script[] {
  const taken = new Set<string>();
  const scripts = sortedEntries(sectionOf(context.value, "script")).flatMap(([id, script]) => {
    const title = isJsonObject(script) ? textMember(script, "name") : undefined;
    const decoded = context.scripts.get(id);
    return title === undefined || !decoded || !isJsonObject(script) ? [] : [{ id, title, script, body: decoded.body }];
  });
  scripts.sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
  return scripts.map(({ id, title, script, body }) => {
    const place = context.places.entry(sections.script.name, id);
    return {
      name: declarationName(title, "Script", taken),
      id,
      title,
      body,
      file: undefined,
      properties: settingsOf(script, scriptMembers, place),
      place,
    };
  });
}

/** Reads e-mail templates, themes and so on; their content is kept as it is. */
export function readResources(context: ReadContext): readonly Resource[] {
  return resourceKinds.flatMap((kind) => (sections[kind].isList ? readList(kind, context) : readObject(kind, context)));
}

function readObject(kind: ResourceKind, context: ReadContext): readonly Resource[] {
  return sortedEntries(sectionOf(context.value, kind)).map(([id, content]) => resource(kind, id, content, context, id));
}

/** Entries without an id, or with an id that another one has, are left to `raw`. */
function readList(kind: ResourceKind, context: ReadContext): readonly Resource[] {
  const taken = new Set<string>();
  return listMember(context.value, sections[kind].name).flatMap((content, index) => {
    const id = isJsonObject(content) ? textMember(content, "_id") : undefined;
    if (id === undefined || taken.has(id)) return [];
    taken.add(id);
    return [resource(kind, id, content, context, index)];
  });
}

function resource(kind: ResourceKind, id: string, content: Json, context: ReadContext, key: string | number): Resource {
  return { kind, id, file: undefined, content, place: context.places.entry(sections[kind].name, key) };
}
