/** A form of code that is refused, and the sentence that says what to write instead. */
interface Refusal {
  readonly selector: string;
  readonly message: string;
}

/** Refused everywhere. */
export const neverAnywhere: Refusal[] = [
  { selector: 'ExportAllDeclaration', message: 'Name what is exported: "export *" hides what a library promises.' },
  { selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>6]', message: 'A constructor with more than six parameters is two classes.' },
  { selector: 'ClassDeclaration[id.name=/(Service|Manager|Helper|Utils?)$/]', message: 'Name the class after its job: Registrar, Courier, Cashier.' },
];

/** Refused in tests: a test that does not run proves nothing. */
export const neverInTests: Refusal[] = [
  { selector: 'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo|failing)$/]', message: 'Every test runs, every time.' },
  { selector: 'CallExpression[callee.name=/^(xit|xdescribe|xtest|fit|fdescribe)$/]', message: 'Every test runs, every time.' },
];

/** Refused in the registrar: an application is saved in one statement, on the revision that was read. */
export const neverInRegistrar: Refusal[] = [
  { selector: 'CallExpression > MemberExpression.callee[property.name=/^(save|upsert)$/]', message: 'The registrar writes by its one statement on the expected revision; a save would overwrite what another has just decided.' },
];

const outbound = 'Call the outside through openOutbound of @anuyat/outbound: it calls whom the configuration names, follows no redirect and bounds the answer.';

/** Globals that call the outside; refused on the server. */
export const neverCalledOnServer = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'].map((name) => ({ name, message: outbound }));

/** The same through an object; refused on the server. */
export const neverReachedOnServer = ['globalThis', 'global'].flatMap((object) => neverCalledOnServer.map(({ name, message }) => ({ object, property: name, message })));

/** Imports that call the outside; refused on the server. */
export const neverImportedOnServer = {
  paths: [
    ...['node:http', 'node:https', 'http', 'https'].map((name) => ({ name, importNames: ['request', 'get', 'default', 'Agent'], message: outbound })),
    ...['node:net', 'node:tls', 'net', 'tls'].map((name) => ({ name, importNames: ['connect', 'createConnection', 'Socket', 'default'], allowTypeImports: true, message: outbound })),
    ...['undici', 'node:http2', 'node:dgram', 'axios', 'got'].map((name) => ({ name, message: outbound })),
  ],
};

const html = 'Text from people never becomes HTML: bind it as text.';

/** Refused in code that runs in the browser. */
export const neverInBrowser: Refusal[] = [
  { selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment)$/]', message: html },
  { selector: 'MemberExpression[property.name=/^bypassSecurityTrust/]', message: html },
  { selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]', message: html },
  { selector: 'Property[key.value=/^\\[(innerHTML|outerHTML)\\]$/]', message: html },
];

/** Refused in templates. */
export const neverInTemplates: Refusal[] = [
  { selector: 'BoundAttribute[name=/^(innerHTML|outerHTML|srcdoc)$/]', message: html },
  { selector: 'TextAttribute[name="type"][value=/^(date|datetime-local|month)$/]', message: 'A browser reads the years of its own date fields as Christian ones; people type Buddhist years. Use ui-day-field.' },
];
