import { Inject, Injectable } from '@nestjs/common';
import { RetryLater } from '@anuyat/http';
import { openOutbound, type Outbound } from '@anuyat/outbound';
import { identityOptions, type IdentityOptions } from '../identity-options';

/** A company as the Department of Business Development's register has it. */
export interface RegisteredCompany {
  juristicId: string;
  nameTh: string;
  nameEn: string;
  /** Only one that is active may apply for anything. */
  isActive: boolean;
  status: string;
  directors: { firstName: string; lastName: string }[];
  /** Who signs for it, in the register's words. */
  signing: string;
}

/** How the portal is known at the government's data exchange (GDX). */
export interface ExchangeClient {
  url: string;
  consumerKey: string;
  consumerSecret: string;
}

const timeoutMs = 5_000;
const retrySeconds = 30;
/** A token idles out after 60 minutes without a call. */
const tokenMs = 50 * 60_000;
const active = 'ยังดำเนินกิจการอยู่';

/** The reply of `juristic/v4/profile/information`: everything is a string, and much of it is null. */
interface Profile {
  ResultList?: {
    JuristicID: string;
    JuristicName_TH: string | null;
    JuristicName_EN: string | null;
    JuristicStatus: string | null;
    CommitteeInformations: { FirstName: string | null; LastName: string | null }[] | null;
    AuthorizeDescriptions: { AuthorizeDescription: string | null; Type: string | null }[] | null;
  }[];
}

/** Asks the register of companies through the government's data exchange: a token first, then the profile (version 4). */
@Injectable()
export class CompanyRegister {
  private outbound: Outbound | undefined;
  private token: { value: string; until: number } | undefined;

  constructor(@Inject(identityOptions) private readonly options: IdentityOptions) {}

  /** Undefined when there is no such company. @throws RetryLater while the exchange is away or none is set up. */
  async find(juristicId: string): Promise<RegisteredCompany | undefined> {
    const reply = (await this.ask(juristicId)) ?? (await this.ask(juristicId, true));
    if (reply === undefined) throw new RetryLater('temporarily-unavailable', retrySeconds);
    if (reply === null) return undefined;
    const [company] = reply.ResultList ?? [];
    if (!company) return undefined;
    return {
      juristicId: company.JuristicID,
      nameTh: company.JuristicName_TH ?? company.JuristicID,
      nameEn: company.JuristicName_EN ?? company.JuristicName_TH ?? company.JuristicID,
      isActive: company.JuristicStatus === active,
      status: company.JuristicStatus ?? '',
      directors: (company.CommitteeInformations ?? []).map(({ FirstName, LastName }) => ({ firstName: FirstName ?? '', lastName: LastName ?? '' })),
      signing: (company.AuthorizeDescriptions ?? []).filter(({ Type }) => Type === 'L' || Type === 'M').map(({ AuthorizeDescription }) => AuthorizeDescription ?? '').join(' '),
    };
  }

  /** @returns null when there is none, undefined when the token is not good any more. */
  private async ask(juristicId: string, isAnew = false): Promise<Profile | null | undefined> {
    const token = await this.tokenFor(isAnew);
    const reply = await this.call(`/ws/dbd/juristic/v4/profile/information?JuristicID=${juristicId}`, { Token: token });
    if (reply.status === 404) return null;
    if (reply.status === 401) return undefined;
    if (!reply.ok) throw new RetryLater('temporarily-unavailable', retrySeconds);
    return (await reply.json()) as Profile;
  }

  private async tokenFor(isAnew: boolean): Promise<string> {
    if (!isAnew && this.token && this.token.until > Date.now()) return this.token.value;
    const secret = encodeURIComponent(this.exchange().consumerSecret);
    const reply = await this.call(`/ws/auth/validate?ConsumerSecret=${secret}&AgentID=anuyat`);
    const { Result: value } = reply.ok ? ((await reply.json()) as { Result?: string }) : {};
    if (!value) throw new RetryLater('temporarily-unavailable', retrySeconds);
    this.token = { value, until: Date.now() + tokenMs };
    return value;
  }

  private async call(path: string, headers: Record<string, string> = {}): Promise<Response> {
    const { url, consumerKey } = this.exchange();
    try {
      this.outbound ??= openOutbound(url, { patienceMs: timeoutMs, internalHosts: this.options.internalHosts ?? [] });
      return await this.outbound(`${url}${path}`, { headers: { 'Consumer-Key': consumerKey, 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8', ...headers } });
    } catch {
      throw new RetryLater('temporarily-unavailable', retrySeconds);
    }
  }

  private exchange(): ExchangeClient {
    if (!this.options.exchange) throw new RetryLater('temporarily-unavailable', retrySeconds);
    return this.options.exchange;
  }
}
