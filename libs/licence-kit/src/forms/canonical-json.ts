/**
 * JSON with the keys of every object in order, so that equal values give equal text and thereby equal digests.
 * Keys without a value are left out, as JSON does.
 * @throws TypeError for what JSON cannot hold exactly: functions, symbols, big integers, numbers that are not finite.
 */
export function canonicalJson(value: unknown): string {
  const text = write(value);
  if (text === undefined) throw new TypeError('Nothing to write.');
  return text;
}

function write(value: unknown): string | undefined {
  switch (typeof value) {
    case 'undefined':
      return undefined;
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`JSON has no ${value}.`);
      return JSON.stringify(value);
    case 'object':
      return value === null ? 'null' : writeObject(value);
    default:
      throw new TypeError(`JSON has no ${typeof value}.`);
  }
}

function writeObject(value: object): string | undefined {
  if (Array.isArray(value)) return `[${value.map((item) => write(item) ?? 'null').join(',')}]`;
  if ('toJSON' in value && typeof value.toJSON === 'function') return write(value.toJSON());
  const entries = Object.keys(value).sort().flatMap((key) => {
    const text = write((value as Record<string, unknown>)[key]);
    return text === undefined ? [] : [`${JSON.stringify(key)}:${text}`];
  });
  return `{${entries.join(',')}}`;
}
