/** As much of a browser as signing in needs: it keeps cookies by host and follows redirects one by one. */
export class Browser {
  private readonly jars = new Map<string, Map<string, string>>();
  /** Every `Set-Cookie` line that was seen. */
  readonly cookieLines: string[] = [];

  constructor(private readonly headers: Record<string, string> = {}) {}

  /** One request, without following where it leads. */
  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const host = new URL(url).host;
    const jar = this.jars.get(host) ?? new Map<string, string>();
    this.jars.set(host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(url, { ...init, redirect: 'manual', headers: { ...this.headers, ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) } });
    for (const line of reply.headers.getSetCookie()) this.keep(jar, line);
    return reply;
  }

  /** Follows redirects as long as they lead somewhere that `until` does not name. @returns the last answer and its address. */
  async visit(url: string, until: (url: string) => boolean = () => false, init: RequestInit = {}): Promise<{ url: string; reply: Response }> {
    let at = url;
    let reply = await this.fetch(at, init);
    for (let steps = 0; steps < 12; steps++) {
      const location = reply.headers.get('location');
      if (!location) return { url: at, reply };
      at = new URL(location, at).href;
      if (until(at)) return { url: at, reply };
      reply = await this.fetch(at);
    }
    throw new Error(`${url} leads round in circles.`);
  }

  cookie(host: string, name: string): string | undefined {
    return this.jars.get(host)?.get(name);
  }

  setCookie(host: string, name: string, value: string): void {
    const jar = this.jars.get(host) ?? new Map<string, string>();
    this.jars.set(host, jar.set(name, value));
  }

  cookieNames(host: string): string[] {
    return [...(this.jars.get(host)?.keys() ?? [])];
  }

  private keep(jar: Map<string, string>, line: string): void {
    this.cookieLines.push(line);
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const [name = '', ...value] = pair.split('=');
    const isGone = attributes.some((attribute) => /^max-age=0$/i.test(attribute) || /^expires=Thu, 01 Jan 1970/i.test(attribute));
    if (isGone) jar.delete(name);
    else jar.set(name, value.join('='));
  }
}
