/**
 * Every problem the check of a content folder can report, with what it means. Names are permanent once released.
 */
export const ISSUE_CODES = {
  // Files and folders
  MissingFile: 'A file the site can’t do without is not there.',
  UnknownFile: 'A file or folder stands where nothing reads it.',
  InvalidFileName: 'A file or folder name can’t become an address or an id.',
  DuplicateSlug: 'Two folders would have the same address.',
  MissingTranslation: 'A page or a text exists in one language only.',
  EmptyFile: 'A file has no contents.',
  FileTooLarge: 'A file is larger than the limit.',
  WrongFileType: 'A file’s bytes are not what its ending says.',
  NotUtf8: 'A text file is saved in another encoding than UTF-8.',
  SymbolicLink: 'A link to a file stands where the file itself should be.',

  // YAML and frontmatter
  YamlSyntax: 'The YAML can’t be read.',
  DuplicateKey: 'A key stands twice in one block.',
  UnsupportedYaml: 'An anchor, alias, tag or second document is used.',
  MissingFrontmatter: 'A page has no head between two lines of ---.',
  UnknownKey: 'A key is not one of those known here.',
  MissingKey: 'A required key is not there.',
  EmptyValue: 'A key has no value.',
  WrongType: 'A value is of the wrong kind: text, number, list, block.',
  InvalidValue: 'A value is not allowed here.',

  // Meaning
  UnknownForm: 'A form is named that does not exist.',
  UnknownPerson: 'A person is named that does not exist.',
  UnknownRole: 'A role is named that site.yaml does not list.',
  UnknownIndustry: 'An industry is named that site.yaml does not list.',
  UnknownField: 'A field is named that no form asks for.',
  UnknownTerritory: 'A territory is named that rules/routing.yaml does not list.',
  UnknownCalendar: 'A calendar is named that rules/routing.yaml does not list.',
  UnknownFamily: 'A family of products is named that site.yaml does not list.',
  UnknownVariant: 'A variant is named that does not exist.',
  UnknownEntry: 'A white paper is named that does not exist.',
  UnknownPage: 'A link leads to a page of this site that does not exist.',
  UnpublishedPage: 'A link leads to a page that is not out yet.',
  UnknownAnchor: 'A link leads to a heading that does not exist.',
  DuplicateName: 'Two things that must differ have the same name.',
  MissingIdentityField: 'A form asks for no address that says who registers.',
  NeverAsked: 'A form has a question that nobody would be asked, or sets what has no effect.',
  MissingConsent: 'A form asks for no required consent.',
  ExampleFails: 'An example in rules/ comes out otherwise than it says.',
  UnknownPlaceholder: 'A mail uses a placeholder nobody fills.',
  TranslationsDiffer: 'Two languages of one entry contradict each other.',
  VariantDiffers: 'A variant of a page contradicts the page.',
  GatedFileMissing: 'The file behind a gate is not there.',
  GatedFileExposed: 'A gated file could be reached without the form.',
  PictureMissing: 'A picture is not there.',
  MediaMissing: 'A film is not there.',

  // Page text
  MdxSyntax: 'The text of a page can’t be read.',
  CodeNotAllowed: 'Code stands in a page: an import, an export or an expression.',
  HtmlNotAllowed: 'An HTML element is used that pages can’t hold.',
  UnknownBlock: 'A block is used that does not exist.',
  MisplacedBlock: 'A block stands where only words can stand.',
  InvalidBlock: 'A block lacks its contents, or has contents it can’t show.',
  MissingAltText: 'A picture has no words for people who can’t see it.',
  LowContrast: 'Two colours of the theme are too alike for words on their ground.',
  RemotePicture: 'A picture would be loaded from another site.',
  UnsafeLink: 'A link uses a scheme that pages can’t use.',
  FileLink: 'A link leads to a file that is not published.',
  HeadingLevel: 'A heading skips a level, or takes the page title’s.',

  // Advice
  LongTitle: 'A title is longer than search engines show.',
  LongDescription: 'A description is longer than search engines show.',
  LargeFile: 'A gated file is so large that visitors on phones will wait.',
  UnusedFile: 'A picture or a form is there that no page uses.',
} as const;

export type IssueCode = keyof typeof ISSUE_CODES;

/** Problems that are told and stop nothing. */
export const WARNINGS: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'LongTitle',
  'LongDescription',
  'LargeFile',
  'UnusedFile',
]);
