import type { Problem } from '@anuyat/contract';
import { UI_WORDS } from '@anuyat/ui';

/** A request whose sending can be watched. */
export interface Asked {
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: Blob | FormData;
  /** Bytes of the body that have left so far. */
  progress?(bytes: number): void;
}

/** What came back; status 0 where nothing did. */
export interface Answer {
  status: number;
  header(name: string): string | null;
  body: unknown;
}

/** Sends a request; never rejects. */
export type Wire = (asked: Asked, signal: AbortSignal) => Promise<Answer>;

/** By `XMLHttpRequest`, because `fetch` tells nothing of how far an upload has come. */
export const openWire: Wire = ({ method, url, headers = {}, body, progress }, signal) =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const end = (): void => resolve({ status: request.status, header: (name) => request.getResponseHeader(name), body: request.response as unknown });
    request.open(method, url);
    request.responseType = 'json';
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => progress?.(loaded);
    request.onloadend = end;
    signal.addEventListener('abort', () => request.abort(), { once: true });
    if (signal.aborted) end();
    else request.send(body ?? null);
  });

/** A refusal of the server, or a lost connection, as a problem document. */
export class UploadRefused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/** The person gave an upload up. */
export class UploadCancelled extends Error {}

/** The refusal that an answer is. */
export function refusalIn({ status, body }: Answer): UploadRefused {
  const problem = typeof body === 'object' && body !== null && 'code' in body ? (body as Problem) : undefined;
  return new UploadRefused(problem ?? { type: 'about:blank', status, code: 'temporarily-unavailable', title: UI_WORDS.offlineTitle, detail: UI_WORDS.offlineDetail });
}
