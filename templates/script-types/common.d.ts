// What scripts of journeys find in both script engines of PingOne Advanced Identity Cloud. Written by `journeyc types`.

/** What every object of Java has. */
interface JavaObject {
  equals(other: any): boolean;
  getClass(): any;
  hashCode(): number;
  toString(): string;
  notify(): void;
  notifyAll(): void;
  wait(...milliseconds: number[]): void;
}

/** A list of Java: its members by index, its length as `length` and as `size()`. */
interface JavaList<T> extends JavaObject {
  readonly [index: number]: T;
  readonly length: number;
  [Symbol.iterator](): IterableIterator<T>;
  get(index: number): T;
  size(): number;
  isEmpty(): boolean;
  contains(value: any): boolean;
  indexOf(value: any): number;
  add(value: T): boolean;
  addAll(values: any): boolean;
  remove(value: any): any;
  iterator(): { hasNext(): boolean; next(): T };
  toArray(): T[];
  forEach(call: (value: T) => void): void;
}

/** A set of Java. */
interface JavaSet<T> extends JavaObject {
  size(): number;
  isEmpty(): boolean;
  contains(value: any): boolean;
  add(value: T): boolean;
  remove(value: any): boolean;
  iterator(): { hasNext(): boolean; next(): T };
  toArray(): T[];
  forEach(call: (value: T) => void): void;
}

/** A map of Java. A key that it does not have gives `null`. */
interface JavaMap<T> extends JavaObject {
  get(key: string): T | null;
  getOrDefault(key: string, value: T): T;
  containsKey(key: string): boolean;
  containsValue(value: any): boolean;
  put(key: string, value: any): T | null;
  putAll(values: any): void;
  putIfAbsent(key: string, value: any): T | null;
  remove(key: string): T | null;
  replace(key: string, value: any): T | null;
  replaceAll(call: (key: string, value: T) => T): void;
  compute(key: string, call: (key: string, value: T) => T): T | null;
  computeIfAbsent(key: string, call: (key: string) => T): T;
  computeIfPresent(key: string, call: (key: string, value: T) => T): T | null;
  merge(key: string, value: T, call: (old: T, value: T) => T): T | null;
  clear(): void;
  isEmpty(): boolean;
  size(): number;
  keySet(): JavaSet<string>;
  values(): JavaList<T>;
  entrySet(): JavaSet<{ getKey(): string; getValue(): T }>;
  forEach(call: (key: string, value: T) => void): void;
}

/** Headers and parameters of a request: a list of values for each name. Names of headers are best given in lower case. */
type RequestMap = JavaMap<JavaList<string>>;

/** Variables and secrets of the tenant (ESVs). */
interface SystemEnvironment extends JavaObject {
  /** The value of a variable, whose name starts with `esv.`; `type` is a class of Java that it is turned into. */
  getProperty(name: string, value?: any, type?: any): any;
}

interface Secrets extends JavaObject {
  /** The secret with a label; it throws where there is none. */
  getGenericSecret(label: string): { getAsUtf8(): string; getAsBytes(): any };
}

/** The outcome by which the node is left, if no `action` says otherwise. It must be one of the node's outcomes. */
declare var outcome: string;
declare var systemEnv: SystemEnvironment;
declare var secrets: Secrets;
declare var requestHeaders: RequestMap;
declare var requestParameters: RequestMap;
/** The properties of the session that the request came with. Not defined without a session: ask with `typeof` first. */
declare var existingSession: JavaMap<string>;
/** Whether the journey goes on after it was suspended. */
declare var resumedFromSuspend: boolean;
/** The realm with a slash before it: `/alpha`. */
declare var realm: string;
declare var scriptName: string;
/** What a Config Provider script sets: the settings of the node that it stands for. */
declare var config: any;
/** Details for the audit log, to be set by the script. */
declare var auditEntryDetail: any;
