import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { WeightyAct } from '@anuyat/http';
import type { ProviderCode } from '../identity-options';

class ReturningQuery {
  /** Whom the provider should offer first; the sandbox signs that person in without a form. */
  @IsOptional()
  @Matches(/^[a-z0-9-]{1,64}$/)
  login_hint?: string;

  /** Page of the portal to come back to. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  returnTo?: string;
}

/** `GET /api/auth/login` */
export class LoginQuery extends ReturningQuery {
  /** Which way in; ThaID unless told. */
  @IsOptional()
  @IsIn(['thaid', 'dga'])
  provider?: ProviderCode;
}

/** `GET /api/auth/step-up` */
export class StepUpQuery extends ReturningQuery {
  /** What it is for; signing asks for more than filing. */
  @IsOptional()
  @IsIn(['file', 'sign'])
  act?: WeightyAct;
}
