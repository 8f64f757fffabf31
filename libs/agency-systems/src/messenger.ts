import type { LookupFunction } from 'node:net';
import { openOutbound, type Outbound } from '@anuyat/outbound';
import type { DataSource } from 'typeorm';
import { Messages, type Addressee, type Message } from './messages';
import { findWebhookAddress, type WebhookHosts } from './webhook-address';
import { signMessageTo, webhookSecretOf } from './webhook-signature';

export interface MessengerOptions {
  hosts: WebhookHosts;
  /** What the systems' secrets are made from. */
  secret: string;
  internalHosts?: readonly string[];
  /** Milliseconds until a system has to have answered. */
  patienceMs?: number;
  /** Seconds until the first try again; each pause is twice as long as the one before. */
  pauseSeconds?: number;
  lookup?: LookupFunction;
}

/** Systems that are told something at once. */
const AT_ONCE = 16;
const PATIENCE_MS = 5_000;
const PAUSE_SECONDS = 5;
/** Of an answer nothing is read but its status. */
const MOST_BYTES = 65_536;

/**
 * Tells agencies' systems that there is something to do: a small signed message without anything personal, after which the system asks for the
 * rest. Each system is told by itself, so that a slow one delays nobody else; no transaction is open meanwhile, and no task waits for it.
 */
export class Messenger {
  private readonly messages: Messages;
  private readonly busy = new Map<string, Promise<void>>();
  /** As many as the operator allows hosts. */
  private readonly ways = new Map<string, Outbound>();
  private isClosed = false;

  constructor(
    source: DataSource,
    private readonly options: MessengerOptions,
    private readonly onError: (error: Error) => void,
  ) {
    this.messages = new Messages(source, options.pauseSeconds ?? PAUSE_SECONDS);
  }

  /** Begins to tell whoever is due; comes back before they are told. */
  async look(): Promise<void> {
    const room = AT_ONCE - this.busy.size;
    if (room <= 0 || this.isClosed) return;
    for (const addressee of await this.messages.take([...this.busy.keys()], room)) {
      const telling = this.tell(addressee).catch(this.onError).finally(() => this.busy.delete(addressee.id));
      this.busy.set(addressee.id, telling);
    }
  }

  /** What is so old that nobody waits for it. */
  forgetOld(): Promise<void> {
    return this.messages.forgetOld();
  }

  /** Waits for those who are being told something. */
  async settle(): Promise<void> {
    await Promise.all(this.busy.values());
  }

  /** Nobody is told anything more; what is on its way arrives. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.settle();
  }

  private async tell(addressee: Addressee): Promise<void> {
    const told: string[] = [];
    for (const message of await this.messages.read(addressee)) {
      if (this.isClosed) break;
      const isTold = await this.send(addressee, message).catch(() => false);
      if (!isTold) return this.messages.failed(addressee, told, message.id);
      told.push(message.id);
    }
    if (told.length > 0) await this.messages.told(addressee, told);
  }

  /** The address is looked at again each time: what the operator allows may have changed since it was registered. */
  private async send({ id: systemId, webhook_url: given }: Addressee, message: Message): Promise<boolean> {
    const { hosts, secret, internalHosts = [], patienceMs = PATIENCE_MS, lookup } = this.options;
    const url = findWebhookAddress(given, hosts);
    if (!url) return false;
    const body = JSON.stringify(contentOf(message));
    const call = this.ways.get(url.origin) ?? openOutbound(url.origin, { patienceMs, mostBytes: MOST_BYTES, internalHosts, ...(lookup ? { lookup } : {}) });
    this.ways.set(url.origin, call);
    const headers = { 'content-type': 'application/json', ...signMessageTo(webhookSecretOf(secret, systemId), { id: message.id, at: new Date(), body }) };
    const { ok, body: answer } = await call(url, { method: 'POST', headers, body });
    await answer?.cancel().catch(() => undefined);
    return ok;
  }
}

/** What is told: which task of which office, and where it stands. */
function contentOf({ task_id: task, application_id: application, office, lane, licence, stage, status, revision, at }: Message): object {
  return { type: status === 'open' || status === 'claimed' ? 'task.waiting' : 'task.closed', timestamp: at.toISOString(), data: { task, application, office, lane, licence, stage, status, revision } };
}
