import { type ClientFiles, journeyRequests } from "../journey-requests.js";
import type { Session } from "../session.js";

/** Takes the files of a client whose server cannot read them itself: at the beginning, and whenever they change. */
export function takeClientFiles(session: Session, changed: () => void): void {
  session.connection.onNotification(journeyRequests.files, (told: ClientFiles) => {
    session.workspace.filesChanged(setFiles(session, told));
    changed();
  });
}

/** Returns the paths of the files. */
export function setFiles({ host, paths }: Session, { files }: ClientFiles): readonly string[] {
  return files.map(({ uri, text }) => {
    const path = paths.pathOf(uri);
    host.setFile?.(path, text ?? undefined);
    return path;
  });
}
