export interface Clock {
  now(): Date;
}

/** Taken before the page renderer puts its own, which asks on every call which page is being rendered. */
const SystemDate = Date;

export const systemClock: Clock = { now: () => new SystemDate() };

/** A clock that stands still until it is moved: for scenarios. */
export function movableClock(start: string | Date): Clock & { set(instant: string | Date): void; advance(milliseconds: number): void } {
  let now = new Date(start);
  return {
    now: () => new Date(now),
    set: (instant) => {
      now = new Date(instant);
    },
    advance: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds);
    },
  };
}
