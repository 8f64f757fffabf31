import { Controller, Get } from '@nestjs/common';
import { Refusal } from '@anuyat/contract';
import { Public } from '@anuyat/http';
import { DataSource } from 'typeorm';

/** For whoever runs the portal: `live` says that the process answers, `ready` that it can work. */
@Controller('api/health')
export class HealthController {
  constructor(private readonly source: DataSource) {}

  @Get('live')
  @Public()
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public()
  async ready(): Promise<{ status: 'ok' }> {
    await this.source.query(`SELECT 1`).catch(() => {
      throw new Refusal('temporarily-unavailable');
    });
    return { status: 'ok' };
  }
}
