import { IsString, IsUUID, Matches, MaxLength, ValidateIf } from 'class-validator';
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

/** When a paper was issued and until when it holds: ISO dates, null where there is none. */
export class TellDatesDto implements TellDates {
  @ValidateIf((body: TellDates) => body.issuedOn !== null)
  @IsDay()
  issuedOn!: string | null;

  @ValidateIf((body: TellDates) => body.expiresOn !== null)
  @IsDay()
  expiresOn!: string | null;
}
