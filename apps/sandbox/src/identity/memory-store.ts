import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  payload: AdapterPayload;
  expiresAt: number;
}

const longest = 10_000;

/** Keeps what the provider must remember between two requests of one sign-in; a restart of the sandbox only interrupts sign-ins under way. */
export class MemoryStore implements Adapter {
  private readonly entries = new Map<string, Entry>();

  upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    this.entries.delete(id);
    this.entries.set(id, { payload, expiresAt: Date.now() + (expiresIn || 3600) * 1000 });
    if (this.entries.size > longest) this.sweep();
    return Promise.resolve();
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    const entry = this.entries.get(id);
    return Promise.resolve(entry && entry.expiresAt > Date.now() ? entry.payload : undefined);
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.findBy(({ uid: own }) => own === uid);
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.findBy(({ userCode: own }) => own === userCode);
  }

  consume(id: string): Promise<void> {
    const entry = this.entries.get(id);
    if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000);
    return Promise.resolve();
  }

  destroy(id: string): Promise<void> {
    this.entries.delete(id);
    return Promise.resolve();
  }

  revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, { payload }] of this.entries) if (payload.grantId === grantId) this.entries.delete(id);
    return Promise.resolve();
  }

  private findBy(isWanted: (payload: AdapterPayload) => boolean): Promise<AdapterPayload | undefined> {
    return Promise.resolve([...this.entries.values()].find(({ payload, expiresAt }) => expiresAt > Date.now() && isWanted(payload))?.payload);
  }

  private sweep(): void {
    const now = Date.now();
    for (const [id, { expiresAt }] of this.entries) if (expiresAt <= now) this.entries.delete(id);
    for (const id of this.entries.keys()) {
      if (this.entries.size <= longest) return;
      this.entries.delete(id);
    }
  }
}
