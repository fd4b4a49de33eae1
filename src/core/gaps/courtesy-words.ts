/**
 * Greetings, thanks and other courtesy around a question, by language. Phrases are parts of regular expressions, compared without regard
 * to case; a space stands for any white space, an apostrophe for both of its forms.
 */
export interface CourtesyWords {
  greetings: readonly string[];
  /** Who is greeted. */
  greeted: readonly string[];
  /** Thanks and farewells. */
  thanks: readonly string[];
  /** Calls for help and other sentences that only announce a question. */
  calls: readonly string[];
  /** What a name follows. */
  introductions: readonly string[];
  please: readonly string[];
  /** Joins an introduction with the question. */
  and: readonly string[];
  /** Words that begin a question or a request: behind one of these a greeting ends without a comma. */
  openings: readonly string[];
}

const en: CourtesyWords = {
  greetings: ['hi+(?:ya)?', 'he+y+a?', 'hel+o+', 'hullo', 'greetings', 'howdy', '(?:a )?(?:very )?good (?:morning|afternoon|evening|day)', 'excuse me', 'dear (?:sirs?|madam|sir or madam|team|support(?: team)?)', "what'?s up", 'yo'],
  greeted: ['there', 'all', 'every(?:one|body)', 'any(?:one|body)', 'guys', 'folks', 'team', 'again', 'friends?', 'sir', "ma'?am", 'madam', 'support(?: team)?', 'to you(?: all)?'],
  thanks: ['(?:many )?thanks(?: (?:so|very) much| a lot| again| in advance| for (?:your|the|any) help)?', 'thank (?:you|u)(?: (?:so|very) much| again| in advance| for (?:your|the|any) help)?', 'thx', 'cheers', 'ty', '(?:good)?bye(?: bye)?', '(?:kind|best) regards', 'have a (?:nice|good|great) (?:day|one|evening|weekend)', 'any help (?:is|would be) (?:much |greatly )?appreciated', '(?:much|greatly) appreciated'],
  calls: [
    "(?:i|we)(?:'d| would)? (?:really )?(?:need|want|like|could use)(?: some| a little| a bit of| your)? (?:help|assistance|support)(?: with (?:something|this))?",
    '(?:can|could|would|will) (?:you|u|some(?:one|body)|any(?:one|body))(?: (?:please|pls|plz))?(?: be able to)? (?:help|assist)(?: me| us)?(?: out)?(?: (?:with|on) (?:this|that|something|it))?',
    'help(?: me)?', '(?:please|pls|plz) help(?: me)?', '(?:is )?(?:some|any)(?:one|body) (?:there|here|online|available|around)', 'are you there',
    "(?:i(?: have|'?ve got| got)|just) (?:a|one|some)(?: quick)? questions?", '(?:a )?quick question', 'how are you(?: doing)?(?: today)?', "i hope you(?:'?re| are) (?:doing )?well", 'sorry to bother you',
  ],
  introductions: ["my name(?:'?s| is)"],
  please: ['please', 'pls', 'plz'],
  and: ['and'],
  openings: [
    "i(?:'?(?:m|d|ve|ll))?", 'we', 'my', 'our', 'please', 'can', 'could', 'would', 'will', 'may', 'should', 'is', 'are', 'was', 'am', 'do', 'does', 'did', 'has', 'have', 'where', "what(?:'?s)?", 'when', 'who', 'why', 'how', 'which', 'need', 'want',
    'looking', 'trying', 'just', 'if', 'it', 'this', 'that', 'there', 'the', 'your', 'you',
  ],
};

const de: CourtesyWords = {
  greetings: ['hall(?:o+|öchen)', 'moin(?: moin)?', 'servus', 'gr(?:ü|ue)(?:ß|ss) (?:gott|dich|euch|sie)', 'gr(?:ü|ue)ezi', '(?:einen )?(?:schönen )?guten (?:tag|morgen|abend)', 'sehr geehrte damen und herren', 'liebes \\p{L}*team'],
  greeted: ['zusammen', 'leute', 'ihr lieben', 'an alle', 'liebes \\p{L}*team'],
  thanks: ['(?:vielen|besten|herzlichen|lieben|schönen|tausend) dank(?: (?:schon mal )?im voraus| für (?:ihre|eure|die|deine) hilfe)?', 'danke(?:schön)?(?: schön| sehr| vielmals)?(?: dir| ihnen| euch)?(?: schon mal)?(?: im voraus)?', '(?:mit )?(?:freundlich|best|viel|lieb|schön)en? gr(?:ü|ue)(?:ß|ss)en?', 'tschüss', 'auf wiedersehen'],
  calls: [
    'ich (?:brauche|benötige|bräuchte)(?: bitte| mal| da| etwas| dringend| ihre| eure| deine)* (?:hilfe|unterstützung)', '(?:kann|könnte) mir(?: bitte| mal| da)* (?:jemand|einer|wer)(?: bitte| mal| da| dabei)* (?:weiter)?helfen',
    '(?:könn(?:en|ten|t|tet)|kannst|könntest) (?:sie|ihr|du) (?:mir|uns)(?: bitte| mal| da| dabei)* (?:weiter)?helfen', 'helfen sie mir', 'hilfe', 'ich (?:habe?|hätte)(?: da)?(?: mal)? (?:ein(?:e|ige)|ne|ein paar)(?: kurze)? fragen?',
    'tag', 'morgen', 'abend', '(?:eine )?(?:kurze )?frage', 'ist (?:da |hier )?(?:jemand|wer)(?: da)?', "wie geht(?:'?s| es (?:dir|ihnen|euch))",
  ],
  introductions: ['mein name ist', 'ich hei(?:ß|ss)e'],
  please: ['bitte'],
  and: ['und'],
  openings: [
    'ich', 'wir', 'mein(?:e[rmns]?)?', 'unser(?:e[rmns]?)?', 'bitte', 'kann', 'kannst', 'könn(?:en|ten|t|te|tet)', 'darf', 'muss', 'gibt', 'habe?', 'haben', 'hätte', 'ist', 'sind', 'wird', 'wo', 'woher', 'wohin', 'was', 'wann', 'wer', 'wie', 'wieso', 'warum', 'welche[rmns]?',
    'wieviel', 'brauche', 'suche', 'möchte', 'würde', 'es', 'der', 'die', 'das',
  ],
};

const ko: CourtesyWords = {
  greetings: ['안녕하세요', '안녕하십니까', '안녕', '반갑습니다', '여보세요', '수고하(?:세요|십니다)', '수고 많으십니다', '좋은 (?:아침|하루)(?:입니다| 되세요)?'],
  greeted: ['여러분'],
  thanks: ['(?:정말 |대단히 |미리 )?(?:감사(?:합니다|해요|드립니다|드려요)|고맙습니다|고마워요?)', '안녕히 계세요'],
  calls: ['(?:저(?:를)? )?(?:좀 )?도와\\s*(?:주세요|주십시오|주실 수 있(?:나요|을까요|어요)|주실래요|주시겠어요|줘요?)', '도움이 필요(?:합니다|해요)', '질문이? 있(?:습니다|어요)', '문의\\s*(?:드립니다|드려요|합니다|있습니다)', '누구 (?:있나요|계세요)', '계(?:세요|신가요|십니까)'],
  introductions: [],
  please: [],
  and: [],
  openings: [],
};

const fi: CourtesyWords = {
  greetings: ['moi(?:kka)?(?: moi)?', 'moro', 'hei(?:ppa| hei)?', 'terve(?:hdys)?', '(?:hyv(?:ää|ä) )?(?:päivää|huomenta|iltaa|iltapäivää)', 'hyvä asiakaspalvelu', 'anteeksi'],
  greeted: ['kaikki', 'kaikille', 'taas', 'vaan', 'siellä', 'sinne'],
  thanks: ['(?:suuri |paljon )?kiitos(?: (?:paljon|avusta|avustanne|(?:jo )?etukäteen))*', 'kiitoksia(?: paljon)?', 'kiitti', 'näkemiin', '(?:ystävällisin )?terveisin'],
  calls: ['(?:minä )?tarvits(?:en|isin)(?: hieman| vähän| nyt)? apua(?:si|nne)?', '(?:voi(?:tko|tteko|sitko|sitteko)|osaa(?:tko|tteko))(?: ystävällisesti)? auttaa(?: minua| mua)?', 'voi(?:si)?ko joku auttaa(?: minua| mua)?', 'auttakaa(?: minua)?', 'apua', '(?:minulla|mulla) (?:on|olisi)(?: yksi| pari)? kysymy(?:s|stä)', 'onko (?:siellä |täällä )?(?:ketään|joku)(?: paikalla| siellä| täällä)?'],
  introductions: ['(?:minun )?nimeni on', 'mun nimi on', 'olen nimeltäni'],
  please: ['kiitos'],
  and: ['ja'],
  openings: [
    'minä', 'minun', 'minulla', 'mulla', 'mä', 'mun', 'me', 'meidän', 'haluan', 'haluaisin', 'tarvitsen', 'tarvitsisin', 'tilasin', 'olen', 'en', 'voi(?:n|ko|nko|tko|tteko|sinko|sitko|sitteko|siko)', 'saa(?:ko|nko)', 'on', 'onko', 'missä', 'mistä', 'mihin', 'milloin', 'miten', 'mikä', 'mitä', 'miksi',
    'kuka', 'kuinka', 'paljonko', 'mitkä', 'miltä',
  ],
};

export const COURTESY_WORDS: readonly CourtesyWords[] = [en, de, ko, fi];
