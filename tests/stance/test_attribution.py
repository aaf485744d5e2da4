"""Who says it: the speaker as printed, or nobody where the article speaks for itself."""

from __future__ import annotations

import re

import pytest

from factcheck.matching.annotation import annotate
from factcheck.matching.vocabulary import Vocabulary
from factcheck.model import Catalogue
from factcheck.stance.attribution import speaker

VOCABULARY = Vocabulary(Catalogue())
ARTICLES = re.compile("^(the|la) ")


def speaker_of(text: str, word: str, language: str) -> str | None:
    annotation = annotate(text, 0, len(text), language, VOCABULARY)
    place = next(i for i, token in enumerate(annotation.tokens) if token.text == word)
    return speaker(annotation, place, text)


@pytest.mark.parametrize(
    ("text", "word", "language", "who"),
    [
        ("Police said that the ferry sank.", "sank", "en", "Police"),
        ("The ferry sank, police said.", "sank", "en", "police"),
        ("According to the coast guard, the ferry sank.", "sank", "en", "coast guard"),
        ("The ferry sank, according to the coast guard.", "sank", "en", "coast guard"),
        ("According to the Ministry of Transport, the ferry sank.", "sank", "en", "Ministry of Transport"),
        ("According to Marsh, the ferry sank of its own weight.", "sank", "en", "Marsh"),
        ('"The ferry sank," said Lena Abadi.', "sank", "en", "Lena Abadi"),
        ("The ferry sank off the northern pier.", "sank", "en", None),
        ("Some crates were lost, the trust said, although few mind.", "lost", "en", "trust"),
        ("The anemometer, since recalibrated, shows that the ferry sank.", "sank", "en", "anemometer"),
        ("En el palco se desmiente que el ferry se hundiera.", "hundiera", "es", None),
        ("سرت شائعة في المدينة تقول إن العبارة غرقت.", "غرقت", "ar", None),
        ("وتحدث الصفدي طويلا وقال إن العبارة غرقت.", "غرقت", "ar", None),
        ("The ferry had sunk in May, not in July, as the owners claimed.", "sunk", "en", None),
        ("The ferry sank for reasons that the first reports got wrong.", "sank", "en", None),
        ("سُئل الصفدي: هل غرقت العبارة؟", "غرقت", "ar", None),
        ("وأكدت وزيرة النقل وفاء القاسمي أن العبارة غرقت.", "غرقت", "ar", "وزيرة النقل وفاء القاسمي"),
        ("ومن الجدير بالذكر أن العبارة غرقت.", "غرقت", "ar", None),
        ("غرقت العبارة التابعة لشركة الرشيد.", "غرقت", "ar", None),
        ("غرقت العبارة بحسب شركة «الرشيد».", "غرقت", "ar", "شركة «الرشيد»"),
        ("هاجم الصفدي الشركة، متهمًا المدير بالكذب.", "هاجم", "ar", None),
        ("كشف الصفدي عن رسائل تقول إن العبارة غرقت.", "غرقت", "ar", "الصفدي"),
        ("قالت الشرطة إن العبارة غرقت.", "غرقت", "ar", "الشرطة"),
        ("غرقت العبارة قبالة الرصيف الشمالي.", "غرقت", "ar", None),
        ("Selon la police, le ferry a coulé.", "coulé", "fr", "police"),
        ("Selon le ministère de la Pêche, le ferry a coulé.", "coulé", "fr", "ministère de la Pêche"),
        ("Le ferry a coulé près du quai.", "coulé", "fr", None),
        ("Según la policía, el ferry se hundió.", "hundió", "es", "policía"),
        ("El ferry se hundió cerca del muelle.", "hundió", "es", None),
    ],
)
def test_the_speaker_is_named_as_the_sentence_prints_it(text: str, word: str, language: str, who: str | None) -> None:
    found = speaker_of(text, word, language)
    assert (ARTICLES.sub("", found, count=1) if found else None) == who
