import { IsInt, IsObject, IsOptional, IsString, Matches, MaxLength, Min } from 'class-validator';
import type { EventRequest } from '@anuyat/contract';

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
  revision?: number;
}
