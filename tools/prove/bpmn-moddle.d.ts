/** What is used here of the library, which brings no types that the compiler finds. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    fromXML(xml: string): Promise<{ rootElement: object; warnings: unknown[] }>;
  }
}
