import { catalogue } from "journeyc-catalogue";
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { useCatalogueStore } from "../../catalogue/current-store.js";
import { MemoryFiles } from "../../language/memory-files.js";
import { messageChecks } from "../message-checks.js";
import { serve } from "../serve.js";
import { provideNode } from "./node-stand-in.js";

/** The server as a web worker. Its files are those that the client tells of; see `takeClientFiles`. */
declare const JOURNEYC_VERSION: string;

provideNode();
useCatalogueStore({
  ids: Object.keys(catalogue),
  loadType: (id) => {
    const type = catalogue[id];
    if (type === undefined) throw new Error(`No node type ${id} in the catalogue`);
    return type;
  },
});
const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const files = new MemoryFiles();
const writer = new BrowserMessageWriter(port);
serve(createConnection(new BrowserMessageReader(port), writer, { messageStrategy: messageChecks(writer) }), {
  version: JOURNEYC_VERSION,
  files,
  setFile: (path, text) => files.set(path, text),
  // The pages that explain findings are files of the package.
  pageOf: () => undefined,
});
