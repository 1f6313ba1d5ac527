/** The folder of the runtime in the form of CommonJS. Its own package.json says that its files are no ES modules. */
export const commonJsRuntime = "runtime/commonjs";
/** The folder of the other entries for CommonJS. They require the ES modules, which Node 20.19 can; their declarations are copies. */
export const commonJsEntries = "commonjs";
/** The text of the package.json of both folders. */
export const commonJsPackage = `${JSON.stringify({ type: "commonjs" })}\n`;
