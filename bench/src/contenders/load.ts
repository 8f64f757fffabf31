import autocannon from 'autocannon';

/** Sends requests over 32 connections for that long. @throws when any is not answered with 200. */
export async function load(url: string, seconds: number): Promise<{ requests: number; p99: number }> {
  const { requests, non2xx, errors, latency } = await autocannon({ url, connections: 32, duration: Math.max(1, seconds) });
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} answers were not 200, ${errors} failed.`);
  return { requests: requests.total, p99: latency.p99 };
}
