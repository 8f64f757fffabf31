// An agency's system in forty lines, with nothing but Node: asks who it is and what waits, and takes the next step with the first task.
//   node docs/agency-system-example.mjs http://localhost:4200 .data/sandbox/agency-system.json
import { createHash, createPrivateKey, randomBytes, randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [portal, file] = process.argv.slice(2);
const { privateKey } = JSON.parse(readFileSync(file, 'utf8'));
const key = createPrivateKey({ key: privateKey, format: 'jwk' });
const keyId = createHash('sha256').update(JSON.stringify({ crv: privateKey.crv, kty: privateKey.kty, x: privateKey.x })).digest('base64url');

async function call(method, path, content, idempotencyKey) {
  const body = content && JSON.stringify(content);
  const headers = {
    ...(body ? { 'content-type': 'application/json', 'content-digest': `sha-256=:${createHash('sha256').update(body).digest('base64')}:` } : {}),
    ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
  };
  const signed = { '@method': method, '@target-uri': `${portal}${path}`, ...(body ? { 'content-digest': headers['content-digest'] } : {}), ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}) };
  const parameters = `(${Object.keys(signed).map((name) => `"${name}"`).join(' ')});created=${Math.floor(Date.now() / 1000)};nonce="${randomBytes(18).toString('base64url')}";keyid="${keyId}";alg="ed25519";tag="anuyat"`;
  const base = [...Object.entries(signed).map(([name, value]) => `"${name}": ${value}`), `"@signature-params": ${parameters}`].join('\n');
  const signature = sign(null, Buffer.from(base), key).toString('base64');
  const reply = await fetch(`${portal}${path}`, { method, headers: { ...headers, 'signature-input': `sig=${parameters}`, signature: `sig=:${signature}:` }, body });
  return { status: reply.status, body: await reply.json() };
}

const own = await call('GET', '/api/system');
console.log(own.status, own.body.name ?? own.body);
const { body: page } = await call('GET', '/api/tasks?limit=25');
const [first] = page.items ?? [];
if (!first) process.exit();
const { body: task } = await call('GET', `/api/tasks/${first.id}`);
console.log(first.number, first.stage, task.acts.map(({ event }) => event));
const accepted = task.acts.find(({ event }) => event.endsWith('.accepted'));
// A decision would also name who took it: officer: { accountId: own.body.officers[0].accountId, position: 'ผู้อำนวยการ' }
if (accepted) console.log(await call('POST', `/api/applications/${first.applicationId}/events`, { type: accepted.event, data: {}, revision: task.application.revision }, randomUUID()));
