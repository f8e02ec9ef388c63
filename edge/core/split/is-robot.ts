/**
 * True of programs that read pages by themselves: search engines, link previews, monitors. Not a defence, and no count:
 * `classifyVisitor` tells more of them, by lists that weigh more than all of the middleware this stands in.
 */
export function isRobot(userAgent: string): boolean {
  return userAgent === '' || ROBOT.test(userAgent);
}

// Cubot makes phones.
const ROBOT =
  /(?<!\bcu)bot\b|crawl|spider|slurp|preview|headless|lighthouse|inspection|monitor|facebookexternalhit|mediapartners|feedfetcher|embedly|^(?:curl|wget|python|go-http|node|undici|axios|okhttp|java|ruby|php|libwww|apache-http|whatsapp|dart|skype)\b/i;
