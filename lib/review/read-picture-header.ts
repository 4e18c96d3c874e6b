export const PICTURE_TYPES = ["image/png", "image/jpeg", "image/webp"] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

export const PICTURE_BYTES_MAX = 8_000_000;
export const PICTURE_PIXELS_MAX = 40_000_000;
export const PICTURE_SIDE_MAX = 10_000;

/** Why a file is no picture that can be taken; each is worded in messages/<locale>/copy.json under `poster.refused`. */
export const PICTURE_REFUSALS = ["empty", "too-large", "pdf", "gif", "not-a-picture", "broken-header", "animated", "side-too-long", "too-many-pixels"] as const;
export type PictureRefusal = (typeof PICTURE_REFUSALS)[number];

/** As the picture is shown: `orientation` (EXIF, 1 to 8) is applied to width and height already. */
export type PictureHeader = { ok: true; mediaType: PictureType; width: number; height: number; orientation: number } | { ok: false; reason: PictureRefusal; max?: number };

type Size = { width: number; height: number; orientation?: number };
type Found = Size | "broken-header" | "animated";

/** What a file is and how many pixels it has, told from its first bytes. Nothing is decoded: a picture that unpacks to far too much is refused before. */
export function readPictureHeader(bytes: Uint8Array): PictureHeader {
  if (bytes.length === 0) return { ok: false, reason: "empty" };
  if (bytes.length > PICTURE_BYTES_MAX) return { ok: false, reason: "too-large", max: PICTURE_BYTES_MAX };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (beginsWith(view, PNG)) return judged("image/png", pngSize(view));
  if (beginsWith(view, JPEG)) return judged("image/jpeg", jpegSize(view));
  if (beginsWith(view, ascii("RIFF")) && textAt(view, 8) === "WEBP") return judged("image/webp", webpSize(view));
  if (beginsWith(view, ascii("%PDF"))) return { ok: false, reason: "pdf" };
  if (beginsWith(view, ascii("GIF8"))) return { ok: false, reason: "gif" };
  return { ok: false, reason: "not-a-picture" };
}

function judged(mediaType: PictureType, found: Found): PictureHeader {
  if (typeof found === "string") return { ok: false, reason: found };
  const { width, height, orientation = 1 } = found;
  if (width < 1 || height < 1) return { ok: false, reason: "broken-header" };
  if (Math.max(width, height) > PICTURE_SIDE_MAX) return { ok: false, reason: "side-too-long", max: PICTURE_SIDE_MAX };
  if (width * height > PICTURE_PIXELS_MAX) return { ok: false, reason: "too-many-pixels", max: PICTURE_PIXELS_MAX };
  const isTurned = orientation >= 5;
  return { ok: true, mediaType, width: isTurned ? height : width, height: isTurned ? width : height, orientation };
}

const ascii = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0));
const PNG = [0x89, ...ascii("PNG"), 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];

const beginsWith = (view: DataView, signs: readonly number[], at = 0): boolean => view.byteLength >= at + signs.length && signs.every((sign, index) => view.getUint8(at + index) === sign);
const textAt = (view: DataView, at: number): string => (at + 4 > view.byteLength ? "" : String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3)));

const IHDR_BYTES = 13;
/** Allowed bit depths per color type (PNG, 11.2.2). */
const PNG_DEPTHS: Record<number, readonly number[]> = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] };

function pngSize(view: DataView): Found {
  const header = PNG.length;
  const data = header + 8;
  const end = data + IHDR_BYTES;
  if (view.byteLength < end + 4 || view.getUint32(header) !== IHDR_BYTES || textAt(view, header + 4) !== "IHDR") return "broken-header";
  if (crc32(view, header + 4, end) !== view.getUint32(end)) return "broken-header";
  if (!PNG_DEPTHS[view.getUint8(data + 9)]?.includes(view.getUint8(data + 8))) return "broken-header";
  const size = { width: view.getUint32(data), height: view.getUint32(data + 4) };
  for (let at = end + 4; at + 8 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const name = textAt(view, at + 4);
    if (name === "acTL") return "animated";
    if (name === "IDAT") return size;
  }
  return "broken-header";
}

/** The polynomial of PNG, 12.3; of the few bytes of a header, bit by bit. */
function crc32(view: DataView, from: number, to: number): number {
  let crc = 0xffffffff;
  for (let at = from; at < to; at++) {
    crc ^= view.getUint8(at);
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function jpegSize(view: DataView): Found {
  let orientation = 1;
  for (let at = 2; at + 4 <= view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return "broken-header";
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = view.getUint16(at + 2);
    const body = at + 4;
    const next = at + 2 + length;
    if (length < 2 || next > view.byteLength) return "broken-header";
    if (isFrame(marker)) return length < 8 ? "broken-header" : { width: view.getUint16(body + 3), height: view.getUint16(body + 1), orientation };
    // The scan begins, or the picture ends, and nobody has said how large it is.
    if (marker === 0xda || marker === 0xd9) return "broken-header";
    if (marker === 0xe1) orientation = exifOrientation(new DataView(view.buffer, view.byteOffset + body, length - 2)) ?? orientation;
    at = next;
  }
  return "broken-header";
}

/** SOF0 to SOF15; C4, C8 and CC between them mean other things. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const EXIF = [...ascii("Exif"), 0, 0];
const ORIENTATION_TAG = 0x0112;

/** Which way up a photo is, of the first directory of its EXIF block. */
function exifOrientation(segment: DataView): number | null {
  if (!beginsWith(segment, EXIF) || segment.byteLength < EXIF.length + 8) return null;
  const view = new DataView(segment.buffer, segment.byteOffset + EXIF.length, segment.byteLength - EXIF.length);
  const isLittle = beginsWith(view, ascii("II"));
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > view.byteLength) return null;
  const count = view.getUint16(directory, isLittle);
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > view.byteLength) return null;
    if (view.getUint16(entry, isLittle) !== ORIENTATION_TAG) continue;
    const value = view.getUint16(entry + 8, isLittle);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

const WEBP_ANIMATION_FLAG = 0x02;

function webpSize(view: DataView): Found {
  const chunk = textAt(view, 12);
  const data = 20;
  if (view.byteLength < data + 10 || view.getUint32(4, true) + 8 > view.byteLength) return "broken-header";
  if (chunk === "VP8X") {
    if (view.getUint8(data) & WEBP_ANIMATION_FLAG) return "animated";
    return { width: uint24(view, data + 4) + 1, height: uint24(view, data + 7) + 1 };
  }
  if (chunk === "VP8L") {
    if (view.getUint8(data) !== 0x2f) return "broken-header";
    const packed = view.getUint32(data + 1, true);
    return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
  }
  if (chunk === "VP8 ") {
    const isKeyFrame = (view.getUint8(data) & 1) === 0 && beginsWith(view, [0x9d, 0x01, 0x2a], data + 3);
    return isKeyFrame ? { width: view.getUint16(data + 6, true) & 0x3fff, height: view.getUint16(data + 8, true) & 0x3fff } : "broken-header";
  }
  return "broken-header";
}

const uint24 = (view: DataView, at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
