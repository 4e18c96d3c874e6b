import { ruleSetSchema } from "../rule-set";
import { ABSOLUTE_CLAIM_RULES } from "./absolute-claims";
import { APPROVAL_RULES } from "./approval-promises";
import { BASES } from "./bases";
import { CASH_OUT_RULES } from "./cash-out";
import { CLAIM_RULES } from "./credit-claims";
import { CONTEXTS, CUES } from "./cues";
import { DISGUISED_CREDIT_RULES } from "./disguised-credit";
import { ENDORSEMENT_RULES } from "./endorsements";
import { CREDIT_ENDORSEMENT_RULES } from "./endorsements-of-credit";
import { FIRST_PAYMENT_RULES } from "./first-payment";
import { INTEREST_FREE_RULES } from "./interest-free";
import { OBSCURED_RATE_RULES } from "./obscured-rates";
import { OVERSPENDING_RULES } from "./overspending";
import { NUMBER_RULES } from "./quoted-numbers";
import { URGENCY_RULES } from "./urgency";
import { VULNERABLE_AUDIENCE_RULES } from "./vulnerable-audiences";

/** The first set of rules. Compliance changes it in the app; each version is kept with the decisions made under it. */
export const BUILT_IN_RULE_SET = ruleSetSchema.parse({
  rules: [
    ...ABSOLUTE_CLAIM_RULES,
    ...ENDORSEMENT_RULES,
    ...CREDIT_ENDORSEMENT_RULES,
    ...APPROVAL_RULES,
    ...OBSCURED_RATE_RULES,
    ...FIRST_PAYMENT_RULES,
    ...INTEREST_FREE_RULES,
    ...NUMBER_RULES,
    ...DISGUISED_CREDIT_RULES,
    ...CLAIM_RULES,
    ...OVERSPENDING_RULES,
    ...VULNERABLE_AUDIENCE_RULES,
    ...CASH_OUT_RULES,
    ...URGENCY_RULES,
  ],
  cues: CUES,
  contexts: CONTEXTS,
  bases: BASES,
});
