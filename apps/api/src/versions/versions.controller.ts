import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { LicenceVersions, MovePlan, PersonActor, ShadowRun, VersionDiff, VersionedLicence } from '@anuyat/contract';
import { Allow, CurrentActor, Limited, ReadsBeyond } from '@anuyat/http';
import { Publisher, Relocator, ShadowRunner, VersionReader } from '@anuyat/versions';
import { VersionNumber } from './version-number.pipe';
import { BringDefinitionDto, DiffQueryDto, ShadowQueryDto } from './versions.dto';

const USUAL_DAYS = 30;

/** Versions of licence types: what they say otherwise, what they would have done, and what a move of running applications would do. */
@Controller('api/admin/versions')
@Allow('admin')
@ReadsBeyond('what a version would do to applications of all offices')
export class VersionsController {
  constructor(
    private readonly reader: VersionReader,
    private readonly publisher: Publisher,
    private readonly shadows: ShadowRunner,
    private readonly relocator: Relocator,
  ) {}

  @Get()
  list(): Promise<VersionedLicence[]> {
    return this.reader.list();
  }

  /** A definition as JSON. It is checked and proved, and waits until it is published. */
  @Post()
  @Limited('costly')
  async bring(@Body() { definition }: BringDefinitionDto, @CurrentActor() actor: PersonActor): Promise<LicenceVersions> {
    const { code } = await this.publisher.bring(actor, definition);
    return this.reader.read(code);
  }

  @Get(':code')
  read(@Param('code') code: string): Promise<LicenceVersions> {
    return this.reader.read(code);
  }

  /** Takes a version that waits off the list. */
  @Delete(':code/:version')
  @HttpCode(204)
  async withdraw(@Param('code') code: string, @Param('version', VersionNumber) version: number): Promise<void> {
    await this.publisher.withdraw(code, version);
  }

  @Get(':code/:version/diff')
  diff(@Param('code') code: string, @Param('version', VersionNumber) version: number, @Query() { from }: DiffQueryDto): Promise<VersionDiff> {
    return this.reader.diff(code, version, from);
  }

  /** What the version would have routed, asked or charged otherwise for the cases of the last days. */
  @Get(':code/:version/shadow')
  @Limited('costly')
  shadow(@Param('code') code: string, @Param('version', VersionNumber) version: number, @Query() { days }: ShadowQueryDto): Promise<ShadowRun> {
    return this.shadows.run(code, version, days ?? USUAL_DAYS);
  }

  /** The dry run of moving every running application. */
  @Get(':code/:version/moves')
  @Limited('costly')
  plan(@Param('code') code: string, @Param('version', VersionNumber) version: number): Promise<MovePlan> {
    return this.relocator.plan(code, version);
  }
}
