/** Why a client may not start a journey: it has errors, or a setting says so. */
export type NotStarted = "errors" | "disabled" | "innerTreeOnly" | "transactionalOnly";
