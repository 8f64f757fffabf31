import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { NotSigned } from './not-signed';

/** Which token of which module, and what opens it. */
export interface Token {
  /** The vendor's library, a full path. */
  module: string;
  /** The label of the token. */
  label: string;
  pin: string;
}

const PROGRAM = 'pkcs11-tool';
const PIN_NAME = 'ANUYAT_PKCS11_PIN';
const PATIENCE_MS = 15_000;
/** The child needs what the vendor's library reads, and nothing of ours. */
const OURS = /SECRET|PIN|PASSWORD|DATABASE|REDIS|_KEY$/;
const WRONG_PIN = /CKR_PIN_(INCORRECT|LOCKED|EXPIRED|INVALID)/;

/**
 * Asks a PKCS #11 token through OpenSC's `pkcs11-tool`, a process for each question: a module that hangs or crashes takes nothing with it. The PIN
 * goes by the environment. A PIN that the token refused is not tried again, for three wrong ones lock most tokens.
 */
export class Pkcs11Tool {
  private refusal: string | undefined;

  constructor(private readonly token: Token) {}

  /** @returns what it wrote. @throws NotSigned while the token does not answer, or says no. */
  async ask(args: readonly string[], { isLogin = true, input = Buffer.alloc(0) }: { isLogin?: boolean; input?: Uint8Array } = {}): Promise<Buffer> {
    if (isLogin && this.refusal) throw new NotSigned(`${this.refusal} It is not tried again before the program starts anew.`);
    const login = isLogin ? ['--login', '--pin', `env:${PIN_NAME}`] : [];
    const { code, out, said } = await this.run(['--module', this.token.module, '--token-label', this.token.label, ...login, ...args], input);
    if (code === 0) return out;
    const why = `The token “${this.token.label}” did not do ${args[0] ?? ''}: ${said.trim().split('\n')[0] ?? ''}`;
    if (WRONG_PIN.test(said)) this.refusal = why;
    throw new NotSigned(why);
  }

  private async run(args: readonly string[], input: Uint8Array): Promise<{ code: number | null; out: Buffer; said: string }> {
    const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.test(name)));
    const child = spawn(PROGRAM, args, { env: { ...environment, LC_ALL: 'C', [PIN_NAME]: this.token.pin }, timeout: PATIENCE_MS, killSignal: 'SIGKILL' });
    const out: Buffer[] = [];
    const said: Buffer[] = [];
    child.stdout.on('data', (data: Buffer) => void out.push(data));
    child.stderr.on('data', (data: Buffer) => void said.push(data));
    child.stdin.on('error', () => undefined).end(input);
    try {
      const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
      return { code, out: Buffer.concat(out), said: Buffer.concat(said).toString() || (signal ? `no answer within ${PATIENCE_MS / 1000} seconds` : '') };
    } catch (error) {
      throw new NotSigned(`${PROGRAM} could not be run (Debian: apt-get install opensc).`, { cause: error });
    }
  }
}
