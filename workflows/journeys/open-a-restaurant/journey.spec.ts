import { planJourney } from '@anuyat/licence-kit';
import { licences } from '../../registry';
import { journey } from './journey';

const bangkok = { houseNo: '88/1', subdistrict: '103901', district: '1039', province: '10', postcode: '10110' };
const plain = { sellsLiquor: false, hasSign: false, roastsCoffee: false, hasLiveMusic: false };

function needed(kind: string, areaSqm: number, plan: Partial<typeof plain>): string[] {
  const answers = { applicant: { kind }, premises: { address: bangkok, areaSqm }, plan: { ...plain, ...plan } };
  return planJourney(journey, licences, answers).licences.filter(({ isNeeded }) => isNeeded === true).map(({ code }) => code);
}

describe('who opens a restaurant', () => {
  it('as a person with a small café and a sign registers, notifies and pays signboard tax', () => {
    expect(needed('person', 60, { hasSign: true })).toEqual(['commercial-registration', 'food-premises-small', 'signboard-tax']);
  });

  it('as a company with a large place that sells wine needs no commercial registration', () => {
    expect(needed('juristic', 350, { sellsLiquor: true })).toEqual(['food-premises-large', 'liquor-sale']);
  });

  it.each([[200, 'food-premises-small'], [200.01, 'food-premises-large']])('with %d m² needs %s', (areaSqm, licence) => {
    expect(needed('juristic', areaSqm, {})).toEqual([licence]);
  });

  it.each(['roastsCoffee', 'hasLiveMusic'])('where %s needs the licence for businesses hazardous to health', (what) => {
    expect(needed('juristic', 100, { [what]: true })).toContain('business-hazardous-to-health');
  });

  it('and has answered nothing is told which questions are left', () => {
    const { unanswered, licences: plans } = planJourney(journey, licences, {});
    expect(plans.every(({ isNeeded }) => isNeeded === null)).toBe(true);
    expect(unanswered).toEqual(['applicant.kind', 'premises.areaSqm', 'plan.roastsCoffee', 'plan.hasLiveMusic', 'plan.sellsLiquor', 'plan.hasSign']);
  });

  it('asks for everything at once: a person’s registration, the food premises and liquor wait for nobody', () => {
    const answers = { applicant: { kind: 'foreigner' }, premises: { address: bangkok, areaSqm: 100 }, plan: { ...plain, sellsLiquor: true } };
    const steps = planJourney(journey, licences, answers).licences.filter(({ isNeeded }) => isNeeded).map(({ code, step }) => [step, code]);
    expect(steps).toEqual([[1, 'commercial-registration'], [1, 'food-premises-small'], [1, 'liquor-sale']]);
  });
});
