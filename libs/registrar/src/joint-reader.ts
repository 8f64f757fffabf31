import { onClient } from '@anuyat/database';
import type { DataSource } from 'typeorm';
import type { ApplicationRow } from './application-row';
import { readApplication, readApplications, type Sought } from './application-store';
import { Gathered } from './gathered';
import { MOST_TOGETHER } from './move';

/** Reads applications without locking them, those of one moment together. */
export class JointReader {
  private readonly bare: Gathered<Sought, ApplicationRow | undefined>;
  private readonly withFiles: Gathered<Sought, ApplicationRow | undefined>;

  constructor(private readonly source: DataSource) {
    this.bare = new Gathered((sought) => this.read(sought, false), MOST_TOGETHER);
    this.withFiles = new Gathered((sought) => this.read(sought, true), MOST_TOGETHER);
  }

  /** @returns undefined when there is no such application. */
  find(sought: Sought): Promise<ApplicationRow | undefined> {
    return (sought.withFile ? this.withFiles : this.bare).ask(sought);
  }

  private read(sought: readonly Sought[], withFiles: boolean): Promise<(ApplicationRow | undefined)[]> {
    const [first] = sought;
    return onClient(this.source, async (client) => (first && sought.length === 1 ? [await readApplication(client, first, false)] : readApplications(client, sought, withFiles)));
  }
}
