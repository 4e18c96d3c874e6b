const EXIF_OF = (orientation: number): number[] => [
  ...[0xff, 0xe1, 0x00, 0x22],
  ...[0x45, 0x78, 0x69, 0x66, 0, 0],
  ...[0x4d, 0x4d, 0x00, 0x2a, 0, 0, 0, 8],
  ...[0, 1, 0x01, 0x12, 0x00, 0x03, 0, 0, 0, 1, 0, orientation, 0, 0],
  ...[0, 0, 0, 0],
];

const START_BYTES = 2;

/** The JPEG with its orientation said once more in front, in the only byte order that the recognition looks for: it reads the picture the way up that a browser shows it. */
export function turnHint(jpeg: Uint8Array, orientation: number): Uint8Array<ArrayBuffer> {
  if (orientation === 1) return Uint8Array.from(jpeg);
  return Uint8Array.from([...jpeg.subarray(0, START_BYTES), ...EXIF_OF(orientation), ...jpeg.subarray(START_BYTES)]);
}
