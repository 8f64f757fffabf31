import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsDateString, IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import type { AskMandate, MandateAct } from '@anuyat/contract';

const juristic = /^0[0-9]{12}$/;

/** `POST /api/mandates/acting`: for which company the session acts from now on; without one, for oneself. */
export class ActingDto {
  @IsOptional()
  @Matches(juristic)
  juristicId?: string | null;
}

/** `POST /api/mandates/directorships` */
export class DirectorshipDto {
  @Matches(juristic)
  juristicId!: string;
}

/** `POST /api/mandates/requests` */
export class AskMandateDto implements AskMandate {
  @Matches(juristic)
  juristicId!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @IsIn(['prepare', 'file', 'licences'], { each: true })
  acts!: MandateAct[];

  @IsDateString({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  until!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(1000)
  words!: string;
}

/** `POST /api/mandates/requests/:id/decision` */
export class DecideMandateDto {
  @IsBoolean()
  isGranted!: boolean;
}
