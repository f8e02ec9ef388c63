import type { CatalogueEntry } from '../contract/catalogue.ts';
import type { Form } from '../contract/form.ts';
import type { Locale } from '../contract/locale.ts';
import type { AnswersParser } from './parse/parse-answers.ts';
import type { Submission } from './parse/parse-submission.ts';
import type { CompiledRules } from './source/compile-channel-rules.ts';
import type { ConsentRecorder } from './record-consents.ts';
import type { Experiment } from './split/choose-variant.ts';
import type { AppDependencies } from './ports/app.ts';
import type { DownloadTokens } from './ports/download-tokens.ts';
import type { ThanksTokens } from './thanks-tokens.ts';
import type { VisitorTokens } from './visitor-tokens.ts';

/** What the handlers share for the life of the app. */
export interface App extends AppDependencies {
  readonly tokens: DownloadTokens;
  readonly thanksTokens: ThanksTokens;
  readonly visitorTokens: VisitorTokens;
  /** By form id. */
  readonly answersParsers: ReadonlyMap<string, AnswersParser>;
  readonly recordConsents: ConsentRecorder;
  readonly channelRules: CompiledRules;
  /** What is tried, by the path of the page. */
  readonly experiments: ReadonlyMap<string, Experiment>;
  /** Host (and port) of the published site. */
  readonly siteHost: string;
  readonly siteIsSecure: boolean;
}

/** One request on its way to an answer. What is learnt on the way shapes the answer, a refusal's too. */
export interface Exchange {
  readonly request: Request;
  readonly requestId: string;
  /** The pattern that matched, fit for a log: it holds no token. */
  readonly route: string;
  /** From the address; empty where the route has none. */
  readonly token: string;
  /** Host (and port) the client addressed. */
  readonly host: string;
  /** Of the answer; the body's own wins once it is read. */
  locale: Locale;
  /** What the request is about, once that is known. */
  entry: CatalogueEntry | null;
  /** The submission as far as it is readable, so that a refusal can hand the form back filled in. */
  draft: Draft | null;
}

export interface Draft {
  readonly submission: Submission;
  readonly form: Form;
  /** Origin-relative path of the page that held the form. */
  readonly page: string;
}

export type Handler = (exchange: Exchange, app: App) => Promise<Response>;

/** The page to go back to. */
export function pageUrlOf({ entry, locale }: Exchange): string {
  return entry ? entry.path[locale] : `/${locale}/`;
}
