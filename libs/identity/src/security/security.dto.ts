import { Type } from 'class-transformer';
import { IsDateString, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import type { SecurityEventKind } from '@anuyat/contract';
import type { SecurityFilter } from './record-reader';

const kinds: SecurityEventKind[] = [
  'sign-in', 'sign-in-failed', 'sign-out', 'session-ended', 'step-up', 'step-up-failed', 'locked-out', 'lock-lifted', 'passkey-added', 'passkey-removed', 'passkey-failed', 'refused', 'cross-origin', 'too-often', 'record-read',
];

/** A moment as PostgreSQL reads it, too: in UTC, in a year of these centuries. */
const MOMENT = /^(19|20|21)\d{2}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?Z$/;

/** Filters of `GET /api/admin/security-events`. */
export class SecurityQuery implements Omit<SecurityFilter, 'limit'> {
  /** A person's mark, or a part of the name of somebody who works for an agency or the portal. */
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(100)
  person?: string;

  @IsOptional()
  @IsIn(kinds)
  kind?: SecurityEventKind;

  @IsOptional()
  @Matches(MOMENT)
  @IsDateString({ strict: true })
  from?: string;

  @IsOptional()
  @Matches(MOMENT)
  @IsDateString({ strict: true })
  until?: string;

  @IsOptional()
  @Matches(/^\d{1,18}$/)
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}
