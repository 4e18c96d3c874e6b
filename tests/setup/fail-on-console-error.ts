import { format } from "node:util";
import { afterEach, beforeEach, expect } from "vitest";

const original = console.error;
let seen: string[] = [];

beforeEach(() => {
  seen = [];
  console.error = (...values: unknown[]) => {
    seen.push(format(...values));
    original(...values);
  };
});

afterEach(() => {
  console.error = original;
  expect(seen, "unexpected console.error").toEqual([]);
});
