import * as z from 'zod';
import { ASKS } from '../../edge/contract/form.ts';
import { FieldNameSchema } from './field-name-schema.ts';
import { IdSchema } from './id-schema.ts';
import { localized } from './localized.ts';
import { TextSchema } from './text-schema.ts';

/** The `autocomplete` tokens of the HTML standard that make sense in a registration. */
const AUTOCOMPLETE = [
  'name',
  'given-name',
  'family-name',
  'honorific-prefix',
  'nickname',
  'organization',
  'organization-title',
  'street-address',
  'address-level1',
  'address-level2',
  'postal-code',
  'country',
  'country-name',
  'email',
  'tel',
  'url',
  'off',
] as const;

const COMMON = {
  /** The key in the answers and the column in exports: camelCase, unique in the form. Required. */
  name: FieldNameSchema,
  /** The question. Required. */
  label: localized(TextSchema),
  /** A line of help below the question. */
  hint: localized(TextSchema).optional(),
  /** An example inside the empty box. */
  placeholder: localized(TextSchema).optional(),
  /** Must it be answered? Default `false`. */
  required: z.boolean().default(false),
  /** `first`: on the form, and answered once. `later`: only of visitors who have registered before, never required. `always`: each time. Default `first`; of `textarea` and `checkbox` `always`. */
  ask: z.enum(ASKS).default('first'),
  /** Said instead of the stock message when the value is missing or wrong. */
  error: localized(TextSchema).optional(),
};

const TEXT = {
  ...COMMON,
  /** What the browser may fill in by itself, e.g. `name`, `organization`. */
  autocomplete: z.enum(AUTOCOMPLETE).optional(),
};

const OptionSchema = z.strictObject({
  /** What is stored: kebab-case, never shown. Required, unique in the field. */
  value: IdSchema.meta({ examples: ['engineering'] }),
  /** What visitors read. Required. */
  label: localized(TextSchema),
});

const TextFieldSchema = z.strictObject({
  /** `text`: one line. `company`: one line, suggested from what the browser knows. */
  type: z.enum(['text', 'company']),
  ...TEXT,
  /** Longest answer, in characters. Default 200. */
  maxLength: z.int().min(1).max(1000).default(200),
});

const TextareaFieldSchema = z.strictObject({
  /** Several lines. */
  type: z.literal('textarea'),
  ...TEXT,
  /** As of other fields; default `always`, since several lines belong to what is asked for. */
  ask: z.enum(ASKS).default('always'),
  /** Longest answer, in characters. Default 2000. */
  maxLength: z.int().min(1).max(10_000).default(2000),
});

const ContactFieldSchema = z.strictObject({
  /** `email`: one address. `mobile`: a Chinese mobile number, or any number with its country code. */
  type: z.enum(['email', 'mobile']),
  ...COMMON,
});

const ChoiceFieldSchema = z.strictObject({
  /** `select`: one of the options. `multi-select`: any number of them. */
  type: z.enum(['select', 'multi-select']),
  ...COMMON,
  /** What can be chosen, in the order shown. Required. */
  options: z.array(OptionSchema).min(1).max(300),
});

const CheckboxFieldSchema = z.strictObject({
  /** A box to tick. For consent use `consents` instead: that keeps the proof. */
  type: z.literal('checkbox'),
  ...COMMON,
  /** As of other fields; default `always`, since a tick belongs to what it was made for. */
  ask: z.enum(ASKS).default('always'),
});

const HiddenFieldSchema = z.strictObject({
  /** A constant that travels with the answers, e.g. the name of a campaign. */
  type: z.literal('hidden'),
  ...COMMON,
  /** The constant. Required. */
  value: TextSchema.max(200),
});

/** One question of a form; `type` decides which further keys there are. */
export const FormFieldSchema = z.discriminatedUnion('type', [
  TextFieldSchema,
  TextareaFieldSchema,
  ContactFieldSchema,
  ChoiceFieldSchema,
  CheckboxFieldSchema,
  HiddenFieldSchema,
]);
