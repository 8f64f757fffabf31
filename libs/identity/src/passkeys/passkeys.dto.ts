import { IsObject, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import type { AskProof, PasskeyAnswer } from '@anuyat/contract';

/** `PUT /api/auth/passkeys/:id`: how a person tells their passkeys apart. */
export class NamePasskeyDto {
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  @Matches(/^[^\p{Cc}]*\S[^\p{Cc}]*$/u)
  name!: string;
}

/** `POST /api/auth/passkeys/made/:challengeId` */
export class MadePasskeyDto extends NamePasskeyDto implements PasskeyAnswer {
  @IsObject()
  response!: object;
}

/** `POST /api/auth/passkeys/proofs` */
export class AskProofDto implements AskProof {
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  digest?: string;
}

/** `POST /api/auth/passkeys/proofs/:challengeId` */
export class PasskeyAnswerDto implements PasskeyAnswer {
  @IsObject()
  response!: object;
}
