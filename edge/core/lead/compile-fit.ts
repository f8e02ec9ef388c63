import type { LeadFacts } from '../../contract/lead/lead-facts.ts';
import type { FitCondition, FitRule, ScoringRules } from '../../contract/lead/scoring-rules.ts';
import { createMailKinds } from './create-mail-kinds.ts';
import { answersTest, listTest, regionOf, type Test, textTest } from './lead-conditions.ts';

/** What rules of fit look at. */
export type FitFacts = Pick<
  LeadFacts,
  'answers' | 'mailDomain' | 'country' | 'region' | 'language' | 'industries'
>;

/** Makes the list of rules that hold for who somebody is, in their order. */
export function compileFit({
  fit,
  freeMail,
}: Pick<ScoringRules, 'fit' | 'freeMail'>): (facts: FitFacts) => readonly FitRule[] {
  const mailKind = createMailKinds(freeMail);
  const rules = fit.rules.map((rule) => ({
    rule,
    conditions: rule.when.map((condition) => compileCondition(condition, mailKind)),
  }));
  return (facts) =>
    rules
      .filter(({ conditions }) => conditions.some((tests) => tests.every((test) => test(facts))))
      .map(({ rule }) => rule);
}

function compileCondition(
  { answers, mail, mailDomain, country, region, language, industry }: FitCondition,
  mailKind: ReturnType<typeof createMailKinds>,
): Test<FitFacts>[] {
  return [
    ...textTest<FitFacts>(mail, ({ mailDomain: domain }) => (domain === null ? null : mailKind(domain))),
    ...textTest<FitFacts>(mailDomain, (facts) => facts.mailDomain),
    ...textTest<FitFacts>(country, (facts) => facts.country),
    ...textTest<FitFacts>(region, regionOf),
    ...textTest<FitFacts>(language, (facts) => facts.language),
    ...listTest<FitFacts>(industry, (facts) => facts.industries),
    ...answersTest(answers),
  ];
}
