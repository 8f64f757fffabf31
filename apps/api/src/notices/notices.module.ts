import { Module } from '@nestjs/common';
import { NoticesController } from './notices.controller';
import { StaffNoticesController } from './staff-notices.controller';

@Module({ controllers: [NoticesController, StaffNoticesController] })
export class NoticesModule {}
