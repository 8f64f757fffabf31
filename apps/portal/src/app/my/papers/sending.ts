import type { Signal } from '@angular/core';

/**
 * How it goes: bytes leave, the connection is lost and tried again by itself, it waits for the person, or everything has arrived and is
 * looked at.
 */
export type SendingState = 'going' | 'waiting' | 'stopped' | 'checking';

/** A file on its way, as people see it. */
export interface Sending {
  name: string;
  percent: number;
  state: SendingState;
}

/** An upload that runs. */
export interface Run<T> {
  readonly now: Signal<Sending>;
  /** @throws UploadRefused, UploadCancelled. */
  readonly done: Promise<T>;
  /** Tries again at once. */
  goOn(): void;
  cancel(): void;
}
