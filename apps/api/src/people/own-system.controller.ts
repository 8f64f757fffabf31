import { Controller, Get } from '@nestjs/common';
import type { OwnSystemView, PersonActor } from '@anuyat/contract';
import { Allow, CurrentActor, ReadsBeyond } from '@anuyat/http';
import { SystemDoor } from '@anuyat/identity';

/** What an agency's system asks about itself. */
@Allow('agency-system')
@ReadsBeyond('the system’s own registration and its officers')
@Controller('api/system')
export class OwnSystemController {
  constructor(private readonly door: SystemDoor) {}

  /** Its offices, and the officers whom it may name. */
  @Get()
  read(@CurrentActor() actor: PersonActor): Promise<OwnSystemView> {
    return this.door.tell(actor);
  }
}
