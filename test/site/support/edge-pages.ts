import type { Catalogue, EdgePage } from '../../../edge/contract/catalogue.ts';
import { fillTemplate } from '../../../edge/contract/fill-template.ts';
import { LOCALES, type Locale } from '../../../edge/contract/locale.ts';
import { PROBLEMS } from '../../../edge/contract/problem.ts';
import { renderErrorList } from '../../../edge/contract/render-error-list.ts';
import { renderForm } from '../../../edge/contract/render-form.ts';
import { type BuiltPage, parsePage } from './built-site.ts';

/** The pages the edge sends, filled as it fills them; their paths (`/zh/thanks`) are ours alone. */
export function edgePages(catalogue: Catalogue): BuiltPage[] {
  const names = Object.keys(catalogue.pages) as EdgePage[];
  return names.flatMap((name) =>
    LOCALES.map((locale) => {
      const values = sampleValues(catalogue, locale);
      return parsePage(
        `/${locale}/${name}`,
        fillTemplate(catalogue.pages[name][locale], values, { as: 'html' }),
      );
    }),
  );
}

function sampleValues({ entries, forms }: Catalogue, locale: Locale): Record<string, string> {
  const entry = entries['whitepapers/inline-gauging']!;
  const { thanks } = entries['landing/line-walk']!;
  const errors = [
    {
      field: 'answers.name',
      code: 'required',
      message: locale === 'zh' ? '请填写姓名' : 'Please enter: Name',
    },
    {
      field: 'consents.privacy',
      code: 'consent_required',
      message: locale === 'zh' ? '请勾选' : 'Please tick',
    },
  ];
  const { title, hint } = PROBLEMS.invalid_answers;
  return {
    title: title[locale],
    hint: hint[locale],
    entryTitle: entry.title[locale],
    pageUrl: entry.path[locale],
    downloadUrl: '/d/header.claims.signature',
    token: 'header.claims.signature',
    fileName: locale === 'zh' ? '不停线，也能量准.pdf' : 'Inline gauging.pdf',
    fileSize: '412 kB',
    expiresAt: locale === 'zh' ? '2026年11月25日 16:30' : '25 November 2026, 08:30 UTC',
    requestId: '3f0c5a52-7c0e-4e1e-9c5e-0d9f5b1f6a10',
    contactEmail: 'hello@northlake.example',
    errorList: renderErrorList(errors),
    formTitle: forms[entry.form]!.submit[locale],
    thanks: thanks?.[locale] ?? '',
    form: renderForm({
      form: forms[entry.form]!,
      entry: entry.id,
      locale,
      page: entry.path[locale],
      values: { email: 'a "quoted" <b>' },
      errors,
      hidden: { landingUrl: 'https://www.northlake.example/zh/?utm_source=baidu&a=1' },
    }),
  };
}
