/** The folder of the runtime in the form of CommonJS. Its own package.json says that its files are no ES modules. */
export const commonJsRuntime = "runtime/commonjs";
/** The text of that package.json. */
export const commonJsPackage = `${JSON.stringify({ type: "commonjs" })}\n`;
