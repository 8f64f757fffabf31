const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]+)-----END \1-----/g;

/** The blocks of a PEM file, in their order. */
export function readPem(text: string): { label: string; pem: string; der: Buffer }[] {
  return [...text.matchAll(BLOCK)].map(([pem, label = '', body = '']) => ({ label, pem: `${pem}\n`, der: Buffer.from(body, 'base64') }));
}

/** One block of PEM, ended by a line feed. */
export function toPem(label: string, der: Uint8Array): string {
  const lines = Buffer.from(der).toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
