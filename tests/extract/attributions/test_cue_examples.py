import pytest

from counterclaim.annotate import annotate
from counterclaim.extract.attribution import find_attributions
from counterclaim.knowledge.load import load
from counterclaim.read.document import make_document

CUES = load().languages["en"].section("cues")
KINDS = ("verbs", "nouns", "adjectives", "adverbs")
ENTRIES = [(kind, word) for kind in KINDS for word in CUES[kind]]


@pytest.fixture(scope="module")
def found(kit):
    """Attributions and tokens of every entry's example, by kind and word."""
    documents = [make_document(CUES[kind][word]["example"], uri=f"{kind}-{word}.txt") for kind, word in ENTRIES]
    pages = list(annotate(documents, kit))
    return {entry: (page, find_attributions(page, kit)) for entry, page in zip(ENTRIES, pages, strict=True)}


def classes_of(entry: dict) -> set[str]:
    """The classes that an entry can give its cue."""
    return {entry["class"], *entry.get("classes", {}).values(), *entry.get("objects", {}).values()}


@pytest.mark.parametrize(("kind", "word"), ENTRIES)
def test_the_example_of_a_cue_word_gives_an_attribution_with_that_cue(found, kind, word):
    page, attributions = found[kind, word]
    wanted = {word.split()[0], *(wrong for wrong, right in CUES["lemmas"].items() if right == word)}
    cues = [
        one.cue_class
        for one in attributions
        if one.cue is not None
        for token in page.tokens
        if one.cue.start <= token.start < one.cue.end and {token.lemma.lower(), token.text.lower()} & wanted
    ]
    assert classes_of(CUES[kind][word]) & set(cues), [one.cue.text for one in attributions if one.cue]


@pytest.mark.parametrize("american", [word for word in CUES["verbs"] if word.endswith("ize") and word not in ("seize",)])
def test_a_verb_in_british_spelling_is_the_same_cue(american):
    british = CUES["verbs"][american.removesuffix("ize") + "ise"]
    known = {**CUES["verbs"][american], "example": None}
    assert {**british, "example": None} == known
