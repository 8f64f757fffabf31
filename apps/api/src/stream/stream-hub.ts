import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Moved } from '@anuyat/contract';
import { Configuration } from '@anuyat/database';
import { MovementListener, type Movement } from '@anuyat/outbox';
import { officesAsked, type LaneOffice } from '@anuyat/registrar';
import { DataSource } from 'typeorm';

/** Receives what moved; the browser then fetches what it shows again. */
export type Watcher = (moved: Moved) => void;

/** Everything may have changed: sent after the connection to the database came back. */
const EVERYTHING: Moved = { caseId: '', applicationId: null, revision: null };

/** Brings announcements of movements to the browsers that watch: by case, and by office. */
@Injectable()
export class StreamHub implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly watchers = new Map<string, Set<Watcher>>();
  private readonly listener: MovementListener;

  constructor(
    configuration: Configuration,
    private readonly source: DataSource,
  ) {
    this.listener = new MovementListener(
      configuration.DATABASE_URL,
      (movements) => void this.spread(movements),
      () => this.tellEverybody(),
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.listener.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.listener.close();
  }

  /** @returns how to stop watching. */
  watch(keys: string[], watcher: Watcher): () => void {
    for (const key of keys) {
      const set = this.watchers.get(key) ?? new Set();
      this.watchers.set(key, set.add(watcher));
    }
    return () => {
      for (const key of keys) {
        const set = this.watchers.get(key);
        set?.delete(watcher);
        if (set?.size === 0) this.watchers.delete(key);
      }
    };
  }

  private async spread(movements: Movement[]): Promise<void> {
    for (const movement of movements) this.tell(caseKey(movement.caseId), movement);
    if (![...this.watchers.keys()].some((key) => key.startsWith('office:'))) return;
    const rows: { id: string; offices: Record<string, LaneOffice> }[] = await this.source
      .query(`SELECT id, offices FROM application WHERE id = ANY($1)`, [movements.map(({ applicationId }) => applicationId)])
      .catch(() => []);
    for (const movement of movements) {
      const offices = rows.find(({ id }) => id === movement.applicationId)?.offices ?? {};
      for (const office of officesAsked(offices)) this.tell(officeKey(office), movement);
    }
  }

  private tell(key: string, { caseId, applicationId, revision }: Movement): void {
    for (const watcher of this.watchers.get(key) ?? []) watcher({ caseId, applicationId, revision });
  }

  private tellEverybody(): void {
    for (const set of this.watchers.values()) for (const watcher of set) watcher(EVERYTHING);
  }
}

export function caseKey(id: string): string {
  return `case:${id}`;
}

export function officeKey(code: string): string {
  return `office:${code}`;
}
