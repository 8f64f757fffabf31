import { Module } from '@nestjs/common';
import type { Reading } from '@anuyat/registrar';
import { ExceptionalDesk, Inbox, ReviewRoom } from '@anuyat/reviews';
import { reading } from '../platform/tokens';
import { ExceptionsController } from './exceptions.controller';
import { TasksController } from './tasks.controller';
import { WholeTask } from './whole-task';

@Module({
  controllers: [TasksController, ExceptionsController],
  providers: [
    { provide: Inbox, inject: [reading], useFactory: ({ source, library, calendar }: Reading) => new Inbox(source, library, calendar) },
    { provide: WholeTask, inject: [ReviewRoom, reading], useFactory: (room: ReviewRoom, of: Reading) => new WholeTask(room, of) },
    { provide: ExceptionalDesk, inject: [reading], useFactory: (of: Reading) => new ExceptionalDesk(of) },
    { provide: ReviewRoom, inject: [reading, Inbox], useFactory: (of: Reading, inbox: Inbox) => new ReviewRoom(of, inbox) },
  ],
  exports: [ReviewRoom],
})
export class DeskModule {}
