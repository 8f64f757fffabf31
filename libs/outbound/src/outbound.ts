import { lookup as lookUp } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, fetch } from 'undici';
import { mayBeInside, NotCalled, pinned, refuseUnlessAllowed } from './pinned';

export interface OutboundOptions {
  /** Milliseconds until the whole answer has to be there. */
  patienceMs: number;
  /** Bytes of an answer; what is longer is broken off. `Infinity` where it is streamed to somebody. */
  mostBytes?: number;
  /** Names of hosts that may be in the own network (`INTERNAL_HOSTS`). */
  internalHosts?: readonly string[];
  /** Looks up a name; the machine's own resolver unless told. */
  lookup?: LookupFunction;
}

/** Calls one system outside, and nobody else. */
export type Outbound = (url: string | URL, init?: RequestInit) => Promise<Response>;

const CONNECT_MS = 2_000;
const MEGABYTE = 1_048_576;

/**
 * The one way out of the servers (lint forbids others). It calls the origin of an address that the configuration names, over http(s),
 * follows no redirect, and bounds the time and the length of the answer. Names are looked up once for each connection, and
 * it is that address that is connected to: one in the own network only where the configuration says so, link-local never.
 * @throws NotCalled for anything else, or what `fetch` throws.
 */
export function openOutbound(base: string | URL, options: OutboundOptions): Outbound {
  const { origin, hostname, protocol } = new URL(base);
  const { patienceMs, mostBytes = MEGABYTE, internalHosts = [], lookup = lookUp as LookupFunction } = options;
  if (protocol !== 'https:' && protocol !== 'http:') throw new NotCalled(`${protocol} is no way to call anybody.`);
  const host = hostname.replace(/^\[|\]$/g, '');
  const isNamed = mayBeInside(host, internalHosts);
  if (isIP(host) > 0) refuseUnlessAllowed(host, isNamed, host);
  const agent = new Agent({
    connect: { timeout: CONNECT_MS, lookup: pinned(lookup, isNamed) },
    ...(Number.isFinite(mostBytes) ? { maxResponseSize: mostBytes } : {}),
  });

  return async (url, init = {}) => {
    const target = new URL(url);
    if (target.origin !== origin || target.username || target.password) throw new NotCalled(`${target.origin} is not ${origin}, and nobody else is called.`);
    const patience = AbortSignal.timeout(patienceMs);
    const redirect = init.redirect === 'manual' ? 'manual' : 'error';
    const signal = init.signal ? AbortSignal.any([init.signal, patience]) : patience;
    return fetch(target, { ...init, dispatcher: agent, redirect, signal } as Parameters<typeof fetch>[1]) as unknown as Promise<Response>;
  };
}
