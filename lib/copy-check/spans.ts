/** Spans of one kind, by rising start. */
export class Spans {
  private readonly spans: { start: number; end: number }[] = [];
  private longest = 0;
  private isSorted = true;

  add({ start, end }: { start: number; end: number }): void {
    this.spans.push({ start, end });
    this.longest = Math.max(this.longest, end - start);
    this.isSorted = false;
  }

  overlaps(start: number, end: number): boolean {
    for (const span of this.between(start - this.longest, end)) if (span.start < end && span.end > start) return true;
    return false;
  }

  *endingIn(from: number, to: number): Generator<{ start: number; end: number }> {
    for (const span of this.between(from - this.longest, to)) if (span.end >= from && span.end <= to) yield span;
  }

  *startingIn(from: number, to: number): Generator<{ start: number; end: number }> {
    for (const span of this.between(from, to + 1)) if (span.start <= to) yield span;
  }

  private *between(from: number, to: number): Generator<{ start: number; end: number }> {
    if (!this.isSorted) {
      this.spans.sort((a, b) => a.start - b.start);
      this.isSorted = true;
    }
    let low = 0;
    let high = this.spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.spans[middle]!.start < from) low = middle + 1;
      else high = middle;
    }
    for (; low < this.spans.length && this.spans[low]!.start < to; low++) yield this.spans[low]!;
  }
}

/** Those of a key; made where there are none yet. */
export function spansIn<Key>(map: Map<Key, Spans>, key: Key): Spans {
  let spans = map.get(key);
  if (!spans) map.set(key, (spans = new Spans()));
  return spans;
}
