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
  if (Array.isArray(value)) return writeArray(value);
  if ('toJSON' in value && typeof value.toJSON === 'function') return write(value.toJSON());
  const keys = Object.keys(value);
  if (keys.length > 1) keys.sort();
  let text = '';
  for (const key of keys) {
    const held = write((value as Record<string, unknown>)[key]);
    if (held !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${held}`;
  }
  return `{${text}}`;
}

function writeArray(values: readonly unknown[]): string {
  let text = '';
  for (let at = 0; at < values.length; at++) text += `${at === 0 ? '' : ','}${write(values[at]) ?? 'null'}`;
  return `[${text}]`;
}
