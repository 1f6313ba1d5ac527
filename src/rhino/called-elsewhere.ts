/** Methods of the platform's objects, and what people call them who know other libraries. */
const methods: { readonly [binding: string]: { readonly [method: string]: string } } = {
  nodeState: {
    ...named("putShared", "set setShared put add store save write setState putState setSharedState"),
    ...named("putTransient", "setTransient putSecure setSecure"),
    ...named("get", "read fetch getValue getState getShared getAttribute getString"),
    ...named("isDefined", "has contains containsKey exists isSet"),
    ...named("remove", "delete unset clear"),
  },
  httpClient: named("send", "get post put request fetch execute call sendRequest"),
  openidm: {
    ...named("read", "get fetch find findById load getObject"),
    ...named("query", "search list filter findAll"),
    ...named("create", "post add insert save"),
    ...named("update", "put set replace"),
    ...named("patch", "modify merge"),
    ...named("delete", "remove destroy"),
    ...named("action", "call execute invoke run"),
  },
  systemEnv: named("getProperty", "get getEnv getVariable getEsv env read"),
  action: named("goTo", "setOutcome outcome go to next goToOutcome navigate complete return"),
  /** What `httpClient.send(…).get()` gives; its members are read or called. */
  answer: {
    ...named("status", "statusCode code getStatusCode getCode"),
    ...named("ok", "isOk isSuccess isSuccessful success successful"),
    ...named("json()", "body data getJson asJson toJson"),
    ...named("text()", "content entity responseText getText asText getBody"),
  },
};

function named(method: string, words: string): { readonly [method: string]: string } {
  return Object.fromEntries(words.split(" ").map((word) => [word, method]));
}

/** The method of an object that is called otherwise elsewhere: `putShared` for `nodeState.set`. */
export function methodCalledElsewhere(binding: string, method: string, known: readonly string[]): string | undefined {
  const meant = calledElsewhere(binding, method);
  return meant !== undefined && known.includes(meant) ? meant : undefined;
}

/** What an answer of the next-generation engine has, as its clients elsewhere call it: `status` for `statusCode`. */
export function answerCalledElsewhere(member: string): string | undefined {
  return calledElsewhere("answer", member);
}

function calledElsewhere(binding: string, method: string): string | undefined {
  const own = Object.hasOwn(methods, binding) ? methods[binding] : undefined;
  return own !== undefined && Object.hasOwn(own, method) ? own[method] : undefined;
}
