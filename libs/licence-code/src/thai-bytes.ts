const FIRST_THAI = 0x0e00;
const SHIFT = 0xa0;
const UTF8 = 0;
const TIS620 = 1;

/** Text as bytes, with a first byte that says how: Thai takes one byte a letter (TIS-620) where nothing else stands in it. */
export function textToBytes(text: string): Uint8Array {
  const codes = Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
  const isPlain = codes.every((code) => code < 0x80 || isThai(code));
  if (!isPlain) return Uint8Array.of(UTF8, ...new TextEncoder().encode(text));
  return Uint8Array.of(TIS620, ...codes.map((code) => (code < 0x80 ? code : code - FIRST_THAI + SHIFT)));
}

/** @throws TypeError or RangeError for bytes that {@link textToBytes} does not write. */
export function bytesToText(bytes: Uint8Array): string {
  const [how, ...rest] = bytes;
  if (how === UTF8) return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(1));
  if (how !== TIS620) throw new RangeError('This text is written in an unknown way.');
  return String.fromCodePoint(...rest.map((byte) => (byte < 0x80 ? byte : byte - SHIFT + FIRST_THAI)));
}

function isThai(code: number): boolean {
  return code > FIRST_THAI && code <= FIRST_THAI + 0x5b;
}
