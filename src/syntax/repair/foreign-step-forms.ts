/** A step as another language writes it. */
export interface ForeignStep {
  /** The whole step as it is written here; `undefined` where that is not clear. */
  readonly right?: string;
  readonly help?: string;
}

type Write = (...parts: string[]) => string | ForeignStep;

const text = String.raw`"(?:[^"\\]|\\.)*"`;
const plain = String.raw`${text}|-?\d+(?:\.\d+)?|true|false|null`;
/** `{` and `[` with what is in them, to the end of the line. */
const value = String.raw`${plain}|\{.*\}|\[.*\]`;
/** `.username`, `["username"]` */
const keys = String.raw`(?:\.[\w-]+|\["[^"\]]+"\])+`;
const equalsWords = "is|eq|equals?|(?:to|should|must) (?:be|equal)|toBe|toEqual|should(?:Be|Equal)";
/** What stands elsewhere between a thing and its value. */
const says = ` *(?:={1,3}|:|->) *| +(?:${equalsWords}) +`;
const has = ` *(?:={1,3}|:|->) *| +(?:${equalsWords}|has|have|with|contains?|includes?|matches|like|as|using) +`;
const answers = " *(?:->|=>|=|:) *| +(?:returns?|answers?|with) +| +";
const fails = "(?:error|throws?|fails?) *[:=]? *";
const call = String.raw`(?:http|openidm)(?: +\w+)? +(?:${text})`;
const node = String.raw`(?!http\b|openidm\b)[\p{L}_][\p{L}\p{N}_-]*`;
const nodeOrChild = String.raw`${node}(?:\.[\p{L}_][\p{L}\p{N}_-]*)?`;
const outcome = String.raw`[\w-]+|"[^"]*"`;
const thing = "user|session|state|shared|transient|email|sms";
const named = "header|cookie|query|esv|secret";

const noNegation = "Expect what is there: values are not compared otherwise, and nothing is denied.";

/** The first that fits the whole step is taken. */
export const foreignStepForms: readonly (readonly [RegExp, Write])[] = [
  // expect session.username == "demo"
  form(`(expect|given) (${thing})( +${text})? *(${keys})(?:${says}| +)(${value})`, asObject),
  // expect "demo" == session.username
  form(`expect (${value})(?:${says})(${thing}) *(${keys})`, (...[found, subject, path]) =>
    asObject("expect", subject, "", path, found),
  ),
  // expect session contains { … }
  form(`(expect|given) (${thing})( +${text})?(?:${has})(\\{.*\\})`, (...[step, subject, name, object]) => {
    return `${step} ${subject}${name} ${object}`;
  }),
  // expect session is "demo"
  form(`(expect|given) (${thing})( +${text})?(?:${has})(${plain})`, (...[step, subject, name, found]) => {
    return { help: `Name what has the value: \`${step} ${subject}${name} { key: ${found} }\`.` };
  }),
  // expect session username is "demo"
  form(`(expect|given) (${thing})( +${text})?(?:${has}| +)([\\w-]+)(?:${has}| +)(${plain})`, asEntry),
  form("expect user +([\\w.@-]+) +(\\{.*\\})", (name, object) => `expect user "${name}" ${object}`),
  // expect success == true
  form(`expect (success|failure|suspended)(?:${says})true`, (status) => `expect ${status}`),
  // expect at == Ask
  form(`expect at(?:${says})(${node})`, (target) => `expect at ${target}`),
  form(`expect at +(?:page|node|the|step)(?:${says}| +)(${node})`, (target) => `expect at ${target}`),
  form(`when (${nodeOrChild}) *(?:->|=>) *(${outcome})`, (...[target, chosen]) => `stub ${target} -> ${chosen}`),
  form(`expect path(?:${says})(\\[.*\\])`, (path) => `expect path ${path}`),
  // expect outcome is "trusted"
  form(`expect (outcome|message|log|error)(?:${says})(${text})`, (word, found) => `expect ${word} ${found}`),
  form(`expect outcome(?:${says})(${node})`, (found) => `expect outcome "${found}"`),
  form(`expect [\\w.]+ *(?:!==?|[<>]=?|\\bis +not\\b|\\bnot\\b) *(?:${value}|[\\w.-]+)`, () => ({ help: noNegation })),
  form(`expect ([\\w-]+)(?:${says})(${value})`, (name, found) => {
    const entry = `{ ${keyOf(name)}: ${found} }`;
    return { help: `Name what has the value: \`expect state ${entry}\`, or \`session\`, or \`user "…"\`.` };
  }),

  // given esv.mail.from = "x"
  form(`given (${named})\\.([\\w.-]+)(?:${says}| +)(${plain})`, (...[word, name, found]) => {
    return word === "esv" ? `given esv "esv.${name}" ${found}` : `given ${word} ${keyOf(name)} ${found}`;
  }),
  form(`given (esv|secret) +([\\w-]+(?:\\.[\\w-]+)+)(?:${says}| +)(${plain})`, (...[word, name, found]) => {
    return `given ${word} "${name}" ${found}`;
  }),
  form(`given (${named}) +([\\w-]+|${text})(?:${says})(${plain})`, (...[word, name, found]) => {
    return `given ${word} ${name} ${found}`;
  }),
  form(`given (${named}) +\\{ *([\\w-]+|${text}) *: *(${plain}) *\\}`, (...[word, name, found]) => {
    return `given ${word} ${name} ${found}`;
  }),

  // submit Ask.Name = "demo"
  form(`submit (${node})(${keys})(?:${says}| +)(${plain})`, (...[target, path, found]) =>
    asObject("submit", target, "", path, found),
  ),
  // submit Ask Name "demo"
  form(`submit (${node}) +([\\w-]+)(?:${has}| +)(${plain})`, (...[target, input, found]) => {
    return `submit ${target} { ${keyOf(input)}: ${found} }`;
  }),

  // stub http GET "…" -> 503
  form(`stub (${call})(?:${answers})(?:(?:status(?:Code)?|code) *[:=]? *)?"?(\\d{3})"?(?: *\\{ *\\})?`, asStatus),
  form(
    `stub (http(?: +\\w+)? +(?:${text}))(?:${answers})\\{ *(?:(?:statusCode|code) *[:=]? *)?"?(\\d{3})"? *\\}`,
    asStatus,
  ),
  form(`stub (http.*?)(?:${answers})(?:status *[:=]? *)?(\\d{3}) *,? *(${value})`, (...[target, status, body]) => {
    return `stub ${target} -> { status: ${status}, body: ${body} }`;
  }),
  form(`stub (http(?: +\\w+)? +(?:${text}))(?: *(?:->|=>|=|:) *| +)(${text})`, (target, body) => {
    return `stub ${target} -> { body: ${body} }`;
  }),
  form(`stub (${call})(?:${answers})${fails}(\\d{3})`, (target, code) => `stub ${target} -> error { code: ${code} }`),
  form(`stub (${call})(?:${answers})${fails}(${text})`, (target, message) => {
    return `stub ${target} -> error { message: ${message} }`;
  }),
  form(`stub (${call})(?: *[=:] *| +(?:returns?|answers?|with) +| +)(\\{.*\\})`, (target, answer) => {
    return `stub ${target} -> ${answer}`;
  }),

  // stub Rate -> low, { … }
  form(`stub (${nodeOrChild}) *-> *(${outcome})(?: *, *)(\\{.*\\})`, (...[target, chosen, state]) => {
    return `stub ${target} -> ${chosen} ${state}`;
  }),
  form(
    `stub (${nodeOrChild}) *-> *(${outcome}),? +([\\w-]+)(?: *[:=] *| +)(${plain})`,
    (...[target, chosen, key, found]) => `stub ${target} -> ${chosen} { ${keyOf(key)}: ${found} }`,
  ),
  form(
    `stub (${nodeOrChild})(?: *-> *| *)\\{ *outcome *: *"([^"]*)" *,? *(.*?) *\\}`,
    (...[target, chosen = "", state]) => `stub ${target} -> ${keyOf(chosen)}${state === "" ? "" : ` { ${state} }`}`,
  ),
];

function form(pattern: string, write: Write): readonly [RegExp, Write] {
  return [new RegExp(`^${pattern}$`, "u"), write];
}

/** An object within another for each further key. */
function asObject(step = "", subject = "", name = "", path = "", found = ""): string {
  const names = Array.from(path.matchAll(/\.([\w-]+)|\["([^"]+)"\]/g), ([, dotted, quoted]) => keyOf(dotted ?? quoted));
  const object = names.reduceRight((inner, each) => `{ ${each}: ${inner} }`, found);
  return `${step} ${subject}${name} ${object}`;
}

function asEntry(step = "", subject = "", name = "", key = "", found = ""): string {
  return `${step} ${subject}${name} { ${keyOf(key)}: ${found} }`;
}

/** Of `openidm`, a status is what an error has. */
function asStatus(target = "", status = ""): string | ForeignStep {
  if (target.startsWith("http")) return `stub ${target} -> { status: ${status} }`;
  if (Number(status) >= 400) return `stub ${target} -> error { code: ${status} }`;
  return { help: `What \`openidm\` answers is an object: \`stub ${target} -> { … }\`.` };
}

/** A name, in quotes where it is not one word. */
function keyOf(word = ""): string {
  return /^[A-Za-z_][\w-]*$/.test(word) ? word : JSON.stringify(word);
}
