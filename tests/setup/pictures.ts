import { crc32 } from "node:zlib";

const bytesOf = (text: string): number[] => [...Buffer.from(text, "latin1")];
const uint32 = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const uint16 = (value: number): number[] => [value >>> 8, value & 255];
const little = (value: number, length: number): number[] => Array.from({ length }, (_, index) => (value >>> (8 * index)) & 255);

const chunk = (name: string, data: readonly number[]): number[] => {
  const body = [...bytesOf(name), ...data];
  return [...uint32(data.length), ...body, ...uint32(crc32(Buffer.from(body)))];
};

const PNG_START = [0x89, ...bytesOf("PNG\r\n\x1a\n")];

export const png = (width: number, height: number, { before = [], depth = 8, color = 2 }: { before?: readonly number[]; depth?: number; color?: number } = {}): Uint8Array =>
  Uint8Array.from([...PNG_START, ...chunk("IHDR", [...uint32(width), ...uint32(height), depth, color, 0, 0, 0]), ...before, ...chunk("IDAT", [0x78, 0x9c]), ...chunk("IEND", [])]);

export const animationChunk = chunk("acTL", [...uint32(2), ...uint32(0)]);

const exif = (orientation: number, isLittle: boolean): number[] => {
  const one = (value: number, length: number) => (isLittle ? little(value, length) : little(value, length).reverse());
  const tiff = [...bytesOf(isLittle ? "II" : "MM"), ...one(42, 2), ...one(8, 4), ...one(1, 2), ...one(0x0112, 2), ...one(3, 2), ...one(1, 4), ...one(orientation, 2), 0, 0, ...one(0, 4)];
  return [0xff, 0xe1, ...uint16(tiff.length + 8), ...bytesOf("Exif\0\0"), ...tiff];
};

export const jpeg = (width: number, height: number, { orientation, isLittle = false }: { orientation?: number; isLittle?: boolean } = {}): Uint8Array =>
  Uint8Array.from([0xff, 0xd8, ...(orientation ? exif(orientation, isLittle) : []), 0xff, 0xc4, ...uint16(4), 0, 0, 0xff, 0xff, 0xc2, ...uint16(17), 8, ...uint16(height), ...uint16(width), 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xda, ...uint16(2)]);

const riff = (name: string, data: readonly number[]): Uint8Array => {
  const body = [...bytesOf("WEBP"), ...bytesOf(name), ...little(data.length, 4), ...data, ...new Array<number>(16).fill(0)];
  return Uint8Array.from([...bytesOf("RIFF"), ...little(body.length, 4), ...body]);
};

export const lossyWebp = (width: number, height: number): Uint8Array => riff("VP8 ", [0, 0, 0, 0x9d, 0x01, 0x2a, ...little(width, 2), ...little(height, 2)]);
export const losslessWebp = (width: number, height: number): Uint8Array => riff("VP8L", [0x2f, ...little(((width - 1) | ((height - 1) << 14)) >>> 0, 4)]);
export const extendedWebp = (width: number, height: number, flags = 0): Uint8Array => riff("VP8X", [flags, 0, 0, 0, ...little(width - 1, 3), ...little(height - 1, 3)]);
