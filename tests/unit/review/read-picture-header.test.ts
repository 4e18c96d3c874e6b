import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PICTURE_BYTES_MAX, readPictureHeader } from "@/lib/review/read-picture-header";
import { turnHint } from "@/lib/review/turn-hint";
import { animationChunk, extendedWebp, jpeg, losslessWebp, lossyWebp, png } from "../../setup/pictures";

const text = (words: string) => new TextEncoder().encode(words);

describe("the header of a picture", () => {
  it.each([
    ["PNG", png(640, 480), "image/png"],
    ["JPEG", jpeg(640, 480), "image/jpeg"],
    ["lossy WebP", lossyWebp(640, 480), "image/webp"],
    ["lossless WebP", losslessWebp(640, 480), "image/webp"],
    ["extended WebP", extendedWebp(640, 480), "image/webp"],
  ])("of %s says how large it is", (_name, bytes, mediaType) => {
    expect(readPictureHeader(bytes)).toEqual({ ok: true, mediaType, width: 640, height: 480, orientation: 1 });
  });

  it("is read of a picture that a browser made", () => {
    expect(readPictureHeader(readFileSync("tests/fixtures/poster-zh.png"))).toMatchObject({ ok: true, mediaType: "image/png", width: 600, height: 800 });
  });

  it.each([
    [1, false, 640, 480],
    [3, false, 640, 480],
    [6, false, 480, 640],
    [8, true, 480, 640],
  ])("turns a photo the way up that its EXIF says: %i, little endian %s", (orientation, isLittle, width, height) => {
    expect(readPictureHeader(jpeg(640, 480, { orientation, isLittle }))).toMatchObject({ ok: true, width, height, orientation });
  });

  it("ignores an orientation that there is not", () => {
    expect(readPictureHeader(jpeg(640, 480, { orientation: 9 }))).toMatchObject({ ok: true, width: 640, orientation: 1 });
  });
});

describe("refused is", () => {
  it.each([
    ["nothing", new Uint8Array(), "empty"],
    ["a PDF that calls itself PNG", text("%PDF-1.7\n%âãÏÓ"), "pdf"],
    ["a GIF", text("GIF89a\x01\x00\x01\x00"), "gif"],
    ["HTML", text("<!doctype html><script>alert(1)</script>"), "not-a-picture"],
    ["SVG", text("<svg xmlns='http://www.w3.org/2000/svg'/>"), "not-a-picture"],
    ["another RIFF", text("RIFF\x10\0\0\0WAVEfmt "), "not-a-picture"],
    ["half a PNG signature", png(10, 10).subarray(0, 6), "not-a-picture"],
    ["a PNG that ends in its header", png(10, 10).subarray(0, 30), "broken-header"],
    ["a PNG without pixels", png(10, 10).subarray(0, 33), "broken-header"],
    ["a PNG whose header was changed", png(10, 10).map((byte, index) => (index === 19 ? 99 : byte)), "broken-header"],
    ["a PNG of no height", png(10, 0), "broken-header"],
    ["a PNG of a depth that there is not", png(10, 10, { depth: 3 }), "broken-header"],
    ["a PNG that moves", png(10, 10, { before: animationChunk }), "animated"],
    ["a JPEG that ends early", jpeg(10, 10).subarray(0, 14), "broken-header"],
    ["a JPEG that scans before it says its size", Uint8Array.from([0xff, 0xd8, 0xff, 0xda, 0, 2, 0, 0]), "broken-header"],
    ["a JPEG with a segment of no length", Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0]), "broken-header"],
    ["a JPEG of no width", jpeg(0, 10), "broken-header"],
    ["a WebP that ends early", lossyWebp(10, 10).subarray(0, 40), "broken-header"],
    ["a WebP that moves", extendedWebp(10, 10, 0x02), "animated"],
  ])("%s", (_name, bytes, reason) => {
    expect(readPictureHeader(bytes)).toEqual({ ok: false, reason });
  });

  it.each([
    ["one pixel more than 40 megapixels", png(6_400, 6_251), "too-many-pixels", 40_000_000],
    ["a side above 10,000", png(10_001, 10), "side-too-long", 10_000],
    ["a bomb of two billion pixels a side", png(2_147_483_647, 2_147_483_647), "side-too-long", 10_000],
    ["a large JPEG", jpeg(9_000, 9_000), "too-many-pixels", 40_000_000],
    ["a large WebP", extendedWebp(16_000_000, 2), "side-too-long", 10_000],
  ])("%s", (_name, bytes, reason, max) => {
    expect(readPictureHeader(bytes)).toEqual({ ok: false, reason, max });
  });

  it("not what is exactly at the limit", () => {
    expect(readPictureHeader(png(10_000, 4_000))).toMatchObject({ ok: true });
  });

  it("a file of more than 8 MB, whatever it is", () => {
    const bytes = new Uint8Array(PICTURE_BYTES_MAX + 1);
    bytes.set(png(10, 10));
    expect(readPictureHeader(bytes)).toEqual({ ok: false, reason: "too-large", max: PICTURE_BYTES_MAX });
    expect(readPictureHeader(bytes.subarray(0, PICTURE_BYTES_MAX))).toMatchObject({ ok: true });
  });
});

describe("whatever the bytes are", () => {
  const starts = [png(10, 10), jpeg(10, 10, { orientation: 6 }), lossyWebp(10, 10), losslessWebp(10, 10), extendedWebp(10, 10)];

  it("the answer is an answer, and its size is within the limits", () => {
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.array(fc.tuple(fc.nat(80), fc.nat(255)), { maxLength: 6 }), fc.nat(120), (start, changes, length) => {
        const bytes = Uint8Array.from(start);
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        const header = readPictureHeader(bytes.subarray(0, length));
        if (header.ok) expect(header.width >= 1 && header.height >= 1 && header.width * header.height <= 40_000_000).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("the hint which way up a photo is", () => {
  it("is said in front, and the picture stays one", () => {
    const turned = turnHint(jpeg(640, 480, { orientation: 6, isLittle: true }), 6);
    expect(readPictureHeader(turned)).toMatchObject({ ok: true, width: 480, height: 640, orientation: 6 });
    expect([...turned.subarray(0, 500)].join(" ")).toMatch(/1 18 0 3 0 0 0 1 0 6/);
  });

  it("is not needed where nothing is turned", () => {
    expect(turnHint(jpeg(640, 480), 1)).toEqual(jpeg(640, 480));
  });
});
