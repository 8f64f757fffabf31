import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** How many entries of a list are wanted at once; each list has its own number where none is said. */
export class PageDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

/** A page of a list that is searched by words and narrowed to a licence type. */
export class SearchDto extends PageDto {
  @IsOptional()
  @IsString()
  @MaxLength(60)
  licence?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}
