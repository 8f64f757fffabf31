import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import type { HolidayView } from '@anuyat/contract';

class TitleDto {
  @IsString()
  @MaxLength(200)
  @Matches(/\S/)
  th!: string;

  @IsString()
  @MaxLength(200)
  @Matches(/\S/)
  en!: string;
}

class HolidayDto implements HolidayView {
  /** ISO date of the year that is put. */
  @IsString()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  date!: string;

  @ValidateNested()
  @Type(() => TitleDto)
  title!: TitleDto;

  /** Where the day was announced. */
  @IsString()
  @MaxLength(500)
  @Matches(/\S/)
  source!: string;
}

/** `PUT /api/reference/holidays?year=`: the whole year anew. */
export class HolidaysDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => HolidayDto)
  days!: HolidayDto[];
}
