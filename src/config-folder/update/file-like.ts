import { isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import { objectMember, textMember } from "../../text/json-members.js";
import { folderOf } from "../frconfig-layout.js";
import { toolFileName } from "../tool-file-name.js";

/** The path of a file like another one, with another id and type in the places where that has its own. */
export function pathLike(path: string, sampleId: string, id: string, sampleType: string, typeId: string): string {
  const folder = folderOf(path);
  const name = path.slice(folder.length);
  const own = toolFileName(id);
  const named = replaceIgnoringCase(name, toolFileName(sampleId), own);
  const file = named === name ? `${own}.json` : named;
  return (sampleType === "" || typeId === "" ? folder : replaceIgnoringCase(folder, sampleType, typeId)) + file;
}

function replaceIgnoringCase(text: string, from: string, to: string): string {
  const at = text.toLowerCase().lastIndexOf(from.toLowerCase());
  if (at < 0 || from === "") return text;
  const there = text.slice(at, at + from.length);
  const isLower = there === there.toLowerCase() && from !== from.toLowerCase();
  return text.slice(0, at) + (isLower ? to.toLowerCase() : to) + text.slice(at + from.length);
}

/** The file of an entity like another one, with another object in it. */
export function entityLike(whole: Json, sampleId: string, id: string, typeId: string, data: JsonObject): Json {
  const file = isJsonObject(whole) ? whole : {};
  const metadata = objectMember(file, "metadata");
  const entityId = textMember(metadata, "entityId")?.replace(sampleId, () => id);
  return {
    ...file,
    metadata: {
      ...metadata,
      ...(entityId === undefined ? {} : { entityId }),
      ...(typeId === "" ? {} : { entityType: typeId }),
    },
    data,
  };
}
