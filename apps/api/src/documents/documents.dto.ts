import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import type { AttachFromVault, TellDates } from '@anuyat/contract';
import { IsDay } from './is-day';

/** `POST /api/cases/:id/documents/from-vault` */
export class AttachFromVaultDto implements AttachFromVault {
  @IsString()
  @MaxLength(60)
  @Matches(/^[a-z0-9-]+$/)
  code!: string;

  @IsUUID()
  paperId!: string;
}

/** `GET /api/documents/:id/preview` */
export class PreviewQueryDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2_000)
  page?: number;
}

/** When a paper was issued and until when it holds; left out or null where there is none. */
export class TellDatesDto {
  @IsOptional()
  @IsDay()
  issuedOn?: string | null;

  @IsOptional()
  @IsDay()
  expiresOn?: string | null;
}

export function datesIn({ issuedOn, expiresOn }: TellDatesDto): TellDates {
  return { issuedOn: issuedOn ?? null, expiresOn: expiresOn ?? null };
}
