import { Module } from '@nestjs/common';
import { HolidaysController } from './holidays.controller';
import { PlacesController } from './places.controller';

@Module({ controllers: [PlacesController, HolidaysController] })
export class ReferenceModule {}
