import { IsInt, IsObject, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import type { EventRequest } from '@anuyat/contract';

/** What the database counts revisions with. */
const MOST_REVISIONS = 2_147_483_647;

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
}
