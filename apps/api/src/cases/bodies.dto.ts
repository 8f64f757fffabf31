import { ArrayMaxSize, Equals, IsArray, IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, MaxLength, Min } from 'class-validator';
import type { AnswerNotices, AnswersPatch, OpenCase, SubmitCase } from '@anuyat/contract';
import type { CaseAnswers } from '@anuyat/licence-kit';

/** `POST /api/cases` */
export class OpenCaseDto implements OpenCase {
  @IsString()
  @MaxLength(60)
  @Matches(/^[a-z0-9-]+$/)
  journey!: string;

  /** Checked by the journey's own schema. */
  @IsObject()
  answers!: CaseAnswers;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  licences?: string[];
}

/** `PATCH /api/cases/:id/answers` */
export class AnswersPatchDto implements AnswersPatch {
  @IsInt()
  @Min(0)
  base!: number;

  /** Facts by path; checked by the case's form. */
  @IsObject()
  changes!: Record<string, unknown>;

  @IsOptional()
  @IsUUID()
  window?: string;
}

/** `POST /api/cases/:id/submit` */
export class SubmitCaseDto implements SubmitCase {
  @Equals(true)
  declaresTruth!: true;

  @IsInt()
  @Min(0)
  answersRevision!: number;
}

/** `POST /api/cases/:id/answers-to-notices` */
export class AnswerNoticesDto implements AnswerNotices {
  /** Facts by path; each must have been asked for. */
  @IsObject()
  changes!: Record<string, unknown>;

  @IsOptional()
  @IsString()
  @MaxLength(4000)
  note?: string;
}
