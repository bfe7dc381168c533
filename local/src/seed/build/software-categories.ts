/** Google category ids of the software branch that rules below assign. */
export const SOFTWARE = {
  any: 313,
  security: 5299,
  business: 5300,
  programming: 315,
  utilities: 5301,
  dictionaries: 5127,
  education: 317,
  finance: 5304,
  maps: 3283,
  handheld: 318,
  design: 319,
  threeD: 6027,
  animation: 4950,
  graphics: 4951,
  home: 6029,
  publishing: 4949,
  composing: 5096,
  sound: 4952,
  video: 4953,
  web: 4954,
  network: 5302,
  office: 5303,
  operatingSystems: 321,
  games: 1279,
} as const;

/** The first rule whose words occur in the title decides; titles in the source are lower case. */
const RULES: readonly [RegExp, number][] = [
  [
    /\b(quickbooks|quicken|turbotax|taxcut|tax|accounting|peachtree|payroll|invoic\w+|bookkeep\w+|simply accounting|money (2\d{3}|plus|deluxe|premium))\b/,
    SOFTWARE.finance,
  ],
  [/\b(translat\w+|dictionary|thesaurus)\b/, SOFTWARE.dictionaries],
  [
    /\b(preschool|kindergarten|\d(st|nd|rd|th)( ?-|\s)?(\d\w\w )?grade|grades?|jumpstart|reader rabbit|math|phonics|spelling|typing|teaches|tutor\w*|learn\w*|immersion|rosetta|sat|school|homework|encyclop\w+|britannica|encarta|clue ?finders|student workbook|academy|science|guitar method|bass method|piano)\b/,
    SOFTWARE.education,
  ],
  [
    /\b(anti ?-?(virus|spyware|spam)|virusscan|norton (internet|360|personal|confidential)|internet security|spy ?(sweeper|subtract|ware)|firewall|mcafee|kaspersky|encrypt\w*|lojack|computrace|contentbarrier|netbarrier|virusbarrier|parental|cyber ?patrol|pest ?patrol|window washer|endpoint)\b/,
    SOFTWARE.security,
  ],
  [
    /\b(tycoon|sims|games?|gaming|hoyle|casino|slots|poker|warcraft|xbox|solitaire|chess|mah ?-?jongg?|pinball|bingo|nancy drew|arcade|quest|battlefield|civilization|wheel of fortune|jeopardy|scrabble|monopoly|zoo|spongebob|adventures?|expansion pack|flight simulator|racing|wars|puzzle\w*|hunter|aquarium|screensaver)\b/,
    SOFTWARE.games,
  ],
  [
    /\b(punch|home (architect|design\w*)|landscap\w*|interior design|floor ?plan|architectural|home designer|kitchen and bath)\b/,
    SOFTWARE.home,
  ],
  [
    /\b(sibelius|finale|cakewalk|sonar|notation|band-in-a-box|garritan|logic (pro|express)|cubase|fl studio|music (creator|maker|production|studio)|karaoke|orchestra|guitar|band)\b/,
    SOFTWARE.composing,
  ],
  [
    /\b(final cut|premiere|after effects|vegas|pinnacle|avid|dv ?rack|encore dvd|videostudio|videowave|imovie|ilife|moviefactory|(digital )?video|dvd (creat\w+|studio|author\w*|architect)|movie|camtasia|production studio)\b/,
    SOFTWARE.video,
  ],
  [
    /\b(audition|sound ?forge|acid (pro|music|x\w*)|wavelab|pro tools|soundtrack|audio|peak (pro|le|express)|podcast|sound|recording|dj|mp3)\b/,
    SOFTWARE.sound,
  ],
  [
    /\b(dreamweaver|frontpage|golive|contribute|coldfusion|expression web|web (design|studio|easy|site)|website|site (builder|studio)|flash)\b/,
    SOFTWARE.web,
  ],
  [/\b(autocad|turbocad|cad|3d|poser|carrara|bryce|lightwave|maya|vue|sketchup|zbrush|draft)\b/, SOFTWARE.threeD],
  [/\b(animation|anime studio|toon ?boom|director)\b/, SOFTWARE.animation],
  [
    /\b(print ?shop|greeting card\w*|scrapbook\w*|calendar creator|labels?|stickers|printmaster|hallmark|print artist|business cards?|publisher|pagemaker|quark\w*|indesign|invitation\w*)\b/,
    SOFTWARE.publishing,
  ],
  [
    /\b(photoshop|illustrator|creative suite|cs[23]|coreldraw|corel|paint\w*|photos?|graphics?|lightroom|fractals|manga|clip ?art|fonts?|freehand|fireworks|design|drawing|image|imaging|smartscale|intellihance|mask pro|art explosion|aperture|snapfire|art)\b/,
    SOFTWARE.graphics,
  ],
  [
    /\b(visual (studio|basic|foxpro)|msdn|sdk|compiler|delphi|developers?|programming (tools?|language)|realbasic|installshield|java|jbuilder)\b/,
    SOFTWARE.programming,
  ],
  [
    /\b(microsoft|mac|ms) (office|word|excel|powerpoint|outlook|entourage|visio|access|onenote)\b|\b(office (2\d{3}|xp|v|pro\w*|standard|basic|home|small|student|mac)|word|excel|powerpoint|outlook|acrobat|pdf|wordperfect|openoffice|staroffice|visio|onenote|iwork|works suite)\b/,
    SOFTWARE.office,
  ],
  [
    /\b(backup|retrospect|partition\w*|system (mechanic|works|suite)|systemworks|registry|utilit\w+|stuffit|recover\w*|ghost|toast|roxio|nero|copy|burn\w*|uninstall\w*|defrag\w*|tech ?tool|diskwarrior|fix-?it|parallels|fusion|virtual pc|drive|speed|easy cd|i copydvds|arcserve|data rescue|spring cleaning|file ?transfer|pc ?relocator|move ?it)\b/,
    SOFTWARE.utilities,
  ],
  [
    /(?<!\bfor |\bfor microsoft |\band |\( )\b(windows vista|windows xp|windows (2000|98|nt)|vista (home|business|ultimate)|red ?hat|suse linux|solaris|small business s\w*)\b/,
    SOFTWARE.operatingSystems,
  ],
  [
    /\b(terminal|network\w*|server|svr|servers|cal|exchange|citrix|telnet|ftp|remote|pcanywhere|cisco|sonicwall|smarterm|rumba|netmanage|vmware|sql|clients?|agents?|enterprise|vpn|sharepoint|hp-ux|ios|emc|licen[sc]es?|lic|user|users|node)\b/,
    SOFTWARE.network,
  ],
  [/\b(map\w*|gps|street\w*|topo|atlas|trip\w*)\b/, SOFTWARE.maps],
  [/\b(pocket ?pc|palm|pda|mobile|handheld|ipod)\b/, SOFTWARE.handheld],
  [
    /\b(project|business|legal|attorney|will ?maker|will|mailing\w*|contacts?|act|crm|resume|organizer|goldmine|filemaker|database|omnipage|ocr|paperport|viavoice|naturally\w*|speaking|forms?|postage|stamps.com|family tree|genealogy|ancestry|planner|inventory|management|cookbook|recipe\w*)\b/,
    SOFTWARE.business,
  ],
  // Weaker signs, believed only when nothing above spoke.
  [/\b(crystal|netware|service desk|asp|visual|data|corporate|online|zonealarm|web sec|ghostsurf)\b/, SOFTWARE.network],
  [
    /\b(sudoku|kakuro|millionaire|duty|rome|nations|heroes|pirates?|backyard|tonka|age of|ages|fish|chessmaster|combat|wolfenstein|axis|allies|doom|destineer|feral|aspyr|spies|castle|zombie|granny|agatha christie|sports|football|hasbro|aquazone|galaxy|starship|train|play|fun|battle|tropico|startopia|gorilla|treasure|sim|legends?)\b/,
    SOFTWARE.games,
  ],
  [
    /\b(professor|reading|geometry|algebra|biology|spanish|french|german|italian|japanese|chinese|russian|geographic|starry|redshift|planetarium|human body|bible|quickverse|kids|clifford|success|advantage|literature|history|student|elementary|immers\w*|library|language|brain|topics|book|little|ancient|vocabulary|anatomy|reference)\b/,
    SOFTWARE.education,
  ],
  [
    /\b(diskeeper|cleanup|cleaner|pitstop|rescue|systemsuite|transfer|snap|capture|keeper|vault|storage|tools?|personal|mediarecover|micromat|password|desktop)\b/,
    SOFTWARE.utilities,
  ],
  [
    /\b(garageband|music|ringtone|piano|instrument|film|media|podmedia\w*|windvd|dvd|vhs|macdraft|interiors|print|comic|photostory|clickart|card|pantone|page|presentation|captivate)\b/,
    SOFTWARE.design,
  ],
  [
    /\b(readiris|iris|ledger|multiledger|checkmark|resumemaker|budget\w*|appleworks|cookn?|cooking|maillist|addressbook|notetaker|ilisten|office|diet|wine|garden\w*|baby|personnel|forecast)\b/,
    SOFTWARE.business,
  ],
];

/** Category of a software offer by the words of its title; the branch's root when no rule speaks. */
export const softwareCategory = (title: string): number =>
  RULES.find(([words]) => words.test(title))?.[1] ?? SOFTWARE.any;

/** The four assortments among which software shops divide the goods. */
export type Assortment = 'creative' | 'office' | 'systems' | 'learning';

const ASSORTMENTS: Record<Assortment, readonly number[]> = {
  creative: [
    SOFTWARE.design,
    SOFTWARE.threeD,
    SOFTWARE.animation,
    SOFTWARE.graphics,
    SOFTWARE.home,
    SOFTWARE.publishing,
    SOFTWARE.composing,
    SOFTWARE.sound,
    SOFTWARE.video,
    SOFTWARE.web,
  ],
  office: [SOFTWARE.business, SOFTWARE.finance, SOFTWARE.office, SOFTWARE.maps, SOFTWARE.handheld],
  systems: [
    SOFTWARE.security,
    SOFTWARE.utilities,
    SOFTWARE.operatingSystems,
    SOFTWARE.network,
    SOFTWARE.programming,
    SOFTWARE.any,
  ],
  learning: [SOFTWARE.education, SOFTWARE.dictionaries, SOFTWARE.games],
};

/** Assortment to which a software category belongs. */
export const assortmentOf = (categoryGoogleId: number): Assortment => {
  for (const [name, ids] of Object.entries(ASSORTMENTS) as [Assortment, readonly number[]][]) {
    if (ids.includes(categoryGoogleId)) return name;
  }
  throw new Error(`category ${categoryGoogleId} is no software category`);
};
