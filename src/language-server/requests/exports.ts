import { type ComparedSide, compare, isSame } from "../../diff/compare.js";
import { renderHtml } from "../../diff/render/html.js";
import { importExports } from "../../import/import-exports.js";
import { textOfExport } from "../../import/text-of-export.js";
import type { ProjectProblem } from "../../language/language-project.js";
import { type ReadFile, readAlone } from "../../language/read-alone.js";
import { checkProject } from "../../project/check-project.js";
import {
  type ComparedPage,
  type CompareParams,
  type ExportParams,
  type ExportText,
  type ImportedFiles,
  journeyRequests,
  type RequestRefusal,
} from "../journey-requests.js";
import type { Session } from "../session.js";

/** What an editor offers for exports: to read them as text, to import them, to compare them. */
export function answerExports(session: Session): void {
  const { connection, paths, workspace } = session;
  connection.onRequest<ExportText | RequestRefusal, void>(
    journeyRequests.exportText,
    ({ textDocument }: ExportParams): ExportText | RequestRefusal => {
      const read = workspace.files.readText(paths.pathOf(textDocument.uri));
      if ("problem" in read) return { problem: `The file cannot be read: ${read.problem}` };
      const text = textOfExport(read.text);
      return text === undefined ? noJourney : { text };
    },
  );
  connection.onRequest<ImportedFiles | RequestRefusal, void>(
    journeyRequests.importExport,
    async ({ textDocument }: ExportParams): Promise<ImportedFiles | RequestRefusal> => {
      const read = await readFile(session, textDocument.uri);
      if ("message" in read) return { problem: read.message };
      const stream = read.project.read();
      const exported = [...stream].flatMap((each) => (each.kind === "export" ? each.journeys : []));
      const [error] = stream.diagnostics.filter(({ severity }) => severity === "error");
      if (exported.length === 0) return error === undefined ? noJourney : { problem: error.message };
      const { journeys, diagnostics } = importExports(exported, { ...read.project.bind, minimal: true });
      const files = new Map<string, string>();
      for (const { fileName, text, files: beside } of journeys) {
        files.set(fileName, text);
        for (const [path, content] of beside) files.set(path, content);
      }
      return {
        files: [...files].map(([path, text]) => ({ path, text })),
        problems: diagnostics.map(({ message }) => message),
      };
    },
  );
  connection.onRequest<ComparedPage | RequestRefusal, void>(
    journeyRequests.compare,
    async (params: CompareParams): Promise<ComparedPage | RequestRefusal> => {
      const before = await sideOf(session, params.before);
      if ("problem" in before) return before;
      const after = await sideOf(session, params.after);
      if ("problem" in after) return after;
      const comparison = compare(before, after, { layout: false });
      return { html: renderHtml(comparison), isSame: isSame(comparison.difference) };
    },
  );
}

const noJourney: RequestRefusal = { problem: "There is no journey in this file." };

function readFile({ workspace, paths }: Session, uri: string): Promise<ReadFile | ProjectProblem> {
  const path = paths.pathOf(uri);
  return readAlone(workspace.hostFor(path), path);
}

async function sideOf(session: Session, uri: string): Promise<ComparedSide | RequestRefusal> {
  const read = await readFile(session, uri);
  if ("message" in read) return { problem: read.message };
  const { project, model, shown } = read;
  if (model.isUnreadable) return { problem: `${shown} cannot be read.` };
  return { model: model.model, findings: checkProject(project, model) };
}
