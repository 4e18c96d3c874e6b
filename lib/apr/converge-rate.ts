type Discounted = { value: number; moment: number };

const MAX_STEPS = 200;
const SMALL_STEP = 1e-10;

/**
 * Solves received = value(s) for the continuous rate s, where value(s) = Σ payment·e^(−s·t) and moment(s) = Σ t·payment·e^(−s·t)
 * with payments ≥ 0 and t > 0. The logarithm of value is convex and falls, so Newton's step on it never loses the one root:
 * it lands left of it at most once and then climbs, from wherever it starts. NaN where it does not converge.
 */
export function convergeRate(received: number, total: number, discount: (s: number) => Discounted, start = 0): number {
  if (total === received) return 0;
  let s = start;
  let right = Math.max(0, start);
  for (let step = 0; step < MAX_STEPS; step++) {
    const { value, moment } = discount(s);
    if (!(moment > 0 && Number.isFinite(moment))) {
      s = (s + right) / 2;
      continue;
    }
    const gap = Math.log(value / received);
    if (gap < 0) right = s;
    const change = (gap * value) / moment;
    s += change;
    if (Math.abs(change) <= SMALL_STEP) return s;
  }
  return Number.NaN;
}
