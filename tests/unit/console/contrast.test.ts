import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(path.resolve(import.meta.dirname, "../../../app/globals.css"), "utf8");
const TEXT_RATIO_MIN = 4.5;
const SHAPE_RATIO_MIN = 3;

const tokens = new Map([...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map((match) => [match[1]!, { light: match[2]!, dark: match[3]! }]));
tokens.set("accent-ink", { light: "#ffffff", dark: "#ffffff" });

const grounds = ["canvas", "surface", "surface-sunken", "surface-raised", "hover"];
const textPairs = [
  ...["ink", "ink-muted", "ink-faint", "accent-text", "danger-text"].flatMap((text) => grounds.map((ground) => [text, ground])),
  ...["ink", "ink-muted", "accent-text"].map((text) => [text, "accent-soft"]),
  ...["success", "warning", "danger"].flatMap((tone) => ["ink", `${tone}-text`].map((text) => [text, `${tone}-soft`])),
  ...["accent", "accent-hover", "danger", "danger-hover"].map((ground) => ["accent-ink", ground]),
] as [string, string][];
const shapePairs = [...["line-strong", "focus", "danger-line"].flatMap((shape) => ["canvas", "surface", "surface-raised"].map((ground) => [shape, ground]))] as [string, string][];

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  it.each(textPairs)("%s is readable on %s", (text, ground) => {
    expect(contrast(tokens.get(text)![theme], tokens.get(ground)![theme])).toBeGreaterThanOrEqual(TEXT_RATIO_MIN);
  });

  it.each(shapePairs)("%s is visible on %s", (shape, ground) => {
    expect(contrast(tokens.get(shape)![theme], tokens.get(ground)![theme])).toBeGreaterThanOrEqual(SHAPE_RATIO_MIN);
  });
});

/** WCAG 2.2, contrast ratio of two sRGB colors. */
function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
