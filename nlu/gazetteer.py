"""The provinces, cities and towns of Canada, and the countries, that people who work here name.

Names are folded (no accents, "-" and "." as spaces, "saint" as "st"), and listed with ", " between.
"""

from __future__ import annotations

from typing import Final


def names(listed: str) -> frozenset[str]:
    """The names of a list such as the ones below."""
    return frozenset(listed.split(", "))


PROVINCES: Final = {
    "ON": "ontario, ont, ontraio, onatrio, ontairo, ontorio, ontaria",
    "BC": ("british columbia, british colombia, b c, colombie britannique, brit columbia, bc canada"),
    "AB": "alberta, alta, albreta, alberata, albarta",
    "SK": "saskatchewan, sask, saskatchwan, saskatchewen, saskachewan, saskatchevan",
    "MB": "manitoba, manitobia, mannitoba, manitoba canada",
    "QC": ("quebec, qubec, quebeck, quebac, quebeq, kebec, queebec, quibec, quebec province, province of quebec"),
    "NB": "new brunswick, new brunswik, newbrunswick, new bruswick, nouveau brunswick",
    "NS": "nova scotia, novascotia, nova scottia, nova skotia, nouvelle ecosse",
    "PE": "prince edward island, pei, p e i, prince edward, ile du prince edouard",
    "NL": (
        "newfoundland, newfoundland and labrador, newfoundland labrador, labrador, newfoundlad, "
        "new foundland, nfld, terre neuve"
    ),
    "YT": "yukon, yukon territory",
    "NT": "northwest territories, north west territories, nwt, n w t",
    "NU": "nunavut",
}

CITIES: Final = {
    "ON": (
        "toronto, ottawa, mississauga, brampton, hamilton, london, markham, vaughan, kitchener, "
        "windsor, richmond hill, oakville, burlington, greater sudbury, sudbury, oshawa, "
        "barrie, st catharines, guelph, cambridge, kingston, waterloo, whitby, ajax, pickering, "
        "milton, thunder bay, chatham, chatham kent, brantford, niagara falls, niagara, "
        "newmarket, peterborough, sarnia, sault ste marie, belleville, north bay, cornwall, "
        "welland, timmins, orillia, woodstock, stratford, orangeville, bradford, innisfil, "
        "leamington, georgetown, caledon, aurora, stouffville, bolton, scarborough, etobicoke, "
        "north york, east york, nepean, kanata, orleans, gloucester, fort erie, st thomas, "
        "brockville, collingwood, huntsville, bracebridge, kenora, dryden, cobourg, port hope, "
        "lindsay, petawawa, pembroke, trenton, grimsby, simcoe, tillsonburg, ingersoll, owen "
        "sound, hawkesbury, elliot lake, kapuskasing, sioux lookout, thornhill, gta, "
        "kingsville, essex, tecumseh, midland, wasaga beach, napanee, fergus, elmira, smiths "
        "falls"
    ),
    "BC": (
        "lower mainland, okanagan, vancouver island, fraser valley, "
        "vancouver, surrey, burnaby, richmond, abbotsford, coquitlam, kelowna, victoria, "
        "nanaimo, kamloops, langley, delta, chilliwack, maple ridge, prince george, new "
        "westminster, port coquitlam, north vancouver, west vancouver, port moody, vernon, "
        "penticton, campbell river, courtenay, comox, cranbrook, fort st john, whistler, "
        "squamish, dawson creek, terrace, salmon arm, quesnel, williams lake, prince rupert, "
        "parksville, duncan, white rock, mission, tofino, revelstoke, golden, fernie, "
        "invermere, nelson, castlegar, trail, kitimat, powell river, sechelt, osoyoos, merritt, "
        "hope, smithers, aldergrove, port alberni, fort nelson, sooke, saanich, esquimalt"
    ),
    "AB": (
        "calgary, edmonton, red deer, lethbridge, medicine hat, grande prairie, airdrie, fort "
        "mcmurray, st albert, spruce grove, sherwood park, leduc, lloydminster, okotoks, "
        "cochrane, camrose, brooks, wetaskiwin, cold lake, banff, canmore, jasper, lake louise, "
        "high river, strathmore, sylvan lake, lacombe, hinton, whitecourt, drumheller, edson, "
        "drayton valley, peace river, slave lake, bonnyville, chestermere, beaumont, stony "
        "plain, taber, olds, innisfail, high level, ponoka"
    ),
    "SK": (
        "saskatoon, regina, prince albert, moose jaw, swift current, yorkton, north battleford, "
        "estevan, weyburn, warman, martensville, humboldt, melfort, kindersley, meadow lake, la "
        "ronge, nipawin, melville, tisdale"
    ),
    "MB": (
        "winnipeg, brandon, steinbach, thompson, portage la prairie, winkler, selkirk, morden, "
        "dauphin, flin flon, the pas, neepawa, stonewall, virden, swan river, russell, carman, "
        "altona, churchill"
    ),
    "QC": (
        "montreal, quebec city, ville de quebec, laval, gatineau, longueuil, sherbrooke, "
        "saguenay, levis, trois rivieres, terrebonne, st jean sur richelieu, brossard, "
        "repentigny, drummondville, st jerome, granby, st hyacinthe, rimouski, shawinigan, "
        "victoriaville, rouyn noranda, val d or, sept iles, mirabel, blainville, dorval, pointe "
        "claire, westmount, mascouche, chicoutimi, alma, thetford mines, magog, hull, aylmer, "
        "mont tremblant, boucherville, vaudreuil, joliette, sorel tracy, salaberry de "
        "valleyfield, baie comeau, st georges, st laurent, lachine"
    ),
    "NB": (
        "moncton, st john, fredericton, dieppe, riverview, miramichi, edmundston, bathurst, "
        "campbellton, sussex, caraquet, oromocto, shediac, sackville, quispamsis, rothesay, "
        "tracadie"
    ),
    "NS": (
        "halifax, dartmouth, sydney, truro, new glasgow, glace bay, kentville, amherst, "
        "bridgewater, yarmouth, antigonish, cape breton, wolfville, bedford, digby, lunenburg, "
        "windsor ns, new minas, port hawkesbury"
    ),
    "PE": "charlottetown, summerside, stratford pei, cornwall pei, montague, souris",
    "NL": (
        "st johns, st john's, mount pearl, corner brook, gander, grand falls windsor, grand "
        "falls, happy valley goose bay, goose bay, labrador city, paradise, conception bay "
        "south, stephenville, clarenville, marystown"
    ),
    "YT": "whitehorse, dawson city, watson lake",
    "NT": "yellowknife, hay river, inuvik, fort smith",
    "NU": "iqaluit, rankin inlet",
}

#: City -> how else it is typed.
MISSPELT: Final = {
    "abbotsford": "abbotsfort, abotsford",
    "brampton": "brampten, bramton, bramptom",
    "burnaby": "burnabay",
    "calgary": "calgery, calgari, calagary, yyc",
    "charlottetown": "charlotetown, charlottown",
    "edmonton": "edmonten, edmenton, yeg",
    "fort mcmurray": "ft mcmurray, fort mac",
    "fredericton": "frederiction, fredricton",
    "gatineau": "gatinau",
    "guelph": "guelf, gulph",
    "halifax": "hallifax",
    "hamilton": "hamliton, hamiltion",
    "kelowna": "kelona",
    "kitchener": "kitchner, kitchiner",
    "medicine hat": "medicinehat",
    "mississauga": "missisauga, misisauga, mississuga, missisagua, sauga",
    "moncton": "monction",
    "montreal": "montrial, montral, monteral, montréal, mtl",
    "niagara": "niagra",
    "niagara falls": "niagra falls",
    "ottawa": "otawa, ottowa, otawwa",
    "quebec city": "quebec ville",
    "red deer": "reddeer",
    "saskatoon": "saskaton, saskatoone",
    "sault ste marie": "sault st marie",
    "scarborough": "scarbrough, scarboro",
    "st catharines": "st catherines, st catherine, st catharine",
    "surrey": "surry",
    "thunder bay": "thunderbay",
    "toronto": "toranto, torronto, tornto, toronro, trono",
    "vancouver": "vancuver, vancover, vancoover, vancouvr, vancity",
    "whistler": "whislter",
    "winnipeg": "winipeg, winnepeg, winnipag, winniepeg",
}

#: Place names that are ordinary words, names of people, or better known elsewhere: they count only
#: where the wording makes places of them.
NEEDS_CONTEXT: Final = names(
    "alma, alta, altona, amherst, aurora, bathurst, beaumont, bedford, bolton, boston, "
    "bradford, brandon, brooks, caledon, cambridge, carman, chatham, chicago, chile, churchill, "
    "colombo, cornwall, dauphin, delta, digby, duncan, edson, elmira, essex, fergus, florida, "
    "gander, georgetown, georgia, gloucester, golden, hinton, hope, hull, humboldt, jasper, "
    "jordan, labrador, lachine, levis, lindsay, manchester, melville, midland, milton, mission, "
    "montague, nelson, olds, ont, orleans, paradise, paris, pembroke, perth, peru, prince "
    "edward, punjab, richmond, riverview, russell, sask, selkirk, simcoe, souris, st georges, "
    "st laurent, stonewall, stratford, sussex, sydney, taber, terrace, thompson, trail, "
    "trenton, truro, turkey, vernon, victoria, virden, warman, whistler, winkler, woodstock, "
    "yarmouth"
)

#: Abbreviations are taken in capitals, after "in", or right behind a city.
ABBREVIATIONS: Final = {
    "on": "ON", "bc": "BC", "ab": "AB", "sk": "SK", "mb": "MB", "qc": "QC", "pq": "QC", "nb": "NB",
    "ns": "NS", "pe": "PE", "nl": "NL", "yt": "YT", "nt": "NT", "nu": "NU",
}  # fmt: skip
#: Of these, some are words as well: in small letters they are places only at the end of a phrase.
ALSO_WORDS: Final = names("on, nt, pe, nu")

#: ISO 3166 code -> names of the country and of its best known cities and regions.
COUNTRIES: Final = {
    "IN": (
        "india, bharat, punjab, delhi, new delhi, mumbai, gujarat, kerala, hyderabad, "
        "chandigarh, bangalore, chennai, ludhiana, amritsar, pune, kolkata, haryana"
    ),
    "PH": "philippines, phillipines, philipines, pinas, manila, cebu",
    "NG": "nigeria, lagos, abuja",
    "CN": "china, beijing, shanghai",
    "HK": "hong kong, hongkong",
    "TW": "taiwan",
    "PK": "pakistan, lahore, karachi",
    "BD": "bangladesh, dhaka",
    "NP": "nepal, kathmandu",
    "LK": "sri lanka, srilanka, colombo",
    "IR": "iran, tehran",
    "AE": "uae, dubai, abu dhabi, sharjah, emirates, united arab emirates",
    "SA": "saudi, saudi arabia, riyadh, jeddah, ksa",
    "QA": "qatar, doha",
    "KW": "kuwait",
    "OM": "oman, muscat",
    "BH": "bahrain",
    "US": (
        "usa, u s a, united states, america, the states, new york, california, texas, florida, chicago, seattle, boston"
    ),
    "GB": ("uk, u k, united kingdom, england, britain, scotland, london uk, great britain, manchester"),
    "IE": "ireland, dublin",
    "FR": "france, paris, lyon, marseille",
    "DE": "germany, berlin, munich, allemagne",
    "IT": "italy, rome",
    "ES": "spain, madrid, barcelona, espana",
    "PT": "portugal, lisbon, lisboa",
    "NL": "netherlands, holland",
    "BE": "belgium, belgique",
    "CH": "switzerland",
    "PL": "poland, warsaw",
    "UA": "ukraine, kyiv, kiev",
    "RU": "russia, moscow",
    "TR": "turkey, turkiye, istanbul",
    "GR": "greece",
    "RO": "romania",
    "AU": "australia, melbourne, brisbane, perth",
    "NZ": "new zealand, auckland",
    "MX": "mexico, mexique, guadalajara",
    "BR": "brazil, brasil, sao paulo, rio de janeiro, brasilia",
    "CO": "colombia, bogota, medellin",
    "VE": "venezuela",
    "PE": "peru",
    "CL": "chile",
    "AR": "argentina, buenos aires",
    "EC": "ecuador, quito",
    "CU": "cuba",
    "JM": "jamaica",
    "HT": "haiti",
    "TT": "trinidad",
    "KR": "korea, south korea, seoul, busan",
    "JP": "japan, tokyo, osaka",
    "VN": "vietnam, hanoi, saigon",
    "TH": "thailand, bangkok",
    "MY": "malaysia, kuala lumpur",
    "SG": "singapore, singapur",
    "ID": "indonesia, jakarta",
    "EG": "egypt, cairo",
    "MA": "morocco, maroc, casablanca, rabat",
    "DZ": "algeria, algerie, algiers",
    "TN": "tunisia, tunisie, tunis",
    "SN": "senegal, dakar",
    "CI": "ivory coast, cote d'ivoire, abidjan",
    "CM": "cameroon, cameroun, douala, yaounde",
    "GH": "ghana, accra",
    "KE": "kenya, nairobi",
    "ET": "ethiopia, addis ababa",
    "UG": "uganda",
    "ZA": "south africa",
    "ZW": "zimbabwe",
    "ER": "eritrea",
    "LB": "lebanon, liban, beirut",
    "SY": "syria",
    "JO": "jordan",
    "IL": "israel",
    "IQ": "iraq",
    "AF": "afghanistan",
}

#: "Abroad" in other words, whatever the country.
SOMEWHERE_ELSE: Final = names(
    "abroad, another country, back home, foreign country, ghar se india, home country, home "
    "town india, my country, my home country, my own country, native country, other country, "
    "outside canada, overseas"
)
