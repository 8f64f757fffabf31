import type { JsonSchema } from '../definition/json-schema';
import type { DocumentKind } from '../definition/licence-definition';
import type { Text } from '../definition/text';

/** The one form of all licences of a case. */
export interface ComposedForm {
  topics: FormTopic[];
  documents: FormDocument[];
  /** Whole schema that browser and server validate with. */
  schema: JsonSchema;
}

export interface FormTopic {
  /** First part of the facts' paths, such as `premises`. */
  id: string;
  title: Text;
  help?: Text;
  schema: JsonSchema;
  /** Licences that need this topic. */
  askedBy: { code: string; title: Text }[];
}

export interface FormDocument {
  code: string;
  title: Text;
  help?: Text;
  /** FEEL over the answers: asked only where this holds. */
  when?: string;
  isRequired: boolean;
  /** FEEL: where it is asked, it is required only where this holds. */
  requiredWhen?: string;
  accepts: DocumentKind[];
  maxBytes: number;
  maxFiles: number;
  /** Months since its issue after which a paper is too old here. */
  freshMonths?: number;
  askedBy: { code: string; title: Text }[];
}
