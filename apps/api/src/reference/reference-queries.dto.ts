import { Type } from 'class-transformer';
import { IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

export class ProvinceQueryDto {
  @IsString()
  @Matches(/^\d{2}$/)
  province!: string;
}

export class DistrictQueryDto {
  @IsString()
  @Matches(/^\d{4}$/)
  district!: string;
}

export class SearchQueryDto {
  @IsString()
  @MaxLength(80)
  q = '';
}

export class YearQueryDto {
  /** Christian year. */
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2200)
  year!: number;
}
