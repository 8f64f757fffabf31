import { connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from '../lib/say.mjs';

/** Whether nobody listens on this port, on any address of this machine. */
export async function isFree(port) {
  return (await canListen(port)) && (await canListen(port, '127.0.0.1'));
}

/** Throws a sentence when the port stays taken; a program that is just ending gets `patience` milliseconds. */
export async function requireFree(port, name, patience = 0) {
  for (const end = Date.now() + patience; !(await isFree(port)); await wait(100)) {
    if (Date.now() < end) continue;
    throw new Refusal(`Port ${port} is taken by another program. End that program, or choose another port: ${name}=${port + 100} npm start`);
  }
}

/** The first free port from this one upwards. */
export async function freeFrom(port) {
  for (let candidate = port; candidate < 65_536; candidate += 1) if (await isFree(candidate)) return candidate;
  throw new Refusal(`No port above ${port} is free.`);
}

/** Throws a sentence when no server answers at the address that was given to us. */
export async function requireAnswer(name, address, usualPort) {
  const { hostname, port } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, '');
  const isThere = await new Promise((resolve) => {
    const socket = connect({ host, port: Number(port) || usualPort, timeout: 5_000 });
    const answer = (value) => () => (socket.destroy(), resolve(value));
    socket.once('connect', answer(true)).once('error', answer(false)).once('timeout', answer(false));
  });
  if (!isThere) throw new Refusal(`Nothing answers at ${host}:${Number(port) || usualPort}, where ${name} points. Start it, correct ${name}, or leave it out.`);
}

function canListen(port, host) {
  return new Promise((resolve) => {
    const probe = createServer().once('error', (error) => resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
