import { randomUUID } from 'node:crypto';
import type { Exchange } from '../exchange';
import { companies, type PlayedCompany } from './companies';

const idleMs = 60 * 60_000;

/** The government's data exchange and, behind it, the register of companies (version 4), as their callers meet them. */
export class PlayedExchange {
  /** Tokens and when each was last used; one idles out after an hour. */
  private readonly tokens = new Map<string, number>();

  constructor(private readonly secret: string) {}

  /** @returns whether the request was for it. */
  serve(exchange: Exchange): boolean {
    const { url, method, request } = exchange;
    if (method !== 'GET' || !url.pathname.startsWith('/ws/')) return false;
    if (!request.headers['consumer-key']) exchange.sendJson(403, { message: 'ForbiddenException: consumer not found' });
    else if (url.pathname === '/ws/auth/validate') this.validate(exchange);
    else if (!this.isGood(String(request.headers['token']))) exchange.sendJson(401, { message: 'UnauthorizedException: token not found' });
    else if (url.pathname === '/ws/dbd/juristic/v4/profile/information') profile(exchange);
    else exchange.sendJson(404, { Code: '90001', Message: 'not found' });
    return true;
  }

  private validate(exchange: Exchange): void {
    if (exchange.url.searchParams.get('ConsumerSecret') !== this.secret || !exchange.url.searchParams.get('AgentID')) return exchange.sendJson(401, { message: 'UnauthorizedException: consumer secret' });
    const token = randomUUID();
    this.tokens.set(token, Date.now());
    exchange.sendJson(200, { Result: token });
  }

  private isGood(token: string): boolean {
    const used = this.tokens.get(token);
    if (used === undefined || Date.now() - used > idleMs) return false;
    this.tokens.set(token, Date.now());
    return true;
  }
}

function profile(exchange: Exchange): void {
  const company = companies.find(({ juristicId }) => juristicId === exchange.url.searchParams.get('JuristicID'));
  if (company) exchange.sendJson(200, { ResultList: [asWritten(company)], RawData: '' });
  else exchange.sendJson(404, { Code: '404', Message: 'ไม่พบข้อมูล' });
}

/** Numbers are strings and years Buddhist, as in the real one. */
function asWritten({ juristicId, nameTh, nameEn, status, directors, signing }: PlayedCompany): object {
  return {
    JuristicType: '5', JuristicID: juristicId, OldJuristicID: null, RegisterDate: '25680829', JuristicName_TH: nameTh, JuristicName_EN: nameEn,
    RegisterCapital: '5000000', PaidRegisterCapital: '5000000', NumberOfObjective: '22', NumberOfPageOfObjective: '1', JuristicStatus: status, StandardID: '56101',
    CommitteeInformations: directors.map(({ title, firstName, lastName }, index) => ({ Sequence: index + 1, FirstName: firstName, LastName: lastName, Title: title, Type: 'K' })),
    AuthorizeDescriptions: [{ Sequence: 1, AuthorizeDescription: signing, Type: 'L' }],
    StandardObjectives: [],
    AddressInformations: [],
  };
}
