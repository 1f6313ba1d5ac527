import { type BlockKind, declarationKeywords } from "../keywords.js";
import { typeIndex } from "../token-vector.js";
import { LBrace } from "../tokens.js";
import { costOfDropping, type Fit, fitsOf, isKeyword } from "./fit-token.js";
import type { Arc } from "./form-net.js";
import type { LineTokens } from "./line-tokens.js";
import { type StatementForm, statementForms, statementNet } from "./statement-forms.js";

/** One step of a reading: tokens that are taken, left out or put in. */
export interface ReadingStep {
  /** The statement that the step belongs to, by its number on the line. */
  readonly statement: number;
  readonly form: StatementForm | undefined;
  /** Undefined where a token is left out. */
  readonly arc: Arc | undefined;
  /** Undefined where something is put in or left out. */
  readonly fit: Fit | undefined;
  readonly from: number;
  readonly to: number;
}

/** A line as the statements that it is nearest to. */
export interface Reading {
  readonly steps: readonly ReadingStep[];
  readonly cost: number;
  /** How much dearer the next best is that ends as another kind of statement. */
  readonly lead: number;
}

const lBrace = typeIndex(LBrace);

/** A statement that does not belong into the block costs this much more. */
const misplaced = 1.6;
/** A second statement on a line. */
const restarted = 0.3;

/** What it costs to begin a statement; infinite where no such statement can begin. */
function costOfBeginning(form: StatementForm, block: BlockKind, isBehindAnother: boolean): number {
  if (form.places.includes(block)) return form.rare + (isBehindAnother ? restarted + form.atStart : 0);
  const isNeverHere = (block === "file" || block === "scenario") && form.keyword === undefined;
  const isStep = form.places.includes("scenario");
  if (isBehindAnother || isStep || isNeverHere || block === "layout" || form.places.includes("layout"))
    return Number.POSITIVE_INFINITY;
  return form.rare + misplaced;
}

/** What it costs to put in what is missing. A keyword is none where another stands, nor where its statement cannot. */
function costOfPuttingIn(arc: Arc, { form, before, statement }: Cell, line: LineTokens, block: BlockKind): number {
  if (arc.slot === "key" && before?.form !== undefined && statement > 0) return Number.POSITIVE_INFINITY;
  const begins = arc.slot === "word" && form.keyword === arc.text;
  if (!begins) return arc.missing;
  if (!form.places.includes(block)) return Number.POSITIVE_INFINITY;
  const lacksBody = declarationKeywords.get(arc.text)?.opens !== "object" && !line.has(lBrace, line.start, line.end);
  const isSecond = before === undefined && isKeyword(line.imageAt(line.start));
  return arc.missing + (isSecond ? 3 : 0) + (lacksBody ? 2 : 0);
}

interface Cell {
  readonly cost: number;
  readonly form: StatementForm;
  readonly statement: number;
  readonly before: Cell | undefined;
  readonly arc: Arc | undefined;
  readonly fit: Fit | undefined;
  readonly from: number;
  readonly to: number;
}

type Row = (Cell | undefined)[];

/** Finds the reading of a line that changes least of it; undefined where every reading would change nearly all. */
export function alignLine(line: LineTokens, block: BlockKind): Reading | undefined {
  const { states } = statementNet;
  const length = line.end - line.start;
  const rows: Row[] = Array.from({ length: length + 1 }, () => new Array<Cell | undefined>(states.length));
  const put = (row: number, state: number, cell: Cell, work?: number[]) => {
    const cells = rows[row] as Row;
    const known = cells[state];
    if (known !== undefined && known.cost <= cell.cost) return;
    cells[state] = cell;
    work?.push(state);
  };
  const begin = (row: number, before: Cell | undefined, work?: number[]) => {
    for (const form of statementForms) {
      const extra = costOfBeginning(form, block, before !== undefined);
      if (extra === Number.POSITIVE_INFINITY) continue;
      const at = line.start + row;
      const cost = (before?.cost ?? 0) + extra;
      const statement = before === undefined ? 0 : before.statement + 1;
      put(row, form.start, { cost, form, statement, before, arc: undefined, fit: undefined, from: at, to: at }, work);
    }
  };
  begin(0, undefined);
  for (let row = 0; row <= length; row++) {
    const cells = rows[row] as Row;
    const work: number[] = [];
    for (let state = 0; state < cells.length; state++) if (cells[state] !== undefined) work.push(state);
    const at = line.start + row;
    for (let state = work.pop(); state !== undefined; state = work.pop()) {
      const cell = cells[state] as Cell;
      for (const to of states[state]?.empty ?? []) put(row, to, cell, work);
      for (const arc of states[state]?.arcs ?? []) {
        if (arc.missing === Number.POSITIVE_INFINITY) continue;
        const cost = cell.cost + costOfPuttingIn(arc, cell, line, block);
        if (cost === Number.POSITIVE_INFINITY) continue;
        put(row, arc.to, { ...cell, cost, before: cell, arc, fit: undefined, from: at, to: at }, work);
      }
      if (state === cell.form.end && row > 0 && row < length) begin(row, cell, work);
    }
    if (row === length) break;
    const drop = costOfDropping(line, at);
    for (let state = 0; state < cells.length; state++) {
      const cell = cells[state];
      if (cell === undefined) continue;
      const behind = line.opensBlock(at) ? -1 : line.behindGroup(at);
      if (behind > at + 1)
        put(behind - line.start, state, {
          ...cell,
          cost: cell.cost + 2.2,
          before: cell,
          arc: undefined,
          fit: undefined,
          from: at,
          to: behind,
        });
      if (drop !== Number.POSITIVE_INFINITY)
        put(row + 1, state, {
          ...cell,
          cost: cell.cost + drop,
          before: cell,
          arc: undefined,
          fit: undefined,
          from: at,
          to: at + 1,
        });
      for (const arc of states[state]?.arcs ?? [])
        for (const fit of fitsOf(arc, line, at)) {
          const cost = cell.cost + fit.cost;
          put(fit.next - line.start, arc.to, { ...cell, cost, before: cell, arc, fit, from: at, to: fit.next });
        }
    }
  }
  return choose(rows[length] as Row, line);
}

function choose(last: Row, line: LineTokens): Reading | undefined {
  const ends = statementForms.flatMap(({ end }) => last[end] ?? []).sort((a, b) => a.cost - b.cost);
  const [best, second] = ends;
  if (best === undefined || best.cost > mostFor(line)) return undefined;
  return { steps: stepsOf(best), cost: best.cost, lead: (second?.cost ?? Number.POSITIVE_INFINITY) - best.cost };
}

/** More than this, and the line is no statement that went wrong, but something else. */
function mostFor({ start, end }: LineTokens): number {
  return Math.min(9, 2.5 + end - start);
}

function stepsOf(last: Cell): readonly ReadingStep[] {
  const steps: ReadingStep[] = [];
  for (let cell: Cell | undefined = last; cell !== undefined; cell = cell.before) {
    const { arc, fit, form, statement, from, to } = cell;
    if (arc !== undefined || to > from) steps.push({ arc, fit, form, statement, from, to });
  }
  return steps.reverse();
}

/** Whether a statement can stand, if in the wrong block; the parser tells that. */
function mayBeWhole({ places }: StatementForm, block: BlockKind, isBehindAnother: boolean): boolean {
  if (block === "scenario" && places.includes("node")) return false;
  return places.includes(block) || !(isBehindAnother || places.includes("layout"));
}

/** Whether a line is made of whole statements, so that nothing in it needs to be changed. */
export function isWhole(line: LineTokens, block: BlockKind): boolean {
  const { states } = statementNet;
  const length = line.end - line.start;
  const reached: Set<number>[] = Array.from({ length: length + 1 }, () => new Set());
  const add = (row: number, state: number) => {
    const set = reached[row] as Set<number>;
    if (set.has(state)) return;
    set.add(state);
    for (const to of states[state]?.empty ?? []) add(row, to);
    if (row > 0 && row < length && ends.has(state)) beginAt(row);
  };
  const beginAt = (row: number) => {
    for (const form of statementForms)
      if (form.order === undefined && mayBeWhole(form, block, row > 0)) add(row, form.start);
  };
  beginAt(0);
  for (let row = 0; row < length; row++)
    for (const state of reached[row] as Set<number>)
      for (const arc of states[state]?.arcs ?? [])
        for (const fit of fitsOf(arc, line, line.start + row)) if (isRight(fit)) add(fit.next - line.start, arc.to);
  return statementForms.some(({ end }) => reached[length]?.has(end));
}

const ends: ReadonlySet<number> = new Set(statementForms.map(({ end }) => end));

/** Whether tokens stand in their place as they are. */
export function isRight(fit: Fit): boolean {
  return (
    fit.text === undefined &&
    fit.type === undefined &&
    !fit.isSilent &&
    !fit.isKeyword &&
    !(fit.isDoubtful && fit.cost >= 5)
  );
}
