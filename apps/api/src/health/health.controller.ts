import { Controller, Get } from '@nestjs/common';
import { Public, RetryLater } from '@anuyat/http';
import { DataSource } from 'typeorm';

const RETRY_SECONDS = 5;

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
      throw new RetryLater('temporarily-unavailable', RETRY_SECONDS);
    });
    return { status: 'ok' };
  }
}
