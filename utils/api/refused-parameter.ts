/** Ways of OpenAI, its relays, LiteLLM, Python and Go to name a field they refuse (image-api §1.4). */
const PATTERNS = [
  /(?:unknown|unsupported|unrecogni[sz]ed|unexpected|missing)(?: request| keyword| required)? (?:parameter|argument|field)s?(?: supplied)?(?:: *| (?=['"`]))[[{]?['"`]?(\w[\w.]*)/i,
  /does not support (?:the )?(?:parameters?:? *)?[[{]?['"`](\w+)['"`]/i,
  /(?:parameter|argument|field):? (?!is |was )['"`]?(\w+)['"`]? (?:is |was )?(?:not |un)(?:supported|known|allowed|permitted|recogni[sz]ed)/i,
  /['"`](\w+)['"`] (?:(?:parameter|argument|field) (?:is |was )?not|is not an? (?:\w+ )?(?:parameter|argument|field))/i,
  /Go struct field \w+\.([\w.]+)/,
  /(?:不支持(?:的)?参数|未知参数)[:： ]*['"`“]?([a-z]\w+)|参数[:： ]*['"`“]?([a-z]\w+)['"`”]? *不支持/i,
];

/** The request field a server's sentence complains of. */
export function parameterIn(message: string): string | undefined {
  for (const pattern of PATTERNS) {
    const [, name, otherName] = pattern.exec(message) ?? [];
    if (name ?? otherName) return name ?? otherName;
  }
  return undefined;
}
