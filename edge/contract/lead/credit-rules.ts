/** How a won customer is shared where marketing and sales both claim them. */
export interface CreditRules {
  /** `<number>-<digest>`. */
  readonly version: string;
  /** A contact that sales has left alone for so many days counts as marketing's. */
  readonly untouchedDays: number;
  /** Within so many days marketing then has to get in touch. */
  readonly contactWithinDays: number;
  /** Parts each gets where both have a claim: 1 and 2 make one third for marketing. */
  readonly shared: { readonly marketing: number; readonly sales: number };
  /** The field that says what somebody does. */
  readonly roleField: string;
  /** Roles from the one that decides most down; roles that stand together rank alike. */
  readonly ranks: readonly (readonly string[])[];
}
