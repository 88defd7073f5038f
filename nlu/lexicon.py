"""The words the date, hour and break grammars know, by token class: one place to add a spelling.

English first, then the French, Spanish and Hindi words that people mix in, then common slips. Words are
folded (no accents). A phrase of two or three words may be joined by spaces or hyphens.
"""

from __future__ import annotations

from typing import Final

from nlu.calendar_words import SEASONS, WEEKDAYS, month_number
from nlu.number_words import NUMBER_WORDS, ORDINAL_WORDS

_WORDS: Final = {
    # where a stretch begins and ends
    "SINCE": "since sinse sinc sice sence snce scince cince depuis depui desde mula llevo 从 自从 с со",
    "FROM": "from frm fron form starting strating effective",
    "BETWEEN": "between btw betwen entre",
    "TO": "to until untill untl util till til tilll upto uptil thru through tto jusque jusqu jusqua jusqu'a "
    "jusqu'au jusqu'en bis hasta hanggang ate toh 到 至 から 부터 по до",
    "AU": "au al",
    "SE": "se ton",
    "TAK": "tak takk tk まて 까지",
    "TILLNOW": "abtak abhitak 到现在 至今 дотепер сегодня 현재까지 지금까지",
    "SOFAR": "na",
    "NOW": "now nw present presnt current today tdy todate aujourd'hui maintenant abhi aaj ahora hoy agora hoje heute "
    "ngayon ongoing onging hun hunn ajj 现在 今 현재 지금 今も сейчас зараз тепер",
    "ONWARD": "onwards onward",
    "DATEWORD": "date dates",
    "STILL": "still stil currently curently currenty presently continuing continue continues encore toujours "
    "todavia ainda sigo sigue continuo",
    "THEN": "then ensuite puis later afterwards afterward",
    "BEFORE": "before bfore avant earlier previously prior formerly",
    "AFTER": "after apres",
    "AGO": "ago agoo pehle",
    "BACK": "back returned return returning resumed rejoined rehired recalled retour rappele "
    "rappelee rappeles regrese volvi voltei pinabalik",
    "STARTED": "promoted became become started strated start starts began begun begin begins joined join joining "
    "hired commenced commence commencing embauche embauchee onboarded "
    "empece empeze empezo empezando comence inicie comecei comecou entrei nagsimula nagumpisa 开始",
    "STOPPED": "left quit quitted resigned resign resigning ended ends finished finish finishes terminated fired "
    "stopped stop demissionne quitte fini",
    "ENDING": "end fin ending late",
    "EARLY": "early beginning begining debut",
    "MID": "mid middle milieu",
    # pointing words
    "LAST": "last lst past pichle nakaraan nakaraang",
    "PRECEDING": "dernier derniere derniers dernieres pasado pasada passado passada",
    "PREVIOUS": "previous",
    "THIS": "this ths ce cette",
    "THAT": "that",
    "NEXT": "next nxt coming upcoming",
    "YESTERDAY": "yesterday yday hier",
    "ILYA": "hace faz",
    "ART": "a un une ek",
    "AN": "an",
    "THE": "the le la les el los l'",
    "OF": "of del ka ki",
    "DE": "de d' du ng",
    "IN": "in en dans during at noong",
    "AND": "and et n nd aur &",
    "OR": "or ou ya",
    "FOR": "for fr pendant durant pour",
    "NOT": "not no never didn't didnt don't dont without wasn't wasnt haven't havent nope pas jamais aucun sans hindi",
    # amounts
    "HALF": "half demi demie medio media meio meia",
    "FEW": "few couple several some many quelques plusieurs kuch",
    "SOMETHING": "something smth sth somthing odd",
    "LONG": "while long ages pandemic covid lockdown recently childhood",
    "HEDGE": "about abt around arnd arround aroud approx approximately aprox aprx appx roughly like environ "
    "maybe probably usually mostly normally generally typically avg average ish",
    "NEARLY": "almost nearly presque",
    "OVER": "over above atleast min minimum minimun",
    "UNDER": "under below max maximum",
    "PLUS": "plus",
    "DAY": "day days dy dys jour jours din dia dias",
    "WEEK": "week weeks wk wks wek weks wkk semaine semaines sem hafta hafte semana semanas linggo tuan 周 星期 个星期",
    "MONTHS": "month months mnth mnths mth mths mo mos m monts moths mois mahine mahina mahino mes meses buwan",
    "YEARS": "year years yr yrs yers yrar y ano anos ans annee annees anne saal taon",
    "HOUR": "hour hours hr hrs h hs hor hors houres hourse heure heures hre ghante ghanta hora horas oras tieng "
    "小时 个小时 钟头",
    "MINUTE": "minute minutes mins",
    "PER": "per par pr por",
    "EACH": "each ea chaque",
    "DAILY": "daily everyday",
    "WEEKLY": "weekly wkly weekely hebdomadaire semanal 每周 每星期 一周 每个星期 週 毎週",
    "BIWEEKLY": "biweekly fortnight fortnightly",
    "MONTHLY": "monthly mensuel",
    "YEARLY": "yearly annually annual annum",
    "TIMES": "x",
    "NTH": "first second third fourth 1er",
    "OLD": "old",
    "EVERY": "every evry cada aux",
    "MORE": "more",
    "ON": "on",
    "SHIFT": "shift shifts shfts sift sifts shft",
    "FTE": "fte etp",
    "FULLTIME": "fulltime fultime fulltim fulltme ft f/t",
    "PARTTIME": "parttime partime parttim pt p/t",
    "VARY": "vary varies varied variable varying depends depend depending rotating rotational rotation "
    "irregular fluctuates fluctuating fluctuate alternate alternating casual oncall",
    "PLURAL": "s",
    "WITH": "with total doing do",
    "LESS": "less",
    "OVERTIME": "overtime ot",
    "CLOCK": "am pm a.m p.m",
    "NIGHT": "night nights morning mornings evening evenings weekend weekends",
    "TIME": "time times twice once",
    "RATE": "wage wages salary pay paid earn earning rent rate",
    # breaks
    "CHANGE": "change chnge chang chage chenge changez changer changed update updated correct edit fix modify put make",
    "OFF": "off away",
    "BUT": "but",
    "TOOK": "took take taken taking",
    "HAD": "had have has having",
    "MY": "my",
    "LEAVE": "leave leaves leav conge conges loa",
    "SICK": "sick sickness maternity paternity strike wcb ei",
    "LEAVEKIND": "parental maternal mat pat medical unpaid bereavement stress disability compassionate personal",
    "LAYOFF": "layoff layoffs furlough furloughed",
    "BREAK": "break gap breaks gaps pause interruption",
    "VACATION": "chhutti chutti chuti vacation vacations vaction holiday holidays vacances pto",
    "WENT": "went gone travelled traveled visited visiting flew stayed staying stuck spent travel travelling "
    "traveling",
    "WAS": "was were been am i'm im ive i've",
    "HOME": "home homecountry",
    # what else a date may belong to
    "STUDY": "enrolled registered study studies studied studying student students graduated graduate graduation "
    "diploma degree semester masters bachelor bachelors pgd coop internship intern practicum "
    "etudie etudier etudiais estudie "
    "convocation transcript etudes etudiant etudiante studing maitrise doctorat baccalaureat",
    "SCHOOL": "college collage university uni school course program programme classes",
    "PERMIT": "visitor iec bridging implied maintained permit permits visa pgwp pgp wp whv status sowp bowp lmia "
    "passport permis",
    "JOBLESS": "unemployed jobless",
    "TROUBLE": "dui dwi charge charged charges convicted conviction refused refusal rejected deported "
    "deportation banned ban bankruptcy bankrupt shoplifting theft assault misrepresentation misrep "
    "overstayed overstay asylum claimed accident arrested police criminal fined court probation",
    "PROCESS": "waiting aor ita application applications profile pool draw draws crs cutoff biometrics hearing "
    "decision update news processing portal ircc letter restoration restored pending file filed marks "
    "case",
    "LUNCH": "lunch commute drive meal",
    "COMPLETE": "complete completes completing completed completion reach reached reaching",
    "REMAINING": "remaining notice trip ban limit rule window delay",
    "HERE": "there here ahi alli aqui wahi",
    "SHOULD": "should be is are would =",
    "DEFINE": "means meaning definition define defined quoi",
    "CORRECTION": "meant mean mistake sorry actually oops ooops wrong wait correction pala mali",
    "EXPIRE": "expire expires expired expiring expiry exp valid validity renew renewal renewed runs",
    "ARRIVED": "came arrived landed moved move moving immigrated entered reached arrivee shifted relocated",
    "APPLIED": "applied approved received issued submitted got get renewed",
    "BORN": "born turned birthday dob married",
    "EXAM": "exam exams test tests ielts ietls ilets celpip clepip selpip pte tef tcf toefl result results "
    "score scores duolingo attempt",
    "WORKED": "work works worked working wrk job jobs employed employee employment experience position role",
    "WILL": "will contract going expected planned booked",
    "LIVED": "live living lived",
    "FOREIGN": "india mexico philippines china nigeria pakistan bangladesh nepal france brazil colombia ghana "
    "kenya iran morocco algeria cameroon vietnam korea japan jamaica punjab delhi lanka lebanon turkey "
    "abroad overseas inde etranger extranjero maroc senegal tunisie bresil chine liban cameroun algerie haiti brasil "
    "casablanca dakar abidjan tunis rabat alger douala manila lagos dubai bogota lima",
    "CANADA": "canada cnada",
    "OUT": "out outside",
}  # fmt: skip

_PHRASES: Final = {
    "TROUBLE": "removal order|departure order",
    "EVERY": "toutes les|tous les",
    "PERMIT": "working holiday|working holiday visa|working holiday permit|"
    "work permit|work visa|study permit|open work permit|wrk permit|permis de travail|"
    "post graduation work permit",
    "TO": "up to|up til|up till|up until|a la",
    "FROM": "a partir de|a compter de|as of|starting from|from the",
    "SINCE": "mula noong|simula noong|ever since|since about|desde hace|desde ha",
    "TILLNOW": "ab tak|ab tk|reach now|reach today|do sih por|do sih pir|po sey den|do seychas|do teper|do sogodni|"
    "по настоящее время|до сих пор|по сей день|до сьогодні|до сегодня|по сегодня|po nastoyashchee vremya|"
    "po nastoyaschee vremya|jusqu'a present|jusqu'a maintenant",
    "SOFAR": "ho gaye|ho gye|ho gaya|ho gya|ho gaye ne|ho gye ne|ho gaye hai|ho gaye hain|ho chuke|na po",
    "NOW": "right now|this day|this moment|the moment|en cours|so far|as yet|present day|the present|ce jour|"
    "toi gio|toi nay|den nay|den gio|bay gio|hasta ahora|la fecha|ate hoje",
    "ONWARD": "and onwards",
    "ILYA": "il y a",
    "YESTERDAY": "day before yesterday",
    "THEN": "after that|since that",
    "NEARLY": "close to|just under|little less than|bit less than|not quite|short of|a little under",
    "OVER": "more than|at least|at minimum|plus de|au moins|no less than|not less than|min of|minimum of|"
    "never less than|never under|never below|not below|not under|nunca menos de|jamais moins de|pas moins de",
    "UNDER": "less than|at most|moins de|no more than|not more than|max of|maximum of",
    "HEDGE": "more or less|on average|i think|i guess|or so|give or take|a peu pres",
    "SOMETHING": "quelque chose|and change",
    "LONG": "long time",
    "FULLTIME": "full time|full tim|full tme|ful time|temps plein|plein temps|temps complet|tiempo completo|"
    "full timer|full tym|full tyme|ful tym|tempo integral",
    "PARTTIME": "part time|part tim|part tme|temps partiel|mi temps|tiempo parcial|part tym|part tyme|"
    "meio periodo|medio tiempo",
    "VARY": "on and off|on call|as needed|zero hour|zero hours|not fixed|ca depend|no fixed|not same|not regular",
    "BIWEEKLY": "bi weekly|bi week|every other week|pay period|every fortnight",
    "DAILY": "every day",
    "LAYOFF": "sent us home|sent me home|sent everyone home|mis a pied|mise a pied|me mandaron a casa|"
    "nos mandaron a casa|pinauwi|pinauwi kami|pinauwi ako|ghar bhej diya|me dispensaram|laid us off|laid everyone off|"
    "laid me off|lay me off|layed me off|laid off|layed off|lay off|lay offs|temporary layoff|laid of",
    "STOPPED": "lost my job|lost the job|lost job|last day|let go|got fired|got terminated|"
    "got let go|let me go|let us go|fired me|terminated me|"
    "last working day|end date|last worked",
    "STARTED": "got job|got a job|got the job|got this job|found a job|found job|found work|made me|start date|"
    "first day|got hired|date of joining|joining date",
    "LEAVE": "time off|day off|days off|licencia sin sueldo|licencia sin goce|licencia medica|permiso sin sueldo|"
    "licencia de maternidad|licencia por maternidad|baja medica|licenca maternidade|licenca medica|arret maladie|"
    "arret de travail|licenca sem vencimento",
    "LEAVEKIND": "un paid",
    "STUDY": "co op",
    "JOBLESS": "no job|no work|without job|without work|not working|looking for work",
    "FOREIGN": "home country|my country|south africa|sri lanka|hong kong|hong-kong|el salvador|costa rica",
    "APPLIED": "got my|got the",
}  # fmt: skip

_BY_WORD: Final = {word: name for name, words in _WORDS.items() for word in words.split()}
_BY_PHRASE: Final = {tuple(phrase.split()): name for name, phrases in _PHRASES.items() for phrase in phrases.split("|")}
PHRASE_STARTS: Final = frozenset(phrase[0] for phrase in _BY_PHRASE)


def phrase_class(words: tuple[str, ...]) -> str | None:
    """The class of a known phrase, or None."""
    return _BY_PHRASE.get(words)


def word_class(word: str) -> tuple[str, int]:
    """The class of one folded word and the number it stands for (0 where it stands for none)."""
    name = _BY_WORD.get(word)
    if name:
        return name, 0
    if word in NUMBER_WORDS:
        return "NUM", NUMBER_WORDS[word]
    if word in ORDINAL_WORDS:
        return "ORD", ORDINAL_WORDS[word]
    if word in SEASONS:
        return "SEASON", SEASONS[word]
    if word in WEEKDAYS:
        return "WEEKDAY", WEEKDAYS[word]
    month = month_number(word)
    return ("MONTH", month) if month else ("WORD", 0)


def class_names() -> frozenset[str]:
    """The classes that words and phrases can have by themselves."""
    return frozenset((*_WORDS, *_PHRASES, "NUM", "ORD", "SEASON", "WEEKDAY", "MONTH", "WORD"))


def known_words() -> tuple[str, ...]:
    """Every single word that has a class of its own."""
    return tuple(_BY_WORD)
