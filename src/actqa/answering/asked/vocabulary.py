"""The words questions are asked with. Another way to ask is a line here and a case in a test."""

import re

METRICS = {
    "contribution": (
        r"contribut\w+ (?:most |more |least )?(?:to|towards?) (?:the )?(?:[\w']+ )?growth|"
        r"(?:share|part|percentage|percent|%) of (?:the )?(?:market )?growth|growth come"
    ),
    "yoy": (
        r"yoy|y-o-y|y/y|year[- ](?:over|on)[- ]year|(?:vs|versus|on|over|from|against|than) (?:the )?(?:previous|prior|"
        r"last) year|"
        r"(?:vs|versus|on|over|from|against|than) (?:the )?year before|"
        r"(?:by )?(?:how (?:much|far)|what (?:percentage|percent|%)) (?:did|does|will|has|have|was|is) .*"
        r"(?:fall|fell|fallen|shrink|shrank|decline|drop|dropped|contract|slump|slip|lose)"
    ),
    "growth": (
        r"cagr|cagrs|growth(?! (?:driver|factor|opportunit|restraint))|grow|grows|growing|grew|fast(?! (?:is|are|"
        r"was|were|do|does|can) (?!.*\b(?:grow|expand|ris|increas|market|it)))|faster|rate of "
        r"(?:growth|increase|expansion)|"
        r"(?:at )?(?:what|which) (?:rate|speed|pace)|"
        r"annual (?:increase|rise|rate)|pace|momentum|how quickly|how rapidly|expansion rate|yearly rate|annual pace"
    ),
    "moved": (
        r"(?:by )?(?:how (?:much|far|many (?:percent|per cent|%))|what (?:percentage|percent|%)) "
        r"(?:did|do|does|have|has|will) .*(?:prices?|costs?|fees?|tariffs?|wages?) .*(?:rise|rose|risen|go up|gone up|"
        r"climb|increase|"
        r"jump|fall|fell|fallen|"
        r"drop|go down|gone down|decline|move|change)"
    ),
    "share": (
        r"shares?|percentages?|percent|what %|how many %|% of|what part|part of|proportions?|fractions?|"
        r"contributions?|"
        r"contributes?|portions?|how much of|slices?|chunk|piece of the (?:pie|cake|market)|penetration|"
        r"(?:in|many) (?:pp|points)|(?:percentage|pct) points|(?:gap|spread) between(?! (?:supply|demand))"
    ),
    "utilization": r"utili[sz]ation(?: rates?)?|occupancy(?: rates?)?|load factors?|capacity use|use of capacity|"
    r"how full",
    "deal": (
        r"(?:for )?how much (?:(?:money|capital|funding) )?(?:did|was|were|has|have) .*\b(?:pay|paid|cost|acquired|"
        r"bought|raise[ds]?|invest\w*)|"
        r"how much (?:is|are|will) .*\b(?:pay|paying|buying|acquiring|raising|investing)\b.* for|"
        r"what (?:did|does) .*\bpay|for how much|deal (?:value|size|worth)|purchase price|price paid|acquired for|"
        r"price .*\b(?:pays?|paid|paying) for|"
        r"(?:the )?deal worth"
    ),
    "price": r"(?:average|mean|median|typical) (?:order |unit |list |retail |monthly |annual |yearly )?"
    r"(?:premium|ticket|bill|spend|spending|value|revenue|wage|rent|tariff|budget|outlay|payout|"
    r"claim|invoice|deal|contract|basket)\b|"
    r"prices?|pricing|costs?|fees?|asp|how expensive|cost of|price tag|cost per|salary|salaries|"
    r"premium(?= (?:for|of|on)\b)",
    "average": r"(?:average|mean|median|typical) (?!annual|growth|cagr|rate|yearly|share)[\w-]+",
    "count": r"how many|number of|count of",
    "size": (
        r"size|sizes|sized|area|length|worth|valued|valuation|values?|revenues?|sales|sale|big|bigger|"
        r"large|larger|volumes?|"
        r"tonnage|forecasts?|"
        r"projections?|projected|estimates?|estimated|how much|dollars?|rupees?|euros?|yen|money|turnover|reach|"
        r"exports?|imports?|sold|usd|premiums?|claims|deliver(?:y|ies)|output|production|capacity|fleet|installed base|"
        r"expand|increase|gain|add|market cap|bring in|billions?|millions?|crore|in \$|"
        r"turn(?:ed)? over|generate(?= in (?:19|20)|\W*$)|earn|earns|spend|spending|expected (?:at|"
        r"in)"
    ),
}
"""Metric → how it is asked for, as a regular expression in lower case; the more telling metric first."""

OPERATIONS = {
    "total": (
        r"\b(?:sum|total|add(?:ed)? up|altogether)\b.*\b(?:all|every|each) (?:the )?|"
        r"\badd up\b.*\bthe (?:two|three|four|five|six)\b"
    ),
    "doubling": r"\b(?:how long|how many years|when|years)\b.*\b(?:doubl\w+|twice)\b|\bdoubling time\b|"
    r"\bdoubl\w+ (?:\w+ ){0,3}(?:by )?(?:when|which year|what year)\b|\btime to doubl\w+",
    "rate": (
        r"\b(?:impl(?:y|ied|ies)|really impl\w+|effective|actual(?:ly)?|real|true|work out|works out|calculate\w*|"
        r"comput\w+|"
        r"derived?)\b.*"
        r"\b(?:cagr|growth|rate|pace|percent|%)|"
        r"\b(?:cagr|growth rate|rate|growth|pace)\b.*\b(?:actually|really|needed|required|necessary)\b|"
        r"\b(?:cagr|growth rate|rate|growth|pace)\b.*\b(?:takes?|gets?|brings?|carr(?:y|ies)|turns?)\b.*\b(?:19|20)\d\d"
        r"\b.*\b(?:to|into)\b|"
        r"\b(?:cagr|growth rate|rate|growth)\b.*\b(?:impl(?:y|ied|ies)|follows?|comes? out|works? out|calculate\w*|"
        r"work(?:ed|ing)? (?:it|this|that|them) out|(?:values|figures|sizes|numbers|these|those) (?:give|yield)|"
        r"from the (?:values|figures|sizes|numbers))\b"
    ),
    "value": (
        r"\b(?:at|by|using|with|given|under|assuming|applying|on|from) "
        r"(?!what\b|which\b)(?:the |that |this |its |a )?(?:[\d.]+ ?% )?(?:\w+ "
        r"){0,2}?(?:stated |given |quoted |forecast )?(?:growth )?(?:rate|cagr|pace|growth)\b"
        r"|\b(?:interpolat|extrapolat)\w+|\bstarting (?:from|at|with)\b|\bif (?:it|the market|sales) (?:keeps?|"
        r"grows?|"
        r"continues?)\b"
        r"|\bat [\d.]+ ?%|\bimplied (?:size|value|market|revenue)\b|\bcompound(?:ed|ing)\b"
    ),
    "multiple": (
        r"\b(?:what|which) (?:multiple|factor)\b|\bmultiple of\b|\bby what (?:multiple|factor)\b|\bhow many times\b|"
        r"\bhow many[- ]?fold\b|\b(?:x|-)?fold (?:increase|growth|rise)\b|"
        r"\btimes (?:bigger|larger|as big|as large|the size)\b|\bgrowth multiple\b|\bmultipl(?:e|ier)\b|\bratio "
        r"(?:of|"
        r"between)\b"
    ),
    "gap": (
        r"\b(?:difference|gap|spread|delta|margin)\b.*\b(?:between|in|of|vs)\b|\bpercentage points?\b|"
        r"\bhow many points\b.*\b(?:leads?|ahead|than|between|behind|over|separate|above|trails?)\b|\b(?:pp|"
        r"pts)\b(?=.*\b(?:between|than|vs|versus|ahead|over|behind|more|less|and|or)\b)|"
        r"\bpoints? (?:ahead|more|above|behind|between|separate)|"
        r"\bhow (?:much|many \w+(?: \w+)?) (?:bigger|larger|higher|more|ahead|smaller|lower|less|faster)\b.*\bthan\b|"
        r"\bhow far (?:ahead|behind)\b|"
        r"\b(?:exceeds?|outweighs?|outpaces?|ahead of)\b.*\bby how (?:much|many)\b|\bby how (?:much|"
        r"many)\b.*\b(?:exceeds?|outweighs?|outpaces?|ahead of|larger than|bigger than|more than)\b"
    ),
    "change": (
        r"\b(?:by )?(?:what|how many) (?:percentage|percent|per cent|%)\b.*\b(?:grow|increase|rise|expand|up|change|"
        r"gain|jump)\w*\b.*\b(?:19|20)\d\d\b.*\b(?:19|20)\d\d\b"
        r"|\b(?:total|overall|cumulative|growth|change|increase|up)\b.*\b(?:19|20)\d\d\b.*\b(?:19|20)\d\d\b.*(?:\bin "
        r"%|\bpercent\b|\bin percent|%)"
        r"|\b(?:percentage|percent|%|cumulative|total|overall) (?:growth|change|increase|rise|drop|fall|decline|"
        r"decrease)\b"
        r"|\b(?:drop|fall|decline|decrease|slump|loss|jump)\b.*\b(?:19|20)\d\d\b.*\b(?:19|20)\d\d\b.*(?:%|"
        r"\bper ?cent\b)"
        r"|\b(?:growth|change|increase|rise)\b.{0,20}(?:%|\bpercent\b).*\b(?:19|20)\d\d\b.*\b(?:19|20)\d\d\b"
    ),
    "price": (
        r"\b(?:usd|us\$|\$|eur|€|inr) ?/ ?(?:t|ton|tonne|kg|unit|liter|litre|gallon|piece)\b|"
        r"\b(?:average|mean) (?:\w+ )?(?:price|value|revenue|cost)\b.*\bper\b|\b(?:price|revenue|value|cost) per\b|"
        r"\baverage (?:selling )?(?:price|cost)\b"
    ),
    "proportion": r"\bas (?:an? )?(?:share|percentage|percent|part|%) of",
    "saving": (
        r"\bsav(?:ings?|ed|es?)\b.*\b(?:from|when|between|over|than|per|by)\b|"
        r"\bhow much (?:cheaper|less (?:does|do|is|are))\b.*\bthan\b"
    ),
    "increase": (
        r"\babsolute (?:\$|usd|us\$|dollar|money) (?:growth|increase|gain)|\bextra\b.*\b(?:19|20)\d\d\b.*\b(?:19|"
        r"20)\d\d\b|\babsolute (?:growth|increase|gain|terms|"
        r"dollar)|\bincremental\b|\bnew (?:revenue|money|sales)\b|"
        r"\b(?:growth|increase|gain|rise) in (?:absolute|dollar|money|usd|value|\$)|"
        r"\b(?:how (?:much|many)|by how (?:much|many))\b.*\b(?:add|adds|added|gain|gains|grow|grows|grew|increase|"
        r"increases|expand|expands|rise|rises|extra|more|put on|bigger|larger)\b"
        r"|\b(?:dollars?|usd|tons?|tonnes?|units|revenue|value|sales) (?:\w+ ){0,3}(?:added|gained)\b|\bincrease "
        r"(?:from|between)\b|(?<!\w)(?:usd|us\$|dollar|\$) (?:growth|increase|gain)\b"
    ),
    "part": (
        r"\b(?:dollars?|usd|money|euros?|rupees?|crore|absolute|monetary|\$|revenue|million|billion|mn|"
        r"bn)\b.*\b(?:share|from|portion|slice|%|percent|part|come|account\w*|equal|represent\w*)\b"
        r"|\b(?:share|portion|slice|%|percent|part)\b.*\b(?:dollars?|usd|money|euros?|rupees?|crore|absolute|"
        r"monetary|"
        r"\$|worth|translate|amount to|million|billion|mn|bn)\b"
        r"|\bin (?:dollars?|usd|money|dollar terms|\$|value terms|us\$)"
    ),
    "rest": r"\b(?:the rest|remain(?:ing|der|s)?|everyone else|all others?|left over|other than)\b",
    "sum": r"\b(?:combined|together|sum|total of|add(?:ed)? up|altogether|taken together|jointly|plus)\b",
    "fraction": r"\bwhat (?:percentage|percent|%|share|part|proportion|fraction)\b|\bhow much of\b",
}
"""What has to be worked out → how it is asked for, in lower case; the more telling first."""

PASSAGE_OPENERS = re.compile(
    r"(?:and\s+|so\s+|but\s+)?(?:why|how come|how so|"
    r"what(?:'s|’s|s| is)? (?:driv|fuel|boost|propel|lift)\w* (?=.*\b(?:in|of|for|across) \w)|"
    r"how (?:hot|cold|tall|high|heavy|deep|wide|thick|old|young|warm|"
    r"often|"
    r"safe|strong|hard|easy|close|near|exactly)\b(?! (?:is|was|are|will) (?:the )?(?:cagr|growth|share|market))|"
    r"how (?:do|does|did|is|are|was|were|can|has|have)(?! (?:\w+ "
    r"){0,4}(?:worth|"
    r"valued|sized|big|large))|explain|describe|does|do|is|are|did|"
    r"(?:the )?(?:main |biggest |key |likely )?(?:effects?|impacts?|influence|consequences?|implications?|reasons?|"
    r"rationale|causes?|significance|importance|role|purpose|benefits?|advantages?|drawbacks?|downsides?) "
    r"(?:of|for|behind|on|to|why|that)\b(?!.*(?:\b(?:cagr|percent|rate|points?)\b|%))|"
    r"any (?!(?:\w+ )?(?:players?|compan|drivers?|restraints?|challenges?|opportunit|trends?|regions?|segments?))|"
    r"can|will|for what reason|when|where|who (?!are|else)|define|definition of|meaning of|"
    r"what(?:'s|’s|s| is| are) (?:the )?(?:main |biggest |key |major |big |chief )?(?:reasons?|problem|issue|role|"
    r"outlook|impact|effect|concern|catch|point|use|benefit|advantages?|drawbacks?|downsides?|difference|definition|"
    r"meaning|significance|importance|trouble|deal with|story)\b|"
    r"what(?:'s|’s|s| is) (?:an? )(?!cagr|growth|market|share)|"
    r"what(?:'s|’s|s| is| are) (?:holding|slowing|keeping|hurting|behind|causing|pushing|stopping|meant|limiting|"
    r"hampering|blocking|wrong|new|special|happening|going)\b|"
    r"what (?:do|does|did|can|could|happened|happens|has|have|makes?|made|causes?|curbs?|holds?|limits?|helps?|"
    r"hurts?|hurt|worries|moves|pulls|pushes|explains|led|leads|keeps|stands|speaks|lies|became|came|changed|"
    r"[a-z]+ed(?= (?:the|an?|its|their|this|some|many) )|slows?|hampers?|stops?|blocks?|boosts?|"
    r"supports?|fuels?|affects?|affected|impact|role))\b"
)
"""How a question begins, in lower case, that wants words rather than a number."""

SECOND = re.compile(
    r"\b(?:runners?[- ]?ups?|number two|no\. ?2|"
    r"(?:one|region|country|segment|player|company) (?:right |just |directly )?(?:after|behind|below) "
    r"(?:it|that|them|this|the (?:leader|first|top one))|next one|"
    r"(?:comes?|ranks?|is|are|in|the|who|who's|which|next) (?:the )?(?:second|2nd)"
    r"(?! (?:half|hand|quarter|generation|edition|language|phase|stage))|"
    r"(?:second|2nd)[- ](?:largest|biggest|fastest|most|place|best)|"
    r"(?:comes?|ranks?|follows?) (?:next|after|behind)|"
    r"(?:second|2nd) (?:region|segment|player|compan(?:y|ies)|country|vendor|supplier|firm|channel|application)\b|"
    r"next (?:largest|biggest|in (?:line|rank|size))|who follows|what follows)\b"
)
"""Asks for what ranks after the first, in lower case."""

NTH = {
    at: re.compile(
        rf"\b(?:{word}|{at}{ending})[- ](?:largest|biggest|leading|fastest|quickest|slowest|smallest|most|highest|"
        rf"lowest|"
        rf"best|place|ranked|rank|placed)\b|\b(?:comes?|came|ranks?|ranked) (?:in )?(?:{word}|{at}{ending})\b"
        rf"|\b(?:no|nr|number)\.? ?(?:{at}|{called})\b|#\s?{at}\b|\b(?:is|are|who|who's|the|which) {word}\W*$"
        rf"|\b(?:{word}|{at}{ending}) (?:region|segment|player|company|country|vendor|supplier|firm|channel|"
        rf"application)\b"
    )
    for at, word, ending, called in (
        (3, "third", "rd", "three"),
        (4, "fourth", "th", "four"),
        (5, "fifth", "th", "five"),
    )
}
"""Rank after the second → how it is asked for, in lower case."""

TOPICS = {
    "players": "player players company companies vendor vendors competitor competitors manufacturer manufacturers "
    "leader leaders firm firms participant participants supplier suppliers producer producers brand brands names "
    "rival rivals provider providers competition makers maker incumbents competing",
    "regions": (
        "region regions geography geographies country countries territory territories regional nations nation "
        "geographic"
    ),
    "developments": (
        "development developments deals deal acquisitions acquisition launches news mergers partnerships events moves"
    ),
    "drivers": "driver drivers tailwinds tailwind catalysts",
    "restraints": (
        "restraint restraints barriers barrier headwinds headwind obstacles hurdles constraints inhibitors limitations"
    ),
    "opportunities": "opportunity opportunities",
    "challenges": "challenges challenge",
    "trends": "trends trend",
    "segments": "segment segments segmentation segmented category categories type types application applications "
    "product "
    "products technology technologies process processes channel channels groups package packages grade grades forces "
    "end-user end-users end-use users uses verticals industries materials techniques modes models sizes components "
    "forms",
}
"""What lists are asked for → words that ask for it."""

STOP_WORDS = frozenset(
    "a an the of in on at by for from to with and or is are was were be been being do does did will would "
    "should could can has have had what which who whom whose when where why how much many it its this that "
    "they them he him his she her thing things stuff "
    "these those there their as per report reports market markets mkt industry global world worldwide according "
    "tell me give list name please about say says said than then so into over during between end total overall "
    "us expected forecast projected estimated named any some most more less least one two year years yearly "
    "annual annually period stated given main key major prominent i we you my our need know want show find get "
    "whats hows r u if whole entire currently now today still also just only really roughly approximately around "
    "plus till til expect put figure figures number numbers pls thanks ok hey hi p.a globally go goes going see "
    "seen long page webpage website document article faq "
    "vs versus versus. each all both other others else back up down out off like make makes made come comes".split()
)
"""Words of a question that name nothing to be matched."""

OFTEN_SOFT = frozenset(
    "single control controls controlled table tables published based basis divided divide extra step saving "
    "savings saved moving buyer buyers customers consumers people shoppers interim halfway midway midterm target "
    "targeted goal aim coverage planned active presence present remaining remainder left after".split()
)
"""Words that name nothing, unless one of the report's segments is called so: extra, but not extra virgin."""

SOFT = frozenset(
    "actually really basically real pts pt pp bps early mid late update updates follow follows factor first half "
    "quarter "
    "km kilometer kilometers "
    "mile miles ton tons tonne tonnes kg mw kw "
    "via through throughout upon onto amid such alike decade decades "
    "past before different various several competing quick terms two own thousands scale style kind kinds type "
    "types class units unit newly installed supply side double doubles doubled "
    "doubling twice lately quickly rapidly fast faster thru absolute historic "
    "historical history implied later earlier change changed "
    "ones "
    "tonnage tonnages alone "
    "spent equal equals according acc previous prior publisher's study study's ltd limited inc corp plc gmbh llc "
    "whole highest part parts totals total's work works figures figure calculate computed compute work-out spread "
    "growth-rate pie gains gain lose loses fastest-growing quickest slowest imply implies implied starting starts "
    "start rate rates multiple points gap difference through looked terms get "
    "gets got runs run "
    "hold holds held sell sells bring brings buy buys consumed consume business analysis until combined came come "
    "use "
    "uses used using "
    "dollar value values worth publisher own predicted account accounts accounted take takes takes took claim claims "
    "command commands "
    "generate generates generated level amount pie slice cake estimate estimates compared size sized i.e e.g "
    "etc scope covered "
    "cover covers featured profiled named mentioned listed looked times fold percentage bring reach reached hit "
    "cross "
    "crosses stand stands "
    "stood become future growth growing increase rise expand expansion end beginning horizon window cagr average "
    "compound stated "
    "quoted given right exactly precisely anything something everything happen biggest largest top leading latest "
    "recent new old last next "
    "many high low higher lower demand sales revenue spending money sum tell terms 'll yet ever overall per annum "
    "p.a "
    "annum pa made built bn mn added ago details detail weigh weighs "
    "sold shipped produced lead leads enjoy enjoys have capture captures captured represent represents contribute "
    "contributes attributable "
    "attributed due derive derived derives stem stems comprise comprises comprised constitute constitutes "
    "constituted "
    "make makes form forms kingdom homeland fall falls belong belongs count counts correspond corresponds "
    "paying".split()
)
"""Words that need not be found for a figure to be the one asked for: they ask, or say what any figure is said with."""

MEAN = frozenset("average mean median typical stated given exactly".split())
"""What any price is asked for with."""

DOINGS = (
    "go went gone put keep kept run ran sell spend earn pay paid come widen ship fit need expect see look count live "
    "work buy eat drink drive move take bring get give hold grow make operate own serve belong fall rise use handle "
    "purchase order want like think believe reckon say call name win lose have be become remain turn reach "
    "command represent install deploy build open close add fetch yield raise invest consume export import forecast "
    "predict project estimate tell talk mean matter help show happen start begin end stop possess capture "
    "foresee foresaw foreseen anticipate envisage drank drunk ate eaten took taken wore worn drove driven spent paid "
    "held kept got gotten gave given rose risen fell fallen grew grown became wrote written chose chosen bought sold "
    "thought told said seek sought employ adopt choose prefer assume suppose suggest indicate quote cite name mention "
    "amount total equal sit lie figure quantify gauge pin peg break split".split()
)
"""What is done with anything: verbs that need not be found for a figure to be the one asked for."""

NO_ADVERBS = frozenset(
    "supply assembly family anomaly monopoly duopoly oligopoly butterfly homily elderly friendly user-friendly "
    "eco-friendly daily weekly monthly quarterly yearly nightly hourly fly-by poly gully jelly belly bully lily".split()
)
"""Words that end like adverbs and are none, or tell one thing from another."""

VERBS = frozenset(
    "leads dominates holds grows accounts commands ranks contributes shows sees has is was pays sells earns makes "
    "takes comes goes gains loses rises falls drives uses needs offers buys captures generates".split()
)
"""Verbs that end like a plural: `which region leads?` asks for no list."""

FOLLOW_UPS = ("and", "what about", "how about", "also", "then", "same for", "or", "but", "ok", "so")
"""How a question begins that goes on from the one before."""

SHORT_PLACES = (
    (r"(?-i:\bNE (?=[A-Z]))", "Northeast "),
    (r"(?-i:\bSE (?=[A-Z]))", "Southeast "),
    (r"(?-i:\bNW (?=[A-Z]))", "Northwest "),
    (r"(?-i:\bSW (?=[A-Z]))", "Southwest "),
    (r"\bN\.? ?America(?=n?\b)", "North America"),
    (r"\bmid(?:dle)?[- ]?east\b", "Middle East"),
    (r"\bAsia[- ]?Pac\b", "Asia Pacific"),
    (r"\bS\.? ?America(?=n?\b)", "South America"),
    (r"\bL\.? America\b|\bLat\.? ?Am\b", "Latin America"),
    (r"\bW\.? Europe\b", "Western Europe"),
    (r"\bE\.? Europe\b", "Eastern Europe"),
    (r"\bS\.? Korea(?=n?\b)", "South Korea"),
    (r"\bS\.? Africa(?=n?\b)", "South Africa"),
    (
        r"(?<![\w/.])na\b(?![/.]| und)",
        "North America",
    ),
    (
        r"(?<=\bthe )us\b(?!\s?\$)|(?<=\bin )us\b(?!\s?\$)|"
        r"(?<!tell )(?<!give )(?<!show )(?<!let )(?<!help )(?<!get )(?<!send )(?<!bring )(?<!for )(?<!to )(?<!with )"
        r"\bus\b(?!\s?\$|\W*$)",
        "United States",
    ),
)
"""Places as busy people shorten them → their names."""

ABBREVIATIONS = {
    "sw": "software",
    "hw": "hardware",
    "lube": "lubricant",
    "lubes": "lubricants",
    "meds": "medicines",
    "pkg": "packaging",
    "refurb": "refurbished",
    "resi": "residential",
    "regs": "regulations",
    "elec": "electric",
    "ads": "advertisements",
    "txn": "transaction",
    "txns": "transactions",
    "jv": "joint venture",
    "jvs": "joint ventures",
    "prem": "premise",
    "lfp": "lithium iron phosphate",
    "nmc": "nickel manganese cobalt",
    "bev": "beverage",
    "bevs": "beverages",
    "genai": "generative AI",
    "lab": "laboratory",
    "labs": "laboratories",
    "biotech": "biotechnology",
    "evs": "electric vehicles",
    "thru": "through",
    "chg": "change",
    "prev": "previous",
    "acc": "according",
    "bldg": "building",
    "bldgs": "buildings",
    "ppl": "people",
    "vs.": "versus",
    "prod": "product",
    "prods": "products",
    "equip": "equipment",
    "mgmt": "management",
    "svc": "service",
    "svcs": "services",
    "qtr": "quarter",
    "hosp": "hospital",
    "ev": "electric vehicle",
    "gwp": "gross written premium",
    "pharma": "pharmaceutical",
    "auto": "automotive",
    "comms": "communications",
    "gov": "government",
    "gvt": "government",
    "jan": "january",
    "feb": "february",
    "apr": "april",
    "jun": "june",
    "jul": "july",
    "aug": "august",
    "sept": "september",
    "oct": "october",
    "nov": "november",
    "dec": "december",
    "mkt": "market",
    "mkts": "markets",
    "yr": "year",
    "yrs": "years",
    "fcst": "forecast",
    "fcast": "forecast",
    "rev": "revenue",
    "revs": "revenues",
    "mfg": "manufacturing",
    "mfr": "manufacturer",
    "mfrs": "manufacturers",
    "co": "company",
    "cos": "companies",
    "pct": "percent",
    "avg": "average",
    "govt": "government",
    "intl": "international",
    "est": "estimated",
    "proj": "projected",
    "tech": "technology",
    "app": "application",
    "apps": "applications",
    "seg": "segment",
    "segs": "segments",
    "geos": "geographies",
    "opps": "opportunities",
    "biz": "business",
    "r": "are",
    "u": "you",
    "n": "and",
    "w": "with",
    "wrt": "about",
    "approx": "approximately",
    "dev": "development",
    "devs": "developments",
    "sz": "size",
    "val": "value",
    "vol": "volume",
    "gr": "growth",
    "qty": "quantity",
    "info": "information",
    "whats": "what is",
    "what's": "what is",
    "what’s": "what is",
    "whos": "who is",
    "who's": "who is",
    "who’s": "who is",
    "wheres": "where is",
    "hows": "how is",
    "where's": "where is",
    "where’s": "where is",
    "how's": "how is",
    "how’s": "how is",
    "bn": "billion",
    "mn": "million",
    "on-prem": "on-premises",
    "onprem": "on-premises",
    "ecommerce": "e-commerce",
    "smb": "small business",
    "compsn": "competition",
    "dx": "diagnostics",
    "dtc": "direct-to-consumer",
    "d2c": "direct-to-consumer",
    "mt": "million tons",
    "mmt": "million tons",
    "kt": "kilotons",
    "latam": "latin america",
    "who'd": "who would",
    "what'd": "what would",
    "who're": "who are",
    "what're": "what are",
    "tx": "treatment",
    "rx": "prescription",
    "lux": "luxury",
    "ins": "insurance",
    "semi": "semiconductor",
    "semis": "semiconductors",
    "telco": "telecom",
    "telcos": "telecom",
    "telecoms": "telecom",
    "infra": "infrastructure",
    "distri": "distribution",
    "hh": "household",
    "ingred": "ingredient",
    "veg": "vegetable",
    "reg": "regional",
    "chem": "chemical",
    "chems": "chemicals",
    "mat": "material",
    "constr": "construction",
    "temp": "temperature",
    "cust": "customer",
    "custs": "customers",
}
"""Short for, as busy people type."""

IN_CAPITALS = frozenset({"EV", "GWP", "LFP", "NMC"})
"""Abbreviations that are written out though they stand in capitals, which else are names."""

MONTHS = frozenset("january february march april may june july august september october november december".split())

ENDING_IN_S = "gas lens bus virus bias campus canvas bonus census sinus iris atlas".split()
"""Things whose name ends so though there is one of them; the stemmer makes another word of their plural."""

_BRITISH = r"(?<=[a-z]{3}[lnrmtd])(?<!pr)(?<!expert)(?<!merchand)(?<!advert)(?<!pr[eo]m)"
"""What stands before `ise` where Americans write `ize`: organise, but neither raise nor exercise."""

SPELLINGS = (
    (r"tyre", "tire"),
    (r"mould", "mold"),
    (r"plough", "plow"),
    (r"sulph", "sulf"),
    (r"catalogue", "catalog"),
    (r"^grey", "gray"),
    (r"licence", "license"),
    (r"defence", "defense"),
    (r"storey", "story"),
    (r"jewellery", "jewelry"),
    (r"ageing", "aging"),
    (r"(?<=travel|cancel|tunnel|signal)l(?=ed$|ing$|er$|ers$)", ""),
    (r"(?<=model|label|level|panel)l(?=ed$|ing$|er$|ers$)", ""),
    (r"centre", "center"),
    (r"(?<=[a-z]{2})our(?=s?$|ed$|ing$|ful$|ite$)", "or"),
    (r"fibre", "fiber"),
    (r"litre", "liter"),
    (r"metre", "meter"),
    (r"isation", "ization"),
    (rf"{_BRITISH}ise(?=s?$|d$)", "ize"),
    (rf"{_BRITISH}ising$", "izing"),
    (r"programme", "program"),
    (r"aluminium", "aluminum"),
    (r"^paed", "ped"),
    (r"^oe", "e"),
    (r"aemi", "emi"),
)
"""British → American, within a word in lower case; both questions and reports are brought to one spelling."""

ADJECTIVE_NOUNS = (
    "market|markets|country|countries|region|regions|share|sales|demand|revenue|revenues|industry|segment|operating "
    "rates?|"
    "utili[sz]ation"
)
"""What makes an adjective a place: `the German market`, but not `the French process`."""


ASPECTS = frozenset(
    "exports export imports import production consumption fleet shipments capacity installed premium premiums claims "
    "deliveries output base".split()
)
"""What is measured of a market besides its size: asking words that name something as well."""
