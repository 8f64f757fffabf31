import type { PersonActor, TaskView } from '@anuyat/contract';
import { findAppeal, hearingsOf, OrderReader, readLateAnswers } from '@anuyat/decisions';
import { PromiseReader } from '@anuyat/promises';
import { readDossiers, type Reading } from '@anuyat/registrar';
import type { ReviewRoom } from '@anuyat/reviews';

/** A task with what other duties keep of its matter: hearings before a refusal, and the appeal that it may be about. */
export class WholeTask {
  constructor(
    private readonly room: ReviewRoom,
    private readonly reading: Reading,
  ) {}

  /** @throws Refusal `not-found`. */
  async enter(officer: PersonActor, taskId: string): Promise<TaskView> {
    const own = await this.room.enter(officer, taskId);
    const appeal = (await findAppeal(this.reading, own.application.id)) ?? null;
    const dossiers = await readDossiers(this.reading.source, { ids: [appeal?.against.applicationId ?? own.application.id] });
    const hearings = hearingsOf(dossiers, this.reading.library).filter(({ lane }) => appeal !== null || lane === own.lane);
    const late = await readLateAnswers(this.reading, { applicationId: appeal?.against.applicationId ?? own.application.id });
    const lateAnswers = late.filter(({ lane }) => appeal !== null || lane === own.lane);
    const promise = await new PromiseReader(this.reading).find(own.application);
    const written = await new OrderReader(this.reading).findOf(own.application.id);
    return { ...own, hearings, lateAnswers, appeal, promise, order: written?.office.code === own.office.code ? written : null };
  }
}
