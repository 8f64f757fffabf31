import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import type { ExceptionGround, OpenException } from '@anuyat/contract';

/** `POST /api/exceptions` */
export class OpenExceptionDto implements OpenException {
  @IsString()
  @MinLength(3)
  @MaxLength(60)
  number!: string;

  @IsIn(['emergency', 'complaint', 'oversight', 'court'])
  ground!: ExceptionGround;

  /** The applicant reads it: long enough to say something. */
  @IsString()
  @MinLength(20)
  @MaxLength(1000)
  reason!: string;
}
