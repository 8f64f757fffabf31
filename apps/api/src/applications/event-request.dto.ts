import { Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import type { EventRequest } from '@anuyat/contract';

/** What the database counts revisions with. */
const MOST_REVISIONS = 2_147_483_647;

/** Whom an agency's system says to have decided. */
export class NamedOfficerDto {
  @IsUUID()
  accountId!: string;

  /** As it stands under the officer's signature. */
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  @Matches(/^[^\p{Cc}]+$/u)
  position!: string;
}

/** `POST /api/applications/:id/events` */
export class EventRequestDto implements EventRequest {
  /** Past tense, lane first: `sanitation.approved`. */
  @IsString()
  @MaxLength(100)
  @Matches(/^[A-Za-z][A-Za-z0-9.-]*$/)
  type!: string;

  @IsOptional()
  @IsObject()
  data?: Record<string, unknown>;

  /** The revision that the sender saw. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_REVISIONS)
  revision?: number;

  /** From an agency's system only; needed where somebody decides, proposes or steps aside. */
  @IsOptional()
  @ValidateNested()
  @Type(() => NamedOfficerDto)
  officer?: NamedOfficerDto;
}
