"""The words numbers are written with. A publisher's new phrasing is a line here."""

CURRENCIES = {
    "us$": "USD",
    "usd": "USD",
    "u.s.$": "USD",
    "u.s. $": "USD",
    "$": "USD",
    "a$": "AUD",
    "au$": "AUD",
    "aud": "AUD",
    "c$": "CAD",
    "ca$": "CAD",
    "cad": "CAD",
    "s$": "SGD",
    "sgd": "SGD",
    "hk$": "HKD",
    "hkd": "HKD",
    "nz$": "NZD",
    "r$": "BRL",
    "brl": "BRL",
    "€": "EUR",
    "eur": "EUR",
    "£": "GBP",
    "gbp": "GBP",
    "¥": "JPY",
    "jpy": "JPY",
    "cn¥": "CNY",
    "cny": "CNY",
    "rmb": "CNY",
    "₹": "INR",
    "inr": "INR",
    "rs": "INR",
    "rs.": "INR",
    "₩": "KRW",
    "krw": "KRW",
    "chf": "CHF",
    "sek": "SEK",
    "nok": "NOK",
    "dkk": "DKK",
    "pln": "PLN",
    "zar": "ZAR",
    "aed": "AED",
    "sar": "SAR",
    "try": "TRY",
    "mxn": "MXN",
    "idr": "IDR",
    "thb": "THB",
    "twd": "TWD",
    "myr": "MYR",
    "rm": "MYR",
    "vnd": "VND",
    "php": "PHP",
    "ngn": "NGN",
    "rub": "RUB",
    "rp": "IDR",
    **{
        code.lower(): code
        for code in "KES EGP PKR BDT LKR ILS CLP UAH HUF CZK BGN QAR KWD OMR BHD TND DZD GHS TZS UGX ETB XOF KZT UZS "
        "NPR ISK NZD HKD".split()
    },
}
"""Written before the number, in lower case → ISO 4217."""

CURRENCY_WORDS = {
    "us dollars": "USD",
    "u.s. dollars": "USD",
    "dollars": "USD",
    "euros": "EUR",
    "euro": "EUR",
    "pounds": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "rupees": "INR",
    "rupiah": "IDR",
    "baht": "THB",
    "ringgit": "MYR",
    "pesos": "MXN",
    "rand": "ZAR",
    "zloty": "PLN",
    "kronor": "SEK",
    "francs": "CHF",
    "dirhams": "AED",
    "riyals": "SAR",
    "lira": "TRY",
    "reais": "BRL",
    "roubles": "RUB",
    "rubles": "RUB",
    "dong": "VND",
    "naira": "NGN",
    "won": "KRW",
    "usd": "USD",
    "eur": "EUR",
    "gbp": "GBP",
    "inr": "INR",
    "jpy": "JPY",
    "cny": "CNY",
    "€": "EUR",
    "£": "GBP",
    "chf": "CHF",
}
"""Written after the number."""

SCALES = {
    "thousand": "thousand",
    "k": "thousand",
    "million": "million",
    "millions": "million",
    "mn": "million",
    "mln": "million",
    "mio": "million",
    "mio.": "million",
    "mm": "million",
    "m": "million",
    "billion": "billion",
    "billions": "billion",
    "bn": "billion",
    "bln": "billion",
    "b": "billion",
    "mrd": "billion",
    "mrd.": "billion",
    "trillion": "trillion",
    "tn": "trillion",
    "trn": "trillion",
    "lakh": "lakh",
    "lakhs": "lakh",
    "crore": "crore",
    "crores": "crore",
    "cr": "crore",
}
"""As written, in lower case → the word of a unit."""

BARE_SCALES = frozenset(
    "thousand million millions billion billions trillion lakh lakhs crore crores mn bn mln mio".split()
)
"""Scales that mean one without a currency before them."""

COUNTED_SHORT = frozenset(
    "units pieces vehicles cars tons tonnes litres liters users customers subscribers people households devices "
    "patients shipments".split()
)
"""Things counted with a scale of one letter at the number: `79.0m pieces`; of others it is a length."""

FACTORS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "lakh": 5, "crore": 7}
"""Powers of ten."""

QUALIFIERS = {
    "over": "over",
    "more than": "over",
    "above": "over",
    "exceeding": "over",
    "in excess of": "over",
    "at least": "over",
    "upwards of": "over",
    "greater than": "over",
    "nearly": "nearly",
    "almost": "nearly",
    "close to": "nearly",
    "just under": "nearly",
    "under": "up to",
    "less than": "up to",
    "below": "up to",
    "up to": "up to",
    "no more than": "up to",
    "about": "about",
    "around": "about",
    "approximately": "about",
    "approx.": "about",
    "roughly": "about",
    "some": "about",
    "circa": "about",
    "an estimated": "about",
    "estimated": "about",
    "~": "about",
    "≈": "about",
    "c.": "about",
    "ca.": "about",
    ">": "over",
    "≥": "over",
    "<": "up to",
    "≤": "up to",
}
"""Before the number → what they mean."""

FRACTIONS = {
    "one-half": "50",
    "half": "50",
    "one half": "50",
    "one-third": "33.33",
    "one third": "33.33",
    "a third": "33.33",
    "two-thirds": "66.67",
    "two thirds": "66.67",
    "one-quarter": "25",
    "one quarter": "25",
    "a quarter": "25",
    "three-quarters": "75",
    "three quarters": "75",
    "one-fifth": "20",
    "one fifth": "20",
    "a fifth": "20",
    "two-fifths": "40",
    "three-fifths": "60",
    "four-fifths": "80",
    "one-tenth": "10",
    "a tenth": "10",
    "three-tenths": "30",
    "seven-tenths": "70",
    "nine-tenths": "90",
    "two fifths": "40",
    "three fifths": "60",
    "four fifths": "80",
}
"""Parts of a whole in words → percent."""

_WHOLES = {"three": 3, "four": 4, "five": 5, "ten": 10}
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_OF_A_WHOLE = ("in", "out of", "in every", "of every", "out of every")
FRACTIONS |= {
    f"{count} {of} {whole}": str(round(100 * n / parts, 2)).removesuffix(".0")
    for whole, parts in _WHOLES.items()
    for n, count in enumerate(_COUNTS[: parts - 1], 1)
    for of in _OF_A_WHOLE
}
"""And as counts: `two in five`, `six out of ten`."""
FRACTIONS |= {
    f"{n} {of} {parts}": str(round(100 * n / parts, 2)).removesuffix(".0")
    for parts in _WHOLES.values()
    for n in range(1, parts)
    for of in ("out of", "in every", "out of every")
}

NUMBER_WORDS = {
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "twelve": "12",
    "fifteen": "15",
    "twenty": "20",
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "hundred": "100",
}
"""Counts in words, read where a scale or a counted thing follows."""

THINGS = frozenset(
    "ton tons tonne tonnes kiloton kilotons kt mt kg kilograms grams pounds lbs teu teus gw mw kw gwh mwh kwh tw twh "
    "units unit pieces vehicles cars tyres tires boxes containers barrels bbl litres liters gallons "
    "ml hl hectolitres sqft m2 m3 m² m³ bcm tr mwp gwp mva gva mtpa hectares acres "
    "km miles sqm sq.m patients people cases procedures visits subscribers users customers households employees "
    "companies players firms vendors countries regions segments pages tables figures charts reports students "
    "shipments devices doses tests beds hospitals stores outlets plants farms projects wafers chips tokens years year "
    "months days weeks hours".split()
)
"""What is counted, where it follows a number."""

NO_THINGS = frozenset("was is has as its this plus versus thus across less minus does us vs yes".split())
"""Words with the plural's letter behind a number that are nothing counted."""

SMALL = frozenset(
    "a an the of in by to and for from at on per with as than or but if when while it this that which who over under "
    "up down out new more other such last next these those each all some any only also just not no so".split()
)
"""Words behind a number that begin nothing counted."""

ADJECTIVES = ("ed", "ing", "ic", "al", "ive", "ous", "able", "ern")
"""Endings of words that say of what kind the things behind them are."""

MEASURES = frozenset(
    f"{shape} {length}"
    for shape, lengths in {
        "square": "metres meters feet yards inches kilometres kilometers miles",
        "cubic": "metres meters feet yards inches kilometres",
        "metric": "tons tonnes",
        "short": "tons",
        "running": "metres meters feet",
    }.items()
    for length in lengths.split()
)
"""Things counted that are called by two words."""

SYMBOLS = {
    "kt": "kilotons",
    "teu": "TEU",
    "teus": "TEU",
    "kw": "kW",
    "mw": "MW",
    "gw": "GW",
    "tw": "TW",
    "kwh": "kWh",
    "mwh": "MWh",
    "gwh": "GWh",
    "twh": "TWh",
    "tr": "TR",
    "mwp": "MWp",
    "gwp": "GWp",
    "mva": "MVA",
    "gva": "GVA",
    "m2": "square metres",
    "m²": "square metres",
    "m3": "cubic metres",
    "m³": "cubic metres",
}
"""Things written as symbols, in lower case → as a unit."""

PLURALS = {
    "metric tons": "tonnes",
    "metric tonnes": "tonnes",
    "ton": "tons",
    "tonne": "tonnes",
    "kiloton": "kilotons",
    "unit": "units",
    "year": "years",
}
