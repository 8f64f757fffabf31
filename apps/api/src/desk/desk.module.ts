import { Module } from '@nestjs/common';
import type { Reading } from '@anuyat/registrar';
import { Inbox, ReviewRoom } from '@anuyat/reviews';
import { reading } from '../platform/tokens';
import { TasksController } from './tasks.controller';
import { WholeTask } from './whole-task';

@Module({
  controllers: [TasksController],
  providers: [
    { provide: Inbox, inject: [reading], useFactory: ({ source, library, calendar }: Reading) => new Inbox(source, library, calendar) },
    { provide: WholeTask, inject: [ReviewRoom, reading], useFactory: (room: ReviewRoom, of: Reading) => new WholeTask(room, of) },
    { provide: ReviewRoom, inject: [reading, Inbox], useFactory: (of: Reading, inbox: Inbox) => new ReviewRoom(of, inbox) },
  ],
  exports: [ReviewRoom],
})
export class DeskModule {}
