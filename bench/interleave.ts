import { performance } from "node:perf_hooks";

export interface Contender {
  /** arranges one round; its time does not count */
  prepare?(): void | Promise<void>;
  /** one round of work */
  work(): void | Promise<void>;
}

export interface Ratio {
  /** of the rounds: how much of the other's time ours takes; below 1 is faster */
  median: number;
  min: number;
  max: number;
  /** the quickest round of each, in milliseconds */
  oursMs: number;
  theirsMs: number;
}

const ROUNDS = 15;
const WARM_UP_ROUNDS = 3;

/**
 * Times two contenders in turn, ours first in every other round, so that a machine that slows down slows both. A ratio comes from
 * two neighboring rounds; the figure is their median.
 */
export async function interleave(ours: Contender, theirs: Contender, { rounds = ROUNDS, warmUp = WARM_UP_ROUNDS } = {}): Promise<Ratio> {
  const ratios: number[] = [];
  let oursMs = Infinity;
  let theirsMs = Infinity;
  for (let round = -warmUp; round < rounds; round++) {
    const isOursFirst = round % 2 === 0;
    const first = await timed(isOursFirst ? ours : theirs);
    const second = await timed(isOursFirst ? theirs : ours);
    if (round < 0) continue;
    const [own, other] = isOursFirst ? [first, second] : [second, first];
    ratios.push(own / other);
    oursMs = Math.min(oursMs, own);
    theirsMs = Math.min(theirsMs, other);
  }
  ratios.sort((a, b) => a - b);
  return { median: ratios[Math.floor(ratios.length / 2)]!, min: ratios[0]!, max: ratios.at(-1)!, oursMs, theirsMs };
}

async function timed({ prepare, work }: Contender): Promise<number> {
  await prepare?.();
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** "2.71× (2.50–2.90)": how many times faster, with the rounds it lay between. */
export function timesFaster({ median, min, max }: Ratio): string {
  return `${figure(1 / median)}× (${figure(1 / max)}–${figure(1 / min)})`;
}

/** "0.43× (0.40–0.47)": the share of the other's time. */
export function shareOfTime({ median, min, max }: Ratio): string {
  return `${figure(median)}× (${figure(min)}–${figure(max)})`;
}

export const figure = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
