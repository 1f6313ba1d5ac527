/** Whether a file of a folder holds JSON by its name: the answer to a query keeps the query as its name where it was only saved. */
export function isJsonFile(path: string): boolean {
  return /\.json$|_query(?:Filter|Id)=[^/]*$/i.test(path);
}
