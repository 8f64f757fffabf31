/** Bytes that a definition may have; the portal takes no more either. */
const MOST_BYTES = 1_000_000;

/** A definition out of a file, or the key of the words that say why it is none. What it says is checked by the portal. */
export async function readDefinition(file: File | undefined): Promise<{ definition: Record<string, unknown> } | { fault: 'none' | 'tooLarge' | 'noJson' }> {
  if (!file) return { fault: 'none' };
  if (file.size > MOST_BYTES) return { fault: 'tooLarge' };
  try {
    const definition: unknown = JSON.parse(await file.text());
    return typeof definition === 'object' && definition !== null && !Array.isArray(definition) ? { definition: definition as Record<string, unknown> } : { fault: 'noJson' };
  } catch {
    return { fault: 'noJson' };
  }
}
