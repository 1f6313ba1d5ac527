/** The one-key objects by which the platform puts an environment value in place of a value that is not a string. */
export const placeholderWrappers = [
  "$array",
  "$base64:decode",
  "$base64:encode",
  "$bool",
  "$int",
  "$list",
  "$number",
  "$object",
  "$string",
] as const;

/** What marks an inline placeholder inside a string: `&{esv.name}`, `&{name|fallback}`. */
export const inlinePlaceholder = "&{";
