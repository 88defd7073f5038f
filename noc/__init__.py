"""From what people call their job to the unit group of NOC 2021, and so to its TEER."""

from noc.distinctions import Distinction, confused_with, distinction
from noc.duties import search_duties
from noc.groups import UnitGroup, unit_group, unit_groups
from noc.kinds import Kind, kinds
from noc.matching import search
from noc.results import Candidate, Match
from noc.spotting import Mention, mentions
from noc.tables import DataError

__all__ = [
    "Candidate",
    "DataError",
    "Distinction",
    "Kind",
    "Match",
    "Mention",
    "UnitGroup",
    "confused_with",
    "distinction",
    "kinds",
    "mentions",
    "search",
    "search_duties",
    "unit_group",
    "unit_groups",
]
