import type { Text } from '../definition/text';

export type AnswerProblemCode =
  | 'missing'
  | 'unknown-field'
  | 'wrong-kind'
  | 'not-a-choice'
  | 'too-small'
  | 'too-large'
  | 'not-a-multiple'
  | 'too-short'
  | 'too-long'
  | 'wrong-form'
  | 'wrong-format'
  | 'too-few'
  | 'too-many';

/** One wrong field; `path` has the numbers of rows: `signs.0.widthCm`. */
export interface AnswerProblem {
  path: string;
  code: AnswerProblemCode;
  message: Text;
}

/** A `format` that the caller knows; its problem is what people are told. */
export interface AnswerFormat {
  isValid(value: string): boolean;
  problem?: Text;
  /** What is wrong with this very value, where more than the problem can be said. */
  explain?(value: string): Text | undefined;
}

export type AnswerFormats = Readonly<Record<string, AnswerFormat | ((value: string) => boolean)>>;
