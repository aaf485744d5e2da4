"""A sentence in another script than its article is read in its own language: negated there, denied there, dated there."""

from __future__ import annotations

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from factcheck.language.identify import language_of_sentence, may_change_language
from factcheck.model import Catalogue, Claim, Question, Sentence, Source, Stance
from factcheck.pipeline import gather_evidence
from factcheck.sources import split_sentences

ENGLISH = "The company was in the news again this week, as its founders argued about money and the future of the firm in public. "
ARABIC = "عادت الشركة إلى الأخبار هذا الأسبوع بعد أن تجادل مؤسسوها علنا حول المال ومستقبل الشركة وما يمكن أن يأتي بعد ذلك. "
CLAIMS = Claim("1", "Elon Musk left OpenAI in 2018"), Claim("2", "غادر إيلون ماسك أوبن إيه آي عام 2019")
LEFT = Question("q", "When did Musk leave?", claims=CLAIMS)
NAMES = (("musk", ("Elon Musk", "Musk", "إيلون ماسك", "ماسك")), ("openai", ("OpenAI", "أوبن إيه آي")))


def said(text: str, language: str) -> set[tuple[str, Stance]]:
    spans = split_sentences(text, 0, len(text), language)
    sentences = tuple(Sentence(n, first, last, 1, 1) for n, (first, last) in enumerate(spans))
    source = Source("a", "a.txt", text, sentences, language=language)
    return {(e.claim or "", e.stance) for e in gather_evidence(Catalogue((LEFT,), NAMES), [source])}


@pytest.mark.parametrize(
    ("text", "language", "stance"),
    [
        (ARABIC + "Elon Musk did not leave OpenAI in 2018.", "ar", Stance.DENIES),
        (ARABIC + "Musk denied that he left OpenAI in 2018.", "ar", Stance.DENIES),
        (ARABIC + "Elon Musk left OpenAI in 2018.", "ar", Stance.SUPPORTS),
        (ENGLISH + "لم يغادر ماسك أوبن إيه آي عام 2018.", "en", Stance.DENIES),
        (ENGLISH + "نفى ماسك أنه غادر أوبن إيه آي عام 2018.", "en", Stance.DENIES),
        (ENGLISH + "غادر ماسك أوبن إيه آي عام 2018.", "en", Stance.SUPPORTS),
    ],
)
def test_a_sentence_in_another_script_is_read_in_its_own_language(text: str, language: str, stance: Stance) -> None:
    assert said(text, language) == {("1", stance)}


@pytest.mark.parametrize(
    ("sentence", "language", "spoken"),
    [
        ("غادر ماسك شركة OpenAI عام 2018.", "ar", "ar"),
        ("Musk, whom Arabs call ماسك, left OpenAI in 2018.", "en", "en"),
        ("OpenAI, SpaceX", "ar", "ar"),
        ("Musk left the company in 2018 and never came back to it.", "ar", "en"),
        ("لم يغادر ماسك الشركة في عام 2018.", "fr", "ar"),
        ("لم يغادر ماسك الشركة في عام 2018.", None, None),
    ],
)
def test_names_in_another_script_make_no_other_language(sentence: str, language: str | None, spoken: str | None) -> None:
    assert language_of_sentence(sentence, language) == spoken


WORDS = ["Orvix", "said", "in", "2018", "أورفكس", "قال", "و", "!", "—", "Ω"]


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.sampled_from(["ar", "en", None]))
def test_where_no_sentence_can_be_of_another_language_none_is(words: list[str], language: str | None) -> None:
    text = " ".join(words)
    if not may_change_language(text, language):
        event("of one language")
        assert all(language_of_sentence(text[:end], language) == language for end in range(len(text) + 1))
