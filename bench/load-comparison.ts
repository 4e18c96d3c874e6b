import { performance } from "node:perf_hooks";
import { ask } from "./http-load";

export const CONNECTIONS = 32;

export interface Side {
  port: number;
  /** what this side is asked for in a round */
  paths: readonly string[];
  headers?: string;
}

export interface Speed {
  /** of the rounds, sorted: our requests per second by theirs */
  ratios: number[];
  median: number;
  /** requests per second of the best round */
  ours: number;
  theirs: number;
}

/** Rounds of load on two servers in turn, ours first in every other round. */
export async function compareLoad(rounds: number, sidesOf: (round: number) => { ours: Side; theirs: Side }): Promise<Speed> {
  const ratios: number[] = [];
  let ours = 0;
  let theirs = 0;
  for (let round = 0; round < rounds; round++) {
    const sides = sidesOf(round);
    const isOwnFirst = round % 2 === 0;
    const first = await requestsPerSecond(isOwnFirst ? sides.ours : sides.theirs);
    const second = await requestsPerSecond(isOwnFirst ? sides.theirs : sides.ours);
    const [own, other] = isOwnFirst ? [first, second] : [second, first];
    ratios.push(own / other);
    ours = Math.max(ours, own);
    theirs = Math.max(theirs, other);
  }
  ratios.sort((a, b) => a - b);
  return { ratios, median: ratios[Math.floor(ratios.length / 2)]!, ours, theirs };
}

async function requestsPerSecond({ port, paths, headers }: Side): Promise<number> {
  const startedAt = performance.now();
  const { failed } = await ask({ port, paths, headers, connections: CONNECTIONS });
  if (failed > 0) throw new Error(`${failed} requests were not answered with 200`);
  return (paths.length / (performance.now() - startedAt)) * 1000;
}
