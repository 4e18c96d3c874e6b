import { exactRoot, exactSign, type ExactTerm } from "@/lib/apr/exact-sum";
import { exponentialSum, sumAt, turningSum, turningTime, type ExponentialSum } from "@/lib/apr/exponential-sum";
import { fixedFromNumber, type Fixed } from "@/lib/apr/fixed-point";
import {
  addFractions,
  compareFractions,
  fraction,
  fractionToNumber,
  multiplyFractions,
  subtractFractions,
  type Fraction,
} from "@/lib/apr/fraction";

export type Flow = { amount: Fraction; time: Fraction };

type FlowRoots = { ok: true; roots: Fixed[] } | { ok: false; reason: "no-root" | "not-finite" | "too-complex" };

const MAX_DOUBLINGS = 60;
const MAX_BISECTIONS = 300;
/** ln(1 + rate): up to e^700, and down to where −100 % could no longer be told apart in 256 bits. */
export const LOG_RATES = { least: -138, most: 700 };
const MAX_LOG_GROWTH = 200_000;
const MAX_TERMS_TIMES_SIGN_CHANGES = 600_000;
const NEIGHBORHOOD = 1e-6;

/**
 * Every s, rising, with Σ amount·e^(−s·time) = 0, where s = ln(1 + rate) for the unit in which times are given: all rates above −100 %.
 * Descartes' rule bounds the roots by the sign changes of the amounts in order of time. With two or more, the sum times e^(s·τ), τ inside
 * one sign change, has a derivative of the same kind with one sign change less; between neighboring roots of that derivative the
 * product is monotone, so it has at most one root there and none is missed. Doubles find, 256-bit numbers decide and polish.
 */
export function solveFlows(flows: readonly Flow[]): FlowRoots {
  const terms = mergeByTime(flows);
  if (terms.length < 2) return { ok: false, reason: "no-root" };
  const span = subtractFractions(terms[terms.length - 1].time, terms[0].time);
  const scale = fractionToNumber(span);
  const sum = exponentialSum(
    terms.map(({ amount, time }) => ({
      amount: fractionToNumber(amount),
      time: fractionToNumber(subtractFractions(time, terms[0].time)) / scale,
    })),
  );
  if (sum.signChanges === 0) return { ok: false, reason: "no-root" };
  if (terms.length * sum.signChanges > MAX_TERMS_TIMES_SIGN_CHANGES) return { ok: false, reason: "too-complex" };

  const turns = turningPoints(sum).map((u) => decideTurn(terms, sum, u, scale));
  const roots: Fixed[] = turns.filter((turn) => turn.sign === 0).map((turn) => turn.s);
  const ends = [undefined, ...turns, undefined];
  let isBeyondLimit = false;
  for (let index = 1; index < ends.length; index++) {
    const left = ends[index - 1];
    const right = ends[index];
    const signLeft = left ? left.sign : sum.signs[sum.signs.length - 1];
    const signRight = right ? right.sign : sum.signs[0];
    if (signLeft * signRight >= 0) continue;
    const found = rootBetween(sum, left?.u, right?.u, signLeft);
    if (!found || isBeyond(found.root / scale) || Math.abs(found.root) > MAX_LOG_GROWTH) {
      isBeyondLimit = true;
      continue;
    }
    roots.push(
      exactRoot(terms, {
        low: left?.s ?? fixedFromNumber(found.low / scale),
        high: right?.s ?? fixedFromNumber(found.high / scale),
        guess: fixedFromNumber(found.root / scale),
        signLow: signLeft,
      }),
    );
  }
  if (roots.length === 0) return { ok: false, reason: isBeyondLimit ? "not-finite" : "no-root" };
  return { ok: true, roots: roots.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)) };
}

function isBeyond(logRate: number): boolean {
  return logRate < LOG_RATES.least || logRate > LOG_RATES.most;
}

type Turn = { u: number; s: Fixed; sign: number };

/** The sign at a turning point, decided in 256 bits where double precision cannot tell touching from missing. */
function decideTurn(terms: readonly ExactTerm[], sum: ExponentialSum, u: number, scale: number): Turn {
  const { sign } = sumAt(sum, u);
  if (sign !== 0) return { u, s: fixedFromNumber(u / scale), sign };
  const slopeTerms = exactTurningTerms(terms, sum);
  const reach = NEIGHBORHOOD * Math.max(1, Math.abs(u));
  const low = fixedFromNumber((u - reach) / scale);
  const s = exactRoot(slopeTerms, {
    low,
    high: fixedFromNumber((u + reach) / scale),
    guess: fixedFromNumber(u / scale),
    signLow: exactSign(slopeTerms, low),
  });
  return { u, s, sign: exactSign(terms, s) };
}

function exactTurningTerms(terms: readonly ExactTerm[], sum: ExponentialSum): ExactTerm[] {
  const middle = turningTime(sum);
  const next = sum.times.findIndex((time) => time > middle);
  const exactMiddle = multiplyFractions(addFractions(terms[next - 1].time, terms[next].time), fraction(1n, 2n));
  return terms.map(({ amount, time }) => ({ amount: multiplyFractions(amount, subtractFractions(exactMiddle, time)), time }));
}

function turningPoints(sum: ExponentialSum): number[] {
  return sum.signChanges < 2 ? [] : rootsInDoubles(turningSum(sum));
}

/** Roots of a derivative. One that may only touch counts too: a needless division of the line does no harm. */
function rootsInDoubles(sum: ExponentialSum): number[] {
  if (sum.signChanges === 0) return [];
  const turns = turningPoints(sum).map((u) => ({ u, sign: sumAt(sum, u).sign }));
  const roots = turns.filter((turn) => turn.sign === 0).map((turn) => turn.u);
  const ends = [undefined, ...turns, undefined];
  for (let index = 1; index < ends.length; index++) {
    const signLeft = ends[index - 1]?.sign ?? sum.signs[sum.signs.length - 1];
    const signRight = ends[index]?.sign ?? sum.signs[0];
    if (signLeft * signRight >= 0) continue;
    const found = rootBetween(sum, ends[index - 1]?.u, ends[index]?.u, signLeft);
    if (found) roots.push(found.root);
  }
  return roots.sort((a, b) => a - b);
}

function rootBetween(sum: ExponentialSum, left: number | undefined, right: number | undefined, signLeft: number) {
  const low = left ?? reachOut(sum, right ?? 0, -1, signLeft);
  const high = right ?? reachOut(sum, left ?? 0, 1, -signLeft);
  if (low === undefined || high === undefined) return undefined;
  return { low, high, root: convergeBetween(sum, low, high, signLeft) };
}

function reachOut(sum: ExponentialSum, from: number, direction: number, sign: number): number | undefined {
  let distance = 1;
  for (let doubling = 0; doubling < MAX_DOUBLINGS; doubling++) {
    const u = from + direction * distance;
    if (sumAt(sum, u).sign === sign) return u;
    distance *= 2;
  }
  return undefined;
}

function convergeBetween(sum: ExponentialSum, left: number, right: number, signLeft: number): number {
  let low = left;
  let high = right;
  let u = (low + high) / 2;
  for (let step = 0; step < MAX_BISECTIONS; step++) {
    const at = sumAt(sum, u);
    if (at.logRatio === 0) return u;
    const newton = u - at.logRatio / at.logRatioSlope;
    if (Math.abs(newton - u) <= 4e-16 * Math.max(1, Math.abs(u)) && newton >= left && newton <= right) return newton;
    if (Math.sign(at.logRatio) === signLeft) low = u;
    else high = u;
    const next = newton > low && newton < high && step % 4 !== 3 ? newton : (low + high) / 2;
    if (next === u || next === low || next === high) return next;
    u = next;
  }
  return u;
}

function mergeByTime(flows: readonly Flow[]): ExactTerm[] {
  const sorted = [...flows].sort((a, b) => compareFractions(a.time, b.time));
  const merged: ExactTerm[] = [];
  for (const flow of sorted) {
    const last = merged[merged.length - 1];
    if (last && compareFractions(last.time, flow.time) === 0) {
      merged[merged.length - 1] = { time: last.time, amount: addFractions(last.amount, flow.amount) };
    } else merged.push({ amount: flow.amount, time: flow.time });
  }
  return merged.filter((term) => term.amount.numerator !== 0n);
}
